using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts token move</c>: decisions of a token desk, on the journal of a supply and the ledger behind it.</summary>
internal static class TokenMoveCommand
{
    private static readonly TrustFile NoKeys = TrustFile.Read(Encoding.UTF8.GetBytes("""{ "format": 1, "keys": [] }"""));

    /// <summary>The result of a move.</summary>
    private sealed record MoveMade(BookRefusal? Refusal, bool IsRepeat, ExpirySweep? Sweep = null, Article6Action? Export = null);

    internal static Command Create()
    {
        var journal = new Argument<string>("JOURNAL") { Description = "The journal of a token supply; begun with the first mint." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("move", "Mint, transfer, stake, burn, claw back, slash, expire or pause tokens. Exit code 1 when it is refused, or the registry is not instructed; what is refused leaves the journal as it was.") { journal, json };
        var options = new TokenOptions(command);
        var books = new BookOptions(command, hasTokens: false);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Open(parsed.GetValue(journal)!, mayBegin: options.Move(parsed) is TokenOptions.Mint or TokenOptions.Pause, lines =>
        {
            var (supply, key) = (new TokenSupply(lines), books.Key(parsed));
            var ruleset = rulesets.ChooseCompliance(parsed, ComplianceYear.Of(options.At(parsed).WithOffset(LedgerPolicy.Bare.CivilTime).Date));
            using var ledger = DeskLedger.Open(options.NeedsLedger(parsed) ? DeskLedger.Needed(books.Ledger(parsed), "--ledger", options.Move(parsed)) : null, LedgerLimits.Of(ruleset));
            var desk = new TokenDesk(new TokenDeskOptions
            {
                Rules = DecisionEngine.Of(ruleset), Supply = supply, Ledger = ledger.Engine, BackingAccount = options.Backing(parsed), CustodyAccount = options.Custody(parsed),
                Trust = options.Trust(parsed) ?? NoKeys, CustodyMaxAge = options.MaxAge(parsed), OtherClaims = books.OtherClaims(parsed), Letters = books.Letters(parsed),
            });
            var done = Take(desk, supply, options, books, parsed, key).GetAwaiter().GetResult();
            var open = supply.NotInstructed().Contains(key, StringComparer.Ordinal) || done.Sweep?.LedgerRefused.Count > 0;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(supply, key, done));
            }
            else
            {
                Print(supply, options.Move(parsed), key, done, books.HowToGoOn(parsed, done.Refusal));
            }

            return done.Refusal is null && !open ? ExitCode.Yes : ExitCode.No;
        })));
        return command;
    }

    private static async Task<MoveMade> Take(TokenDesk desk, TokenSupply supply, TokenOptions options, BookOptions books, ParseResult parsed, string key)
    {
        var at = options.At(parsed);
        MoveMade Of(TokenAnswer answer) => new(answer.Refusal, answer.IsRepeat, Export: answer.Export);
        switch (options.Move(parsed))
        {
            case TokenOptions.Mint: return Of(desk.Mint(options.MintAsk(parsed, key, books.Claimed(parsed))));
            case TokenOptions.Transfer: return Of(desk.Transfer(options.TransferAsk(parsed, key)));
            case TokenOptions.Stake or TokenOptions.Unstake: return Of(desk.Stake(key, at, options.Wallet(parsed), options.Units(parsed), staked: options.Move(parsed) == TokenOptions.Stake));
            case TokenOptions.Burn: return Of(await desk.BurnAsync(options.BurnAsk(parsed, key)).ConfigureAwait(false));
            case TokenOptions.ClawBack: return Of(desk.ClawBack(key, at, options.Wallet(parsed), options.To(parsed), options.Units(parsed), options.Reason(parsed)));
            case TokenOptions.Slash: return Of(await desk.SlashAsync(key, at, options.Wallet(parsed), options.Units(parsed), options.Reason(parsed)).ConfigureAwait(false));
            case TokenOptions.Expire: return new MoveMade(null, IsRepeat: false, await desk.SweepAsync(key, at).ConfigureAwait(false));
            case TokenOptions.Instruct when !supply.NotInstructed().Contains(key, StringComparer.Ordinal): return new MoveMade(new BookRefusal("nothing-to-instruct", $"No burn or slashing under \"{key}\" waits for the registry's instruction."), IsRepeat: false);
            case TokenOptions.Instruct: return await desk.InstructAsync(key, at).ConfigureAwait(false) is { } no ? new MoveMade(new BookRefusal(no.CodeText, no.Message), IsRepeat: false) : new MoveMade(null, IsRepeat: false);
            default: return Of(desk.Pause(key, at, paused: options.Move(parsed) == TokenOptions.Pause, options.Reason(parsed)));
        }
    }

    private static JsonObject Json(TokenSupply supply, string key, MoveMade done) => new()
    {
        ["moved"] = done.Refusal is null, ["repeat"] = done.IsRepeat, ["key"] = key, ["head"] = supply.Head.ToString(), ["isPaused"] = supply.IsPaused,
        ["tonnes"] = TokenCommand.Tonnes(supply),
        ["notInstructed"] = new JsonArray([.. supply.NotInstructed().Select(k => (JsonNode)JsonValue.Create(k))]),
        ["export"] = done.Export is not { } export ? null : new JsonObject { ["letter"] = export.Letter, ["first"] = export.First.ToString(), ["last"] = export.Last.ToString(), ["tonnes"] = export.Tonnes },
        ["ended"] = Runs(done.Sweep?.Ended), ["expiryNotKnown"] = Runs(done.Sweep?.NotKnown),
        ["ledgerRefused"] = done.Sweep is null ? null : new JsonArray([.. done.Sweep.LedgerRefused.Select(r => (JsonNode)new JsonObject { ["units"] = r.Run.Units.ToString(), ["reason"] = r.Reason })]),
        ["refusal"] = LetterMoveCommand.Refusal(done.Refusal),
    };

    private static JsonArray? Runs(IReadOnlyList<TokenRun>? runs) => runs is null ? null : new JsonArray([.. runs.Select(r => (JsonNode)new JsonObject { ["units"] = r.Units.ToString(), ["wallet"] = r.Place.Wallet })]);

    private static void Print(TokenSupply supply, string move, string key, MoveMade done, string? howToGoOn)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(done.Refusal is { } no ? $"Refused, {no.Code}: {no.Message}" : $"{move}: {(done.IsRepeat ? "written before" : "written")} under {key}. {LetterCommand.Number(supply.Outstanding().Sum(b => (long)b.Count.ToUInt64()))} tokens are outstanding{(supply.IsPaused ? ", and business is paused" : "")}.");
        if (howToGoOn is not null)
        {
            account.Sentence(howToGoOn);
        }

        if (done.Export is { } export)
        {
            account.Sentence($"It is the first transfer of {export.First} to {export.Last} under the letter \"{export.Letter}\".");
        }

        foreach (var run in done.Sweep?.Ended ?? [])
        {
            account.Sentence($"{run.Units} of {run.Place.Wallet} has expired.");
        }

        foreach (var run in done.Sweep?.NotKnown ?? [])
        {
            account.Sentence($"Whether {run.Units} of {run.Place.Wallet} has expired is not known: its day of issue is not stated.");
        }

        foreach (var (run, reason) in done.Sweep?.LedgerRefused ?? [])
        {
            account.Sentence($"The ledger does not let {run.Units} expire: {reason}");
        }

        foreach (var waiting in supply.NotInstructed())
        {
            account.Sentence($"The registry is not instructed yet of \"{waiting}\": \"ccts token move … instruct --key {waiting}\" tries again.");
        }
    }
}

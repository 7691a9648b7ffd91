using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts letter move</c>: letters entered, amended and revoked; units that leave under them; ITMOs transferred on, used, cancelled.</summary>
internal static class LetterMoveCommand
{
    /// <summary>The result of a move.</summary>
    private sealed record MoveMade(BookRefusal? Refusal, bool IsRepeat, BookRefusal? NotInstructed = null);

    internal static Command Create()
    {
        var journal = new Argument<string>("JOURNAL") { Description = "The journal of a book of Article 6; begun with the first letter." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("move", "Enter, amend or revoke a letter, export units under it, or move ITMOs. Exit code 1 when it is refused, or the registry is not instructed; what is refused leaves the journal as it was.") { journal, json };
        var options = new LetterOptions(command);
        var books = new BookOptions(command, hasTokens: true);
        var (rulesets, receipts) = (new RulesetOptions(command), new ReceiptOptions(command));
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Open(parsed.GetValue(journal)!, mayBegin: options.Move(parsed) == LetterOptions.Authorise, lines =>
        {
            if (receipts.IsWanted(parsed) && options.Move(parsed) != LetterOptions.FirstTransfer)
            {
                throw BadOption.Bad("--receipt is of an export.", "the move first-transfer");
            }

            var (book, key) = (new Article6Book(lines), books.Key(parsed));
            var done = options.Move(parsed) is LetterOptions.FirstTransfer or LetterOptions.Instruct
                ? Export(book, options.Export(parsed, books), options.Move(parsed) == LetterOptions.Instruct, books, parsed, rulesets.ChooseCompliance(parsed, ComplianceYear.Of(options.On(parsed))), receipts).GetAwaiter().GetResult()
                : Take(book, options, parsed, key);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(book, key, done));
            }
            else
            {
                Print(book, options.Move(parsed), key, done, books.HowToGoOn(parsed, done.Refusal));
            }

            return done is { Refusal: null, NotInstructed: null } ? ExitCode.Yes : ExitCode.No;
        })));
        return command;
    }

    private static MoveMade Take(Article6Book book, LetterOptions options, ParseResult parsed, string key)
    {
        var (at, on) = (options.At(parsed), options.On(parsed));
        BookAnswer Later(Func<(ItmoIdentifier First, ItmoIdentifier Last), BookAnswer> move) => move(options.Run(parsed));
        var answer = options.Move(parsed) switch
        {
            LetterOptions.Authorise => book.Authorise(key, at, options.Letter(parsed)),
            LetterOptions.Amend => book.Amend(key, at, options.Letter(parsed)),
            LetterOptions.Revoke => book.Revoke(key, at, options.Id(parsed), options.From(parsed), options.Reason(parsed)),
            LetterOptions.Transfer => Later(run => book.Transfer(key, at, on, options.Holder(parsed), options.Party(parsed), run.First, run.Last)),
            LetterOptions.Use => Later(run => book.Use(key, at, on, options.Holder(parsed), run.First, run.Last, options.Purpose(parsed) ?? throw BadOption.Bad("use needs --purpose.", "--purpose"), options.NdcYear(parsed))),
            _ => Later(run => book.Cancel(key, at, on, options.Holder(parsed), run.First, run.Last, options.Purpose(parsed))),
        };
        return new MoveMade(answer.Refusal, answer.IsRepeat);
    }

    private static async Task<MoveMade> Export(Article6Book book, ExportAsk ask, bool onlyInstruct, BookOptions books, ParseResult parsed, Ruleset ruleset, ReceiptOptions receipts)
    {
        using var ledger = DeskLedger.Open(DeskLedger.Needed(books.Ledger(parsed), "--ledger", LetterOptions.FirstTransfer), LedgerLimits.Of(ruleset));
        var desk = new ExportDesk(DecisionEngine.Of(ruleset), book, ledger.Engine, books.OtherClaims(parsed));
        if (onlyInstruct)
        {
            // An instruction committed earlier stays committed; a refusal that the ledger remembers needs a new try.
            var no = await desk.InstructAsync(ask).ConfigureAwait(false);
            return no is { Code: "not-exported" or "key-reused" or "malformed" } ? new MoveMade(no, IsRepeat: false) : new MoveMade(null, IsRepeat: true, no is null ? null : await desk.InstructAsync(ask, ledger.Position).ConfigureAwait(false));
        }

        var answer = await desk.ExportAsync(ask).ConfigureAwait(false);
        if (answer.Receipt is { } receipt)
        {
            receipts.Write(parsed, () => receipt);
        }

        return new MoveMade(answer.Refusal, answer.IsRepeat, answer.NotInstructed);
    }

    private static JsonObject Json(Article6Book book, string key, MoveMade done) => new()
    {
        ["moved"] = done.Refusal is null, ["repeat"] = done.IsRepeat, ["key"] = key, ["head"] = book.Head.ToString(),
        ["itmos"] = new JsonArray([.. book.Actions.Where(a => a.Key == key).Select(a => (JsonNode)new JsonObject { ["first"] = a.First.ToString(), ["last"] = a.Last.ToString(), ["tonnes"] = a.Tonnes, ["letter"] = a.Letter })]),
        ["letters"] = new JsonArray([.. book.Letters.Select(l => (JsonNode)new JsonObject { ["id"] = l.Letter.Id, ["authorised"] = l.Letter.Tonnes, ["used"] = l.Used, ["left"] = l.Left })]),
        ["notInstructed"] = Refusal(done.NotInstructed),
        ["refusal"] = Refusal(done.Refusal),
    };

    internal static JsonObject? Refusal(BookRefusal? no) => no is null ? null : new JsonObject { ["code"] = no.Code, ["message"] = no.Message };

    private static void Print(Article6Book book, string move, string key, MoveMade done, string? howToGoOn)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(done.Refusal is { } no ? $"Refused, {no.Code}: {no.Message}" : $"{move}: {(done.IsRepeat ? "written before" : "written")} under {key}.");
        if (howToGoOn is not null)
        {
            account.Sentence(howToGoOn);
        }

        foreach (var action in done.Refusal is null ? book.Actions.Where(a => a.Key == key) : [])
        {
            var letter = book.Find(action.Letter)!;
            account.Sentence(string.Create(CultureInfo.InvariantCulture, $"{action.First} to {action.Last}, {action.Tonnes} tonnes. The letter {letter.Letter.Id} {(letter.RevokedOn is { } day ? $"is revoked from {day:uuuu-MM-dd}, and covers no more." : $"covers {letter.Left} more.")}"));
        }

        if (done.NotInstructed is { } open)
        {
            account.Sentence($"The registry is not instructed, {open.Code}: {open.Message} \"ccts letter move … instruct\" with the same options tries again.");
        }
    }
}

using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger import</c>: decides the commands of a file and appends what happened to a journal, all of it or nothing.</summary>
internal static class LedgerImport
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Commands as JSON lines, or opening holdings as .csv, .xlsx or a JSON list (account, registry, scope, kind, vintage, start, end, source); - for JSON lines from standard input. A whole journal, as text or as a database, goes into a new one as it is." };
        var journal = new Option<string>("--journal") { Description = "The journal to append to; begun when it is not there: as a database where the name ends in .db, else as text.", Required = true };
        var policy = new Option<string?>("--policy") { Description = "Limits to enforce, as JSON. Without it and without --year only the ledger's own invariants hold, and nothing may be surrendered." };
        var year = new Option<string?>("--year") { Description = "Enforce the limits of this compliance year's ruleset, e.g. 2025-26; says which of them the law leaves unknown." };
        var at = new Option<string?>("--at") { Description = "For holdings: when the holdings were received, e.g. 2026-10-15T09:30:00Z." };
        var keep = new Option<bool>("--keep-refusals") { Description = "Write what was accepted and what was refused. Without it, one refusal and nothing is written." };
        var json = new Option<bool>("--json") { Description = "Print the outcome as JSON." };
        var command = new Command("import", "Take commands or opening holdings into a journal. Exit code 1 when any was refused.") { file, journal, policy, year, at, keep, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            if (WholeJournal.Is(path))
            {
                return WholeJournal.TakeOver(path, parsed.GetValue(journal)!, parsed.GetValue(json), [.. new Option[] { policy, year, at, keep }.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name)]);
            }

            var commands = LedgerInput.Read(path, InstantOf(parsed.GetValue(at)));
            var limits = LedgerInput.Policy(parsed.GetValue(policy), parsed.GetValue(year), parsed, rulesets);
            using var target = JournalTarget.Open(parsed.GetValue(journal)!);
            Tell(limits);
            ImportedNames.Check(commands, target.State, Inputs.NameOf(path));
            return Run(target, limits, commands, Inputs.NameOf(path), parsed.GetValue(keep), parsed.GetValue(json));
        }));
        return command;
    }

    // Without the message it would seem that a limit is in force.
    private static void Tell(LedgerPolicy policy)
    {
        foreach (var open in policy.Unknowns)
        {
            Terminal.Error.WriteLine($"{open.Path} is unknown and not enforced: {open.Reason} ({open.SettledBy} can settle it.)");
        }
    }

    private static int Run(JournalTarget journal, LedgerPolicy policy, List<(LedgerCommand Command, int Line)> commands, string? file, bool keep, bool json)
    {
        var entries = new List<JournalEntry>();
        var refusals = new List<(int Line, Refusal Refusal)>();
        var repeated = 0;
        foreach (var (command, line) in commands)
        {
            var decision = journal.State.Decide(policy, command);
            repeated += decision.Repeats is null ? 0 : 1;
            if (decision.Refusal is { } no)
            {
                refusals.Add((line, Shown(command, no)));
            }

            if (decision.EntryAt(journal.State.Position + 1, command) is { } entry)
            {
                journal.State.Apply(entry);
                entries.Add(entry);
            }
        }

        var written = refusals.Count == 0 || keep;
        if (written && entries.Count > 0)
        {
            journal.Append(new DecidedImport(policy, commands.ConvertAll(c => c.Command), entries));
        }

        Tell(commands.Count - refusals.Count - repeated, repeated, refusals, file, written, json, [.. ImportedNames.MayBeOne(journal.State.Accounts), .. ImportedNames.Idle(commands, journal.State), .. ImportedUnits.Odd(commands.Select(c => c.Command))]);
        return refusals.Count == 0 ? ExitCode.Yes : ExitCode.No;
    }

    // A row's key is made of its block, and nobody gave it: another row of that block is about units that came in before.
    private static Refusal Shown(LedgerCommand command, Refusal no) => no.Code == RefusalCode.KeyReused && command is ReceiveUnits receive && OpeningHoldings.MadeKey(command.Key)
        ? new Refusal(RefusalCode.AlreadyInLedger) { Block = receive.Units.Block } : no;

    internal static void Tell(int accepted, int repeated, List<(int Line, Refusal Refusal)> refusals, string? file, bool written, bool json, List<string> warnings)
    {
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["accepted"] = accepted,
                ["repeated"] = repeated,
                ["written"] = written,
                ["refusals"] = new JsonArray([.. refusals.Select(r => (JsonNode)new JsonObject
                {
                    ["file"] = file,
                    ["line"] = r.Line,
                    ["code"] = r.Refusal.CodeText,
                    ["message"] = r.Refusal.Message,
                    ["account"] = r.Refusal.Account,
                })]),
                ["warnings"] = new JsonArray([.. warnings.Select(w => (JsonNode)w)]),
            });
            return;
        }

        foreach (var warning in warnings)
        {
            Terminal.Error.Line(Markup.Escape(warning));
        }

        foreach (var (line, no) in refusals)
        {
            Terminal.Error.Line(Markup.Escape($"{new SourcePlace(file, line, 1, "")}: {no}"));
        }

        Terminal.Out.WriteLine($"{accepted} accepted, {repeated} answered before, {refusals.Count} refused.{(written ? "" : " Nothing was written.")}");
    }

    private static Instant? InstantOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parsed = InstantPattern.ExtendedIso.Parse(text);
        return parsed.Success ? parsed.Value : throw new CctsDataException(
            [new Problem("bad-option", Severity.Error, $"\"{text}\" is not an instant.", default) { Expected = "an instant such as 2026-10-15T09:30:00Z" }]);
    }
}

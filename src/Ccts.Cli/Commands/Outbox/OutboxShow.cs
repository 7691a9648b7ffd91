using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Problems;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Outbox;

/// <summary><c>ccts outbox show</c>: one instruction with its journal.</summary>
internal static class OutboxShow
{
    private const int FirstShown = 3;
    private const int LatestShown = 8;

    internal static Command Create()
    {
        var (ledger, key, json) = (OutboxCommands.LedgerArgument(), OutboxCommands.KeyArgument(), OutboxCommands.JsonOption());
        var all = new Option<bool>("--all") { Description = "Every move of its journal." };
        var command = new Command("show", "Show one instruction and its journal. Exit code 1 when the outbox has none with this key.") { ledger, key, all, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            using var outbox = new LedgerOutbox(parsed.GetValue(ledger)!);
            if (outbox.Find(parsed.GetValue(key)!) is not { } record)
            {
                return Unknown(parsed.GetValue(key)!, outbox, parsed.GetValue(json));
            }

            var moves = outbox.Moves(record.Key);
            if (parsed.GetValue(json))
            {
                var told = OutboxJson.Of(record);
                told["moves"] = new JsonArray([.. moves.Select(m => (JsonNode)OutboxJson.Of(m))]);
                JsonOutput.Write(told);
                return ExitCode.Yes;
            }

            var units = record.Instruction is { } i ? $"{i.Kind.ToString().ToLowerInvariant()} {i.Units.Scope} {i.Units.Range}" : "cannot be read";
            new Account(Terminal.Out).Sentence($"{record.Key} to {record.Registry}: {units}. It is {Standing(record)}.{(record.Reason.Length == 0 ? "" : $" The reason given: {record.Reason}")}");
            Journal([.. moves], parsed.GetValue(all) ? int.MaxValue : LatestShown);
            return ExitCode.Yes;
        }));
        return command;
    }

    /// <summary>The state in words, what is done, and what was given up.</summary>
    internal static string Standing(OutboxRecord record)
    {
        var givenUp = !OutboxJson.IsGivenUp(record) ? "" : !record.State.IsFinal() ? "; given up: it is never sent again, and ends when its fate is certain" : record.Instruction is null ? "" : $"; given up: {record.Rest}";
        return record.State.Word() + (record.Done.IsEmpty ? "" : $"; done: {record.Done}") + givenUp;
    }

    // A doubt of days is asked about a hundred times; how it began and how it stands are the first and the last moves.
    private static void Journal(List<OutboxMove> moves, int latest)
    {
        var left = moves.Count - FirstShown - latest is var more and > 1 ? more : 0;
        var table = new TextTable("at", "cause", "to", "by", "epoch", "attempt", "code", "reason");
        foreach (var move in left == 0 ? moves : [.. moves.Take(FirstShown), .. moves.Skip(FirstShown + left)])
        {
            table.AddRow(
                InstantPattern.General.Format(move.At), move.Cause.Word(), move.To.Word(), move.Actor, move.Epoch.ToString(CultureInfo.InvariantCulture),
                move.Attempt.ToString(CultureInfo.InvariantCulture), move.Code, move.Reason);
        }

        table.Print(Terminal.Out);
        if (left > 0)
        {
            new Account(Terminal.Out).Sentence($"{left} more moves, after the first {FirstShown}: --all.");
        }
    }

    internal static int Unknown(string key, LedgerOutbox outbox, bool json) =>
        outbox.Lost.Any(w => w.Key == key)
            ? No(new Problem("row-missing", Severity.Error, $"The outbox has taken {key} over, and its row is gone. It is not sent again.", default) { Expected = "an instruction that an outbox has", Hint = "Look at the registry, and put the outbox back from a backup. \"ccts ledger check\" lists all that is gone." }, json)
        : outbox.Waiting.Any(w => w.Key == key)
            ? No(new Problem("not-taken-over", Severity.Error, $"The ledger has committed {key}, and no outbox has taken it over yet: nothing of it was sent.", default) { Expected = "an instruction that an outbox has", Hint = "A host's outbox (AddCctsOutbox) takes it over." }, json)
        : No(new Problem("unknown-instruction", Severity.Error, $"There is no instruction {key}.", default) { Expected = "a key that \"ccts outbox list --all\" lists", Hint = Nearest.Hint(key, outbox.Keys) }, json);

    internal static int No(Problem problem, bool json)
    {
        if (json)
        {
            JsonOutput.Write(JsonOutput.Problems([problem]));
        }
        else
        {
            Terminal.Problems([problem]);
        }

        return ExitCode.No;
    }
}

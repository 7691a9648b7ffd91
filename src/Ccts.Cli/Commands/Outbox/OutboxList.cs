using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Spectre.Console;

namespace Ccts.Cli.Commands.Outbox;

/// <summary><c>ccts outbox list</c>: the instructions with which something remains to be done.</summary>
internal static class OutboxList
{
    internal static Command Create()
    {
        var ledger = OutboxCommands.LedgerArgument();
        var all = new Option<bool>("--all") { Description = "Those that have ended, too." };
        var state = new Option<string?>("--state") { Description = "Only those in this state, e.g. parked." };
        state.AcceptOnlyFromAmong(Enum.GetValues<InstructionState>().Select(s => s.Word()).ToArray());
        var json = OutboxCommands.JsonOption();
        var command = new Command("list", "List instructions in the order in which the ledger committed them.") { ledger, all, state, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            using var outbox = new LedgerOutbox(parsed.GetValue(ledger)!);
            var wanted = parsed.GetValue(state);
            var records = outbox.Records(parsed.GetValue(all)).Where(r => wanted is null || r.State.Word() == wanted);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["instructions"] = new JsonArray([.. records.Select(r => (JsonNode)OutboxJson.Of(r))]) });
                return ExitCode.Yes;
            }

            var table = Terminal.Table("key", "registry", "instruction", "numbers", "state", "since", "attempts", "what is wrong");
            foreach (var record in records)
            {
                table.AddRow(
                    Markup.Escape(record.Key), Markup.Escape(record.Registry), record.Instruction?.Kind.ToString().ToLowerInvariant() ?? "unreadable",
                    Markup.Escape(record.Instruction is { } i ? $"{i.Units.Scope} {i.Units.Range}" : ""), record.State.Word(), OutboxJson.Time(record.Since)!,
                    record.Attempts.ToString(CultureInfo.InvariantCulture), Markup.Escape(record.Code));
            }

            Terminal.Out.Write(table);
            return ExitCode.Yes;
        }));
        return command;
    }
}

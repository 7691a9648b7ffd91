using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Outbox;

/// <summary><c>ccts outbox list</c>: the open instructions.</summary>
internal static class OutboxList
{
    private const int MostWaiting = 10;
    private const string Missing = "row-missing";

    internal static Command Create()
    {
        var ledger = OutboxCommands.LedgerArgument();
        var all = new Option<bool>("--all") { Description = "Those that have ended, too." };
        var state = new Option<string?>("--state") { Description = "Only those in this state, e.g. parked." };
        state.AcceptOnlyFromAmong(Enum.GetValues<InstructionState>().Select(s => s.Word()).ToArray());
        var json = OutboxCommands.JsonOption();
        var command = new Command("list", "List instructions in the order in which the ledger committed them. Exit code 1 when rows are gone.") { ledger, all, state, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            using var outbox = new LedgerOutbox(parsed.GetValue(ledger)!);
            var wanted = parsed.GetValue(state);
            var records = outbox.Records(parsed.GetValue(all)).Where(r => wanted is null || r.State.Word() == wanted);

            // Listed with every filter, because their state is unknown.
            var lost = outbox.Lost.ToList();
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["instructions"] = new JsonArray([.. records.Select(r => (JsonNode)OutboxJson.Of(r))]),
                    ["waiting"] = new JsonArray([.. outbox.Waiting.Select(w => (JsonNode)new JsonObject { ["key"] = w.Key, ["registry"] = w.Registry })]),
                    ["lost"] = new JsonArray([.. lost.Select(w => (JsonNode)new JsonObject { ["key"] = w.Key, ["registry"] = w.Registry })]),
                });
                return lost.Count > 0 ? ExitCode.No : ExitCode.Yes;
            }

            var table = new TextTable("key", "registry", "instruction", "numbers", "state", "since", "attempts", "what is wrong");
            foreach (var record in records)
            {
                table.AddRow(
                    record.Key, record.Registry, record.Instruction?.Kind.ToString().ToLowerInvariant() ?? "unreadable",
                    record.Instruction is { } i ? $"{i.Units.Scope} {i.Units.Range}" : "", record.State.Word(), InstantPattern.General.Format(record.StandsSince),
                    record.Attempts.ToString(CultureInfo.InvariantCulture), WhatIsWrong(record));
            }

            var listed = table.Count;
            foreach (var gone in lost)
            {
                table.AddRow(gone.Key, gone.Registry, "", "", Missing, "", "", "its row is gone");
            }

            if (table.Count > 0)
            {
                table.Print(Terminal.Out);
            }

            new Account(Terminal.Out).Sentence(Waiting(outbox.Waiting.Take(MostWaiting + 1).ToList(), listed, lost.Count, wanted is null && !parsed.GetValue(all)));
            return lost.Count > 0 ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    // Of what has ended, its state says it.
    private static string WhatIsWrong(OutboxRecord record) => !record.IsGivenUp || record.State.IsFinal() ? record.Code : record.Code.Length == 0 ? "given up" : $"given up; {record.Code}";

    // Shows a newcomer at once whether there are no instructions, or nobody sends them.
    private static string Waiting(List<RegistryIntent> waiting, int listed, int lost, bool ofOpen) =>
        lost > 0 ? $"The outbox has taken over {lost} {(lost == 1 ? "instruction whose row is" : "instructions whose rows are")} gone, and what became of them is known at the registry alone. \"ccts outbox show\" and \"ccts ledger check\" tell more; put the outbox back from a backup."
        : waiting.Count > 0 ? $"Committed in the ledger and taken over by no outbox yet: {string.Join(", ", waiting.Take(MostWaiting).Select(w => $"{w.Key} to {w.Registry}"))}{(waiting.Count > MostWaiting ? " and more" : "")}. A host's outbox (AddCctsOutbox) takes them over and sends them."
        : listed > 0 ? "Every instruction that the ledger has committed was taken over by the outbox."
        : $"{(ofOpen ? "No instruction is open" : "There is no such instruction")}, and none waits to be taken over.";
}

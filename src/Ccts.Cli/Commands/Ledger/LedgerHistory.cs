using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Outbox;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using NodaTime.Text;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger history</c>: every entry that touched a unit, from its issue to its end, with instruction and proof.</summary>
internal static class LedgerHistory
{
    internal static Command Create()
    {
        var serial = new Argument<string>("SERIAL") { Description = "A unit or a run of them: registry:scope:number or registry:scope:first-last, as the ledger writes it, or a serial as its registry does." };
        var journal = new Option<string>("--journal") { Description = "The journal.", Required = true };
        var registry = new Option<string?>("--registry") { Description = "For a registry's own serial: the registry's id where it is known." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("history", "Follow units from their issue to their end. Exit code 1 when they were never in the ledger.") { serial, journal, registry, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var units = SerialOfUnits.One(parsed.GetValue(serial)!, parsed.GetValue(registry));
            var path = parsed.GetValue(journal)!;
            JournalFile.Replay(path, until: null);   // Says where it is damaged, as the other commands do.
            using var lines = JournalLines.Open(path);
            var history = UnitHistory.Of(lines.Read(), units, path);
            using var outbox = PostgresLedger.IsMeant(path) || JournalPath.IsDatabase(path) ? new LedgerOutbox(path) : null;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(history, outbox));
            }
            else
            {
                Text(history, outbox);
            }

            return history.Steps.Count > 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static JsonObject Json(UnitHistory history, LedgerOutbox? outbox) => new()
    {
        ["units"] = history.Units.ToString(),
        ["steps"] = new JsonArray([.. history.Steps.Select(s => (JsonNode)new JsonObject
        {
            ["position"] = s.Entry.Position,
            ["at"] = InstantPattern.ExtendedIso.Format(s.Entry.At),
            ["key"] = s.Entry.Key,
            ["what"] = s.What,
            ["units"] = Blocks(s.Units),
            ["from"] = s.From is { } from ? new JsonObject { ["account"] = s.FromAccount, ["place"] = from.Word() } : null,
            ["to"] = new JsonObject { ["account"] = s.ToAccount, ["place"] = s.To.Word() },
            ["reservation"] = s.Reservation,
            ["counterparts"] = Blocks(s.Counterparts),
            ["instructions"] = new JsonArray([.. s.Intents.Select(i => (JsonNode)Json(i, outbox))]),
            ["hash"] = s.Hash,
        })]),
        ["position"] = history.Position,
        ["head"] = history.Head,
    };

    private static JsonObject Json(RegistryIntent intent, LedgerOutbox? outbox)
    {
        var told = new JsonObject { ["key"] = intent.Key, ["registry"] = intent.Registry, ["payload"] = intent.Payload };
        if (outbox?.Find(intent.Key) is { } record)
        {
            told["outcome"] = OutboxJson.Of(record);
            told["moves"] = new JsonArray([.. outbox.Moves(intent.Key).Select(m => (JsonNode)OutboxJson.Of(m))]);
        }

        return told;
    }

    private static JsonArray Blocks(IReadOnlyList<Parcel> units) => new([.. units.Select(u => (JsonNode)new JsonObject
    {
        ["registry"] = u.Lot.Registry,
        ["scope"] = u.Lot.Scope,
        ["kind"] = u.Lot.Kind.Name,
        ["vintage"] = u.Lot.Vintage,
        ["start"] = u.Range.Start.ToString(),
        ["end"] = u.Range.End.ToString(),
    })]);

    private static void Text(UnitHistory history, LedgerOutbox? outbox)
    {
        var table = new TextTable("entry", "at", "what", "units", "from", "to", "instruction");
        foreach (var step in history.Steps)
        {
            table.AddRow(
                step.Entry.Position.ToString(CultureInfo.InvariantCulture), InstantPattern.General.Format(step.Entry.At), step.What, string.Join(", ", step.Units.Select(u => u.Range)),
                step.From is { } from ? $"{step.FromAccount} {from.Word()}" : "", $"{step.ToAccount} {step.To.Word()}",
                string.Join(", ", step.Intents.Select(i => Described(i, outbox))));
        }

        if (history.Steps.Count > 0)
        {
            table.Print(Terminal.Out);
            Terminal.Say($"{history.Units}: {history.Steps.Count} entries of {history.Position}.");
        }
        else
        {
            Terminal.Say($"{history.Units} was never in the ledger, as of entry {history.Position}.");
        }

        Console.Out.WriteLine("head " + history.Head);
    }

    // Its result, where the ledger's own outbox sends it.
    private static string Described(RegistryIntent intent, LedgerOutbox? outbox) => outbox?.Find(intent.Key) is not { } record ? $"{intent.Registry} {intent.Key}"
        : $"{intent.Registry} {intent.Key}: {record.State.Word()} {OutboxJson.Time(record.OutcomeAt ?? record.Since)}{(record.Reference is { } reference ? ", " + reference : "")}";
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Outbox;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger check</c>: the chain of hashes, every invariant entry by entry, a recount of every tonne, and the instructions of its outbox.</summary>
internal static class LedgerCheck
{
    internal static Command Create()
    {
        var journal = LedgerCommands.JournalArgument();
        var head = new Option<string?>("--head") { Description = "The hash the last line should have, as kept elsewhere: notices lines cut off the end." };
        var json = new Option<bool>("--json") { Description = "Print the verdict as JSON." };
        var command = new Command("check", "Prove a journal: unchanged, complete, and no tonne made, lost or doubled. Exit code 1 when it is not sound.") { journal, head, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => Run(parsed.GetValue(journal)!, parsed.GetValue(head), parsed.GetValue(json))));
        return command;
    }

    private static int Run(string path, string? expectedHead, bool json)
    {
        var reader = new JournalReader(path);
        var findings = new List<string>();
        var state = new LedgerState();
        using var lines = JournalLines.Open(path);
        try
        {
            var early = new EarlyUses();
            JournalText.Apply(lines, path, reader, state, until: null, early);
            findings.AddRange(lines.Database?.Findings() ?? LedgerAudit.Findings(state));
            findings.AddRange(early.Findings);
            if (lines.Database is { } database && LedgerOutbox.Of(database) is { } outbox)
            {
                findings.AddRange(OutboxAudit.Findings(outbox, database.Intents));
            }

            if (expectedHead is not null && !string.Equals(expectedHead, reader.Head, StringComparison.Ordinal))
            {
                findings.Add($"The last line's hash is {reader.Head}, not the one given: lines were cut off, added or rewritten.");
            }
        }
        catch (CctsDataException bad)
        {
            findings.AddRange(bad.Problems.Select(p => p.ToString()));
        }

        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["sound"] = findings.Count == 0,
                ["position"] = reader.Position,
                ["head"] = reader.Head,
                ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)f)]),
                ["warnings"] = new JsonArray([.. ImportedNames.MayBeOne(state.Accounts).Select(w => (JsonNode)w)]),
            });
        }
        else
        {
            Say(findings, reader, state);
        }

        return findings.Count == 0 ? ExitCode.Yes : ExitCode.No;
    }

    private static void Say(List<string> findings, JournalReader reader, LedgerState state)
    {
        foreach (var finding in findings.Concat(ImportedNames.MayBeOne(state.Accounts)))
        {
            Terminal.Error.Profile.Out.Writer.WriteLine(finding);
        }

        Console.Out.WriteLine(findings.Count == 0 ? $"Sound: {reader.Position} entries, {state.Accounts.Count} accounts." : $"Not sound after entry {reader.Position}.");
        Console.Out.WriteLine("head " + reader.Head);
    }
}

using System;
using System.CommandLine;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger backup</c>: a complete copy of a journal, also while another process writes to it.</summary>
internal static class LedgerBackup
{
    internal static Command Create()
    {
        var journal = LedgerCommands.JournalArgument();
        var target = new Argument<string>("TARGET") { Description = "The path of the copy, which is there when it is whole. Nothing is overwritten." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("backup", "Copy a journal as it stands, while a host writes to it or not.") { journal, target, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (from, to) = (parsed.GetValue(journal)!, parsed.GetValue(target)!);
            JournalPath.RequireFile(from, to);
            if (JournalPath.IsDatabase(from))
            {
                SqliteBackup.BackUp(from, to);
            }
            else
            {
                TextCopy.Make(from, to);
            }

            Tell(to, parsed.GetValue(json));
            return ExitCode.Yes;
        }));
        return command;
    }

    /// <summary>The content of the copy, read back from it.</summary>
    internal static void Tell(string path, bool json)
    {
        var reader = new JournalReader(path);
        LedgerState state = JournalFile.Replay(path, until: null, reader);
        if (json)
        {
            JsonOutput.Write(new JsonObject { ["file"] = path, ["position"] = state.Position, ["head"] = reader.Head });
            return;
        }

        Console.Out.WriteLine($"{path}: {state.Position} entries.");
        Console.Out.WriteLine("head " + reader.Head);
    }
}

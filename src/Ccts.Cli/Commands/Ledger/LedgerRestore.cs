using System.CommandLine;
using Ccts.Cli.Output;
using Ccts.Ledger.Sqlite;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger restore</c>: restores a journal from a backup that was verified completely.</summary>
internal static class LedgerRestore
{
    internal static Command Create()
    {
        var backup = new Argument<string>("BACKUP") { Description = "A backup, as \"ccts ledger backup\" makes it." };
        var journal = new Argument<string>("JOURNAL") { Description = "The path of the journal, where there is none. Nothing is overwritten." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("restore", "Prove a backup and make a journal of it.") { backup, journal, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (from, to) = (parsed.GetValue(backup)!, parsed.GetValue(journal)!);
            JournalPath.RequireFile(from, to);
            if (JournalPath.IsDatabase(from))
            {
                SqliteBackup.Restore(from, to);
            }
            else
            {
                TextCopy.Make(from, to);
            }

            LedgerBackup.Tell(to, parsed.GetValue(json));
            return ExitCode.Yes;
        }));
        return command;
    }
}

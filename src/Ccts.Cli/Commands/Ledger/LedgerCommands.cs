using System.CommandLine;
using Ccts.Cli.Input;

namespace Ccts.Cli.Commands.Ledger;

/// <summary><c>ccts ledger</c>: journals of the ledger: import, show, check and export.</summary>
internal static class LedgerCommands
{
    internal static Command Create() => new("ledger", "Keep and prove a ledger of certificates: no tonne twice.")
    {
        LedgerImport.Create(),
        LedgerShow.Create(),
        LedgerCheck.Create(),
        LedgerExport.Create(),
        LedgerHistory.Create(),
        LedgerAccount.Create(),
        LedgerBackup.Create(),
        LedgerRestore.Create(),
        PostgresLedger.ConnectionOption(),
    };

    internal static Argument<string> JournalArgument() => new("JOURNAL") { Description = "The journal, as \"ccts ledger import\" writes it: JSON lines, or a database; or postgres:NAME." };

    internal static Option<long?> UntilOption()
    {
        var until = new Option<long?>("--until") { Description = "The ledger as it stood after this entry; 0 is before the first." };
        until.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<long?>() < 0)
            {
                given.AddError("--until is below 0. Give the position of an entry, as \"ccts ledger show\" prints it, or 0 for the ledger before the first.");
            }
        });
        return until;
    }
}

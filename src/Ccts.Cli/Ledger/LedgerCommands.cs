using System.CommandLine;

namespace Ccts.Cli.Ledger;

/// <summary><c>ccts ledger</c>: journals of the ledger, taken in, looked at, proved and given out.</summary>
internal static class LedgerCommands
{
    internal static Command Create() => new("ledger", "Keep and prove a ledger of certificates: no tonne twice.")
    {
        LedgerImport.Create(),
        LedgerShow.Create(),
        LedgerCheck.Create(),
        LedgerExport.Create(),
    };

    internal static Argument<string> JournalArgument() => new("JOURNAL") { Description = "The journal: JSON lines, as \"ccts ledger import\" writes them." };

    internal static Option<long?> UntilOption() => new("--until") { Description = "The ledger as it stood after this entry." };
}

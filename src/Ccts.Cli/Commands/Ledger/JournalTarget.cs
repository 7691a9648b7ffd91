using System;
using System.Collections.Generic;
using Ccts.Cli.Input;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>A journal that an import writes to, locked against every other process, in either form.</summary>
internal abstract class JournalTarget : IDisposable
{
    /// <summary>The present ledger, from which the import continues.</summary>
    internal LedgerState State { get; } = new();

    /// <summary>Opens the journal, or prepares a new one: nothing is created before there is something to write.</summary>
    /// <exception cref="CctsDataException">It cannot be written, is damaged or contradicts itself.</exception>
    internal static JournalTarget Open(string path) => PostgresLedger.IsMeant(path) || JournalPath.IsDatabase(path) ? JournalDatabase.Open(path) : JournalFile.Open(path);

    /// <summary>Appends what has been decided.</summary>
    /// <exception cref="CctsDataException">Another process has created the journal meanwhile, or it cannot be written.</exception>
    internal abstract void Append(DecidedImport import);

    /// <summary>Copies the lines of a complete, verified journal into an empty one, byte for byte.</summary>
    /// <exception cref="CctsDataException">The target has entries, or cannot be written.</exception>
    internal abstract void TakeOver(JournalLines lines, string name);

    public abstract void Dispose();

    private protected void RequireEmpty(string path)
    {
        if (State.Position != 0)
        {
            throw new CctsDataException([new Problem("file-exists", Severity.Error, $"The journal has {State.Position} entries already, and a whole journal goes only into an empty one.", new SourcePlace(path, 0, 0, ""))
            {
                Expected = "the path of a journal that is not there yet",
            }]);
        }
    }
}

/// <summary>What an import comes to.</summary>
/// <param name="Policy">The limits that applied to its decisions.</param>
/// <param name="Commands">What was asked.</param>
/// <param name="Entries">What is to be written for it.</param>
internal sealed record DecidedImport(LedgerPolicy Policy, IReadOnlyList<LedgerCommand> Commands, IReadOnlyList<JournalEntry> Entries);

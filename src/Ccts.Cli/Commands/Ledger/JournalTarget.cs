using System;
using System.Collections.Generic;
using Ccts.Cli.Input;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>A journal that an import writes to, locked against every other process, in either form.</summary>
internal abstract class JournalTarget : IDisposable
{
    /// <summary>The ledger as it is, which the import goes on from.</summary>
    internal LedgerState State { get; } = new();

    /// <summary>Opens the journal, or gets ready to begin a new one: nothing is made before there is something to write.</summary>
    /// <exception cref="CctsDataException">It cannot be written, is damaged or contradicts itself.</exception>
    internal static JournalTarget Open(string path) => PostgresLedger.IsMeant(path) || JournalPath.IsDatabase(path) ? JournalDatabase.Open(path) : JournalFile.Open(path);

    /// <summary>Appends what has been decided.</summary>
    /// <exception cref="CctsDataException">The journal was to be begun, and another process has begun it meanwhile; or it cannot be written.</exception>
    internal abstract void Append(DecidedImport import);

    /// <summary>Takes over the lines of a whole journal that was proved, into one that has none yet; they stay as they are, byte for byte.</summary>
    /// <exception cref="CctsDataException">There are entries already, or it cannot be written.</exception>
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
/// <param name="Policy">The limits it was decided under.</param>
/// <param name="Commands">What was asked.</param>
/// <param name="Entries">What is to be written for it.</param>
internal sealed record DecidedImport(LedgerPolicy Policy, IReadOnlyList<LedgerCommand> Commands, IReadOnlyList<JournalEntry> Entries);

using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Where a ledger's entries are kept. The engine appends before it changes its own state, so what is not in the journal has not happened.
/// </summary>
/// <remarks>
/// Implementations are thread-safe. A durable one commits the entry, its key (unique), the versions it expects and its registry intents in
/// one transaction: either all of it is there afterwards or nothing. In-process callers hold the locks of the accounts concerned meanwhile.
/// </remarks>
public interface ILedgerJournal
{
    /// <summary>Appends one entry and gives it the next position.</summary>
    /// <exception cref="JournalConflictException">
    /// A stream is not at the version expected, or, in a journal that other processes can write to, the key is there already; nothing was written.
    /// </exception>
    /// <exception cref="JournalUnavailableException">Nothing was written, for certain. After any other exception the engine stops until it is built anew.</exception>
    JournalEntry Append(JournalAppend append);

    /// <summary>Every entry after a position, in order of position, without gaps. 0 reads all.</summary>
    IEnumerable<JournalEntry> Read(long after);

    /// <summary>The entry at a position, or null.</summary>
    JournalEntry? Find(long position);

    /// <summary>The latest snapshot kept, or null.</summary>
    LedgerSnapshot? LatestSnapshot();

    /// <summary>Keeps a snapshot; it may replace older ones. Entries up to its position stay readable by <see cref="Find"/>.</summary>
    void Keep(LedgerSnapshot snapshot);
}

using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>The read side of a ledger's store, for its journal, tools and audits. Shows only what is durable.</summary>
/// <remarks>
/// Thread-safe. The journal is kept as text: line 0 is the header and the entry at a position is the line of that number, each as
/// <see cref="JournalWriter"/> writes it, with its hash and its intents. So one reader, one proof and one export serve every store.
/// </remarks>
public interface IStoredLedger : IDisposable
{
    /// <summary>What the store is called in messages, such as the path of its file.</summary>
    string Name { get; }

    /// <summary>The position of the last entry; 0 when there is none.</summary>
    long LastPosition { get; }

    /// <summary>The lines from a number on, in order, read lazily. A missing one is skipped; <see cref="StoredLedgers"/> notices.</summary>
    IEnumerable<StoredLine> Lines(long from);

    /// <summary>Every registry intent of entries after a position, in order of position and, within an entry, as given.</summary>
    IEnumerable<CommittedIntent> Intents(long after);

    /// <summary>Every stream with its version, in no order; null in a store that does not keep them.</summary>
    IEnumerable<StreamVersion>? Streams();

    /// <summary>The kept snapshot with the highest position, or null.</summary>
    LedgerSnapshot? LatestSnapshot();

    /// <summary>What the store finds wrong with its own pages or tables, one sentence each. Reads everything.</summary>
    IEnumerable<string> Damage();
}

using System.Collections.Generic;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Where a ledger's entries are kept. <see cref="Enqueue"/> fixes an entry's place in the order, under the engine's locks;
/// <see cref="WhenDurable"/> completes when it is durable. The engine answers a command only then, so that every answer survives a
/// crash. Later commands are decided without waiting for the disk.
/// </summary>
/// <remarks>
/// <para>Implementations are thread-safe. A durable one commits an entry, its key, the stream versions it changes and its registry intents in one
/// transaction: either all of it is stored or nothing, and never an entry without all earlier ones.</para>
/// <para>Registry intents leave the ledger through <see cref="Intents"/> alone, which shows what is durable: a dispatcher keeps the position up
/// to which it has taken them over, and asks again from there. So no instruction is sent for an entry that a crash could undo.</para>
/// <para><c>GroupCommitJournal</c> does all of this except the storage itself.</para>
/// </remarks>
public interface ILedgerJournal
{
    /// <summary>The position of the last entry that was enqueued, durable or not; 0 when there is none.</summary>
    long Position { get; }

    /// <summary>Entries up to this position survive a crash. Rises; at most <see cref="Position"/>.</summary>
    long DurablePosition { get; }

    /// <summary>Gives one entry the next position, without waiting for it to be durable.</summary>
    /// <exception cref="JournalConflictException">
    /// A stream is not at the version expected, or another writer owns the journal; nothing was enqueued.
    /// </exception>
    /// <exception cref="JournalUnavailableException">Nothing was enqueued, for certain. After any other exception the engine stops until it is rebuilt.</exception>
    JournalEntry Enqueue(JournalAppend append);

    /// <summary>
    /// Ends when the entry at this position, and every one before it, is durable. It fails if that will not happen: with
    /// <see cref="JournalUnavailableException"/> or <see cref="JournalConflictException"/> if the entry is certainly not there, with any other exception
    /// if that is unknown. Then every later entry fails too, and only a new engine on a reopened journal can continue.
    /// </summary>
    Task WhenDurable(long position);

    /// <summary>Every durable entry after a position, in order of position, without gaps. 0 reads all.</summary>
    IEnumerable<JournalEntry> Read(long after);

    /// <summary>The durable entry at a position, or null.</summary>
    JournalEntry? Find(long position);

    /// <summary>Every registry intent of durable entries after a position, in order of position and, within an entry, as given. 0 reads all.</summary>
    IEnumerable<CommittedIntent> Intents(long after);

    /// <summary>The kept snapshot with the highest position, or null.</summary>
    LedgerSnapshot? LatestSnapshot();

    /// <summary>
    /// Keeps a snapshot of durable entries; it is durable itself when this returns. It may replace older ones, and is ignored if a later one
    /// is there. Entries up to its position stay readable by <see cref="Find"/>.
    /// </summary>
    void Keep(LedgerSnapshot snapshot);
}

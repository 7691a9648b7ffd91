using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// The part of a durable journal that is the same for every store. Entries get their places in memory. One thread commits whatever has
/// gathered since its last commit, so that many callers share one sync of the disk and a single caller does not wait.
/// A store adds its reader (<see cref="IStoredLedger"/>), <see cref="Commit"/> and <see cref="Keep"/>.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Reading checks the chain of hashes from the entry asked for on, so a line that was changed, left out or moved is
/// refused with its place.</para>
/// <para>The first commit that fails stops the journal for good: nothing after it is written, and every waiting caller gets an exception. Callers whose entries
/// were never handed to the store, or were certainly rolled back, learn that nothing was written; for the others it is unknown.</para>
/// </remarks>
public abstract partial class GroupCommitJournal : ILedgerJournal, IDisposable
{
    private const int MostWaiting = 1 << 15;

    private readonly object _lock = new();
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly JournalWriter _writer;
    private readonly Thread _thread;
    private CommitGroup _gathering;
    private CommitGroup? _committing;
    private long _position;
    private long _durable;
    private long _commits;
    private bool _closing;
    private Exception? _failure;

    /// <summary>Goes on after the last entry of a store.</summary>
    /// <param name="stored">The store's read side. The deriving class closes it.</param>
    /// <exception cref="Problems.CctsDataException">The last line is missing or not as it was written.</exception>
    protected GroupCommitJournal(IStoredLedger stored)
    {
        Stored = Require.NotNull(stored);
        var before = Math.Max(0, stored.LastPosition - 1);
        using var lines = stored.Unbroken(before).GetEnumerator();
        lines.MoveNext();
        var last = JournalReader.At(lines.Current, Name);
        while (lines.MoveNext())
        {
            last.Next(lines.Current);
        }

        if (last.Position != stored.LastPosition)
        {
            throw StoredLedgers.Missing(stored, Math.Min(last.Position, stored.LastPosition) + 1, $"The last entry is {last.Position}, and there were {stored.LastPosition}.");
        }

        _writer = new JournalWriter(last);
        (_position, _durable, _gathering) = (last.Position, last.Position, new CommitGroup(last.Position));
        foreach (var (stream, version) in stored.Streams() ?? [])
        {
            _versions.Add(stream!, version);
        }

        _thread = new Thread(Work) { IsBackground = true, Name = "ledger " + Name };
    }

    /// <summary>What the store is called in messages.</summary>
    public string Name => Stored.Name;

    /// <summary>What is durable, to be read.</summary>
    public IStoredLedger Stored { get; }

    /// <inheritdoc/>
    public long Position => Volatile.Read(ref _position);

    /// <inheritdoc/>
    public long DurablePosition => Volatile.Read(ref _durable);

    /// <summary>How many groups were committed since the journal was opened: one sync of the disk each, besides the store's own maintenance.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>What stopped the journal, or null while it works.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>How long the writer may be idle before <see cref="OnIdle"/> is called; for ever by default.</summary>
    protected virtual TimeSpan IdleTime => Timeout.InfiniteTimeSpan;

    /// <summary>Commits a group, and returns only when it is durable. Called by one thread, never twice at once.</summary>
    /// <exception cref="JournalUnavailableException">Nothing of it was written, for certain.</exception>
    /// <exception cref="JournalConflictException">Nothing of it was written, because another writer owns the store.</exception>
    protected abstract void Commit(CommitGroup group);

    /// <inheritdoc/>
    public abstract void Keep(LedgerSnapshot snapshot);

    /// <inheritdoc/>
    public IEnumerable<CommittedIntent> Intents(long after) => Stored.Intents(after);

    /// <inheritdoc/>
    public LedgerSnapshot? LatestSnapshot() => Stored.LatestSnapshot();

    /// <inheritdoc/>
    public JournalEntry Enqueue(JournalAppend append)
    {
        if (append.First.Stream is null)
        {
            throw new ArgumentException("An entry belongs to at least one stream.", nameof(append));
        }

        lock (_lock)
        {
            RequireOpen();
            if (_gathering.Count >= MostWaiting)
            {
                throw new JournalUnavailableException($"{Name}: {_gathering.Count} entries wait to be written already. Ask again when some are answered.");
            }

            Check(append.First);
            Check(append.Second);
            Check(append.Third);
            Check(append.Seen);
            Advance(append.First);
            Advance(append.Second);
            Advance(append.Third);
            var entry = append.EntryAt(_position + 1);
            Wake();
            _gathering.Add(entry, append.Intents ?? []);
            Volatile.Write(ref _position, entry.Position);
            return entry;
        }
    }

    /// <inheritdoc/>
    public Task WhenDurable(long position)
    {
        if (position <= DurablePosition)
        {
            return Task.CompletedTask;
        }

        if (Thread.CurrentThread == _thread)
        {
            throw new InvalidOperationException("A store must not wait for its own commit.");
        }

        lock (_lock)
        {
            return position <= DurablePosition ? Task.CompletedTask
                : position > _position ? throw new ArgumentOutOfRangeException(nameof(position), position, $"The last entry is {_position}.")
                : _committing is { } group && position <= group.Last ? group.Done
                : _gathering.Done;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Read(long after) => Stored.Read(after);

    /// <inheritdoc/>
    public JournalEntry? Find(long position) => position < 1 || position > DurablePosition ? null : Read(position - 1).FirstOrDefault();

    /// <summary>Begins to write. Called at the end of a store's constructor.</summary>
    protected void Start() => _thread.Start();

    /// <summary>Runs work on the writer's thread in the transaction of the next group; the task ends when it is durable.</summary>
    /// <exception cref="JournalUnavailableException">Too much is waiting already.</exception>
    protected Task Post(Action action)
    {
        var work = new CommitWork(Require.NotNull(action));
        lock (_lock)
        {
            RequireOpen();
            Wake();
            _gathering.Add(work);
        }

        return work.Done;
    }

    /// <summary>Called by the writer's thread when there was nothing to write for <see cref="IdleTime"/>. What it throws stops the journal.</summary>
    protected virtual void OnIdle()
    {
    }

    /// <summary>Writes the gathered entries and ends the writer. Afterwards the store closes what it opened.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_closing)
        {
            lock (_lock)
            {
                _closing = true;
                Monitor.Pulse(_lock);
            }

            if (_thread.IsAlive)
            {
                _thread.Join();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}

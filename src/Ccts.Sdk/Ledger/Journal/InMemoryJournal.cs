using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>A journal that lives as long as the process. Sharded by stream; appends to different accounts do not wait for each other.</summary>
/// <remarks>Thread-safe. Registry intents are kept beside their entries, as a durable journal's outbox would.</remarks>
public sealed class InMemoryJournal : ILedgerJournal
{
    private const int ShardCount = 64;

    private readonly Shard[] _shards = Enumerable.Range(0, ShardCount).Select(_ => new Shard()).ToArray();
    private readonly List<CommittedIntent> _intents = [];
    private long _position;
    private LedgerSnapshot? _snapshot;

    /// <inheritdoc/>
    public long Position => Volatile.Read(ref _position);

    /// <summary>The same as <see cref="Position"/>: nothing here lasts longer than the process, and all of it lasts as long.</summary>
    public long DurablePosition => Position;

    /// <inheritdoc/>
    public Task WhenDurable(long position) => Task.CompletedTask;

    /// <inheritdoc/>
    public JournalEntry Enqueue(JournalAppend append)
    {
        if (append.First.Stream is null)
        {
            throw new ArgumentException("An entry belongs to at least one stream.", nameof(append));
        }

        if (append.Seen.Stream is { } seen && IndexOf(seen) is var shown)
        {
            lock (_shards[shown])
            {
                Check(append.Seen, shown);
            }
        }

        var home = IndexOf(append.First.Stream);
        var second = append.Second.Stream is { } s ? IndexOf(s) : home;
        var third = append.Third.Stream is { } t ? IndexOf(t) : home;
        var (low, middle, high) = InOrder(home, second, third);
        if (low == high)
        {
            lock (_shards[low])
            {
                return Write(append, home, second, third);
            }
        }

        lock (_shards[low])
        {
            lock (_shards[middle])
            {
                lock (_shards[high])
                {
                    return Write(append, home, second, third);
                }
            }
        }
    }

    private JournalEntry Write(in JournalAppend append, int home, int second, int third)
    {
        var (a, b, c) = (Check(append.First, home), Check(append.Second, second), Check(append.Third, third));
        Advance(a, append.First);
        Advance(b, append.Second);
        Advance(c, append.Third);
        var entry = append.Intents is { Count: > 0 } ? Instructing(append) : append.EntryAt(Interlocked.Increment(ref _position));
        _shards[home].Entries.Add(entry);
        return entry;
    }

    // Nobody is between taking a position and writing there, so whoever continues after the last instruction misses none.
    private JournalEntry Instructing(in JournalAppend append)
    {
        lock (_intents)
        {
            var entry = append.EntryAt(Interlocked.Increment(ref _position));
            _intents.AddRange(append.Intents.Select((intent, number) => new CommittedIntent(entry.Position, number, intent)));
            return entry;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<JournalEntry> Read(long after)
    {
        // Each shard is in order of position, so the next entry is the first of one of them. While others append, a later position may be
        // seen before an earlier one, so it ends at the first gap.
        var waiting = new Dictionary<long, Waiting>();
        foreach (var shard in _shards)
        {
            IReadOnlyList<JournalEntry> entries;
            lock (shard)
            {
                entries = shard.Entries.After(after);
            }

            new Waiting(entries).Queue(waiting);
        }

        for (var next = after + 1; waiting.TryGetValue(next, out var found); next++)
        {
            waiting.Remove(next);
            yield return found.Entry;
            found.Advanced().Queue(waiting);
        }
    }

    /// <inheritdoc/>
    public JournalEntry? Find(long position)
    {
        foreach (var shard in _shards)
        {
            lock (shard)
            {
                if (shard.Entries.Find(position) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerable<CommittedIntent> Intents(long after)
    {
        lock (_intents)
        {
            var first = _intents.Count;
            while (first > 0 && _intents[first - 1].Position > after)
            {
                first--;
            }

            return _intents.GetRange(first, _intents.Count - first);
        }
    }

    /// <inheritdoc/>
    public LedgerSnapshot? LatestSnapshot() => Volatile.Read(ref _snapshot);

    /// <inheritdoc/>
    public void Keep(LedgerSnapshot snapshot)
    {
        Require.NotNull(snapshot);
        for (var there = LatestSnapshot(); there is null || there.Position < snapshot.Position; there = LatestSnapshot())
        {
            if (Interlocked.CompareExchange(ref _snapshot, snapshot, there) == there)
            {
                return;
            }
        }
    }

    private static int IndexOf(string stream) => NameSpread.Over(ShardCount, stream.AsSpan());

    private static (int Low, int Middle, int High) InOrder(int a, int b, int c)
    {
        var low = Math.Min(a, Math.Min(b, c));
        var high = Math.Max(a, Math.Max(b, c));
        return (low, a + b + c - low - high, high);
    }

    private Counter? Check(StreamVersion expected, int shard)
    {
        if (expected.Stream is not { } stream)
        {
            return null;
        }

        var counter = _shards[shard].CounterOf(stream);
        return counter.Version == expected.Version ? counter : throw new JournalConflictException(stream, expected.Version, counter.Version);
    }

    // An entry may name a stream twice but counts once.
    private static void Advance(Counter? counter, StreamVersion expected)
    {
        if (counter is not null)
        {
            counter.Version = expected.Version + 1;
        }
    }

    /// <summary>Entries of one shard from some place on.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Waiting(IReadOnlyList<JournalEntry> entries, int at = 0)
    {
        internal JournalEntry Entry { get; } = at < entries.Count ? entries[at] : null!;

        internal Waiting Advanced() => new(entries, at + 1);

        internal void Queue(Dictionary<long, Waiting> waiting)
        {
            if (at < entries.Count)
            {
                waiting.Add(Entry.Position, this);
            }
        }
    }

    /// <summary>How many entries have changed a stream.</summary>
    private sealed class Counter(string stream)
    {
        internal string Stream { get; } = stream;

        internal long Version { get; set; }
    }

    private sealed class Shard
    {
        private readonly Dictionary<string, Counter> _counters = new(StringComparer.Ordinal);

        // A busy account passes the same string of its stream each time.
        private Counter? _asked;

        internal EntryLog Entries { get; } = new();

        internal Counter CounterOf(string stream)
        {
            if (_asked is { } last && string.Equals(last.Stream, stream, StringComparison.Ordinal))
            {
                return last;
            }

            if (!_counters.TryGetValue(stream, out var counter))
            {
                _counters.Add(stream, counter = new Counter(stream));
            }

            return _asked = counter;
        }
    }
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Many threads on one engine.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;
    private const long Stock = 20_000;

    private const int Attempts = 1_000_000;

    private static readonly LedgerPolicy Plain = new();

    [Fact]
    public void Scarce_stock_is_never_oversold_by_one_tonne() =>
        Assert.Null(Scramble(new LedgerLocks(64), new InMemoryJournal(), Attempts, TimeSpan.FromMinutes(5)));

    /// <summary>The test of the test: without the lock of the seller's account the same scramble fails within ten seconds.</summary>
    [Fact]
    public void Without_one_lock_the_scramble_fails()
    {
        var missing = new LedgerState(64).IndexOf("seller");
        Assert.NotNull(Scramble(new LocksWithout(missing), new HesitantJournal(), int.MaxValue, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Transfers_across_accounts_in_every_direction_never_wait_for_each_other_for_ever()
    {
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Plain, new LedgerLocks(4));
        for (ulong account = 0; account < 8; account++)
        {
            engine.Execute(new IssueUnits("i" + account, Noon, "a" + account, Units(account * 1000, (account * 1000) + 999)));
        }

        var fault = Together(TimeSpan.FromMinutes(1), (thread, stop) =>
        {
            for (var i = 0; i < 3000 && !stop.IsSet; i++)
            {
                var from = "a" + ((thread + i) % 8);
                var to = "a" + ((thread + (i * 3) + 1) % 8);
                engine.Execute(i % 500 == 7
                    ? new PauseBusiness($"p{thread}-{i}", Noon, null, false, "")
                    : new TransferUnits($"t{thread}-{i}", Noon, from, to, new OldestUnits("ccc", 1 + (i % 5))));
            }
        });
        Assert.Null(fault);
        var state = LedgerState.Replay(journal.Read(0));
        Assert.Empty(LedgerAudit.Findings(state));
        Assert.Equal(8000, state.Accounts.Sum(a => state.View(a)!.Tonnes("ccc", ShadowAccount.Free)));
    }

    [Fact]
    public void What_many_threads_did_equals_what_one_does_in_the_order_of_the_journal()
    {
        Prop.ForAll(ModelTests.Dice.ArrayOf(300).ToArbitrary(), rolls =>
        {
            var journal = new InMemoryJournal();
            var engine = new LedgerEngine(journal, Policy, new LedgerLocks(16));
            var commands = rolls.Select((roll, i) => RandomCommands.Of("k" + i, roll)).ToDictionary(c => c.Key, StringComparer.Ordinal);
            var byThread = commands.Values.Select((c, i) => (c, i)).ToLookup(p => p.i % 4, p => p.c);
            Assert.Null(Together(TimeSpan.FromMinutes(1), (thread, _) =>
            {
                foreach (var command in byThread[thread % 4])
                {
                    engine.Execute(command);
                }
            }));
            var model = new NaiveLedger();
            foreach (var entry in journal.Read(0))
            {
                Assert.Equal(entry.Event is not CommandRefused, model.Do(commands[entry.Key]));
            }

            Assert.Equal(model.Picture(), NaiveLedger.Picture(LedgerState.Replay(journal.Read(0))));
        }).Holds(10);
    }

    /// <summary>No global lock: whoever concerns the whole ledger holds one partition at a time, and nobody else more than a command's own.</summary>
    [Fact]
    public void A_pause_never_holds_more_than_one_lock_and_nothing_that_begins_after_it_is_accepted()
    {
        var locks = new CountedLocks();
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Plain, locks);
        engine.Execute(new IssueUnits("issue", Noon, "seller", Units(1, Stock)));
        Assert.InRange(locks.MostHeld, 1, 4);
        var paused = 0;
        var fault = Together(TimeSpan.FromMinutes(1), (thread, _) =>
        {
            for (var i = 0; i < 400; i++)
            {
                if (thread == 0 && i % 20 == 10)
                {
                    locks.StartCounting();
                    Assert.True(engine.Execute(new PauseBusiness("p" + i, Noon, null, true, "")).IsAccepted);
                    Volatile.Write(ref paused, 1);
                    Thread.Yield();
                    engine.TakeSnapshot();
                    Volatile.Write(ref paused, 0);
                    Assert.True(engine.Execute(new PauseBusiness("q" + i, Noon, null, false, "")).IsAccepted);
                    Assert.Equal(1, locks.MostHeld);
                }

                // Paused before it was asked and paused still after the answer: it must have been refused.
                var before = Volatile.Read(ref paused);
                var answer = engine.Execute(new TransferUnits($"t{thread}-{i}", Noon, "seller", "buyer" + thread, new OldestUnits("ccc", 1)));
                Assert.False(answer.IsAccepted && before == 1 && Volatile.Read(ref paused) == 1);
            }
        });
        Assert.Null(fault);
        var isPaused = false;
        foreach (var entry in journal.Read(0))
        {
            isPaused = entry.Event is BusinessPaused pause ? pause.Paused : isPaused;
            Assert.False(isPaused && entry.Event is UnitsMoved, "Entry " + entry.Position);
            Assert.False(!isPaused && entry.Event is CommandRefused, "Entry " + entry.Position);
        }
    }

    /// <summary>Many threads reserve, some release; null when every tonne is accounted for, else what went wrong.</summary>
    private static string? Scramble(LedgerLocks locks, ILedgerJournal journal, int attempts, TimeSpan limit)
    {
        var engine = new LedgerEngine(journal, Plain, locks);
        engine.Execute(new IssueUnits("issue", Noon, "seller", Units(1, Stock)));
        long left = attempts, reserved = 0;
        var fault = Together(limit, (thread, stop) =>
        {
            for (var i = 0; !stop.IsSet && Interlocked.Decrement(ref left) >= 0; i++)
            {
                var id = $"{thread}-{i}";
                var tonnes = 1 + (i % 3);
                if (!engine.Execute(new ReserveUnits("k" + id, Noon, "seller", id, new OldestUnits("ccc", tonnes), ReservationPurpose.Other)).IsAccepted)
                {
                    continue;
                }

                if (i % 5 == 0)
                {
                    Assert.True(engine.Execute(new ReleaseUnits("x" + id, Noon, "seller", id)).IsAccepted);
                }
                else
                {
                    Interlocked.Add(ref reserved, tonnes);
                }
            }
        });
        return fault ?? Miscount(engine, journal, Interlocked.Read(ref reserved));
    }

    private static string? Miscount(LedgerEngine engine, ILedgerJournal journal, long reserved)
    {
        var state = LedgerState.Replay(journal.Read(0));
        var seller = engine.Account("seller")!;
        var held = seller.Tonnes("ccc", ShadowAccount.Reserved);
        return reserved > Stock || held != reserved || held + seller.Tonnes("ccc", ShadowAccount.Free) != Stock
            ? $"{reserved} t were promised, {held} t are held, of {Stock} t."
            : string.Join(" ", LedgerAudit.Findings(state)) is { Length: > 0 } findings ? findings : null;
    }

    /// <summary>Runs the work on every thread at once; null when all ended well in time.</summary>
    private static string? Together(TimeSpan limit, Action<int, ManualResetEventSlim> work)
    {
        var faults = new ConcurrentQueue<string>();
        var stop = new ManualResetEventSlim();
        var gate = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            try
            {
                gate.SignalAndWait();
                work(number, stop);
            }
            catch (Exception fault)
            {
                faults.Enqueue(fault.ToString());
                stop.Set();
            }
        }) { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        var inTime = Join(threads, limit);
        stop.Set();
        if (!inTime && !Join(threads, TimeSpan.FromSeconds(20)))
        {
            return "Threads wait for each other.";
        }

        return faults.TryPeek(out var first) ? first : null;
    }

    private static bool Join(List<Thread> threads, TimeSpan limit)
    {
        var deadline = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        return threads.TrueForAll(t => t.Join((int)Math.Max(1, deadline - Environment.TickCount64)));
    }

    /// <summary>How many locks the counting thread holds at most.</summary>
    private sealed class CountedLocks() : LedgerLocks(16)
    {
        private readonly ConcurrentDictionary<int, (int Held, int Most)> _counts = new();

        internal int MostHeld => _counts.GetValueOrDefault(Environment.CurrentManagedThreadId).Most;

        internal void StartCounting() => _counts[Environment.CurrentManagedThreadId] = default;

        internal override void Enter(int index)
        {
            base.Enter(index);
            var (held, most) = _counts.GetValueOrDefault(Environment.CurrentManagedThreadId);
            _counts[Environment.CurrentManagedThreadId] = (held + 1, Math.Max(most, held + 1));
        }

        internal override void Exit(int index)
        {
            var (held, most) = _counts.GetValueOrDefault(Environment.CurrentManagedThreadId);
            _counts[Environment.CurrentManagedThreadId] = (held - 1, most);
            base.Exit(index);
        }
    }

    private sealed class LocksWithout(int missing) : LedgerLocks(64)
    {
        internal override void Enter(int index)
        {
            if (index != missing)
            {
                base.Enter(index);
            }
        }

        internal override void Exit(int index)
        {
            if (index != missing)
            {
                base.Exit(index);
            }
        }
    }

    /// <summary>Gives other threads time to come in between deciding and applying.</summary>
    private sealed class HesitantJournal : ILedgerJournal
    {
        private readonly InMemoryJournal _inner = new();

        public long Position => _inner.Position;

        public long DurablePosition => _inner.DurablePosition;

        public System.Threading.Tasks.Task WhenDurable(long position) => _inner.WhenDurable(position);

        public IEnumerable<CommittedIntent> Intents(long after) => _inner.Intents(after);

        public JournalEntry Enqueue(JournalAppend append)
        {
            Thread.Yield();
            var entry = _inner.Enqueue(append);
            Thread.Yield();
            return entry;
        }

        public IEnumerable<JournalEntry> Read(long after) => _inner.Read(after);

        public JournalEntry? Find(long position) => _inner.Find(position);

        public LedgerSnapshot? LatestSnapshot() => _inner.LatestSnapshot();

        public void Keep(LedgerSnapshot snapshot) => _inner.Keep(snapshot);
    }
}

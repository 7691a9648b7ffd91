using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>Whatever the store accepted is kept: entries, keys, intents, snapshots.</summary>
internal static class KeepingCases
{
    internal static readonly Instant Noon = Instant.FromUtc(2026, 10, 15, 6, 30);

    internal static IEnumerable<LedgerStoreCase> All =>
    [
        new("an empty store has nothing", Empty),
        new("what was answered is there when it is opened again", Reopened),
        new("entries are read from any position, without gaps", ReadFrom),
        new("intents are those of accepted commands, in order", Intents),
        new("a stale stream version is refused and nothing is taken", Stale),
        new("a second engine on the same journal is warned that it is not alone", SecondEngine),
        new("a batch is answered when all of it is durable", Batch),
        new("the latest snapshot is kept, an older one ignored", Snapshots),
        new("snapshot and tail make the same ledger as all entries", SnapshotAndTail),
        new("any text comes back as it was", Texts),
        new("an entry of thousands of blocks comes back as it was", ManyBlocks),
    ];

    internal static IssueUnits Issue(string key, ulong start, ulong end, string account = "mill") => new(key, Noon, account, Units(start, end));

    internal static ReserveUnits Reserve(string key, long tonnes) => new(key, Noon, "mill", key, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale);

    internal static Parcel Units(ulong start, ulong end) => new(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(start, end));

    internal static LedgerEngine Engine(ILedgerJournal journal) => new(journal, RandomCommands.Policy);

    /// <summary>Closes the store, opens it again for the work, and closes it.</summary>
    internal static T With<T>(LedgerStoreFixture fixture, Func<ILedgerJournal, T> work)
    {
        var journal = fixture.Open();
        try
        {
            return work(journal);
        }
        finally
        {
            (journal as IDisposable)?.Dispose();
        }
    }

    internal static void With(LedgerStoreFixture fixture, Action<ILedgerJournal> work) => With(fixture, journal =>
    {
        work(journal);
        return true;
    });

    private static string? Empty(LedgerStoreFixture fixture)
    {
        With(fixture, journal =>
        {
            Expect.True(journal.Position == 0 && journal.DurablePosition == 0);
            Expect.True(!journal.Read(0).Any() && journal.Find(1) is null && journal.Find(0) is null && !journal.Intents(0).Any());
            Expect.True(journal.LatestSnapshot() is null);
            Expect.True(journal.WhenDurable(0).IsCompleted);
        });
        return null;
    }

    private static string? Reopened(LedgerStoreFixture fixture)
    {
        List<string> lines = [];
        var commands = RandomCommands.Of(1, 150);
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            foreach (var command in commands)
            {
                engine.Execute(command);
            }

            Expect.True(journal.DurablePosition == journal.Position);
            lines = Expect.Lines(journal.Read(0)).ToList();
        });
        With(fixture, journal =>
        {
            Expect.Same(lines, Expect.Lines(journal.Read(0)), "entries after reopening");
            var engine = Engine(journal);
            var before = journal.Position;
            Expect.True(commands.All(c => engine.Execute(c) is { IsRepeat: true } or { Entry: null }));
            Expect.True(journal.Position == before);
            Expect.True(engine.Execute(Issue("fresh", 5000, 5001)).Entry!.Position == before + 1);
        });
        return null;
    }

    private static string? ReadFrom(LedgerStoreFixture fixture)
    {
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            engine.ExecuteAsync(Enumerable.Range(0, 700).Select(i => new LedgerRequest(Issue("i" + i, (ulong)i, (ulong)i))).ToList()).AsTask().GetAwaiter().GetResult();
            foreach (var after in new long[] { 0, 1, 2, 500, 511, 512, 513, 699, 700 })
            {
                Expect.Same(Enumerable.Range((int)after + 1, 700 - (int)after).Select(n => (long)n), journal.Read(after).Select(e => e.Position), $"positions after {after}");
            }

            Expect.True(journal.Find(512) is { Key: "i511", Position: 512 } && journal.Find(701) is null && journal.Find(-1) is null);
        });
        return null;
    }

    private static string? Intents(LedgerStoreFixture fixture)
    {
        var expected = new List<CommittedIntent>();
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            engine.Execute(Issue("i", 1, 1000));
            for (var i = 0; i < 120; i++)
            {
                var intents = Enumerable.Range(0, i % 12).Select(n => new RegistryIntent($"k{i}-{n}", n % 2 == 0 ? "icm" : "verra", $"{{\"n\":{n}}}")).ToArray();
                var answer = engine.Execute(Reserve("r" + i, i % 5 == 4 ? 5000 : 1), intents);
                engine.Execute(Reserve("r" + i, i % 5 == 4 ? 5000 : 1), intents);
                expected.AddRange(answer.IsAccepted ? intents.Select((intent, n) => new CommittedIntent(answer.Entry!.Position, n, intent)) : []);
            }

            Expect.Same(expected, journal.Intents(0), "intents");
        });
        With(fixture, journal =>
        {
            Expect.Same(expected, journal.Intents(0), "intents after reopening");
            foreach (var after in new long[] { 1, 2, 30, 60, 119, 121, 500 })
            {
                Expect.Same(expected.Where(i => i.Position > after), journal.Intents(after), $"intents after {after}");
            }
        });
        return null;
    }

    private static string? Stale(LedgerStoreFixture fixture)
    {
        With(fixture, journal =>
        {
            Engine(journal).Execute(Issue("i", 1, 10));
            JournalAppend At(StreamVersion first, StreamVersion second, StreamVersion third) => new(Noon, "x", 0, new AccountFrozen("mill", true, ""), first, second, third, []);
            var right = new StreamVersion("account/mill", 1);
            foreach (var append in new[]
            {
                At(new StreamVersion("account/mill", 0), default, default), At(new StreamVersion("account/mill", 2), default, default),
                At(right, new StreamVersion("account/new", 1), default), At(right, default, new StreamVersion("scope/3/icm/s", 0)),
            })
            {
                Expect.Throws<JournalConflictException>(() => journal.Enqueue(append), "a stale version");
            }

            Expect.Throws<ArgumentException>(() => journal.Enqueue(At(default, default, default)), "an entry of no stream");
            Expect.True(journal.Position == 1);
            journal.WhenDurable(journal.Enqueue(At(right, right, right)).Position).GetAwaiter().GetResult();
            Expect.Throws<JournalConflictException>(() => journal.Enqueue(At(right, default, default)), "the version before");
        });
        With(fixture, journal => Expect.True(Engine(journal).Execute(new FreezeAccount("y", Noon, "mill", false, "")).Entry!.Position == 3));
        return null;
    }

    private static string? SecondEngine(LedgerStoreFixture fixture)
    {
        With(fixture, journal =>
        {
            var (first, second) = (Engine(journal), Engine(journal));
            first.Execute(Issue("i", 1, 10));
            Expect.Throws<JournalConflictException>(() => second.Execute(Issue("j", 1, 10)), "an engine that knows nothing of the other's entry");
            Expect.True(journal.Position == 1);
            var late = Engine(journal);
            first.Execute(new PauseBusiness("p", Noon, "icm", true, "in trouble"));
            Expect.Throws<JournalConflictException>(() => late.Execute(Reserve("r", 1)), "an engine that has not seen the other's pause");
            Expect.True(journal.Position == 2);
        });
        return null;
    }

    private static string? Batch(LedgerStoreFixture fixture)
    {
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            var requests = Enumerable.Range(0, 2000).Select(i => new LedgerRequest(Issue("i" + i, (ulong)i, (ulong)i), [new RegistryIntent("k" + i, "icm", "{}")])).ToList();
            var answers = engine.ExecuteAsync(requests).AsTask().GetAwaiter().GetResult();
            Expect.Same(Enumerable.Range(1, 2000).Select(n => (long)n), answers.Select(a => a.Entry!.Position), "positions");
            Expect.True(journal.DurablePosition == 2000 && journal.Intents(0).Count() == 2000);
        });
        return null;
    }

    private static string? Snapshots(LedgerStoreFixture fixture)
    {
        var large = new byte[5_000_000];
        new Random(1).NextBytes(large);
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            engine.Execute(Issue("i", 1, 10));
            engine.Execute(Issue("j", 11, 20));
            journal.Keep(new LedgerSnapshot(1, new byte[] { 1, 2, 3 }));
            journal.Keep(new LedgerSnapshot(2, large));
            journal.Keep(new LedgerSnapshot(1, new byte[] { 4 }));
            Expect.True(journal.LatestSnapshot() is { Position: 2 } kept && kept.State.Span.SequenceEqual(large));
        });
        With(fixture, journal => Expect.True(journal.LatestSnapshot() is { Position: 2 } kept && kept.State.Span.SequenceEqual(large)));
        return null;
    }

    private static string? SnapshotAndTail(LedgerStoreFixture fixture)
    {
        var commands = RandomCommands.Of(7, 200);
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            for (var i = 0; i < commands.Count; i++)
            {
                engine.Execute(commands[i]);
                if (i is 50 or 166)
                {
                    Expect.True(engine.TakeSnapshot().Position == journal.DurablePosition);
                }
            }
        });
        With(fixture, journal =>
        {
            Expect.True(journal.LatestSnapshot()!.Position < journal.Position);
            var rebuilt = Engine(journal).TakeSnapshot();
            Expect.True(rebuilt.State.Span.SequenceEqual(LedgerState.Replay(journal.Read(0)).ToSnapshot().State.Span));
        });
        if (fixture.Read() is { } stored)
        {
            using (stored)
            {
                Expect.None(stored.Findings(), "findings");
            }
        }

        return null;
    }

    private static string? Texts(LedgerStoreFixture fixture)
    {
        var names = new[] { "मिल \U0001F33F", "a'b\"c\\d%_;--", new string('x', 128), "‎\u200D\uFEFF é é", "NULL", "{\"a\":1}", "\u00A0 leading and trailing \u00A0" };
        var payloads = names.Append("").Append("line\nline\r\n\ttab").ToArray();
        IEnumerable<string> Of(int i) => i == 0 ? payloads.Append(new string('ß', 1_000_000)) : payloads;
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            for (var i = 0; i < names.Length; i++)
            {
                var intents = Of(i).Select((p, n) => new RegistryIntent($"k{i}-{n}", names[i], p)).ToArray();
                Expect.True(engine.Execute(Issue(names[i], (ulong)i, (ulong)i, names[i]), intents).IsAccepted);
            }
        });
        With(fixture, journal =>
        {
            Expect.Same(names, journal.Read(0).Select(e => e.Key), "keys");
            Expect.Same(names, journal.Read(0).Select(e => ((UnitsEntered)e.Event).Account), "accounts");
            Expect.Same(names.SelectMany((n, i) => Of(i).Select(p => (n, p))), journal.Intents(0).Select(i => (i.Intent.Registry, i.Intent.Payload)), "payloads");
            Expect.True(names.All(n => Engine(journal).Account(n) is not null));
        });
        return null;
    }

    private static string? ManyBlocks(LedgerStoreFixture fixture)
    {
        const int count = 5000;
        With(fixture, journal =>
        {
            var engine = Engine(journal);
            engine.ExecuteAsync(Enumerable.Range(0, count).Select(i => new LedgerRequest(Issue("i" + i, (ulong)i * 10, ((ulong)i * 10) + 4))).ToList()).AsTask().GetAwaiter().GetResult();
            Expect.True(engine.Execute(new RetireUnits("retire", Noon, "mill", new OldestUnits("ccc", count * 5))).IsAccepted);
        });
        With(fixture, journal => Expect.True(((UnitsMoved)journal.Find(count + 1)!.Event).Units.Count == count && Engine(journal).Account("mill")!.Tonnes("ccc", ShadowAccount.Retired) == count * 5));
        return null;
    }
}

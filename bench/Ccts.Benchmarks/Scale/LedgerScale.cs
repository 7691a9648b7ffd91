using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// The ledger at ten million: pairs of reserve and commit a second, bytes a block, a journal replayed, its text read, and a snapshot
/// loaded. A thousand accounts, more than the scheme has obligated entities, hold blocks that do not touch, each issued by an entry of its own under a key of its own.
/// </summary>
internal static class LedgerScale
{
    private const int Accounts = 1_000;
    private static readonly Instant At = Instant.FromUtc(2026, 10, 15, 6, 30);
    private static readonly UnitLot Lot = new("icm", "s", "ccc", 2025);
    private static readonly string[] Names = Enumerable.Range(0, Accounts).Select(i => "account-" + i.ToString(CultureInfo.InvariantCulture)).ToArray();

    internal static void Run(int count)
    {
        if (AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out var tiered) && !tiered && Environment.GetEnvironmentVariable("DOTNET_TieredCompilation") != "1")
        {
            Console.WriteLine("Compiled once, not as hosts have it: the bars are measured with DOTNET_TieredCompilation=1.");
        }

        Pairs("a dictionary by hand", DictionaryPairs);
        Pairs("state", StatePairs);
        Pairs("engine", EnginePairs);
        Memory(count);
        Replay(count);
    }

    private static void Pairs(string name, Func<int, (TimeSpan Wall, TimeSpan Processor)> run)
    {
        const int pairs = 500_000;
        run(50_000);
        var times = Enumerable.Range(0, 7).Select(_ => run(pairs)).OrderBy(t => t.Processor).ToList();
        Tell($"reserve + commit, {name}", $"{pairs / times[3].Processor.TotalSeconds:#,0} pairs a second of processor time, best {pairs / times[0].Processor.TotalSeconds:#,0}; by the clock at best {pairs / times.Min(t => t.Wall.TotalSeconds):#,0}");
    }

    // The sums only: no blocks, no reasons, no journal.
    private static (TimeSpan, TimeSpan) DictionaryPairs(int pairs)
    {
        var action = Ratios.LedgerRatios.Dictionary();
        var clock = new Clock();
        for (var i = 0; i < pairs; i++)
        {
            action();
        }

        return clock.Read();
    }

    private static (TimeSpan, TimeSpan) StatePairs(int pairs)
    {
        var state = new LedgerState();
        Apply(state, Issue(0, 0, 900_000_000_000));
        var clock = new Clock();
        for (var i = 0; i < pairs; i++)
        {
            var id = "r" + i.ToString(CultureInfo.InvariantCulture);
            Apply(state, new ReserveUnits(id, At, Names[0], id, new OldestUnits("ccc", 3), ReservationPurpose.Sale));
            Apply(state, new TransferUnits("c" + id, At, Names[0], Names[1], new ReservedUnits(id)));
        }

        return clock.Read();
    }

    private static (TimeSpan, TimeSpan) EnginePairs(int pairs)
    {
        var engine = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        engine.Execute(Issue(0, 0, 900_000_000_000));
        var clock = new Clock();
        for (var i = 0; i < pairs; i++)
        {
            var id = "r" + i.ToString(CultureInfo.InvariantCulture);
            engine.Execute(new ReserveUnits(id, At, Names[0], id, new OldestUnits("ccc", 3), ReservationPurpose.Sale));
            engine.Execute(new TransferUnits("c" + id, At, Names[0], Names[1], new ReservedUnits(id)));
        }

        return clock.Read();
    }

    private static void Memory(int blocks)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var state = new LedgerState();
        for (var i = 0; i < blocks; i++)
        {
            state.Apply(Entered(i, i + 1));
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        Tell($"{blocks:#,0} blocks", $"{(after - before) / (double)blocks:0.0} bytes a block, key included");
        Among(state);
        GC.KeepAlive(state);
    }

    private static void Among(LedgerState state)
    {
        var clock = new Clock();
        const int times = 100_000;
        for (var i = 0; i < times; i++)
        {
            var id = "r" + i.ToString(CultureInfo.InvariantCulture);
            Apply(state, new ReserveUnits(id, At, Names[i % Accounts], id, new OldestUnits("ccc", 7), ReservationPurpose.Sale));
            Apply(state, new ReleaseUnits("c" + id, At, Names[i % Accounts], id));
        }

        Tell("a reservation and its release among them", $"{clock.Read().Processor.TotalMicroseconds / times:0.00} us");
    }

    private static void Replay(int count)
    {
        var entries = Entries(count);
        var clock = new Clock();
        var state = LedgerState.Replay(entries);
        Tell($"{count:#,0} entries replayed with invariants", clock.Text());
        var text = new Clock();
        var lines = JournalWriter.Lines(entries.Take(count / 50)).ToList();
        Tell($"{count / 50:#,0} entries written as text", text.Text());
        text = new Clock();
        _ = LedgerState.Replay(JournalReader.Read(lines));
        Tell($"{count / 50:#,0} entries read from text and replayed", text.Text());
        (entries, lines) = ([], []);
        clock = new Clock();
        var snapshot = state.ToSnapshot();
        Tell("its snapshot written", $"{clock.Text()}, {snapshot.State.Length / 1048576.0:0} MiB");
        state = null;
        GC.Collect();
        clock = new Clock();
        var loaded = LedgerState.FromSnapshot(snapshot);
        Tell("its snapshot loaded", clock.Text());
        clock = new Clock();
        Tell("equal to what was replayed", loaded.ToSnapshot().State.Span.SequenceEqual(snapshot.State.Span) ? "yes" : "NO");
    }

    // A quarter each: issued, reserved, given to another account, banked by it.
    private static List<JournalEntry> Entries(int count)
    {
        var entries = new List<JournalEntry>(count);
        for (var i = 0; entries.Count < count; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            var (holder, buyer) = (Names[i % Accounts], Names[(i + 1) % Accounts]);
            IReadOnlyList<Parcel> units = [Block(i)];
            Add(entries, "i" + n, new UnitsEntered(holder, units[0], ShadowAccount.Free, EntryOrigin.Issued, null));
            Add(entries, "r" + n, new UnitsReserved(holder, "r" + n, ReservationPurpose.Sale, ShadowAccount.Free, units, null));
            Add(entries, "t" + n, new UnitsMoved(MoveCause.Transfer, holder, ShadowAccount.Reserved, "r" + n, units, buyer, ShadowAccount.Free));
            Add(entries, "b" + n, new UnitsMoved(MoveCause.Bank, buyer, ShadowAccount.Free, null, units, buyer, ShadowAccount.Banked));
        }

        return entries;
    }

    private static void Add(List<JournalEntry> entries, string key, LedgerEvent happened) => entries.Add(new JournalEntry(entries.Count + 1, At, key, 0x1234_5678_9abc_def0, happened));

    private static JournalEntry Entered(int block, long position) => new(
        position, At, "i" + block.ToString(CultureInfo.InvariantCulture), (ulong)position, new UnitsEntered(Names[block % Accounts], Block(block), ShadowAccount.Free, EntryOrigin.Issued, null));

    private static Parcel Block(int block) => new(Lot, new BlockRange((ulong)block * 10, ((ulong)block * 10) + 4));

    private static IssueUnits Issue(int account, ulong start, ulong end) => new("issue", At, Names[account], new Parcel(Lot, new BlockRange(start, end)));

    private static void Apply(LedgerState state, LedgerCommand command) =>
        state.Apply(state.Decide(LedgerPolicy.Bare, command).EntryAt(state.Position + 1, command)!);

    private static void Tell(string what, FormattableString figure) => Console.WriteLine(what + ": " + FormattableString.Invariant(figure));

    private static void Tell(string what, string figure) => Console.WriteLine(what + ": " + figure);

    /// <summary>Time by the clock, and time of all the process's threads: a busy machine stretches the first alone.</summary>
    private sealed class Clock
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private readonly TimeSpan _used = Environment.CpuUsage.TotalTime;

        internal (TimeSpan Wall, TimeSpan Processor) Read() => (Stopwatch.GetElapsedTime(_started), Environment.CpuUsage.TotalTime - _used);

        internal string Text()
        {
            var (wall, processor) = Read();
            return FormattableString.Invariant($"{wall.TotalSeconds:0.00} s by the clock, {processor.TotalSeconds:0.00} s of processor time");
        }
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>Reserve and commit against a dictionary that does only the sums, and a reservation among many blocks against one among few.</summary>
internal static class LedgerRatios
{
    private static readonly Instant At = Instant.FromUtc(2026, 10, 15, 6, 30);
    private static readonly UnitLot Lot = new("icm", "s", "ccc", 2025);

    internal static IEnumerable<Ratio> All()
    {
        yield return new Ratio("ledger/reserve-commit", Dictionary(), State());
        yield return new Ratio("ledger/reserve-commit-engine", Dictionary(), Engine());
        yield return new Ratio("ledger/reserve-in-many-blocks", Among(100), Among(200_000));
    }

    internal static Action Dictionary()
    {
        var (reservations, keys) = (new Dictionary<string, long>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var balances = new Dictionary<string, long>(StringComparer.Ordinal) { ["a"] = long.MaxValue, ["b"] = 0 };
        var next = 0;
        return () =>
        {
            var id = Id(ref next);
            if (keys.Add(id) && balances["a"] >= 3)
            {
                balances["a"] -= 3;
                reservations[id] = 3;
            }

            if (keys.Add("c" + id) && reservations.Remove(id, out var tonnes))
            {
                balances["b"] += tonnes;
            }
        };
    }

    private static Action State()
    {
        var state = new LedgerState();
        Apply(state, new IssueUnits("issue", At, "a", Units(0, 900_000_000_000)));
        var next = 0;
        return () =>
        {
            var id = Id(ref next);
            Apply(state, Reserve(id));
            Apply(state, new TransferUnits("c" + id, At, "a", "b", new ReservedUnits(id)));
        };
    }

    private static Action Engine()
    {
        var engine = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        engine.Execute(new IssueUnits("issue", At, "a", Units(0, 900_000_000_000)));
        var next = 0;
        return () =>
        {
            var id = Id(ref next);
            engine.Execute(Reserve(id));
            engine.Execute(new TransferUnits("c" + id, At, "a", "b", new ReservedUnits(id)));
        };
    }

    // Reserved and released, so that the stock is the same every time.
    private static Action Among(int blocks)
    {
        var state = Filled(blocks);
        var next = 0;
        return () =>
        {
            var id = Id(ref next);
            Apply(state, Reserve(id));
            Apply(state, new ReleaseUnits("c" + id, At, "a", id));
        };
    }

    private static LedgerState Filled(int blocks)
    {
        var state = new LedgerState();
        for (var i = 0; i < blocks; i++)
        {
            Apply(state, new IssueUnits("i" + i.ToString(CultureInfo.InvariantCulture), At, "a", Units((ulong)i * 10, ((ulong)i * 10) + 4)));
        }

        return state;
    }

    private static void Apply(LedgerState state, LedgerCommand command) =>
        state.Apply(state.Decide(LedgerPolicy.Bare, command).EntryAt(state.Position + 1, command)!);

    private static ReserveUnits Reserve(string id) => new(id, At, "a", id, new OldestUnits("ccc", 3), ReservationPurpose.Sale);

    private static Parcel Units(ulong start, ulong end) => new(Lot, new BlockRange(start, end));

    private static string Id(ref int next) => "r" + (next++).ToString(CultureInfo.InvariantCulture);
}

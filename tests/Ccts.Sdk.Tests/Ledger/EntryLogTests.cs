using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Entries kept as bytes come back as they were, every member of them.</summary>
public class EntryLogTests
{
    private static readonly Parcel High = new(new UnitLot("puro", "\uD800", "cork", 1999), new BlockRange(new BlockNumber(7, 1), BlockNumber.MaxValue));

    private static readonly LedgerEvent[] Events =
    [
        new UnitsEntered("mill", Units(1, ulong.MaxValue), ShadowAccount.Pending, EntryOrigin.Received, "outside/मिल"),
        new UnitsEntered("mill", High, ShadowAccount.Free, EntryOrigin.Issued, null),
        new UnitsReserved("mill", "r", ReservationPurpose.Other, ShadowAccount.Banked, [Units(1, 2), High, default], Noon.PlusNanoseconds(-1)),
        new UnitsReserved("mill", "r", ReservationPurpose.Sale, ShadowAccount.Free, [], null),
        new UnitsReleased("mill\0", new string('ÿ', 200) + "\uDC00", [Units(3, 4)]),
        new UnitsMoved(MoveCause.ClawBack, "mill", ShadowAccount.Reserved, "r", [Units(5, 5)], "court", ShadowAccount.Quarantined, "order 7", 2025),
        new UnitsMoved((MoveCause)(-4), "mill", (ShadowAccount)99, null, null!, null!, (ShadowAccount)int.MinValue, "", int.MinValue),
        new UnitsConverted("mill", ShadowAccount.Free, null, [Units(6, 7)], High),
        new AccountFrozen("mill", true, "seized"),
        new AccountFrozen(null!, false, null!),
        new BusinessPaused(null, true, "fault"),
        new BusinessPaused("icm", false, "", "breaker"),
        new KeysForgotten(Instant.FromUtc(1969, 1, 1, 0, 0).PlusNanoseconds(1)),
        new CommandRefused(new Refusal(RefusalCode.Oversell), true, null),
        new CommandRefused(
            new Refusal(RefusalCode.StillValid) { Account = "a", Subject = "s", Asked = long.MinValue, Available = long.MaxValue, Block = Block(1, 9), Place = ShadowAccount.Expired, Until = new LocalDate(2026, 2, 28) },
            false,
            new LocalDate(2100, 12, 31)),
    ];

    [Fact]
    public void Every_entry_comes_back_whole()
    {
        var log = new EntryLog();
        var kept = new List<JournalEntry>();
        for (var i = 0; i < 4_000; i++)
        {
            var entry = new JournalEntry(10 + (i * 3L), Noon.PlusNanoseconds(i * 7L), "key " + i, unchecked((ulong)i * 0x9e3779b97f4a7c15), Events[i % Events.Length]);
            log.Add(entry);
            kept.Add(entry);
        }

        Assert.All(kept, e => Same(e, log.Find(e.Position)!));
        Assert.Null(log.Find(9));
        Assert.Null(log.Find(11));
        Assert.Null(log.Find(long.MaxValue));
        var after = log.After(kept[99].Position);
        log.Add(kept[0] with { Position = 100_000 });
        Assert.Equal(kept.Count - 100, after.Count);
        Assert.All(kept.Skip(100).Zip(after), p => Same(p.First, p.Second));
    }

    [Fact]
    public void Every_kind_of_event_is_among_the_samples()
    {
        var kinds = typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(LedgerEvent)));
        Assert.All(kinds, kind => Assert.Contains(Events, e => e.GetType() == kind));
        Assert.Throws<ArgumentException>(() => new EntryLog().Add(new JournalEntry(1, Noon, "k", 0, null!)));
    }

    // Records compare their lists by reference, so each list is compared by itself and then put in the other's place.
    private static void Same(JournalEntry wanted, JournalEntry found)
    {
        var lists = wanted.Event.GetType().GetProperties().Where(p => p.PropertyType == typeof(IReadOnlyList<Parcel>)).ToList();
        foreach (var list in lists)
        {
            Assert.Equal((IReadOnlyList<Parcel>?)list.GetValue(wanted.Event), (IReadOnlyList<Parcel>?)list.GetValue(found.Event));
            list.SetValue(found.Event, list.GetValue(wanted.Event));
        }

        Assert.Equal(wanted, found);
    }
}

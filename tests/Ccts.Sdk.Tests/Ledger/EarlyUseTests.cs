using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A journal written before the ledger refused uses before the issue, or by hand: the audit tells them.</summary>
public class EarlyUseTests
{
    private static readonly Instant Before = Noon - Duration.FromDays(1);

    [Fact]
    public void What_was_sold_or_retired_before_its_issue_is_told()
    {
        var issued = new UnitsEntered("mill", Units(1, 100), ShadowAccount.Free, EntryOrigin.Issued, null);
        Assert.Equal(
            [
                "Entry 3: icm:s:5-6 of mill was moved by retire on 2026-10-14, before the day of its issue, 2026-10-15.",
                "Entry 4: icm:s:7-7 of mill was offered for sale on 2026-10-14, before the day of its issue, 2026-10-15.",
            ],
            Findings(
                (Noon, issued),
                (Noon, new UnitsEntered("mill", Units(200, 300), ShadowAccount.Free, EntryOrigin.Issued, null)),
                (Before, Retired(Units(5, 6))),
                (Before, new UnitsReserved("mill", "r", ReservationPurpose.Sale, ShadowAccount.Free, [Units(7, 7)], null)),
                (Noon, Retired(Units(8, 8))),
                (Before, new UnitsMoved(MoveCause.ClawBack, "mill", ShadowAccount.Free, null, [Units(9, 9)], "court", ShadowAccount.Quarantined))));
    }

    [Fact]
    public void A_lot_that_knows_its_day_is_held_to_it() =>
        Assert.Equal(
            ["Entry 1: icm:s:1-100 of mill came in on 2026-10-14, before the day of its issue, 2026-10-15.", "Entry 2: icm:s:1-1 of mill was converted on 2026-10-14, before the day of its issue, 2026-10-15."],
            Findings(
                (Before, new UnitsEntered("mill", Units(1, 100).OnTheDay(), ShadowAccount.Free, EntryOrigin.Received, null)),
                (Before, new UnitsConverted("mill", ShadowAccount.Free, null, [Units(1, 1).OnTheDay()], Units(1, 1, scope: "new"))),
                (Noon, Retired(Units(2, 2).OnTheDay()))));

    [Fact]
    public void What_was_received_without_a_day_is_held_to_none() =>
        Assert.Empty(Findings((Noon, new UnitsEntered("mill", Units(1, 100), ShadowAccount.Free, EntryOrigin.Received, null)), (Before, Retired(Units(1, 1)))));

    [Fact]
    public void What_the_ledger_lets_happen_the_audit_does_not_find()
    {
        var run = JournalTests.Sample();
        var early = new EarlyUses();
        run.Entries.ForEach(early.See);
        Assert.Empty(early.Findings);
    }

    private static UnitsMoved Retired(Parcel units) => new(MoveCause.Retire, "mill", ShadowAccount.Free, null, [units], "mill", ShadowAccount.Retired);

    private static IReadOnlyList<string> Findings(params (Instant At, LedgerEvent Event)[] events)
    {
        var early = new EarlyUses();
        foreach (var (happened, i) in events.Select((e, i) => (e, i)))
        {
            early.See(new JournalEntry(i + 1, happened.At, "k" + i, 0, happened.Event));
        }

        return early.Findings;
    }
}

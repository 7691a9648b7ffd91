using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>Which units a selection names.</content>
public sealed partial record AccountView
{
    /// <summary>The units of a selection that the account has, in the order in which the ledger takes them. Changes nothing.</summary>
    /// <param name="units">The selection.</param>
    /// <param name="usable">Which units may be used: the ledger skips the others when it takes the oldest. Null: all.</param>
    public IReadOnlyList<Parcel> Find(UnitSelection units, Func<UnitLot, bool>? usable = null) => Require.NotNull(units) switch
    {
        OldestUnits oldest => Oldest(oldest, usable ?? (_ => true)),
        ChosenUnits chosen => Within(chosen.Blocks, Holdings.Where(h => h.Place == chosen.From).Select(h => h.Units)),
        ReservedUnits { Blocks: { } blocks } reserved => Within(blocks, HeldBy(reserved)),
        ReservedUnits { Tonnes: { } tonnes } reserved => Reservation.Split(HeldBy(reserved), tonnes).Taken,
        ReservedUnits reserved => HeldBy(reserved),
        _ => throw new NotSupportedException(units.GetType().Name),
    };

    private List<Parcel> Oldest(OldestUnits wanted, Func<UnitLot, bool> usable)
    {
        // Holdings are listed by lot in the order the lots came, and sorting keeps that order.
        var there = Holdings.Where(h => h.Place == wanted.From && string.Equals(h.Units.Lot.Kind, wanted.Kind, StringComparison.Ordinal) && wanted.Admits(h.Units.Lot))
            .Select(h => h.Units).OrderBy(u => u.Lot.Vintage).ToList();
        return [.. Reservation.Split([.. there.Where(u => usable(u.Lot)), .. there.Where(u => !usable(u.Lot))], wanted.Tonnes).Taken];
    }

    private IReadOnlyList<Parcel> HeldBy(ReservedUnits wanted) =>
        Reservations.FirstOrDefault(r => string.Equals(r.Id, wanted.Reservation, StringComparison.Ordinal))?.Units ?? [];

    private static List<Parcel> Within(IReadOnlyList<SerialBlock> blocks, IEnumerable<Parcel> units) => units
        .SelectMany(u => blocks.Where(b => b.SharesScopeWith(u.Block)).Select(b => (u.Lot, Range: b.Range.Intersect(u.Range))))
        .Where(u => u.Range is not null).Select(u => new Parcel(u.Lot, u.Range!.Value)).ToList();
}

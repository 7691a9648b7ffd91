using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>An open reservation: which units it holds, for what, until when.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">Unique among the open reservations of its account.</param>
/// <param name="Purpose">What for.</param>
/// <param name="From">The shadow account to which a release returns the units.</param>
/// <param name="Units">What it holds now, in the order taken. Do not change it.</param>
/// <param name="Until">From then on it can only be released or clawed back; null for no end.</param>
public sealed record Reservation(string Id, ReservationPurpose Purpose, ShadowAccount From, IReadOnlyList<Parcel> Units, Instant? Until)
{
    /// <summary>How many tonnes it holds.</summary>
    public long Tonnes => TonnesOf(Units);

    internal static long TonnesOf(IReadOnlyList<Parcel> units)
    {
        long total = 0;
        for (var i = 0; i < units.Count; i++)
        {
            total = checked(total + units[i].Tonnes);
        }

        return total;
    }

    /// <summary>What is left after units are taken from it.</summary>
    internal IReadOnlyList<Parcel> Without(IReadOnlyList<Parcel> taken) => HoldsFirst(taken)
        ? Split(Units, TonnesOf(taken)).Left
        : ReservedPieces.Divide(Units, ReservedPieces.InOrder(taken.Select(p => p.Block).ToArray(), out _)).Left;

    /// <summary>Whether it holds all of these units, each at most once.</summary>
    internal bool Holds(IReadOnlyList<Parcel> taken)
    {
        if (HoldsFirst(taken))
        {
            return true;
        }

        var named = ReservedPieces.InOrder(taken.Select(p => p.Block).ToArray(), out var twice);
        var found = ReservedPieces.Divide(Units, named).Taken;
        return twice is null && found.Count == taken.Count
            && found.OrderBy(p => p.Block).SequenceEqual(taken.OrderBy(p => p.Block));
    }

    private bool HoldsFirst(IReadOnlyList<Parcel> taken)
    {
        for (var i = 0; i < taken.Count; i++)
        {
            if (i >= Units.Count || !BeginsWith(Units[i], taken[i], isLast: i == taken.Count - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsWith(Parcel held, Parcel taken, bool isLast) =>
        held.Lot.Equals(taken.Lot) && held.Range.Start == taken.Range.Start && (isLast ? taken.Range.End <= held.Range.End : taken.Range.End == held.Range.End);

    /// <summary>The first tonnes and the rest. The rest is empty if all or more are asked for.</summary>
    internal static (IReadOnlyList<Parcel> Taken, IReadOnlyList<Parcel> Left) Split(IReadOnlyList<Parcel> units, long tonnes)
    {
        var taken = new List<Parcel>();
        var rest = new List<Parcel>();
        foreach (var parcel in units)
        {
            var here = parcel.Tonnes;
            if (tonnes >= here)
            {
                taken.Add(parcel);
            }
            else if (tonnes <= 0)
            {
                rest.Add(parcel);
            }
            else
            {
                var (first, second) = parcel.Range.Split(parcel.Range.Start + (ulong)tonnes);
                taken.Add(parcel with { Range = first });
                rest.Add(parcel with { Range = second });
            }

            tonnes = Math.Max(0, tonnes - here);
        }

        return (taken, rest);
    }
}

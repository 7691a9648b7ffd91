using System;
using System.Collections.Generic;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>An open reservation: which units it holds, for what, until when.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">Unique among the open reservations of its account.</param>
/// <param name="Purpose">What for.</param>
/// <param name="From">The shadow account to which a release returns the units.</param>
/// <param name="Units">What it holds now, in the order taken. Not to be changed.</param>
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

    /// <summary>The first tonnes and the rest. Asked for all or more, the rest is empty.</summary>
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

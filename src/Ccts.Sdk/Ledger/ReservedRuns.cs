using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Finds the open reservation that holds a number, for the text of a refusal. The order path pays nothing for it: the runs are sorted
/// when they are first asked for, later reservations are searched one by one, and when there are many the runs are sorted
/// again. So a refusal costs about the square root of the number of open reservations. If a command asks for thousands of blocks,
/// sorting once is cheaper than searching the recent ones each time. Not thread-safe.
/// </summary>
internal sealed class ReservedRuns(IReadOnlyDictionary<string, Reservation> open)
{
    private const int FewestRecent = 16;

    // About the cost of sorting one reservation into its place.
    private const int LooksPerOrder = 16;

    private readonly HashSet<string> _recent = new(StringComparer.Ordinal);
    private List<Run>? _runs;
    private long _looked;

    /// <summary>Call this for every reservation that is opened. Closing or shrinking one needs no call.</summary>
    internal void Opened(Reservation reservation)
    {
        if (_runs is null)
        {
            return;
        }

        _recent.Add(reservation.Id);
        if (_recent.Count > FewestRecent && (long)_recent.Count * _recent.Count > _runs.Count)
        {
            _runs = null;
        }
    }

    /// <summary>What is reserved of a block, each parcel with its reservation, in no order.</summary>
    internal IEnumerable<(Reservation Holder, Parcel Units)> Within(SerialBlock block)
    {
        if (_looked > (long)open.Count * LooksPerOrder)
        {
            _runs = null;
        }

        var runs = _runs ??= InOrder();
        _looked += _recent.Count;
        for (var at = FirstEndingFrom(runs, block); at < runs.Count && runs[at].Block.Overlaps(block); at++)
        {
            // A reservation that was closed may be open again under its id, with other units: then it is among the recent ones.
            if (!_recent.Contains(runs[at].Id) && open.TryGetValue(runs[at].Id, out var holder))
            {
                foreach (var parcel in holder.Units)
                {
                    if (runs[at].Block.Contains(parcel.Block) && parcel.Block.Overlaps(block))
                    {
                        yield return (holder, parcel);
                    }
                }
            }
        }

        foreach (var id in _recent)
        {
            if (open.TryGetValue(id, out var holder))
            {
                foreach (var parcel in holder.Units)
                {
                    if (parcel.Block.Overlaps(block))
                    {
                        yield return (holder, parcel);
                    }
                }
            }
        }
    }

    // No number is reserved twice, so in order of their starts the runs of a scope are in order of their ends too.
    private static int FirstEndingFrom(List<Run> runs, SerialBlock block)
    {
        int low = 0, high = runs.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (runs[middle].Block.CompareTo(block.With(new BlockRange(block.Start, block.Start))) < 0 && !runs[middle].Block.Overlaps(block))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private List<Run> InOrder()
    {
        _recent.Clear();
        _looked = 0;
        var runs = new List<Run>(open.Count);
        foreach (var reservation in open.Values)
        {
            foreach (var parcel in reservation.Units)
            {
                runs.Add(new Run(parcel.Block, reservation.Id));
            }
        }

        runs.Sort(static (a, b) => a.Block.CompareTo(b.Block));
        return runs;
    }

    private readonly record struct Run(SerialBlock Block, string Id);
}

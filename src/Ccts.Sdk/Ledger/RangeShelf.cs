using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Sorted runs of numbers that do not touch: what one lot has in one place. Made for millions of runs that arrive mostly in order
/// and leave mostly from the front. 16 bytes a run within 64 bits, in leaves that stay full when runs are appended; finding, adding and
/// removing cost a binary search and a short move. Not thread-safe.
/// </summary>
internal sealed partial class RangeShelf
{
    private readonly List<RangeLeaf> _leaves = [];

    /// <summary>How many numbers.</summary>
    internal long Tonnes { get; private set; }

    /// <summary>How many separate runs.</summary>
    internal int RangeCount { get; private set; }

    internal bool IsEmpty => RangeCount == 0;

    /// <summary>The lowest run. Only when not empty.</summary>
    internal BlockRange First => _leaves[0][0];

    internal bool Overlaps(BlockRange range) => FindOverlap(range) is not null;

    /// <summary>A run that shares a number with the given one, or null.</summary>
    internal BlockRange? FindOverlap(BlockRange range)
    {
        var at = Find(range.End);
        return at.Leaf >= 0 && _leaves[at.Leaf][at.Index] is var found && range.Start <= found.End ? found : null;
    }

    /// <summary>The whole run in which the number lies, or null.</summary>
    internal BlockRange? Holding(BlockNumber number) => FindOverlap(new BlockRange(number, number));

    internal bool Contains(BlockRange range) => Holding(range.Start) is { } found && range.End <= found.End;

    /// <summary>The runs from the lowest on, without allocating an enumerator.</summary>
    internal Walk Runs() => new(_leaves);

    /// <summary>The runs from the lowest on.</summary>
    internal IEnumerable<BlockRange> Ranges()
    {
        foreach (var leaf in _leaves)
        {
            for (var i = 0; i < leaf.Count; i++)
            {
                yield return leaf[i];
            }
        }
    }

    /// <summary>How many of the numbers are here.</summary>
    internal decimal CountWithin(BlockRange range)
    {
        var at = Find(range.Start);
        var spot = at.Leaf >= 0 && _leaves[at.Leaf][at.Index].End >= range.Start ? at : Next(at);
        for (decimal total = 0; ; spot = Next(spot))
        {
            if (spot.Leaf < 0 || _leaves[spot.Leaf][spot.Index].Intersect(range) is not { } here)
            {
                return total;
            }

            total += here.Count.ToDecimal();
        }
    }

    /// <summary>Adds numbers none of which is here.</summary>
    /// <exception cref="InvalidOperationException">One of them is; nothing has changed.</exception>
    internal void Add(BlockRange range)
    {
        if (_leaves.Count > 0 && _leaves[_leaves.Count - 1] is { } last && last[last.Count - 1].End < range.Start)
        {
            Append(last, range);
            return;
        }

        var at = Find(range.Start);
        var after = Next(at);
        if ((at.Leaf >= 0 && _leaves[at.Leaf][at.Index].End >= range.Start) || (after.Leaf >= 0 && _leaves[after.Leaf][after.Index].Start <= range.End))
        {
            throw new InvalidOperationException($"{range} is in the ledger twice.");
        }

        var total = checked(Tonnes + (long)range.Count.ToUInt64());
        var joinsBefore = at.Leaf >= 0 && _leaves[at.Leaf][at.Index].EndsRightBefore(range);
        var joinsAfter = after.Leaf >= 0 && range.EndsRightBefore(_leaves[after.Leaf][after.Index]);
        if (joinsBefore)
        {
            var end = joinsAfter ? _leaves[after.Leaf][after.Index].End : range.End;
            _leaves[at.Leaf][at.Index] = new BlockRange(_leaves[at.Leaf][at.Index].Start, end);
            if (joinsAfter)
            {
                RemoveAt(after);
            }
        }
        else if (joinsAfter)
        {
            _leaves[after.Leaf][after.Index] = new BlockRange(range.Start, _leaves[after.Leaf][after.Index].End);
        }
        else
        {
            InsertAfter(at, range);
        }

        Tonnes = total;
    }

    /// <summary>Removes numbers all of which are here, in one run.</summary>
    /// <exception cref="InvalidOperationException">One of them is not; nothing has changed.</exception>
    internal void Remove(BlockRange range)
    {
        var at = Find(range.Start);
        if (at.Leaf < 0 || _leaves[at.Leaf][at.Index].End < range.End)
        {
            throw new InvalidOperationException($"{range} is not where it is taken from.");
        }

        var held = _leaves[at.Leaf][at.Index];
        if (held == range)
        {
            RemoveAt(at);
        }
        else if (held.Start == range.Start)
        {
            _leaves[at.Leaf][at.Index] = new BlockRange(range.End + BlockNumber.One, held.End);
        }
        else
        {
            _leaves[at.Leaf][at.Index] = new BlockRange(held.Start, range.Start - BlockNumber.One);
            if (range.End < held.End)
            {
                InsertAfter(at, new BlockRange(range.End + BlockNumber.One, held.End));
            }
        }

        Tonnes -= (long)range.Count.ToUInt64();
    }
}

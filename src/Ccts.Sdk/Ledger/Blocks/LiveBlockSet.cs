using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger.Blocks;

/// <summary>A set of block numbers of one scope that grows and shrinks; made for millions of ranges.</summary>
/// <remarks>
/// Not thread-safe: one writer, no readers meanwhile. Ranges sit sorted in leaves of bounded size, so a change costs a binary search and
/// a short move, never a shift of the whole set. Membership and overlap allocate nothing.
/// </remarks>
public sealed partial class LiveBlockSet
{
    private const int LeafCapacity = 512;

    private readonly List<List<BlockRange>> _leaves = [];

    /// <summary>An empty set.</summary>
    public LiveBlockSet()
    {
    }

    /// <summary>A set that begins with the numbers of another.</summary>
    public LiveBlockSet(BlockSet initial)
    {
        var ranges = Require.NotNull(initial).Ranges;
        const int fill = LeafCapacity / 2;
        for (var i = 0; i < ranges.Count; i += fill)
        {
            var leaf = new List<BlockRange>(LeafCapacity);
            for (var j = i; j < ranges.Count && j < i + fill; j++)
            {
                leaf.Add(ranges[j]);
            }

            _leaves.Add(leaf);
        }

        RangeCount = ranges.Count;
    }

    /// <summary>How many separate ranges the set has now.</summary>
    public int RangeCount { get; private set; }

    /// <summary>Whether the number is in the set.</summary>
    public bool Contains(BlockNumber number) => Contains(new BlockRange(number, number));

    /// <summary>Whether every number of the range is in the set.</summary>
    public bool Contains(BlockRange range) => Find(range.Start) is { Leaf: >= 0 } at && range.End <= At(at).End;

    /// <summary>Whether any number of the range is in the set.</summary>
    public bool Overlaps(BlockRange range) => Find(range.End) is { Leaf: >= 0 } at && range.Start <= At(at).End;

    /// <summary>The last range of the set that shares a number with the given one, or null: the conflict to show.</summary>
    public BlockRange? FindOverlap(BlockRange range) =>
        Find(range.End) is { Leaf: >= 0 } at && range.Start <= At(at).End ? At(at) : null;

    /// <summary>Adds numbers none of which is in the set yet.</summary>
    /// <returns>False, and nothing changed, when any of them already is: a tonne would exist twice.</returns>
    public bool TryAdd(BlockRange range)
    {
        if (Overlaps(range))
        {
            return false;
        }

        Add(range);
        return true;
    }

    /// <summary>Removes numbers all of which are in the set.</summary>
    /// <returns>False, and nothing changed, when any of them is not there.</returns>
    public bool TryRemove(BlockRange range)
    {
        if (!Contains(range))
        {
            return false;
        }

        Remove(range);
        return true;
    }

    /// <summary>The set as it stands now, immutable.</summary>
    public BlockSet ToBlockSet()
    {
        var ranges = new BlockRange[RangeCount];
        var filled = 0;
        foreach (var leaf in _leaves)
        {
            leaf.CopyTo(ranges, filled);
            filled += leaf.Count;
        }

        return BlockSet.FromCanonical(ranges);
    }

    private BlockRange At(Spot spot) => _leaves[spot.Leaf][spot.Index];

    /// <summary>The last range that starts at or before the number; leaf -1 when none does.</summary>
    private Spot Find(BlockNumber number)
    {
        int low = 0, high = _leaves.Count - 1;
        while (low <= high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_leaves[middle][0].Start <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? new Spot(-1, -1) : new Spot(high, LastStartingAtOrBefore(_leaves[high], number));
    }

    private static int LastStartingAtOrBefore(List<BlockRange> leaf, BlockNumber number)
    {
        int low = 0, high = leaf.Count - 1;
        while (low <= high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (leaf[middle].Start <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Spot(int Leaf, int Index);
}

using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Blocks;

/// <content>Union, intersection, difference, split: each one pass over both sorted lists.</content>
public sealed partial class BlockSet
{
    /// <summary>The numbers in either.</summary>
    public BlockSet Union(BlockSet other)
    {
        Require.NotNull(other);
        var result = new RangeAppender(_ranges.Length + other._ranges.Length);
        int mine = 0, theirs = 0;
        while (mine < _ranges.Length || theirs < other._ranges.Length)
        {
            var takeMine = theirs == other._ranges.Length
                || (mine < _ranges.Length && _ranges[mine].Start <= other._ranges[theirs].Start);
            result.Add(takeMine ? _ranges[mine++] : other._ranges[theirs++]);
        }

        return result.ToSet();
    }

    /// <summary>The numbers in both.</summary>
    public BlockSet Intersect(BlockSet other)
    {
        Require.NotNull(other);
        var result = new RangeAppender(0);
        int mine = 0, theirs = 0;
        while (mine < _ranges.Length && theirs < other._ranges.Length)
        {
            var (a, b) = (_ranges[mine], other._ranges[theirs]);
            if (a.Intersect(b) is { } shared)
            {
                result.Add(shared);
            }

            if (a.End < b.End)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return result.ToSet();
    }

    /// <summary>The numbers in this set and not in the other.</summary>
    public BlockSet Subtract(BlockSet other)
    {
        Require.NotNull(other);
        var result = new RangeAppender(_ranges.Length);
        var theirs = 0;
        foreach (var range in _ranges)
        {
            while (theirs < other._ranges.Length && other._ranges[theirs].End < range.Start)
            {
                theirs++;
            }

            BlockRange? rest = range;
            for (var i = theirs; rest is { } left && i < other._ranges.Length && other._ranges[i].Start <= left.End; i++)
            {
                var (before, after) = left.Subtract(other._ranges[i]);
                if (before is { } kept)
                {
                    result.Add(kept);
                }

                rest = after;
            }

            if (rest is { } last)
            {
                result.Add(last);
            }
        }

        return result.ToSet();
    }

    /// <summary>Whether any number is in both.</summary>
    public bool Overlaps(BlockSet other)
    {
        Require.NotNull(other);
        int mine = 0, theirs = 0;
        while (mine < _ranges.Length && theirs < other._ranges.Length)
        {
            if (_ranges[mine].Overlaps(other._ranges[theirs]))
            {
                return true;
            }

            if (_ranges[mine].End < other._ranges[theirs].End)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return false;
    }

    /// <summary>Whether every number of the other is in this set.</summary>
    public bool Contains(BlockSet other)
    {
        foreach (var range in Require.NotNull(other)._ranges)
        {
            if (!Contains(range))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The numbers below <paramref name="at"/>, and those from it on.</summary>
    public (BlockSet Below, BlockSet From) Split(BlockNumber at)
    {
        if (at == BlockNumber.Zero)
        {
            return (Empty, this);
        }

        var below = Of(new BlockRange(BlockNumber.Zero, at - BlockNumber.One));
        return (Intersect(below), Subtract(below));
    }

    /// <summary>The set of ranges that are already sorted and do not touch; [LiveBlockSet] passes its own.</summary>
    internal static BlockSet FromCanonical(BlockRange[] ranges) => ranges.Length == 0 ? Empty : new BlockSet(ranges);

    /// <summary>Collects ranges that come sorted by start, merging those that overlap or touch.</summary>
    private readonly struct RangeAppender
    {
        private readonly List<BlockRange> _ranges;

        internal RangeAppender(int capacity) => _ranges = new List<BlockRange>(capacity);

        internal void Add(BlockRange range)
        {
            var last = _ranges.Count - 1;
            if (last >= 0 && _ranges[last].Merge(range) is { } merged)
            {
                _ranges[last] = merged;
            }
            else
            {
                _ranges.Add(range);
            }
        }

        internal BlockSet ToSet() => FromCanonical(_ranges.ToArray());
    }
}

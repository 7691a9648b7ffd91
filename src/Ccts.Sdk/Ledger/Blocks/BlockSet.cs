using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Blocks;

/// <summary>A set of block numbers of one scope, held as sorted ranges that neither overlap nor touch.</summary>
/// <remarks>
/// Immutable and thread-safe. The ranges of a set are unique: two sets with the same numbers are equal. Membership and overlap take
/// O(log n) and allocate nothing; union, intersection and difference take O(n + m). <see cref="LiveBlockSet"/> is the form that changes.
/// </remarks>
public sealed partial class BlockSet : IEquatable<BlockSet>
{
    private readonly BlockRange[] _ranges;

    private BlockSet(BlockRange[] ranges) => _ranges = ranges;

    /// <summary>The set without numbers.</summary>
    public static BlockSet Empty { get; } = new([]);

    /// <summary>The ranges in order; no two overlap or touch.</summary>
    public IReadOnlyList<BlockRange> Ranges => _ranges;

    /// <summary>Whether there is no number in it.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>How many numbers are in it.</summary>
    /// <exception cref="OverflowException">Only for the set of all 2^128 numbers.</exception>
    public BlockNumber Count
    {
        get
        {
            var total = BlockNumber.Zero;
            foreach (var range in _ranges)
            {
                total += range.Count;
            }

            return total;
        }
    }

    /// <summary>The set of the numbers in any of the ranges, given in any order, overlapping or not.</summary>
    public static BlockSet Of(params BlockRange[] ranges) => FromRanges(ranges);

    /// <summary>The set of the numbers in any of the ranges, given in any order, overlapping or not.</summary>
    public static BlockSet FromRanges(IEnumerable<BlockRange> ranges)
    {
        var sorted = new List<BlockRange>(Require.NotNull(ranges));
        sorted.Sort();
        var merged = new RangeAppender(sorted.Count);
        foreach (var range in sorted)
        {
            merged.Add(range);
        }

        return merged.ToSet();
    }

    /// <summary>Whether the number is in the set.</summary>
    public bool Contains(BlockNumber number)
    {
        var at = LastStartingAtOrBefore(number);
        return at >= 0 && number <= _ranges[at].End;
    }

    /// <summary>Whether every number of the range is in the set.</summary>
    public bool Contains(BlockRange range)
    {
        var at = LastStartingAtOrBefore(range.Start);
        return at >= 0 && range.End <= _ranges[at].End;
    }

    /// <summary>Whether any number of the range is in the set.</summary>
    public bool Overlaps(BlockRange range)
    {
        var at = LastStartingAtOrBefore(range.End);
        return at >= 0 && range.Start <= _ranges[at].End;
    }

    /// <inheritdoc/>
    public bool Equals(BlockSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BlockSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var range in _ranges)
        {
            hash = unchecked((hash * 31) + range.GetHashCode());
        }

        return hash;
    }

    /// <summary>The ranges as <c>1-5, 8-8</c>; <c>(none)</c> when empty.</summary>
    public override string ToString() => IsEmpty ? "(none)" : string.Join(", ", _ranges);

    // Index of the last range whose start is at or before the number; -1 when all start after it.
    private int LastStartingAtOrBefore(BlockNumber number)
    {
        int low = 0, high = _ranges.Length - 1;
        while (low <= high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_ranges[middle].Start <= number)
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
}

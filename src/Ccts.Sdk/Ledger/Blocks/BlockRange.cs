using System;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger.Blocks;

/// <summary>The numbers from <see cref="Start"/> to <see cref="End"/>, both included.</summary>
/// <remarks>
/// Immutable and thread-safe; nothing here allocates. <c>default</c> is the single number 0. Ordered by start, then end.
/// A range is never empty, so results that may be empty are nullable or come with a bool.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct BlockRange : IEquatable<BlockRange>, IComparable<BlockRange>
{
    /// <summary>The inclusive range.</summary>
    /// <exception cref="ArgumentException"><paramref name="end"/> is below <paramref name="start"/>.</exception>
    public BlockRange(BlockNumber start, BlockNumber end)
    {
        if (end < start)
        {
            throw new ArgumentException($"A block ends at or after its start; {start} to {end} does not.", nameof(end));
        }

        Start = start;
        End = end;
    }

    /// <summary>Every number there is: 0 to 2^128 - 1. The only range whose count is not itself a block number.</summary>
    public static BlockRange All => new(BlockNumber.Zero, BlockNumber.MaxValue);

    /// <summary>The first number.</summary>
    public BlockNumber Start { get; }

    /// <summary>The last number, included.</summary>
    public BlockNumber End { get; }

    /// <summary>How many numbers: end - start + 1. One number is one unit.</summary>
    /// <exception cref="OverflowException">Only for <see cref="All"/>, which has 2^128.</exception>
    public BlockNumber Count => End - Start + BlockNumber.One;

    /// <summary>Equality of both bounds.</summary>
    public static bool operator ==(BlockRange left, BlockRange right) => left.Equals(right);

    /// <summary>Inequality of a bound.</summary>
    public static bool operator !=(BlockRange left, BlockRange right) => !left.Equals(right);

    /// <summary>Order by start, then end.</summary>
    public static bool operator <(BlockRange left, BlockRange right) => left.CompareTo(right) < 0;

    /// <summary>Order by start, then end.</summary>
    public static bool operator >(BlockRange left, BlockRange right) => left.CompareTo(right) > 0;

    /// <summary>Order by start, then end.</summary>
    public static bool operator <=(BlockRange left, BlockRange right) => left.CompareTo(right) <= 0;

    /// <summary>Order by start, then end.</summary>
    public static bool operator >=(BlockRange left, BlockRange right) => left.CompareTo(right) >= 0;

    /// <summary><c>end - start + 1</c>; false only for <see cref="All"/>.</summary>
    public bool TryGetCount(out BlockNumber count) => BlockNumber.TryAdd(End - Start, BlockNumber.One, out count);

    /// <summary>Whether the number lies in the range.</summary>
    public bool Contains(BlockNumber number) => Start <= number && number <= End;

    /// <summary>Whether all of the other lies in this range; a range contains itself.</summary>
    public bool Contains(BlockRange other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether at least one number lies in both.</summary>
    public bool Overlaps(BlockRange other) => Start <= other.End && other.Start <= End;

    /// <summary>Whether one range begins right after the other ends.</summary>
    public bool IsAdjacentTo(BlockRange other) => EndsRightBefore(other) || other.EndsRightBefore(this);

    /// <summary>The numbers in both, or null when there are none.</summary>
    public BlockRange? Intersect(BlockRange other) => Overlaps(other)
        ? new BlockRange(BlockNumber.Max(Start, other.Start), BlockNumber.Min(End, other.End))
        : null;

    /// <summary>One range out of two that overlap or touch, or null when there is a gap between them.</summary>
    public BlockRange? Merge(BlockRange other) => Overlaps(other) || IsAdjacentTo(other)
        ? new BlockRange(BlockNumber.Min(Start, other.Start), BlockNumber.Max(End, other.End))
        : null;

    /// <summary>What is left without the other: a part before it, a part after it, either or both or none.</summary>
    public (BlockRange? Before, BlockRange? After) Subtract(BlockRange other)
    {
        if (!Overlaps(other))
        {
            return (this, null);
        }

        BlockRange? before = Start < other.Start ? new BlockRange(Start, other.Start - BlockNumber.One) : null;
        BlockRange? after = other.End < End ? new BlockRange(other.End + BlockNumber.One, End) : null;
        return (before, after);
    }

    /// <summary>Two ranges, the second beginning at <paramref name="at"/>. Their counts add up to this one's.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is not above the start and at most the end.</exception>
    public (BlockRange First, BlockRange Second) Split(BlockNumber at)
    {
        if (at <= Start || End < at)
        {
            throw new ArgumentOutOfRangeException(nameof(at), $"{this} splits at a number above its start and at most its end, not at {at}.");
        }

        return (new BlockRange(Start, at - BlockNumber.One), new BlockRange(at, End));
    }

    /// <inheritdoc/>
    public int CompareTo(BlockRange other)
    {
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : End.CompareTo(other.End);
    }

    /// <inheritdoc/>
    public bool Equals(BlockRange other) => Start == other.Start && End == other.End;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BlockRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Start.GetHashCode() * 397) ^ End.GetHashCode());

    /// <summary><c>start-end</c>.</summary>
    public override string ToString() => Start + "-" + End;

    internal bool EndsRightBefore(BlockRange other) => End < other.Start && other.Start - End == BlockNumber.One;
}

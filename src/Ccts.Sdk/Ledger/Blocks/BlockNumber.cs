using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger.Blocks;

/// <summary>A unit's number inside a serial block: a whole number from 0 to 2^128 - 1.</summary>
/// <remarks>
/// Immutable and thread-safe. Old Puro serials print 30-digit numbers, so 64 bits do not suffice; everything else fits 64 bits
/// and takes the short path. <c>default</c> is <see cref="Zero"/>. Arithmetic never wraps: it throws <see cref="OverflowException"/>.
/// Comparison and arithmetic allocate nothing.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct BlockNumber : IEquatable<BlockNumber>, IComparable<BlockNumber>, IComparable
{
    private readonly ulong _high;
    private readonly ulong _low;

    /// <summary>The number <c>high * 2^64 + low</c>.</summary>
    public BlockNumber(ulong high, ulong low)
    {
        _high = high;
        _low = low;
    }

    /// <summary>0.</summary>
    public static BlockNumber Zero => default;

    /// <summary>1.</summary>
    public static BlockNumber One => new(0, 1);

    /// <summary>2^128 - 1.</summary>
    public static BlockNumber MaxValue => new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>The upper 64 bits.</summary>
    public ulong High => _high;

    /// <summary>The lower 64 bits.</summary>
    public ulong Low => _low;

    /// <summary>Whether the number is at most 2^64 - 1.</summary>
    public bool FitsUInt64 => _high == 0;

    /// <summary>Every unsigned 64-bit number is a block number.</summary>
    public static implicit operator BlockNumber(ulong value) => new(0, value);

    /// <summary>The number as unsigned 64 bits.</summary>
    /// <exception cref="OverflowException">The number exceeds 2^64 - 1.</exception>
    public static explicit operator ulong(BlockNumber value) => value.ToUInt64();

    /// <summary>The exact sum.</summary>
    /// <exception cref="OverflowException">The sum exceeds 2^128 - 1.</exception>
    public static BlockNumber operator +(BlockNumber left, BlockNumber right) =>
        TryAdd(left, right, out var sum) ? sum : throw new OverflowException("The sum exceeds 2^128 - 1.");

    /// <summary>The exact difference.</summary>
    /// <exception cref="OverflowException"><paramref name="right"/> exceeds <paramref name="left"/>.</exception>
    public static BlockNumber operator -(BlockNumber left, BlockNumber right) =>
        TrySubtract(left, right, out var difference) ? difference : throw new OverflowException("The difference is below zero.");

    /// <summary>Equality of value.</summary>
    public static bool operator ==(BlockNumber left, BlockNumber right) => left._low == right._low && left._high == right._high;

    /// <summary>Inequality of value.</summary>
    public static bool operator !=(BlockNumber left, BlockNumber right) => !(left == right);

    /// <summary>Order of value.</summary>
    public static bool operator <(BlockNumber left, BlockNumber right) =>
        left._high == right._high ? left._low < right._low : left._high < right._high;

    /// <summary>Order of value.</summary>
    public static bool operator >(BlockNumber left, BlockNumber right) => right < left;

    /// <summary>Order of value.</summary>
    public static bool operator <=(BlockNumber left, BlockNumber right) => !(right < left);

    /// <summary>Order of value.</summary>
    public static bool operator >=(BlockNumber left, BlockNumber right) => !(left < right);

    /// <summary>The sum, or false when it exceeds 2^128 - 1.</summary>
    public static bool TryAdd(BlockNumber left, BlockNumber right, out BlockNumber sum)
    {
        unchecked
        {
            var low = left._low + right._low;
            var carry = low < left._low ? 1UL : 0UL;
            var high = left._high + right._high;
            var overflow = high < left._high;
            high += carry;
            overflow |= high < carry;
            sum = overflow ? default : new BlockNumber(high, low);
            return !overflow;
        }
    }

    /// <summary>The difference, or false when it is below zero.</summary>
    public static bool TrySubtract(BlockNumber left, BlockNumber right, out BlockNumber difference)
    {
        if (left < right)
        {
            difference = default;
            return false;
        }

        unchecked
        {
            var borrow = left._low < right._low ? 1UL : 0UL;
            difference = new BlockNumber(left._high - right._high - borrow, left._low - right._low);
            return true;
        }
    }

    /// <summary>The smaller of two.</summary>
    public static BlockNumber Min(BlockNumber left, BlockNumber right) => right < left ? right : left;

    /// <summary>The larger of two.</summary>
    public static BlockNumber Max(BlockNumber left, BlockNumber right) => left < right ? right : left;

    /// <summary>The number as unsigned 64 bits.</summary>
    /// <exception cref="OverflowException">The number exceeds 2^64 - 1.</exception>
    public ulong ToUInt64() => _high == 0 ? _low : throw new OverflowException("The number exceeds 2^64 - 1.");

    /// <summary>The number as a decimal, for tonnes and money.</summary>
    /// <exception cref="OverflowException">The number exceeds 2^96 - 1, the largest decimal.</exception>
    public decimal ToDecimal() => _high <= uint.MaxValue
        ? new decimal(unchecked((int)(uint)_low), unchecked((int)(uint)(_low >> 32)), unchecked((int)(uint)_high), isNegative: false, scale: 0)
        : throw new OverflowException("The number exceeds 2^96 - 1, the largest decimal.");

    /// <inheritdoc/>
    public int CompareTo(BlockNumber other) =>
        _high == other._high ? _low.CompareTo(other._low) : _high.CompareTo(other._high);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        BlockNumber other => CompareTo(other),
        _ => throw new ArgumentException("A block number compares with block numbers only.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(BlockNumber other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BlockNumber other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_high.GetHashCode() * 397) ^ _low.GetHashCode());

    /// <summary>Decimal digits without leading zeros, invariant.</summary>
    public override string ToString()
    {
        if (_high == 0)
        {
            return _low.ToString(CultureInfo.InvariantCulture);
        }

        Span<char> digits = stackalloc char[MaxDigits];
        TryFormat(digits, out var written);
        return digits.Slice(0, written).ToString();
    }
}

using System;
using System.Globalization;

namespace Ccts.Sdk.Quantities;

/// <summary>Green Credits of the Green Credit Programme.</summary>
/// <remarks>
/// Voluntary environmental actions of another programme: neither tonnes of CO2 equivalent nor certificates of this scheme. They do not convert, so there is no operator or method for it.
/// Immutable and thread-safe; <c>default</c> is none. Counts are whole and not negative; sums are exact or an <see cref="OverflowException"/>.
/// </remarks>
public readonly record struct GreenCredits : IComparable<GreenCredits>
{
    private GreenCredits(decimal count) => Count = count;

    /// <summary>How many Green Credits.</summary>
    public decimal Count { get; }

    /// <summary>The value for a number of Green Credits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not whole.</exception>
    public static GreenCredits Of(decimal count) => count >= 0 && count == decimal.Truncate(count)
        ? new(count)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "Green Credits are counted in whole numbers from 0.");

    /// <summary>Numeric order.</summary>
    public int CompareTo(GreenCredits other) => Count.CompareTo(other.Count);

    /// <summary>Text such as <c>5 Green Credit</c>.</summary>
    public override string ToString() => Count.ToString("0", CultureInfo.InvariantCulture) + " Green Credit";

    /// <summary>Sum.</summary>
    public static GreenCredits operator +(GreenCredits left, GreenCredits right) => new(left.Count + right.Count);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result would be below zero.</exception>
    public static GreenCredits operator -(GreenCredits left, GreenCredits right) => Of(left.Count - right.Count);

    /// <summary>Fewer.</summary>
    public static bool operator <(GreenCredits left, GreenCredits right) => left.Count < right.Count;

    /// <summary>More.</summary>
    public static bool operator >(GreenCredits left, GreenCredits right) => left.Count > right.Count;

    /// <summary>Fewer or as many.</summary>
    public static bool operator <=(GreenCredits left, GreenCredits right) => left.Count <= right.Count;

    /// <summary>More or as many.</summary>
    public static bool operator >=(GreenCredits left, GreenCredits right) => left.Count >= right.Count;
}

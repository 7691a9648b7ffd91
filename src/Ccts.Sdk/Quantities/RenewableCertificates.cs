using System;
using System.Globalization;

namespace Ccts.Sdk.Quantities;

/// <summary>Certificates of renewable electricity: I-REC or REC, one MWh each.</summary>
/// <remarks>
/// Never tonnes of CO2 equivalent and never energy saving certificates: they do not convert into each other, so there is no operator or method for it.
/// Immutable and thread-safe; <c>default</c> is none. Counts are whole and not negative; sums are exact or an <see cref="OverflowException"/>.
/// </remarks>
public readonly record struct RenewableCertificates : IComparable<RenewableCertificates>
{
    private RenewableCertificates(decimal count) => Count = count;

    /// <summary>How many certificates.</summary>
    public decimal Count { get; }

    /// <summary>The electricity they stand for: one MWh each.</summary>
    public ElectricalEnergy Electricity => ElectricalEnergy.FromMegawattHours(Count);

    /// <summary>The value for a number of certificates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not whole.</exception>
    public static RenewableCertificates Of(decimal count) => count >= 0 && count == decimal.Truncate(count)
        ? new(count)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "Certificates are counted in whole numbers from 0.");

    /// <summary>Numeric order.</summary>
    public int CompareTo(RenewableCertificates other) => Count.CompareTo(other.Count);

    /// <summary>Text such as <c>5 REC</c>.</summary>
    public override string ToString() => Count.ToString("0", CultureInfo.InvariantCulture) + " REC";

    /// <summary>Sum.</summary>
    public static RenewableCertificates operator +(RenewableCertificates left, RenewableCertificates right) => new(left.Count + right.Count);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result would be below zero.</exception>
    public static RenewableCertificates operator -(RenewableCertificates left, RenewableCertificates right) => Of(left.Count - right.Count);

    /// <summary>Fewer.</summary>
    public static bool operator <(RenewableCertificates left, RenewableCertificates right) => left.Count < right.Count;

    /// <summary>More.</summary>
    public static bool operator >(RenewableCertificates left, RenewableCertificates right) => left.Count > right.Count;

    /// <summary>Fewer or as many.</summary>
    public static bool operator <=(RenewableCertificates left, RenewableCertificates right) => left.Count <= right.Count;

    /// <summary>More or as many.</summary>
    public static bool operator >=(RenewableCertificates left, RenewableCertificates right) => left.Count >= right.Count;
}

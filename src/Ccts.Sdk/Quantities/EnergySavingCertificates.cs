using System;
using System.Globalization;

namespace Ccts.Sdk.Quantities;

/// <summary>Energy saving certificates (ESCerts) of the PAT scheme.</summary>
/// <remarks>
/// Energy that was saved under PAT: neither tonnes of CO2 equivalent nor MWh of electricity. They do not convert into each other, so there is no operator or method for it.
/// Immutable and thread-safe; <c>default</c> is none. Counts are whole and not negative; sums are exact or an <see cref="OverflowException"/>.
/// </remarks>
public readonly record struct EnergySavingCertificates : IComparable<EnergySavingCertificates>
{
    private EnergySavingCertificates(decimal count) => Count = count;

    /// <summary>How many certificates.</summary>
    public decimal Count { get; }

    /// <summary>The value for a number of certificates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not whole.</exception>
    public static EnergySavingCertificates Of(decimal count) => count >= 0 && count == decimal.Truncate(count)
        ? new(count)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "Certificates are counted in whole numbers from 0.");

    /// <summary>Numeric order.</summary>
    public int CompareTo(EnergySavingCertificates other) => Count.CompareTo(other.Count);

    /// <summary>Text such as <c>5 ESCert</c>.</summary>
    public override string ToString() => Count.ToString("0", CultureInfo.InvariantCulture) + " ESCert";

    /// <summary>Sum.</summary>
    public static EnergySavingCertificates operator +(EnergySavingCertificates left, EnergySavingCertificates right) => new(left.Count + right.Count);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result would be below zero.</exception>
    public static EnergySavingCertificates operator -(EnergySavingCertificates left, EnergySavingCertificates right) => Of(left.Count - right.Count);

    /// <summary>Fewer.</summary>
    public static bool operator <(EnergySavingCertificates left, EnergySavingCertificates right) => left.Count < right.Count;

    /// <summary>More.</summary>
    public static bool operator >(EnergySavingCertificates left, EnergySavingCertificates right) => left.Count > right.Count;

    /// <summary>Fewer or as many.</summary>
    public static bool operator <=(EnergySavingCertificates left, EnergySavingCertificates right) => left.Count <= right.Count;

    /// <summary>More or as many.</summary>
    public static bool operator >=(EnergySavingCertificates left, EnergySavingCertificates right) => left.Count >= right.Count;
}

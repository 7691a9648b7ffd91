using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The gross calorific value of a liquid fuel by volume.</summary>
/// <remarks><para>It cannot be multiplied with an amount; convert it with <see cref="ToNet"/> first.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct VolumeGrossCalorificValue : IQuantity, IComparable<VolumeGrossCalorificValue>
{
    private static readonly UnitTable<VolumeCalorificValueUnit> Units =
        VolumeNetCalorificValue.Units.For("gross calorific value by volume");

    private VolumeGrossCalorificValue(decimal gigajoulesPerKilolitre) =>
        GigajoulesPerKilolitre = gigajoulesPerKilolitre;

    /// <summary>The value in gigajoules per kilolitre.</summary>
    public decimal GigajoulesPerKilolitre { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerKilolitre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per kilolitre.</summary>
    public static VolumeGrossCalorificValue FromGigajoulesPerKilolitre(decimal gigajoulesPerKilolitre) =>
        new(gigajoulesPerKilolitre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per kilolitre.</exception>
    public static VolumeGrossCalorificValue Of(decimal value, VolumeCalorificValueUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/kl</c>; any unit of <see cref="VolumeCalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static VolumeGrossCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out VolumeGrossCalorificValue value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(VolumeCalorificValueUnit unit) => Units.FromCanonical(GigajoulesPerKilolitre, unit);

    /// <summary>Text such as <c>12.5 GJ/kl</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(GigajoulesPerKilolitre);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(VolumeCalorificValueUnit unit) => Units.Format(GigajoulesPerKilolitre, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(VolumeGrossCalorificValue other) =>
        GigajoulesPerKilolitre.CompareTo(other.GigajoulesPerKilolitre);

    /// <summary>The net calorific value at the ratio of net to gross.</summary>
    /// <param name="ratio">Above 0 and at most 1. Where no net value is measured, DPCM s.5(9)(iii) gives 0.95 for solid
    /// and liquid fuels and 0.90 for gases; the ruleset holds the value that applies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not above 0 and at most 1.</exception>
    public VolumeNetCalorificValue ToNet(decimal ratio) =>
        VolumeNetCalorificValue.FromGigajoulesPerKilolitre(GigajoulesPerKilolitre * NetToGross.Checked(ratio));

    /// <summary>Sum.</summary>
    public static VolumeGrossCalorificValue operator +(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        new(left.GigajoulesPerKilolitre + right.GigajoulesPerKilolitre);

    /// <summary>Difference.</summary>
    public static VolumeGrossCalorificValue operator -(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        new(left.GigajoulesPerKilolitre - right.GigajoulesPerKilolitre);

    /// <summary>The negated value.</summary>
    public static VolumeGrossCalorificValue operator -(VolumeGrossCalorificValue value) =>
        new(-value.GigajoulesPerKilolitre);

    /// <summary>The product with a number.</summary>
    public static VolumeGrossCalorificValue operator *(VolumeGrossCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerKilolitre * factor);

    /// <summary>The product with a number.</summary>
    public static VolumeGrossCalorificValue operator *(decimal factor, VolumeGrossCalorificValue value) =>
        new(factor * value.GigajoulesPerKilolitre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        left.GigajoulesPerKilolitre / right.GigajoulesPerKilolitre;

    /// <summary>Less.</summary>
    public static bool operator <(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        left.GigajoulesPerKilolitre < right.GigajoulesPerKilolitre;

    /// <summary>Greater.</summary>
    public static bool operator >(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        left.GigajoulesPerKilolitre > right.GigajoulesPerKilolitre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        left.GigajoulesPerKilolitre <= right.GigajoulesPerKilolitre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(VolumeGrossCalorificValue left, VolumeGrossCalorificValue right) =>
        left.GigajoulesPerKilolitre >= right.GigajoulesPerKilolitre;
}

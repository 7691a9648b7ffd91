using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The gross calorific value of a gas by volume at standard conditions.</summary>
/// <remarks><para>It cannot be multiplied with an amount; convert it with <see cref="ToNet"/> first.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct GasGrossCalorificValue : IQuantity, IComparable<GasGrossCalorificValue>
{
    private static readonly UnitTable<GasCalorificValueUnit> Units =
        GasNetCalorificValue.Units.For("gross calorific value of gas");

    private GasGrossCalorificValue(decimal gigajoulesPerStandardCubicMetre) =>
        GigajoulesPerStandardCubicMetre = gigajoulesPerStandardCubicMetre;

    /// <summary>The value in gigajoules per standard cubic metre.</summary>
    public decimal GigajoulesPerStandardCubicMetre { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerStandardCubicMetre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per standard cubic metre.</summary>
    public static GasGrossCalorificValue FromGigajoulesPerStandardCubicMetre(decimal gigajoulesPerStandardCubicMetre) =>
        new(gigajoulesPerStandardCubicMetre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per standard cubic
    /// metre.</exception>
    public static GasGrossCalorificValue Of(decimal value, GasCalorificValueUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/Sm3</c>; any unit of <see cref="GasCalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static GasGrossCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out GasGrossCalorificValue value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(GasCalorificValueUnit unit) => Units.FromCanonical(GigajoulesPerStandardCubicMetre, unit);

    /// <summary>Text such as <c>12.5 GJ/Sm3</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(GigajoulesPerStandardCubicMetre);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(GasCalorificValueUnit unit) => Units.Format(GigajoulesPerStandardCubicMetre, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(GasGrossCalorificValue other) =>
        GigajoulesPerStandardCubicMetre.CompareTo(other.GigajoulesPerStandardCubicMetre);

    /// <summary>The net calorific value at the ratio of net to gross.</summary>
    /// <param name="ratio">Above 0 and at most 1. Where no net value is measured, DPCM s.5(9)(iii) gives 0.95 for solid
    /// and liquid fuels and 0.90 for gases; the ruleset holds the value that applies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not above 0 and at most 1.</exception>
    public GasNetCalorificValue ToNet(decimal ratio) =>
        GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(GigajoulesPerStandardCubicMetre * NetToGross.Checked(ratio));

    /// <summary>Sum.</summary>
    public static GasGrossCalorificValue operator +(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        new(left.GigajoulesPerStandardCubicMetre + right.GigajoulesPerStandardCubicMetre);

    /// <summary>Difference.</summary>
    public static GasGrossCalorificValue operator -(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        new(left.GigajoulesPerStandardCubicMetre - right.GigajoulesPerStandardCubicMetre);

    /// <summary>The negated value.</summary>
    public static GasGrossCalorificValue operator -(GasGrossCalorificValue value) =>
        new(-value.GigajoulesPerStandardCubicMetre);

    /// <summary>The product with a number.</summary>
    public static GasGrossCalorificValue operator *(GasGrossCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerStandardCubicMetre * factor);

    /// <summary>The product with a number.</summary>
    public static GasGrossCalorificValue operator *(decimal factor, GasGrossCalorificValue value) =>
        new(factor * value.GigajoulesPerStandardCubicMetre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre / right.GigajoulesPerStandardCubicMetre;

    /// <summary>Less.</summary>
    public static bool operator <(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre < right.GigajoulesPerStandardCubicMetre;

    /// <summary>Greater.</summary>
    public static bool operator >(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre > right.GigajoulesPerStandardCubicMetre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre <= right.GigajoulesPerStandardCubicMetre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(GasGrossCalorificValue left, GasGrossCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre >= right.GigajoulesPerStandardCubicMetre;
}

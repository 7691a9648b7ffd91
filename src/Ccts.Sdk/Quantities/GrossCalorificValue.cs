using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The gross calorific value of a fuel by mass.</summary>
/// <remarks><para>It cannot be multiplied with an amount; convert it with <see cref="ToNet"/> first.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct GrossCalorificValue : IQuantity, IComparable<GrossCalorificValue>
{
    private static readonly UnitTable<CalorificValueUnit> Units =
        NetCalorificValue.Units.For("gross calorific value");

    private GrossCalorificValue(decimal gigajoulesPerTonne) => GigajoulesPerTonne = gigajoulesPerTonne;

    /// <summary>The value in gigajoules per tonne.</summary>
    public decimal GigajoulesPerTonne { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerTonne;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per tonne.</summary>
    public static GrossCalorificValue FromGigajoulesPerTonne(decimal gigajoulesPerTonne) => new(gigajoulesPerTonne);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per tonne.</exception>
    public static GrossCalorificValue Of(decimal value, CalorificValueUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/t</c>; any unit of <see cref="CalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static GrossCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out GrossCalorificValue value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(CalorificValueUnit unit) => Units.FromCanonical(GigajoulesPerTonne, unit);

    /// <summary>Text such as <c>12.5 GJ/t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(GigajoulesPerTonne);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(CalorificValueUnit unit) => Units.Format(GigajoulesPerTonne, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(GrossCalorificValue other) => GigajoulesPerTonne.CompareTo(other.GigajoulesPerTonne);

    /// <summary>The net calorific value at the ratio of net to gross.</summary>
    /// <param name="ratio">Above 0 and at most 1. Where no net value is measured, DPCM s.5(9)(iii) gives 0.95 for solid
    /// and liquid fuels and 0.90 for gases; the ruleset holds the value that applies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not above 0 and at most 1.</exception>
    public NetCalorificValue ToNet(decimal ratio) =>
        NetCalorificValue.FromGigajoulesPerTonne(GigajoulesPerTonne * NetToGross.Checked(ratio));

    /// <summary>Sum.</summary>
    public static GrossCalorificValue operator +(GrossCalorificValue left, GrossCalorificValue right) =>
        new(left.GigajoulesPerTonne + right.GigajoulesPerTonne);

    /// <summary>Difference.</summary>
    public static GrossCalorificValue operator -(GrossCalorificValue left, GrossCalorificValue right) =>
        new(left.GigajoulesPerTonne - right.GigajoulesPerTonne);

    /// <summary>The negated value.</summary>
    public static GrossCalorificValue operator -(GrossCalorificValue value) => new(-value.GigajoulesPerTonne);

    /// <summary>The product with a number.</summary>
    public static GrossCalorificValue operator *(GrossCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerTonne * factor);

    /// <summary>The product with a number.</summary>
    public static GrossCalorificValue operator *(decimal factor, GrossCalorificValue value) =>
        new(factor * value.GigajoulesPerTonne);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(GrossCalorificValue left, GrossCalorificValue right) =>
        left.GigajoulesPerTonne / right.GigajoulesPerTonne;

    /// <summary>Less.</summary>
    public static bool operator <(GrossCalorificValue left, GrossCalorificValue right) =>
        left.GigajoulesPerTonne < right.GigajoulesPerTonne;

    /// <summary>Greater.</summary>
    public static bool operator >(GrossCalorificValue left, GrossCalorificValue right) =>
        left.GigajoulesPerTonne > right.GigajoulesPerTonne;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(GrossCalorificValue left, GrossCalorificValue right) =>
        left.GigajoulesPerTonne <= right.GigajoulesPerTonne;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(GrossCalorificValue left, GrossCalorificValue right) =>
        left.GigajoulesPerTonne >= right.GigajoulesPerTonne;
}

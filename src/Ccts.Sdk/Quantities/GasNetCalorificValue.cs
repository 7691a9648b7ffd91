using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The net calorific value of a gas by volume at standard conditions.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct GasNetCalorificValue : IQuantity, IComparable<GasNetCalorificValue>
{
    internal static readonly UnitTable<GasCalorificValueUnit> Units = new(
        "net calorific value of gas",
        (GasCalorificValueUnit.GigajoulePerStandardCubicMetre, "GJ/Sm3", 1m),
        (GasCalorificValueUnit.MegajoulePerStandardCubicMetre, "MJ/Sm3", 0.001m),
        (GasCalorificValueUnit.KilojoulePerStandardCubicMetre, "kJ/Sm3", 0.000001m),
        (GasCalorificValueUnit.KilocaloriePerStandardCubicMetre, "kcal/Sm3", 0.0000041868m),
        (GasCalorificValueUnit.GigajoulePerStandardCubicMetre, "GJ/SCM", 1m),
        (GasCalorificValueUnit.MegajoulePerStandardCubicMetre, "MJ/SCM", 0.001m),
        (GasCalorificValueUnit.KilojoulePerStandardCubicMetre, "kJ/SCM", 0.000001m),
        (GasCalorificValueUnit.KilocaloriePerStandardCubicMetre, "kcal/SCM", 0.0000041868m));

    private GasNetCalorificValue(decimal gigajoulesPerStandardCubicMetre) =>
        GigajoulesPerStandardCubicMetre = gigajoulesPerStandardCubicMetre;

    /// <summary>The value in gigajoules per standard cubic metre.</summary>
    public decimal GigajoulesPerStandardCubicMetre { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerStandardCubicMetre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per standard cubic metre.</summary>
    public static GasNetCalorificValue FromGigajoulesPerStandardCubicMetre(decimal gigajoulesPerStandardCubicMetre) =>
        new(gigajoulesPerStandardCubicMetre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per standard cubic
    /// metre.</exception>
    public static GasNetCalorificValue Of(decimal value, GasCalorificValueUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/Sm3</c>; any unit of <see cref="GasCalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static GasNetCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out GasNetCalorificValue value, [NotNullWhen(false)] out string? reason)
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
    public int CompareTo(GasNetCalorificValue other) =>
        GigajoulesPerStandardCubicMetre.CompareTo(other.GigajoulesPerStandardCubicMetre);

    /// <summary>The product with a factor by energy: an emission factor of the fuel.</summary>
    public static GasEmissionFactor operator *(GasNetCalorificValue left, EnergyEmissionFactor right) =>
        GasEmissionFactor.FromTonnesPerStandardCubicMetre(
            right.TonnesOf(left.GigajoulesPerStandardCubicMetre));

    /// <summary>Sum.</summary>
    public static GasNetCalorificValue operator +(GasNetCalorificValue left, GasNetCalorificValue right) =>
        new(left.GigajoulesPerStandardCubicMetre + right.GigajoulesPerStandardCubicMetre);

    /// <summary>Difference.</summary>
    public static GasNetCalorificValue operator -(GasNetCalorificValue left, GasNetCalorificValue right) =>
        new(left.GigajoulesPerStandardCubicMetre - right.GigajoulesPerStandardCubicMetre);

    /// <summary>The negated value.</summary>
    public static GasNetCalorificValue operator -(GasNetCalorificValue value) =>
        new(-value.GigajoulesPerStandardCubicMetre);

    /// <summary>The product with a number.</summary>
    public static GasNetCalorificValue operator *(GasNetCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerStandardCubicMetre * factor);

    /// <summary>The product with a number.</summary>
    public static GasNetCalorificValue operator *(decimal factor, GasNetCalorificValue value) =>
        new(factor * value.GigajoulesPerStandardCubicMetre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(GasNetCalorificValue left, GasNetCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre / right.GigajoulesPerStandardCubicMetre;

    /// <summary>Less.</summary>
    public static bool operator <(GasNetCalorificValue left, GasNetCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre < right.GigajoulesPerStandardCubicMetre;

    /// <summary>Greater.</summary>
    public static bool operator >(GasNetCalorificValue left, GasNetCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre > right.GigajoulesPerStandardCubicMetre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(GasNetCalorificValue left, GasNetCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre <= right.GigajoulesPerStandardCubicMetre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(GasNetCalorificValue left, GasNetCalorificValue right) =>
        left.GigajoulesPerStandardCubicMetre >= right.GigajoulesPerStandardCubicMetre;
}

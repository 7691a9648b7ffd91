using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per standard cubic metre of gas.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct GasEmissionFactor : IQuantity, IComparable<GasEmissionFactor>
{
    private static readonly UnitTable<GasEmissionFactorUnit> Units = new(
        "emission factor of gas",
        (GasEmissionFactorUnit.TonnePerStandardCubicMetre, "tCO2/Sm3", 1m),
        (GasEmissionFactorUnit.KilogramPerStandardCubicMetre, "kgCO2/Sm3", 0.001m));

    private GasEmissionFactor(decimal tonnesPerStandardCubicMetre) =>
        TonnesPerStandardCubicMetre = tonnesPerStandardCubicMetre;

    /// <summary>The value in tonnes of CO2 per standard cubic metre.</summary>
    public decimal TonnesPerStandardCubicMetre { get; }

    decimal IQuantity.CanonicalValue => TonnesPerStandardCubicMetre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 per standard cubic metre.</summary>
    public static GasEmissionFactor FromTonnesPerStandardCubicMetre(decimal tonnesPerStandardCubicMetre) =>
        new(tonnesPerStandardCubicMetre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per standard cubic
    /// metre.</exception>
    public static GasEmissionFactor Of(decimal value, GasEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/Sm3</c>; any unit of <see cref="GasEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static GasEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out GasEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(GasEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerStandardCubicMetre, unit);

    /// <summary>Text such as <c>12.5 tCO2/Sm3</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerStandardCubicMetre);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(GasEmissionFactorUnit unit) => Units.Format(TonnesPerStandardCubicMetre, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(GasEmissionFactor other) =>
        TonnesPerStandardCubicMetre.CompareTo(other.TonnesPerStandardCubicMetre);

    /// <summary>Sum.</summary>
    public static GasEmissionFactor operator +(GasEmissionFactor left, GasEmissionFactor right) =>
        new(left.TonnesPerStandardCubicMetre + right.TonnesPerStandardCubicMetre);

    /// <summary>Difference.</summary>
    public static GasEmissionFactor operator -(GasEmissionFactor left, GasEmissionFactor right) =>
        new(left.TonnesPerStandardCubicMetre - right.TonnesPerStandardCubicMetre);

    /// <summary>The negated value.</summary>
    public static GasEmissionFactor operator -(GasEmissionFactor value) => new(-value.TonnesPerStandardCubicMetre);

    /// <summary>The product with a number.</summary>
    public static GasEmissionFactor operator *(GasEmissionFactor value, decimal factor) =>
        new(value.TonnesPerStandardCubicMetre * factor);

    /// <summary>The product with a number.</summary>
    public static GasEmissionFactor operator *(decimal factor, GasEmissionFactor value) =>
        new(factor * value.TonnesPerStandardCubicMetre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(GasEmissionFactor left, GasEmissionFactor right) =>
        left.TonnesPerStandardCubicMetre / right.TonnesPerStandardCubicMetre;

    /// <summary>Less.</summary>
    public static bool operator <(GasEmissionFactor left, GasEmissionFactor right) =>
        left.TonnesPerStandardCubicMetre < right.TonnesPerStandardCubicMetre;

    /// <summary>Greater.</summary>
    public static bool operator >(GasEmissionFactor left, GasEmissionFactor right) =>
        left.TonnesPerStandardCubicMetre > right.TonnesPerStandardCubicMetre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(GasEmissionFactor left, GasEmissionFactor right) =>
        left.TonnesPerStandardCubicMetre <= right.TonnesPerStandardCubicMetre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(GasEmissionFactor left, GasEmissionFactor right) =>
        left.TonnesPerStandardCubicMetre >= right.TonnesPerStandardCubicMetre;
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per tonne of material.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct MassEmissionFactor : IQuantity, IComparable<MassEmissionFactor>
{
    internal static readonly UnitTable<MassEmissionFactorUnit> Units = new(
        "emission factor by mass",
        (MassEmissionFactorUnit.TonnePerTonne, "tCO2/t", 1m),
        (MassEmissionFactorUnit.KilogramPerKilogram, "kgCO2/kg", 1m),
        (MassEmissionFactorUnit.KilogramPerTonne, "kgCO2/t", 0.001m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private MassEmissionFactor(decimal tonnesPerTonne) => TonnesPerTonne = tonnesPerTonne;

    /// <summary>The value in tonnes of CO2 per tonne.</summary>
    public decimal TonnesPerTonne { get; }

    decimal IQuantity.CanonicalValue => TonnesPerTonne;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 per tonne.</summary>
    public static MassEmissionFactor FromTonnesPerTonne(decimal tonnesPerTonne) => new(tonnesPerTonne);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per tonne.</exception>
    public static MassEmissionFactor Of(decimal value, MassEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/t</c>; any unit of <see cref="MassEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static MassEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out MassEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(MassEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerTonne, unit);

    /// <summary>Text such as <c>12.5 tCO2/t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerTonne);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(MassEmissionFactorUnit unit) => Units.Format(TonnesPerTonne, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(MassEmissionFactor other) => TonnesPerTonne.CompareTo(other.TonnesPerTonne);

    /// <summary>Sum.</summary>
    public static MassEmissionFactor operator +(MassEmissionFactor left, MassEmissionFactor right) =>
        new(left.TonnesPerTonne + right.TonnesPerTonne);

    /// <summary>Difference.</summary>
    public static MassEmissionFactor operator -(MassEmissionFactor left, MassEmissionFactor right) =>
        new(left.TonnesPerTonne - right.TonnesPerTonne);

    /// <summary>The negated value.</summary>
    public static MassEmissionFactor operator -(MassEmissionFactor value) => new(-value.TonnesPerTonne);

    /// <summary>The product with a number.</summary>
    public static MassEmissionFactor operator *(MassEmissionFactor value, decimal factor) =>
        new(value.TonnesPerTonne * factor);

    /// <summary>The product with a number.</summary>
    public static MassEmissionFactor operator *(decimal factor, MassEmissionFactor value) =>
        new(factor * value.TonnesPerTonne);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(MassEmissionFactor left, MassEmissionFactor right) =>
        left.TonnesPerTonne / right.TonnesPerTonne;

    /// <summary>Less.</summary>
    public static bool operator <(MassEmissionFactor left, MassEmissionFactor right) =>
        left.TonnesPerTonne < right.TonnesPerTonne;

    /// <summary>Greater.</summary>
    public static bool operator >(MassEmissionFactor left, MassEmissionFactor right) =>
        left.TonnesPerTonne > right.TonnesPerTonne;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(MassEmissionFactor left, MassEmissionFactor right) =>
        left.TonnesPerTonne <= right.TonnesPerTonne;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(MassEmissionFactor left, MassEmissionFactor right) =>
        left.TonnesPerTonne >= right.TonnesPerTonne;
}

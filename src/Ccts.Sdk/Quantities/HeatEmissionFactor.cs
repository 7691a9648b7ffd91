using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per tonne of oil equivalent of heat (DPCM Annexure III: heat in TOE x tCO2/TOE).</summary>
/// <remarks><para>A separate type, because a factor per toe does not convert exactly into one per terajoule.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct HeatEmissionFactor : IQuantity, IComparable<HeatEmissionFactor>
{
    internal static readonly UnitTable<HeatEmissionFactorUnit> Units = new(
        "emission factor by heat",
        (HeatEmissionFactorUnit.TonnePerToe, "tCO2/toe", 1m),
        (HeatEmissionFactorUnit.TonnePerGigacalorie, "tCO2/Gcal", 10m),
        (HeatEmissionFactorUnit.TonnePerGigajoule, "tCO2/GJ", 41.868m),
        (HeatEmissionFactorUnit.TonnePerTerajoule, "tCO2/TJ", 0.041868m),
        (HeatEmissionFactorUnit.KilogramPerGigacalorie, "kgCO2/Gcal", 0.01m),
        (HeatEmissionFactorUnit.KilogramPerGigajoule, "kgCO2/GJ", 0.041868m),
        (HeatEmissionFactorUnit.GramPerKilocalorie, "gCO2/kcal", 10m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private HeatEmissionFactor(decimal tonnesPerToe) => TonnesPerToe = tonnesPerToe;

    /// <summary>The value in tonnes of CO2 per tonne of oil equivalent.</summary>
    public decimal TonnesPerToe { get; }

    decimal IQuantity.CanonicalValue => TonnesPerToe;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 per tonne of oil equivalent.</summary>
    public static HeatEmissionFactor FromTonnesPerToe(decimal tonnesPerToe) => new(tonnesPerToe);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per tonne of oil
    /// equivalent.</exception>
    public static HeatEmissionFactor Of(decimal value, HeatEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/toe</c>; any unit of <see cref="HeatEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static HeatEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out HeatEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(HeatEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerToe, unit);

    /// <summary>Text such as <c>12.5 tCO2/toe</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerToe);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(HeatEmissionFactorUnit unit) => Units.Format(TonnesPerToe, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(HeatEmissionFactor other) => TonnesPerToe.CompareTo(other.TonnesPerToe);

    /// <summary>Sum.</summary>
    public static HeatEmissionFactor operator +(HeatEmissionFactor left, HeatEmissionFactor right) =>
        new(left.TonnesPerToe + right.TonnesPerToe);

    /// <summary>Difference.</summary>
    public static HeatEmissionFactor operator -(HeatEmissionFactor left, HeatEmissionFactor right) =>
        new(left.TonnesPerToe - right.TonnesPerToe);

    /// <summary>The negated value.</summary>
    public static HeatEmissionFactor operator -(HeatEmissionFactor value) => new(-value.TonnesPerToe);

    /// <summary>The product with a number.</summary>
    public static HeatEmissionFactor operator *(HeatEmissionFactor value, decimal factor) =>
        new(value.TonnesPerToe * factor);

    /// <summary>The product with a number.</summary>
    public static HeatEmissionFactor operator *(decimal factor, HeatEmissionFactor value) =>
        new(factor * value.TonnesPerToe);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(HeatEmissionFactor left, HeatEmissionFactor right) =>
        left.TonnesPerToe / right.TonnesPerToe;

    /// <summary>Less.</summary>
    public static bool operator <(HeatEmissionFactor left, HeatEmissionFactor right) =>
        left.TonnesPerToe < right.TonnesPerToe;

    /// <summary>Greater.</summary>
    public static bool operator >(HeatEmissionFactor left, HeatEmissionFactor right) =>
        left.TonnesPerToe > right.TonnesPerToe;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(HeatEmissionFactor left, HeatEmissionFactor right) =>
        left.TonnesPerToe <= right.TonnesPerToe;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(HeatEmissionFactor left, HeatEmissionFactor right) =>
        left.TonnesPerToe >= right.TonnesPerToe;
}

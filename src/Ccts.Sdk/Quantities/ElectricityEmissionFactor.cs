using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per megawatt-hour of electricity.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct ElectricityEmissionFactor : IQuantity, IComparable<ElectricityEmissionFactor>
{
    internal static readonly UnitTable<ElectricityEmissionFactorUnit> Units = new(
        "emission factor of electricity",
        (ElectricityEmissionFactorUnit.TonnePerMegawattHour, "tCO2/MWh", 1m),
        (ElectricityEmissionFactorUnit.KilogramPerKilowattHour, "kgCO2/kWh", 1m),
        (ElectricityEmissionFactorUnit.KilogramPerMegawattHour, "kgCO2/MWh", 0.001m),
        (ElectricityEmissionFactorUnit.GramPerKilowattHour, "gCO2/kWh", 0.001m),
        (ElectricityEmissionFactorUnit.TonnePerGigawattHour, "tCO2/GWh", 0.001m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private ElectricityEmissionFactor(decimal tonnesPerMegawattHour) => TonnesPerMegawattHour = tonnesPerMegawattHour;

    /// <summary>The value in tonnes of CO2 per megawatt-hour.</summary>
    public decimal TonnesPerMegawattHour { get; }

    decimal IQuantity.CanonicalValue => TonnesPerMegawattHour;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 per megawatt-hour.</summary>
    public static ElectricityEmissionFactor FromTonnesPerMegawattHour(decimal tonnesPerMegawattHour) =>
        new(tonnesPerMegawattHour);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per
    /// megawatt-hour.</exception>
    public static ElectricityEmissionFactor Of(decimal value, ElectricityEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/MWh</c>; any unit of <see cref="ElectricityEmissionFactorUnit"/>
    /// is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static ElectricityEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out ElectricityEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(ElectricityEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerMegawattHour, unit);

    /// <summary>Text such as <c>12.5 tCO2/MWh</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerMegawattHour);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(ElectricityEmissionFactorUnit unit) => Units.Format(TonnesPerMegawattHour, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(ElectricityEmissionFactor other) =>
        TonnesPerMegawattHour.CompareTo(other.TonnesPerMegawattHour);

    /// <summary>Sum.</summary>
    public static ElectricityEmissionFactor operator +(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        new(left.TonnesPerMegawattHour + right.TonnesPerMegawattHour);

    /// <summary>Difference.</summary>
    public static ElectricityEmissionFactor operator -(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        new(left.TonnesPerMegawattHour - right.TonnesPerMegawattHour);

    /// <summary>The negated value.</summary>
    public static ElectricityEmissionFactor operator -(ElectricityEmissionFactor value) =>
        new(-value.TonnesPerMegawattHour);

    /// <summary>The product with a number.</summary>
    public static ElectricityEmissionFactor operator *(ElectricityEmissionFactor value, decimal factor) =>
        new(value.TonnesPerMegawattHour * factor);

    /// <summary>The product with a number.</summary>
    public static ElectricityEmissionFactor operator *(decimal factor, ElectricityEmissionFactor value) =>
        new(factor * value.TonnesPerMegawattHour);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        left.TonnesPerMegawattHour / right.TonnesPerMegawattHour;

    /// <summary>Less.</summary>
    public static bool operator <(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        left.TonnesPerMegawattHour < right.TonnesPerMegawattHour;

    /// <summary>Greater.</summary>
    public static bool operator >(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        left.TonnesPerMegawattHour > right.TonnesPerMegawattHour;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        left.TonnesPerMegawattHour <= right.TonnesPerMegawattHour;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(ElectricityEmissionFactor left, ElectricityEmissionFactor right) =>
        left.TonnesPerMegawattHour >= right.TonnesPerMegawattHour;
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>A mass of greenhouse gas as carbon dioxide equivalent.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Co2e : IQuantity, IComparable<Co2e>
{
    internal static readonly UnitTable<Co2eUnit> Units = new(
        "CO2 equivalent",
        (Co2eUnit.Tonne, "t", 1m),
        (Co2eUnit.Kilotonne, "kt", 1_000m),
        (Co2eUnit.Megatonne, "Mt", 1_000_000m),
        (Co2eUnit.Kilogram, "kg", 0.001m),
        (Co2eUnit.Tonne, "tCO2e", 1m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Co2e(decimal tonnes) => Tonnes = tonnes;

    /// <summary>The value in tonnes of CO2 equivalent.</summary>
    public decimal Tonnes { get; }

    decimal IQuantity.CanonicalValue => Tonnes;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 equivalent.</summary>
    public static Co2e FromTonnes(decimal tonnes) => new(tonnes);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 equivalent.</exception>
    public static Co2e Of(decimal value, Co2eUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 t</c>; any unit of <see cref="Co2eUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Co2e Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Co2e value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(Co2eUnit unit) => Units.FromCanonical(Tonnes, unit);

    /// <summary>Text such as <c>12.5 t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(Tonnes);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(Co2eUnit unit) => Units.Format(Tonnes, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(Co2e other) => Tonnes.CompareTo(other.Tonnes);

    /// <summary>Emission intensity per tonne; a zero output is a <see cref="DivideByZeroException"/>.</summary>
    public static EmissionIntensity<Mass> operator /(Co2e left, Mass right) =>
        EmissionIntensity<Mass>.Of(left.Tonnes / right.Tonnes);

    /// <summary>Emission intensity per megawatt-hour; a zero output is a <see cref="DivideByZeroException"/>.</summary>
    public static EmissionIntensity<ElectricalEnergy> operator /(Co2e left, ElectricalEnergy right) =>
        EmissionIntensity<ElectricalEnergy>.Of(left.Tonnes / right.MegawattHours);

    /// <summary>Emission intensity per MBBLS/NRGF; a zero output is a <see cref="DivideByZeroException"/>.</summary>
    public static EmissionIntensity<RefineryThroughput> operator /(Co2e left, RefineryThroughput right) =>
        EmissionIntensity<RefineryThroughput>.Of(left.Tonnes / right.MbblsNrgf);

    /// <summary>Emission intensity on the output's basis; a zero output is a
    /// <see cref="DivideByZeroException"/>.</summary>
    public static EmissionIntensity operator /(Co2e left, Output right) =>
        EmissionIntensity.Of(left.Tonnes / right.Value, right.Basis);

    /// <summary>Sum.</summary>
    public static Co2e operator +(Co2e left, Co2e right) => new(left.Tonnes + right.Tonnes);

    /// <summary>Difference.</summary>
    public static Co2e operator -(Co2e left, Co2e right) => new(left.Tonnes - right.Tonnes);

    /// <summary>The negated value.</summary>
    public static Co2e operator -(Co2e value) => new(-value.Tonnes);

    /// <summary>The product with a number.</summary>
    public static Co2e operator *(Co2e value, decimal factor) => new(value.Tonnes * factor);

    /// <summary>The product with a number.</summary>
    public static Co2e operator *(decimal factor, Co2e value) => new(factor * value.Tonnes);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(Co2e left, Co2e right) => left.Tonnes / right.Tonnes;

    /// <summary>Less.</summary>
    public static bool operator <(Co2e left, Co2e right) => left.Tonnes < right.Tonnes;

    /// <summary>Greater.</summary>
    public static bool operator >(Co2e left, Co2e right) => left.Tonnes > right.Tonnes;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Co2e left, Co2e right) => left.Tonnes <= right.Tonnes;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Co2e left, Co2e right) => left.Tonnes >= right.Tonnes;
}

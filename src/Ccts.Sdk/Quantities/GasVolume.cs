using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>A volume of gas at standard conditions.</summary>
/// <remarks><para>Liquids are measured as <see cref="Volume"/>: the two never add.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct GasVolume : IQuantity, IComparable<GasVolume>
{
    internal static readonly UnitTable<GasVolumeUnit> Units = new(
        "gas volume",
        (GasVolumeUnit.StandardCubicMetre, "Sm3", 1m),
        (GasVolumeUnit.StandardCubicMetre, "SCM", 1m),
        (GasVolumeUnit.MillionStandardCubicMetres, "MMSCM", 1_000_000m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private GasVolume(decimal standardCubicMetres) => StandardCubicMetres = standardCubicMetres;

    /// <summary>The value in standard cubic metres.</summary>
    public decimal StandardCubicMetres { get; }

    decimal IQuantity.CanonicalValue => StandardCubicMetres;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of standard cubic metres.</summary>
    public static GasVolume FromStandardCubicMetres(decimal standardCubicMetres) => new(standardCubicMetres);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in standard cubic metres.</exception>
    public static GasVolume Of(decimal value, GasVolumeUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 Sm3</c>; any unit of <see cref="GasVolumeUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static GasVolume Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out GasVolume value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(GasVolumeUnit unit) => Units.FromCanonical(StandardCubicMetres, unit);

    /// <summary>Text such as <c>12.5 Sm3</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(StandardCubicMetres);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(GasVolumeUnit unit) => Units.Format(StandardCubicMetres, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(GasVolume other) => StandardCubicMetres.CompareTo(other.StandardCubicMetres);

    /// <summary>Energy content of a gas, on the net basis.</summary>
    public static Energy operator *(GasVolume left, GasNetCalorificValue right) =>
        Energy.FromGigajoules(left.StandardCubicMetres * right.GigajoulesPerStandardCubicMetre);

    /// <summary>Emissions of a gas by its volume.</summary>
    public static Co2e operator *(GasVolume left, GasEmissionFactor right) =>
        Co2e.FromTonnes(left.StandardCubicMetres * right.TonnesPerStandardCubicMetre);

    /// <summary>Sum.</summary>
    public static GasVolume operator +(GasVolume left, GasVolume right) =>
        new(left.StandardCubicMetres + right.StandardCubicMetres);

    /// <summary>Difference.</summary>
    public static GasVolume operator -(GasVolume left, GasVolume right) =>
        new(left.StandardCubicMetres - right.StandardCubicMetres);

    /// <summary>The negated value.</summary>
    public static GasVolume operator -(GasVolume value) => new(-value.StandardCubicMetres);

    /// <summary>The product with a number.</summary>
    public static GasVolume operator *(GasVolume value, decimal factor) => new(value.StandardCubicMetres * factor);

    /// <summary>The product with a number.</summary>
    public static GasVolume operator *(decimal factor, GasVolume value) => new(factor * value.StandardCubicMetres);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(GasVolume left, GasVolume right) =>
        left.StandardCubicMetres / right.StandardCubicMetres;

    /// <summary>Less.</summary>
    public static bool operator <(GasVolume left, GasVolume right) =>
        left.StandardCubicMetres < right.StandardCubicMetres;

    /// <summary>Greater.</summary>
    public static bool operator >(GasVolume left, GasVolume right) =>
        left.StandardCubicMetres > right.StandardCubicMetres;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(GasVolume left, GasVolume right) =>
        left.StandardCubicMetres <= right.StandardCubicMetres;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(GasVolume left, GasVolume right) =>
        left.StandardCubicMetres >= right.StandardCubicMetres;
}

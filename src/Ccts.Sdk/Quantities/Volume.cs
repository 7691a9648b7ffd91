using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>A volume of liquid.</summary>
/// <remarks><para>Gas is measured as <see cref="GasVolume"/>: the two never add.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Volume : IQuantity, IComparable<Volume>
{
    internal static readonly UnitTable<VolumeUnit> Units = new(
        "volume",
        (VolumeUnit.Kilolitre, "kl", 1m),
        (VolumeUnit.CubicMetre, "m3", 1m),
        (VolumeUnit.Litre, "l", 0.001m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Volume(decimal kilolitres) => Kilolitres = kilolitres;

    /// <summary>The value in kilolitres.</summary>
    public decimal Kilolitres { get; }

    decimal IQuantity.CanonicalValue => Kilolitres;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of kilolitres.</summary>
    public static Volume FromKilolitres(decimal kilolitres) => new(kilolitres);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in kilolitres.</exception>
    public static Volume Of(decimal value, VolumeUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 kl</c>; any unit of <see cref="VolumeUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Volume Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Volume value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(VolumeUnit unit) => Units.FromCanonical(Kilolitres, unit);

    /// <summary>Text such as <c>12.5 kl</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(Kilolitres);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(VolumeUnit unit) => Units.Format(Kilolitres, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(Volume other) => Kilolitres.CompareTo(other.Kilolitres);

    /// <summary>Energy content of a liquid fuel, on the net basis.</summary>
    public static Energy operator *(Volume left, VolumeNetCalorificValue right) =>
        Energy.FromGigajoules(left.Kilolitres * right.GigajoulesPerKilolitre);

    /// <summary>Emissions of a liquid fuel by its volume.</summary>
    public static Co2e operator *(Volume left, VolumeEmissionFactor right) =>
        Co2e.FromTonnes(left.Kilolitres * right.TonnesPerKilolitre);

    /// <summary>Sum.</summary>
    public static Volume operator +(Volume left, Volume right) => new(left.Kilolitres + right.Kilolitres);

    /// <summary>Difference.</summary>
    public static Volume operator -(Volume left, Volume right) => new(left.Kilolitres - right.Kilolitres);

    /// <summary>The negated value.</summary>
    public static Volume operator -(Volume value) => new(-value.Kilolitres);

    /// <summary>The product with a number.</summary>
    public static Volume operator *(Volume value, decimal factor) => new(value.Kilolitres * factor);

    /// <summary>The product with a number.</summary>
    public static Volume operator *(decimal factor, Volume value) => new(factor * value.Kilolitres);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(Volume left, Volume right) => left.Kilolitres / right.Kilolitres;

    /// <summary>Less.</summary>
    public static bool operator <(Volume left, Volume right) => left.Kilolitres < right.Kilolitres;

    /// <summary>Greater.</summary>
    public static bool operator >(Volume left, Volume right) => left.Kilolitres > right.Kilolitres;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Volume left, Volume right) => left.Kilolitres <= right.Kilolitres;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Volume left, Volume right) => left.Kilolitres >= right.Kilolitres;
}

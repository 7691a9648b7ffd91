using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per kilolitre of liquid.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct VolumeEmissionFactor : IQuantity, IComparable<VolumeEmissionFactor>
{
    private static readonly UnitTable<VolumeEmissionFactorUnit> Units = new(
        "emission factor by volume",
        (VolumeEmissionFactorUnit.TonnePerKilolitre, "tCO2/kl", 1m),
        (VolumeEmissionFactorUnit.TonnePerCubicMetre, "tCO2/m3", 1m),
        (VolumeEmissionFactorUnit.KilogramPerLitre, "kgCO2/l", 1m),
        (VolumeEmissionFactorUnit.KilogramPerKilolitre, "kgCO2/kl", 0.001m));

    private VolumeEmissionFactor(decimal tonnesPerKilolitre) => TonnesPerKilolitre = tonnesPerKilolitre;

    /// <summary>The value in tonnes of CO2 per kilolitre.</summary>
    public decimal TonnesPerKilolitre { get; }

    decimal IQuantity.CanonicalValue => TonnesPerKilolitre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of tonnes of CO2 per kilolitre.</summary>
    public static VolumeEmissionFactor FromTonnesPerKilolitre(decimal tonnesPerKilolitre) => new(tonnesPerKilolitre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per kilolitre.</exception>
    public static VolumeEmissionFactor Of(decimal value, VolumeEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/kl</c>; any unit of <see cref="VolumeEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static VolumeEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out VolumeEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(VolumeEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerKilolitre, unit);

    /// <summary>Text such as <c>12.5 tCO2/kl</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerKilolitre);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(VolumeEmissionFactorUnit unit) => Units.Format(TonnesPerKilolitre, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(VolumeEmissionFactor other) => TonnesPerKilolitre.CompareTo(other.TonnesPerKilolitre);

    /// <summary>Sum.</summary>
    public static VolumeEmissionFactor operator +(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        new(left.TonnesPerKilolitre + right.TonnesPerKilolitre);

    /// <summary>Difference.</summary>
    public static VolumeEmissionFactor operator -(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        new(left.TonnesPerKilolitre - right.TonnesPerKilolitre);

    /// <summary>The negated value.</summary>
    public static VolumeEmissionFactor operator -(VolumeEmissionFactor value) => new(-value.TonnesPerKilolitre);

    /// <summary>The product with a number.</summary>
    public static VolumeEmissionFactor operator *(VolumeEmissionFactor value, decimal factor) =>
        new(value.TonnesPerKilolitre * factor);

    /// <summary>The product with a number.</summary>
    public static VolumeEmissionFactor operator *(decimal factor, VolumeEmissionFactor value) =>
        new(factor * value.TonnesPerKilolitre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        left.TonnesPerKilolitre / right.TonnesPerKilolitre;

    /// <summary>Less.</summary>
    public static bool operator <(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        left.TonnesPerKilolitre < right.TonnesPerKilolitre;

    /// <summary>Greater.</summary>
    public static bool operator >(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        left.TonnesPerKilolitre > right.TonnesPerKilolitre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        left.TonnesPerKilolitre <= right.TonnesPerKilolitre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(VolumeEmissionFactor left, VolumeEmissionFactor right) =>
        left.TonnesPerKilolitre >= right.TonnesPerKilolitre;
}

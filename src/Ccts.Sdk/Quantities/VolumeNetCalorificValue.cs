using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The net calorific value of a liquid fuel by volume.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct VolumeNetCalorificValue : IQuantity, IComparable<VolumeNetCalorificValue>
{
    internal static readonly UnitTable<VolumeCalorificValueUnit> Units = new(
        "net calorific value by volume",
        (VolumeCalorificValueUnit.GigajoulePerKilolitre, "GJ/kl", 1m),
        (VolumeCalorificValueUnit.GigajoulePerCubicMetre, "GJ/m3", 1m),
        (VolumeCalorificValueUnit.MegajoulePerKilolitre, "MJ/kl", 0.001m),
        (VolumeCalorificValueUnit.MegajoulePerLitre, "MJ/l", 1m),
        (VolumeCalorificValueUnit.KilojoulePerLitre, "kJ/l", 0.001m),
        (VolumeCalorificValueUnit.TerajoulePerKilolitre, "TJ/kl", 1_000m),
        (VolumeCalorificValueUnit.KilocaloriePerLitre, "kcal/l", 0.0041868m),
        (VolumeCalorificValueUnit.GigacaloriePerKilolitre, "Gcal/kl", 4.1868m));

    private VolumeNetCalorificValue(decimal gigajoulesPerKilolitre) => GigajoulesPerKilolitre = gigajoulesPerKilolitre;

    /// <summary>The value in gigajoules per kilolitre.</summary>
    public decimal GigajoulesPerKilolitre { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerKilolitre;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per kilolitre.</summary>
    public static VolumeNetCalorificValue FromGigajoulesPerKilolitre(decimal gigajoulesPerKilolitre) =>
        new(gigajoulesPerKilolitre);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per kilolitre.</exception>
    public static VolumeNetCalorificValue Of(decimal value, VolumeCalorificValueUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/kl</c>; any unit of <see cref="VolumeCalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static VolumeNetCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out VolumeNetCalorificValue value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(VolumeCalorificValueUnit unit) => Units.FromCanonical(GigajoulesPerKilolitre, unit);

    /// <summary>Text such as <c>12.5 GJ/kl</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(GigajoulesPerKilolitre);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(VolumeCalorificValueUnit unit) => Units.Format(GigajoulesPerKilolitre, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(VolumeNetCalorificValue other) =>
        GigajoulesPerKilolitre.CompareTo(other.GigajoulesPerKilolitre);

    /// <summary>The product with a factor by energy: an emission factor of the fuel.</summary>
    public static VolumeEmissionFactor operator *(VolumeNetCalorificValue left, EnergyEmissionFactor right) =>
        VolumeEmissionFactor.FromTonnesPerKilolitre(
            right.TonnesOf(left.GigajoulesPerKilolitre));

    /// <summary>Sum.</summary>
    public static VolumeNetCalorificValue operator +(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        new(left.GigajoulesPerKilolitre + right.GigajoulesPerKilolitre);

    /// <summary>Difference.</summary>
    public static VolumeNetCalorificValue operator -(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        new(left.GigajoulesPerKilolitre - right.GigajoulesPerKilolitre);

    /// <summary>The negated value.</summary>
    public static VolumeNetCalorificValue operator -(VolumeNetCalorificValue value) =>
        new(-value.GigajoulesPerKilolitre);

    /// <summary>The product with a number.</summary>
    public static VolumeNetCalorificValue operator *(VolumeNetCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerKilolitre * factor);

    /// <summary>The product with a number.</summary>
    public static VolumeNetCalorificValue operator *(decimal factor, VolumeNetCalorificValue value) =>
        new(factor * value.GigajoulesPerKilolitre);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        left.GigajoulesPerKilolitre / right.GigajoulesPerKilolitre;

    /// <summary>Less.</summary>
    public static bool operator <(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        left.GigajoulesPerKilolitre < right.GigajoulesPerKilolitre;

    /// <summary>Greater.</summary>
    public static bool operator >(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        left.GigajoulesPerKilolitre > right.GigajoulesPerKilolitre;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        left.GigajoulesPerKilolitre <= right.GigajoulesPerKilolitre;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(VolumeNetCalorificValue left, VolumeNetCalorificValue right) =>
        left.GigajoulesPerKilolitre >= right.GigajoulesPerKilolitre;
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The net calorific value of a fuel by mass.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct NetCalorificValue : IQuantity, IComparable<NetCalorificValue>
{
    internal static readonly UnitTable<CalorificValueUnit> Units = new(
        "net calorific value",
        (CalorificValueUnit.GigajoulePerTonne, "GJ/t", 1m),
        (CalorificValueUnit.MegajoulePerKilogram, "MJ/kg", 1m),
        (CalorificValueUnit.KilojoulePerKilogram, "kJ/kg", 0.001m),
        (CalorificValueUnit.JoulePerGram, "J/g", 0.001m),
        (CalorificValueUnit.TerajoulePerTonne, "TJ/t", 1_000m),
        (CalorificValueUnit.TerajoulePerKilotonne, "TJ/kt", 1m),
        (CalorificValueUnit.TerajoulePerGigagram, "TJ/Gg", 1m),
        (CalorificValueUnit.KilocaloriePerKilogram, "kcal/kg", 0.0041868m),
        (CalorificValueUnit.CaloriePerGram, "cal/g", 0.0041868m),
        (CalorificValueUnit.GigacaloriePerTonne, "Gcal/t", 4.1868m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private NetCalorificValue(decimal gigajoulesPerTonne) => GigajoulesPerTonne = gigajoulesPerTonne;

    /// <summary>The value in gigajoules per tonne.</summary>
    public decimal GigajoulesPerTonne { get; }

    decimal IQuantity.CanonicalValue => GigajoulesPerTonne;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules per tonne.</summary>
    public static NetCalorificValue FromGigajoulesPerTonne(decimal gigajoulesPerTonne) => new(gigajoulesPerTonne);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules per tonne.</exception>
    public static NetCalorificValue Of(decimal value, CalorificValueUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ/t</c>; any unit of <see cref="CalorificValueUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static NetCalorificValue Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out NetCalorificValue value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(CalorificValueUnit unit) => Units.FromCanonical(GigajoulesPerTonne, unit);

    /// <summary>Text such as <c>12.5 GJ/t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(GigajoulesPerTonne);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(CalorificValueUnit unit) => Units.Format(GigajoulesPerTonne, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(NetCalorificValue other) => GigajoulesPerTonne.CompareTo(other.GigajoulesPerTonne);

    /// <summary>The product with a factor by energy: an emission factor of the fuel.</summary>
    public static MassEmissionFactor operator *(NetCalorificValue left, EnergyEmissionFactor right) =>
        MassEmissionFactor.FromTonnesPerTonne(
            right.TonnesOf(left.GigajoulesPerTonne));

    /// <summary>Sum.</summary>
    public static NetCalorificValue operator +(NetCalorificValue left, NetCalorificValue right) =>
        new(left.GigajoulesPerTonne + right.GigajoulesPerTonne);

    /// <summary>Difference.</summary>
    public static NetCalorificValue operator -(NetCalorificValue left, NetCalorificValue right) =>
        new(left.GigajoulesPerTonne - right.GigajoulesPerTonne);

    /// <summary>The negated value.</summary>
    public static NetCalorificValue operator -(NetCalorificValue value) => new(-value.GigajoulesPerTonne);

    /// <summary>The product with a number.</summary>
    public static NetCalorificValue operator *(NetCalorificValue value, decimal factor) =>
        new(value.GigajoulesPerTonne * factor);

    /// <summary>The product with a number.</summary>
    public static NetCalorificValue operator *(decimal factor, NetCalorificValue value) =>
        new(factor * value.GigajoulesPerTonne);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(NetCalorificValue left, NetCalorificValue right) =>
        left.GigajoulesPerTonne / right.GigajoulesPerTonne;

    /// <summary>Less.</summary>
    public static bool operator <(NetCalorificValue left, NetCalorificValue right) =>
        left.GigajoulesPerTonne < right.GigajoulesPerTonne;

    /// <summary>Greater.</summary>
    public static bool operator >(NetCalorificValue left, NetCalorificValue right) =>
        left.GigajoulesPerTonne > right.GigajoulesPerTonne;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(NetCalorificValue left, NetCalorificValue right) =>
        left.GigajoulesPerTonne <= right.GigajoulesPerTonne;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(NetCalorificValue left, NetCalorificValue right) =>
        left.GigajoulesPerTonne >= right.GigajoulesPerTonne;
}

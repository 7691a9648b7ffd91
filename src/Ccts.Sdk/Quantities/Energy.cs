using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>An amount of energy: fuel energy on the net basis, or heat.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Energy : IQuantity, IComparable<Energy>
{
    internal const decimal TerajoulesPerGigajoule = 0.001m;
    private const decimal GigajoulesPerToe = 41.868m;

    internal static readonly UnitTable<EnergyUnit> Units = new(
        "energy",
        (EnergyUnit.Gigajoule, "GJ", 1m),
        (EnergyUnit.Joule, "J", 0.000000001m),
        (EnergyUnit.Kilojoule, "kJ", 0.000001m),
        (EnergyUnit.Megajoule, "MJ", 0.001m),
        (EnergyUnit.Terajoule, "TJ", 1_000m),
        (EnergyUnit.Calorie, "cal", 0.0000000041868m),
        (EnergyUnit.Kilocalorie, "kcal", 0.0000041868m),
        (EnergyUnit.Megacalorie, "Mcal", 0.0041868m),
        (EnergyUnit.Gigacalorie, "Gcal", 4.1868m),
        (EnergyUnit.KilowattHour, "kWh", 0.0036m),
        (EnergyUnit.MegawattHour, "MWh", 3.6m),
        (EnergyUnit.GigawattHour, "GWh", 3_600m),
        (EnergyUnit.TonneOfOilEquivalent, "toe", 41.868m),
        (EnergyUnit.MillionBtu, "MMBtu", 1.05505585262m),
        (EnergyUnit.TonOfRefrigerationHour, "TRh", 0.01266067023144m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Energy(decimal gigajoules) => Gigajoules = gigajoules;

    /// <summary>The value in gigajoules.</summary>
    public decimal Gigajoules { get; }

    decimal IQuantity.CanonicalValue => Gigajoules;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of gigajoules.</summary>
    public static Energy FromGigajoules(decimal gigajoules) => new(gigajoules);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in gigajoules.</exception>
    public static Energy Of(decimal value, EnergyUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 GJ</c>; any unit of <see cref="EnergyUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Energy Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Energy value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(EnergyUnit unit) => Units.FromCanonical(Gigajoules, unit);

    /// <summary>Text such as <c>12.5 GJ</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(Gigajoules);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(EnergyUnit unit) => Units.Format(Gigajoules, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(Energy other) => Gigajoules.CompareTo(other.Gigajoules);

    /// <summary>Emissions of a fuel by its energy.</summary>
    public static Co2e operator *(Energy left, EnergyEmissionFactor right) =>
        Co2e.FromTonnes(right.TonnesOf(left.Gigajoules));

    /// <summary>Emissions of heat by its energy; the one product that divides, last: one toe is 41.868 GJ.</summary>
    public static Co2e operator *(Energy left, HeatEmissionFactor right) =>
        Co2e.FromTonnes(left.Gigajoules * right.TonnesPerToe / GigajoulesPerToe);

    /// <summary>Sum.</summary>
    public static Energy operator +(Energy left, Energy right) => new(left.Gigajoules + right.Gigajoules);

    /// <summary>Difference.</summary>
    public static Energy operator -(Energy left, Energy right) => new(left.Gigajoules - right.Gigajoules);

    /// <summary>The negated value.</summary>
    public static Energy operator -(Energy value) => new(-value.Gigajoules);

    /// <summary>The product with a number.</summary>
    public static Energy operator *(Energy value, decimal factor) => new(value.Gigajoules * factor);

    /// <summary>The product with a number.</summary>
    public static Energy operator *(decimal factor, Energy value) => new(factor * value.Gigajoules);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(Energy left, Energy right) => left.Gigajoules / right.Gigajoules;

    /// <summary>Less.</summary>
    public static bool operator <(Energy left, Energy right) => left.Gigajoules < right.Gigajoules;

    /// <summary>Greater.</summary>
    public static bool operator >(Energy left, Energy right) => left.Gigajoules > right.Gigajoules;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Energy left, Energy right) => left.Gigajoules <= right.Gigajoules;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Energy left, Energy right) => left.Gigajoules >= right.Gigajoules;
}

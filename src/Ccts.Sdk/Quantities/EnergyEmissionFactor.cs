using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 per terajoule of fuel energy, on the net basis.</summary>
/// <remarks><para>Factors per calorie or toe do not convert exactly into this unit; they are
/// <see cref="HeatEmissionFactor"/>.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct EnergyEmissionFactor : IQuantity, IComparable<EnergyEmissionFactor>
{
    internal static readonly UnitTable<EnergyEmissionFactorUnit> Units = new(
        "emission factor by energy",
        (EnergyEmissionFactorUnit.TonnePerTerajoule, "tCO2/TJ", 1m),
        (EnergyEmissionFactorUnit.TonnePerGigajoule, "tCO2/GJ", 1_000m),
        (EnergyEmissionFactorUnit.KilogramPerTerajoule, "kgCO2/TJ", 0.001m),
        (EnergyEmissionFactorUnit.KilogramPerGigajoule, "kgCO2/GJ", 1m),
        (EnergyEmissionFactorUnit.KilogramPerMegajoule, "kgCO2/MJ", 1_000m),
        (EnergyEmissionFactorUnit.GramPerMegajoule, "gCO2/MJ", 1m));

    private EnergyEmissionFactor(decimal tonnesPerTerajoule) => TonnesPerTerajoule = tonnesPerTerajoule;

    /// <summary>The value in tonnes of CO2 per terajoule.</summary>
    public decimal TonnesPerTerajoule { get; }

    decimal IQuantity.CanonicalValue => TonnesPerTerajoule;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>So many tonnes of CO2 per terajoule.</summary>
    public static EnergyEmissionFactor FromTonnesPerTerajoule(decimal tonnesPerTerajoule) => new(tonnesPerTerajoule);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes of CO2 per terajoule.</exception>
    public static EnergyEmissionFactor Of(decimal value, EnergyEmissionFactorUnit unit) =>
        new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 tCO2/TJ</c>; any unit of <see cref="EnergyEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not that, or cannot be held exactly.</exception>
    public static EnergyEmissionFactor Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out EnergyEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(EnergyEmissionFactorUnit unit) => Units.FromCanonical(TonnesPerTerajoule, unit);

    /// <summary>Text such as <c>12.5 tCO2/TJ</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(TonnesPerTerajoule);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(EnergyEmissionFactorUnit unit) => Units.Format(TonnesPerTerajoule, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(EnergyEmissionFactor other) => TonnesPerTerajoule.CompareTo(other.TonnesPerTerajoule);

    /// <summary>Sum.</summary>
    public static EnergyEmissionFactor operator +(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        new(left.TonnesPerTerajoule + right.TonnesPerTerajoule);

    /// <summary>Difference.</summary>
    public static EnergyEmissionFactor operator -(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        new(left.TonnesPerTerajoule - right.TonnesPerTerajoule);

    /// <summary>The opposite.</summary>
    public static EnergyEmissionFactor operator -(EnergyEmissionFactor value) => new(-value.TonnesPerTerajoule);

    /// <summary>So many times.</summary>
    public static EnergyEmissionFactor operator *(EnergyEmissionFactor value, decimal factor) =>
        new(value.TonnesPerTerajoule * factor);

    /// <summary>So many times.</summary>
    public static EnergyEmissionFactor operator *(decimal factor, EnergyEmissionFactor value) =>
        new(factor * value.TonnesPerTerajoule);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left.TonnesPerTerajoule / right.TonnesPerTerajoule;

    /// <summary>Less.</summary>
    public static bool operator <(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left.TonnesPerTerajoule < right.TonnesPerTerajoule;

    /// <summary>Greater.</summary>
    public static bool operator >(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left.TonnesPerTerajoule > right.TonnesPerTerajoule;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left.TonnesPerTerajoule <= right.TonnesPerTerajoule;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left.TonnesPerTerajoule >= right.TonnesPerTerajoule;
}

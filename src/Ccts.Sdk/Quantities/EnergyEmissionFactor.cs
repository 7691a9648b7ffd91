using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 for each terajoule of fuel energy, on the net basis.</summary>
/// <remarks><para>A factor per toe or kilocalorie that does not convert exactly into tonnes per terajoule is kept per toe, so that nothing is
/// rounded before the emissions are; <see cref="IQuantity.CanonicalUnit"/> then says <c>tCO2/toe</c>. Every value is held one way only.</para>
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
        (EnergyEmissionFactorUnit.GramPerMegajoule, "gCO2/MJ", 1m),
        (EnergyEmissionFactorUnit.TonnePerToe, "tCO2/toe", 1m),
        (EnergyEmissionFactorUnit.GramPerKilocalorie, "gCO2/kcal", 10m),
        (EnergyEmissionFactorUnit.TonnePerGigacalorie, "tCO2/Gcal", 10m),
        (EnergyEmissionFactorUnit.KilogramPerGigacalorie, "kgCO2/Gcal", 0.01m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private const decimal TerajoulesPerToe = 0.041868m;

    private readonly decimal _value;
    private readonly bool _perToe;

    private EnergyEmissionFactor(decimal tonnesPerTerajoule) => _value = tonnesPerTerajoule;

    /// <summary>A canonical value of a unit's family: per toe for toe and calories, else per terajoule.</summary>
    private EnergyEmissionFactor(decimal value, EnergyEmissionFactorUnit unit)
    {
        _perToe = IsPerToe(unit) && !TryPerTerajoule(value, out value);
        _value = value;
    }

    /// <summary>The value in tonnes of CO2 per terajoule; rounded to 28 digits for one that is kept per toe.</summary>
    public decimal TonnesPerTerajoule => _perToe ? _value / TerajoulesPerToe : _value;

    /// <summary>The value as it is kept, per <see cref="GigajoulesPerUnit"/>.</summary>
    internal decimal Kept => _value;

    /// <summary>Gigajoules in the unit of energy of <see cref="Kept"/>; the last division of a product.</summary>
    internal decimal GigajoulesPerUnit => _perToe ? 41.868m : 1000m;

    /// <summary><c>TJ</c> or <c>toe</c>.</summary>
    internal string EnergyUnit => _perToe ? "toe" : "TJ";

    /// <summary>Tonnes that so many gigajoules give off.</summary>
    internal decimal TonnesOf(decimal gigajoules) => _perToe ? gigajoules * _value / 41.868m : gigajoules * _value * Energy.TerajoulesPerGigajoule;

    decimal IQuantity.CanonicalValue => _value;

    string IQuantity.CanonicalUnit => _perToe ? Units.SymbolOf(EnergyEmissionFactorUnit.TonnePerToe) : Units.CanonicalSymbol;

    private decimal TonnesPerToe => _perToe ? _value : _value * TerajoulesPerToe;

    /// <summary>The value for a number of tonnes of CO2 per terajoule.</summary>
    public static EnergyEmissionFactor FromTonnesPerTerajoule(decimal tonnesPerTerajoule) => new(tonnesPerTerajoule);

    /// <summary>A value in the unit given, kept exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly.</exception>
    public static EnergyEmissionFactor Of(decimal value, EnergyEmissionFactorUnit unit)
    {
        var canonical = Units.ToCanonical(value, unit);
        return IsInRange(canonical, unit) ? new(canonical, unit) : throw new OverflowException(QuantityText.NotExact(QuantityText.Format(value) + " " + Units.SymbolOf(unit), Units.CanonicalSymbol));
    }

    /// <summary>Reads text such as <c>12.5 tCO2/TJ</c>; any unit of <see cref="EnergyEmissionFactorUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static EnergyEmissionFactor Parse(string text) =>
        TryParse(Require.NotNull(text), out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out EnergyEmissionFactor value, [NotNullWhen(false)] out string? reason)
    {
        if (Units.TryParse(text, out var canonical, out var unit, out reason) && !IsInRange(canonical, unit))
        {
            reason = QuantityText.NotExact(text!, Units.CanonicalSymbol);
        }

        value = reason is null ? new(canonical, unit) : default;
        return reason is null;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(EnergyEmissionFactorUnit unit) =>
        Units.FromCanonical(IsPerToe(unit) ? TonnesPerToe : TonnesPerTerajoule, unit);

    /// <summary>Text such as <c>12.5 tCO2/TJ</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => QuantityText.Format(_value) + " " + ((IQuantity)this).CanonicalUnit;

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(EnergyEmissionFactorUnit unit) => QuantityText.Format(In(unit)) + " " + Units.SymbolOf(unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(EnergyEmissionFactor other) =>
        _perToe == other._perToe ? _value.CompareTo(other._value) : TonnesPerToe.CompareTo(other.TonnesPerToe);

    /// <summary>Sum.</summary>
    public static EnergyEmissionFactor operator +(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left._perToe || right._perToe
            ? new(left.TonnesPerToe + right.TonnesPerToe, EnergyEmissionFactorUnit.TonnePerToe)
            : new(left._value + right._value);

    /// <summary>Difference.</summary>
    public static EnergyEmissionFactor operator -(EnergyEmissionFactor left, EnergyEmissionFactor right) => left + -right;

    /// <summary>The negated value.</summary>
    public static EnergyEmissionFactor operator -(EnergyEmissionFactor value) => value * -1m;

    /// <summary>The product with a number.</summary>
    public static EnergyEmissionFactor operator *(EnergyEmissionFactor value, decimal factor) =>
        new(value._value * factor, value._perToe ? EnergyEmissionFactorUnit.TonnePerToe : EnergyEmissionFactorUnit.TonnePerTerajoule);

    /// <summary>The product with a number.</summary>
    public static EnergyEmissionFactor operator *(decimal factor, EnergyEmissionFactor value) => value * factor;

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(EnergyEmissionFactor left, EnergyEmissionFactor right) =>
        left._perToe == right._perToe ? left._value / right._value : left.TonnesPerToe / right.TonnesPerToe;

    /// <summary>Less.</summary>
    public static bool operator <(EnergyEmissionFactor left, EnergyEmissionFactor right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(EnergyEmissionFactor left, EnergyEmissionFactor right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(EnergyEmissionFactor left, EnergyEmissionFactor right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(EnergyEmissionFactor left, EnergyEmissionFactor right) => left.CompareTo(right) >= 0;

    /// <summary>Whether the value converts exactly into one per terajoule.</summary>
    private static bool IsInRange(decimal canonical, EnergyEmissionFactorUnit unit) =>
        !IsPerToe(unit) || Math.Abs(canonical) <= decimal.MaxValue * TerajoulesPerToe;

    private static bool IsPerToe(EnergyEmissionFactorUnit unit) =>
        unit is EnergyEmissionFactorUnit.TonnePerToe or EnergyEmissionFactorUnit.GramPerKilocalorie or EnergyEmissionFactorUnit.TonnePerGigacalorie or EnergyEmissionFactorUnit.KilogramPerGigacalorie;

    /// <summary>The value per terajoule if that is exact; otherwise the value unchanged.</summary>
    private static bool TryPerTerajoule(decimal perToe, out decimal value)
    {
        value = perToe;
        var perTerajoule = perToe / TerajoulesPerToe;
        if (!ExactDecimal.TryMultiply(perTerajoule, TerajoulesPerToe, out var back) || back != perToe)
        {
            return false;
        }

        value = perTerajoule;
        return true;
    }
}

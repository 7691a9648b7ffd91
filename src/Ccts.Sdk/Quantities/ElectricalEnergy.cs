using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>An amount of electricity.</summary>
/// <remarks><para>Kept apart from <see cref="Energy"/>, so that power never takes a fuel's factor.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct ElectricalEnergy : IOutput, IComparable<ElectricalEnergy>
{
    internal static readonly UnitTable<ElectricalEnergyUnit> Units = new(
        "electrical energy",
        (ElectricalEnergyUnit.MegawattHour, "MWh", 1m),
        (ElectricalEnergyUnit.KilowattHour, "kWh", 0.001m),
        (ElectricalEnergyUnit.GigawattHour, "GWh", 1_000m),
        (ElectricalEnergyUnit.MillionUnits, "MU", 1_000m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private ElectricalEnergy(decimal megawattHours) => MegawattHours = megawattHours;

    /// <summary>The value in megawatt-hours.</summary>
    public decimal MegawattHours { get; }

    decimal IQuantity.CanonicalValue => MegawattHours;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    OutputBasis IOutput.Basis => OutputBasis.MegawattHour;

    /// <summary>The value for a number of megawatt-hours.</summary>
    public static ElectricalEnergy FromMegawattHours(decimal megawattHours) => new(megawattHours);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in megawatt-hours.</exception>
    public static ElectricalEnergy Of(decimal value, ElectricalEnergyUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 MWh</c>; any unit of <see cref="ElectricalEnergyUnit"/> is
    /// accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static ElectricalEnergy Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out ElectricalEnergy value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(ElectricalEnergyUnit unit) => Units.FromCanonical(MegawattHours, unit);

    /// <summary>Text such as <c>12.5 MWh</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(MegawattHours);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(ElectricalEnergyUnit unit) => Units.Format(MegawattHours, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(ElectricalEnergy other) => MegawattHours.CompareTo(other.MegawattHours);

    /// <summary>Emissions of electricity.</summary>
    public static Co2e operator *(ElectricalEnergy left, ElectricityEmissionFactor right) =>
        Co2e.FromTonnes(left.MegawattHours * right.TonnesPerMegawattHour);

    /// <summary>Sum.</summary>
    public static ElectricalEnergy operator +(ElectricalEnergy left, ElectricalEnergy right) =>
        new(left.MegawattHours + right.MegawattHours);

    /// <summary>Difference.</summary>
    public static ElectricalEnergy operator -(ElectricalEnergy left, ElectricalEnergy right) =>
        new(left.MegawattHours - right.MegawattHours);

    /// <summary>The negated value.</summary>
    public static ElectricalEnergy operator -(ElectricalEnergy value) => new(-value.MegawattHours);

    /// <summary>The product with a number.</summary>
    public static ElectricalEnergy operator *(ElectricalEnergy value, decimal factor) =>
        new(value.MegawattHours * factor);

    /// <summary>The product with a number.</summary>
    public static ElectricalEnergy operator *(decimal factor, ElectricalEnergy value) =>
        new(factor * value.MegawattHours);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(ElectricalEnergy left, ElectricalEnergy right) =>
        left.MegawattHours / right.MegawattHours;

    /// <summary>Less.</summary>
    public static bool operator <(ElectricalEnergy left, ElectricalEnergy right) =>
        left.MegawattHours < right.MegawattHours;

    /// <summary>Greater.</summary>
    public static bool operator >(ElectricalEnergy left, ElectricalEnergy right) =>
        left.MegawattHours > right.MegawattHours;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(ElectricalEnergy left, ElectricalEnergy right) =>
        left.MegawattHours <= right.MegawattHours;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(ElectricalEnergy left, ElectricalEnergy right) =>
        left.MegawattHours >= right.MegawattHours;
}

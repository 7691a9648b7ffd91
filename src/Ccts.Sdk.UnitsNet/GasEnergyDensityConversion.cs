using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirEnergyDensity = UnitsNet.EnergyDensity;
using TheirEnergyDensityUnit = UnitsNet.Units.EnergyDensityUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Calorific values of gases between Ccts.Sdk and UnitsNet, which knows neither net from gross nor the conditions: the caller says which they are.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class GasEnergyDensityConversion
{
    private static readonly Crossing<GasNetCalorificValue, GasCalorificValueUnit, TheirEnergyDensityUnit> Net = new(
        "net calorific value of gas",
        GasNetCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyDensityUnit.GigajoulePerCubicMeter, GasCalorificValueUnit.GigajoulePerStandardCubicMetre),
        (TheirEnergyDensityUnit.MegajoulePerCubicMeter, GasCalorificValueUnit.MegajoulePerStandardCubicMetre),
        (TheirEnergyDensityUnit.KilojoulePerCubicMeter, GasCalorificValueUnit.KilojoulePerStandardCubicMetre));

    private static readonly Crossing<GasGrossCalorificValue, GasCalorificValueUnit, TheirEnergyDensityUnit> Gross = new(
        "gross calorific value of gas",
        GasGrossCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyDensityUnit.GigajoulePerCubicMeter, GasCalorificValueUnit.GigajoulePerStandardCubicMetre),
        (TheirEnergyDensityUnit.MegajoulePerCubicMeter, GasCalorificValueUnit.MegajoulePerStandardCubicMetre),
        (TheirEnergyDensityUnit.KilojoulePerCubicMeter, GasCalorificValueUnit.KilojoulePerStandardCubicMetre));

    /// <summary>Net calorific value of gas for UnitsNet.</summary>
    /// <param name="value">The net calorific value of gas.</param>
    /// <param name="unit">The unit of the result: GigajoulePerCubicMeter, MegajoulePerCubicMeter, KilojoulePerCubicMeter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergyDensity ToUnitsNet(this GasNetCalorificValue value, TheirEnergyDensityUnit unit = TheirEnergyDensityUnit.GigajoulePerCubicMeter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Net.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this GasNetCalorificValue value, TheirEnergyDensityUnit unit, BinaryPassage passage, out TheirEnergyDensity result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Net.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Net calorific value of gas from UnitsNet, in one of the units GigajoulePerCubicMeter, MegajoulePerCubicMeter, KilojoulePerCubicMeter.</summary>
    /// <remarks>By calling this the caller says that the gas was measured at standard conditions.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static GasNetCalorificValue ToCctsGasNetCalorificValue(this TheirEnergyDensity value, BinaryPassage passage = BinaryPassage.Exact) =>
        Net.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsGasNetCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsGasNetCalorificValue(this TheirEnergyDensity value, BinaryPassage passage, out GasNetCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Net.TryFrom(value.Value, value.Unit, passage, out result, out reason);

    /// <summary>Gross calorific value of gas for UnitsNet.</summary>
    /// <param name="value">The gross calorific value of gas.</param>
    /// <param name="unit">The unit of the result: GigajoulePerCubicMeter, MegajoulePerCubicMeter, KilojoulePerCubicMeter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergyDensity ToUnitsNet(this GasGrossCalorificValue value, TheirEnergyDensityUnit unit = TheirEnergyDensityUnit.GigajoulePerCubicMeter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Gross.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this GasGrossCalorificValue value, TheirEnergyDensityUnit unit, BinaryPassage passage, out TheirEnergyDensity result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Gross.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Gross calorific value of gas from UnitsNet, in one of the units GigajoulePerCubicMeter, MegajoulePerCubicMeter, KilojoulePerCubicMeter.</summary>
    /// <remarks>By calling this the caller says that the gas was measured at standard conditions.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static GasGrossCalorificValue ToCctsGasGrossCalorificValue(this TheirEnergyDensity value, BinaryPassage passage = BinaryPassage.Exact) =>
        Gross.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsGasGrossCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsGasGrossCalorificValue(this TheirEnergyDensity value, BinaryPassage passage, out GasGrossCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Gross.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

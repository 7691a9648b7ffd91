using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirEnergyDensity = UnitsNet.EnergyDensity;
using TheirEnergyDensityUnit = UnitsNet.Units.EnergyDensityUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Calorific values of liquids by volume between Ccts.Sdk and UnitsNet, which does not know net from gross: the caller says which it is.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class EnergyDensityConversion
{
    private static readonly Crossing<VolumeNetCalorificValue, VolumeCalorificValueUnit, TheirEnergyDensityUnit> Net = new(
        "net calorific value by volume",
        VolumeNetCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyDensityUnit.GigajoulePerCubicMeter, VolumeCalorificValueUnit.GigajoulePerCubicMetre),
        (TheirEnergyDensityUnit.MegajoulePerCubicMeter, VolumeCalorificValueUnit.MegajoulePerKilolitre),
        (TheirEnergyDensityUnit.TerajoulePerCubicMeter, VolumeCalorificValueUnit.TerajoulePerKilolitre));

    private static readonly Crossing<VolumeGrossCalorificValue, VolumeCalorificValueUnit, TheirEnergyDensityUnit> Gross = new(
        "gross calorific value by volume",
        VolumeGrossCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyDensityUnit.GigajoulePerCubicMeter, VolumeCalorificValueUnit.GigajoulePerCubicMetre),
        (TheirEnergyDensityUnit.MegajoulePerCubicMeter, VolumeCalorificValueUnit.MegajoulePerKilolitre),
        (TheirEnergyDensityUnit.TerajoulePerCubicMeter, VolumeCalorificValueUnit.TerajoulePerKilolitre));

    /// <summary>Net calorific value by volume for UnitsNet.</summary>
    /// <param name="value">The net calorific value by volume.</param>
    /// <param name="unit">The unit of the result: GigajoulePerCubicMeter, MegajoulePerCubicMeter, TerajoulePerCubicMeter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergyDensity ToUnitsNet(this VolumeNetCalorificValue value, TheirEnergyDensityUnit unit = TheirEnergyDensityUnit.GigajoulePerCubicMeter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Net.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this VolumeNetCalorificValue value, TheirEnergyDensityUnit unit, BinaryPassage passage, out TheirEnergyDensity result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Net.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Net calorific value by volume from UnitsNet, in one of the units GigajoulePerCubicMeter, MegajoulePerCubicMeter, TerajoulePerCubicMeter.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static VolumeNetCalorificValue ToCctsVolumeNetCalorificValue(this TheirEnergyDensity value, BinaryPassage passage = BinaryPassage.Exact) =>
        Net.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsVolumeNetCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsVolumeNetCalorificValue(this TheirEnergyDensity value, BinaryPassage passage, out VolumeNetCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Net.TryFrom(value.Value, value.Unit, passage, out result, out reason);

    /// <summary>Gross calorific value by volume for UnitsNet.</summary>
    /// <param name="value">The gross calorific value by volume.</param>
    /// <param name="unit">The unit of the result: GigajoulePerCubicMeter, MegajoulePerCubicMeter, TerajoulePerCubicMeter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergyDensity ToUnitsNet(this VolumeGrossCalorificValue value, TheirEnergyDensityUnit unit = TheirEnergyDensityUnit.GigajoulePerCubicMeter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Gross.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this VolumeGrossCalorificValue value, TheirEnergyDensityUnit unit, BinaryPassage passage, out TheirEnergyDensity result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Gross.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Gross calorific value by volume from UnitsNet, in one of the units GigajoulePerCubicMeter, MegajoulePerCubicMeter, TerajoulePerCubicMeter.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static VolumeGrossCalorificValue ToCctsVolumeGrossCalorificValue(this TheirEnergyDensity value, BinaryPassage passage = BinaryPassage.Exact) =>
        Gross.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsVolumeGrossCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsVolumeGrossCalorificValue(this TheirEnergyDensity value, BinaryPassage passage, out VolumeGrossCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Gross.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

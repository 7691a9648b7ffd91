using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirVolume = UnitsNet.Volume;
using TheirVolumeUnit = UnitsNet.Units.VolumeUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Volumes of liquids and of gases between Ccts.Sdk and UnitsNet, which has one type for both: the caller says which it is.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class VolumeConversion
{
    private static readonly Crossing<Volume, VolumeUnit, TheirVolumeUnit> Liquids = new(
        "volume",
        Volume.Of,
        (value, unit) => value.In(unit),
        (TheirVolumeUnit.Kiloliter, VolumeUnit.Kilolitre),
        (TheirVolumeUnit.CubicMeter, VolumeUnit.CubicMetre),
        (TheirVolumeUnit.Liter, VolumeUnit.Litre));

    private static readonly Crossing<GasVolume, GasVolumeUnit, TheirVolumeUnit> Gases = new(
        "gas volume",
        GasVolume.Of,
        (value, unit) => value.In(unit),
        (TheirVolumeUnit.CubicMeter, GasVolumeUnit.StandardCubicMetre));

    /// <summary>Volume for UnitsNet.</summary>
    /// <param name="value">The volume.</param>
    /// <param name="unit">The unit of the result: Kiloliter, CubicMeter, Liter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirVolume ToUnitsNet(this Volume value, TheirVolumeUnit unit = TheirVolumeUnit.Kiloliter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Liquids.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this Volume value, TheirVolumeUnit unit, BinaryPassage passage, out TheirVolume result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Liquids.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Volume from UnitsNet, in one of the units Kiloliter, CubicMeter, Liter.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static Volume ToCctsVolume(this TheirVolume value, BinaryPassage passage = BinaryPassage.Exact) =>
        Liquids.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsVolume"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsVolume(this TheirVolume value, BinaryPassage passage, out Volume result, [NotNullWhen(false)] out string? reason) =>
        Liquids.TryFrom(value.Value, value.Unit, passage, out result, out reason);

    /// <summary>Gas volume for UnitsNet.</summary>
    /// <param name="value">The gas volume.</param>
    /// <param name="unit">The unit of the result: CubicMeter.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirVolume ToUnitsNet(this GasVolume value, TheirVolumeUnit unit = TheirVolumeUnit.CubicMeter, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Gases.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this GasVolume value, TheirVolumeUnit unit, BinaryPassage passage, out TheirVolume result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Gases.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Gas volume from UnitsNet, in one of the units CubicMeter.</summary>
    /// <remarks>UnitsNet does not know at which temperature and pressure a gas was measured: by calling this the caller says that it was at standard conditions.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static GasVolume ToCctsGasVolume(this TheirVolume value, BinaryPassage passage = BinaryPassage.Exact) =>
        Gases.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsGasVolume"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsGasVolume(this TheirVolume value, BinaryPassage passage, out GasVolume result, [NotNullWhen(false)] out string? reason) =>
        Gases.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirSpecificEnergy = UnitsNet.SpecificEnergy;
using TheirSpecificEnergyUnit = UnitsNet.Units.SpecificEnergyUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Calorific values by mass between Ccts.Sdk and UnitsNet, which does not know net from gross: the caller says which it is.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class SpecificEnergyConversion
{
    private const string Calorie = "UnitsNet's calorie is 4.184 J, the one of the scheme 4.1868 J";

    private static readonly Dictionary<TheirSpecificEnergyUnit, string> Calories = new()
    {
        [TheirSpecificEnergyUnit.CaloriePerGram] = Calorie,
        [TheirSpecificEnergyUnit.KilocaloriePerGram] = Calorie,
    };

    private static readonly Crossing<NetCalorificValue, CalorificValueUnit, TheirSpecificEnergyUnit> Net = new(
        "net calorific value",
        NetCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirSpecificEnergyUnit.MegajoulePerKilogram, CalorificValueUnit.MegajoulePerKilogram),
        (TheirSpecificEnergyUnit.KilojoulePerKilogram, CalorificValueUnit.KilojoulePerKilogram))
    {
        Refused = Calories,
    };

    private static readonly Crossing<GrossCalorificValue, CalorificValueUnit, TheirSpecificEnergyUnit> Gross = new(
        "gross calorific value",
        GrossCalorificValue.Of,
        (value, unit) => value.In(unit),
        (TheirSpecificEnergyUnit.MegajoulePerKilogram, CalorificValueUnit.MegajoulePerKilogram),
        (TheirSpecificEnergyUnit.KilojoulePerKilogram, CalorificValueUnit.KilojoulePerKilogram))
    {
        Refused = Calories,
    };

    /// <summary>Net calorific value for UnitsNet.</summary>
    /// <param name="value">The net calorific value.</param>
    /// <param name="unit">The unit of the result: MegajoulePerKilogram, KilojoulePerKilogram.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirSpecificEnergy ToUnitsNet(this NetCalorificValue value, TheirSpecificEnergyUnit unit = TheirSpecificEnergyUnit.MegajoulePerKilogram, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Net.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this NetCalorificValue value, TheirSpecificEnergyUnit unit, BinaryPassage passage, out TheirSpecificEnergy result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Net.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Net calorific value from UnitsNet, in one of the units MegajoulePerKilogram, KilojoulePerKilogram.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static NetCalorificValue ToCctsNetCalorificValue(this TheirSpecificEnergy value, BinaryPassage passage = BinaryPassage.Exact) =>
        Net.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsNetCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsNetCalorificValue(this TheirSpecificEnergy value, BinaryPassage passage, out NetCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Net.TryFrom(value.Value, value.Unit, passage, out result, out reason);

    /// <summary>Gross calorific value for UnitsNet.</summary>
    /// <param name="value">The gross calorific value.</param>
    /// <param name="unit">The unit of the result: MegajoulePerKilogram, KilojoulePerKilogram.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirSpecificEnergy ToUnitsNet(this GrossCalorificValue value, TheirSpecificEnergyUnit unit = TheirSpecificEnergyUnit.MegajoulePerKilogram, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Gross.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this GrossCalorificValue value, TheirSpecificEnergyUnit unit, BinaryPassage passage, out TheirSpecificEnergy result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Gross.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Gross calorific value from UnitsNet, in one of the units MegajoulePerKilogram, KilojoulePerKilogram.</summary>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static GrossCalorificValue ToCctsGrossCalorificValue(this TheirSpecificEnergy value, BinaryPassage passage = BinaryPassage.Exact) =>
        Gross.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsGrossCalorificValue"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsGrossCalorificValue(this TheirSpecificEnergy value, BinaryPassage passage, out GrossCalorificValue result, [NotNullWhen(false)] out string? reason) =>
        Gross.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

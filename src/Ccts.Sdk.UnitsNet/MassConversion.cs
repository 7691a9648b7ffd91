using System;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirMass = UnitsNet.Mass;
using TheirMassUnit = UnitsNet.Units.MassUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Masses between Ccts.Sdk and UnitsNet.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class MassConversion
{
    private static readonly Crossing<Mass, MassUnit, TheirMassUnit> Masses = new(
        "mass",
        Mass.Of,
        (value, unit) => value.In(unit),
        (TheirMassUnit.Tonne, MassUnit.Tonne),
        (TheirMassUnit.Kilotonne, MassUnit.Kilotonne),
        (TheirMassUnit.Megatonne, MassUnit.Megatonne),
        (TheirMassUnit.Kilogram, MassUnit.Kilogram),
        (TheirMassUnit.Gram, MassUnit.Gram));

    /// <summary>Mass for UnitsNet.</summary>
    /// <param name="value">The mass.</param>
    /// <param name="unit">The unit of the result: Tonne, Kilotonne, Megatonne, Kilogram, Gram.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirMass ToUnitsNet(this Mass value, TheirMassUnit unit = TheirMassUnit.Tonne, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Masses.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this Mass value, TheirMassUnit unit, BinaryPassage passage, out TheirMass result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Masses.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Mass from UnitsNet, in one of the units Tonne, Kilotonne, Megatonne, Kilogram, Gram.</summary>
    /// <remarks>Of material only: a mass of CO2 equivalent is <see cref="Co2e"/>, which UnitsNet has no type for and which is never made from a mass.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static Mass ToCctsMass(this TheirMass value, BinaryPassage passage = BinaryPassage.Exact) =>
        Masses.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsMass"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsMass(this TheirMass value, BinaryPassage passage, out Mass result, [NotNullWhen(false)] out string? reason) =>
        Masses.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Quantities;
using TheirEnergy = UnitsNet.Energy;
using TheirEnergyUnit = UnitsNet.Units.EnergyUnit;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Energy and electricity between Ccts.Sdk and UnitsNet, which has one type for both: the caller says which it is.</summary>
/// <remarks>Thread-safe. A number keeps its unit; UnitsNet's own conversion is never used.</remarks>
public static class EnergyConversion
{
    private const string Calorie = "UnitsNet's calorie is 4.184 J, the one of the scheme 4.1868 J";

    private static readonly Crossing<Energy, EnergyUnit, TheirEnergyUnit> Energies = new(
        "energy",
        Energy.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyUnit.Gigajoule, EnergyUnit.Gigajoule),
        (TheirEnergyUnit.Joule, EnergyUnit.Joule),
        (TheirEnergyUnit.Kilojoule, EnergyUnit.Kilojoule),
        (TheirEnergyUnit.Megajoule, EnergyUnit.Megajoule),
        (TheirEnergyUnit.Terajoule, EnergyUnit.Terajoule),
        (TheirEnergyUnit.KilowattHour, EnergyUnit.KilowattHour),
        (TheirEnergyUnit.MegawattHour, EnergyUnit.MegawattHour),
        (TheirEnergyUnit.GigawattHour, EnergyUnit.GigawattHour))
    {
        Refused = new Dictionary<TheirEnergyUnit, string>
        {
            [TheirEnergyUnit.Calorie] = Calorie,
            [TheirEnergyUnit.Kilocalorie] = Calorie,
            [TheirEnergyUnit.Megacalorie] = Calorie,
        },
    };

    private static readonly Crossing<ElectricalEnergy, ElectricalEnergyUnit, TheirEnergyUnit> Electricity = new(
        "electricity",
        ElectricalEnergy.Of,
        (value, unit) => value.In(unit),
        (TheirEnergyUnit.MegawattHour, ElectricalEnergyUnit.MegawattHour),
        (TheirEnergyUnit.KilowattHour, ElectricalEnergyUnit.KilowattHour),
        (TheirEnergyUnit.GigawattHour, ElectricalEnergyUnit.GigawattHour));

    /// <summary>Energy for UnitsNet.</summary>
    /// <param name="value">The energy.</param>
    /// <param name="unit">The unit of the result: Gigajoule, Joule, Kilojoule, Megajoule, Terajoule, KilowattHour, MegawattHour, GigawattHour.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergy ToUnitsNet(this Energy value, TheirEnergyUnit unit = TheirEnergyUnit.Gigajoule, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Energies.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this Energy value, TheirEnergyUnit unit, BinaryPassage passage, out TheirEnergy result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Energies.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Energy from UnitsNet, in one of the units Gigajoule, Joule, Kilojoule, Megajoule, Terajoule, KilowattHour, MegawattHour, GigawattHour.</summary>
    /// <remarks>Fuel energy on the net basis, or heat. UnitsNet's calories are refused: its calorie is 4.184 J, the one of the scheme 4.1868 J.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static Energy ToCctsEnergy(this TheirEnergy value, BinaryPassage passage = BinaryPassage.Exact) =>
        Energies.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsEnergy"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsEnergy(this TheirEnergy value, BinaryPassage passage, out Energy result, [NotNullWhen(false)] out string? reason) =>
        Energies.TryFrom(value.Value, value.Unit, passage, out result, out reason);

    /// <summary>Electricity for UnitsNet.</summary>
    /// <param name="value">The electricity.</param>
    /// <param name="unit">The unit of the result: MegawattHour, KilowattHour, GigawattHour.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the closest one.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static TheirEnergy ToUnitsNet(this ElectricalEnergy value, TheirEnergyUnit unit = TheirEnergyUnit.MegawattHour, BinaryPassage passage = BinaryPassage.Exact) =>
        new(Electricity.To(value, unit, passage), unit);

    /// <summary>Converts as <c>ToUnitsNet</c> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToUnitsNet(this ElectricalEnergy value, TheirEnergyUnit unit, BinaryPassage passage, out TheirEnergy result, [NotNullWhen(false)] out string? reason)
    {
        var passed = Electricity.TryTo(value, unit, passage, out var number, out reason);
        result = passed ? new(number, unit) : default;
        return passed;
    }

    /// <summary>Electricity from UnitsNet, in one of the units MegawattHour, KilowattHour, GigawattHour.</summary>
    /// <remarks>Joules are refused: what is measured in them is fuel energy or heat, and power never takes a fuel's factor.</remarks>
    /// <param name="value">The amount.</param>
    /// <param name="passage">Whether to accept only exact numbers (the default) or the shortest decimal that identifies the double.</param>
    /// <exception cref="UnitsNetConversionException">The conversion is refused; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passage"/> is no value of its type.</exception>
    public static ElectricalEnergy ToCctsElectricalEnergy(this TheirEnergy value, BinaryPassage passage = BinaryPassage.Exact) =>
        Electricity.From(value.Value, value.Unit, passage);

    /// <summary>Converts as <see cref="ToCctsElectricalEnergy"/> does; if refused, returns false, zero and the reason.</summary>
    public static bool TryToCctsElectricalEnergy(this TheirEnergy value, BinaryPassage passage, out ElectricalEnergy result, [NotNullWhen(false)] out string? reason) =>
        Electricity.TryFrom(value.Value, value.Unit, passage, out result, out reason);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;
using Theirs = UnitsNet;

namespace Ccts.Sdk.UnitsNet.Tests;

/// <summary>A quantity both sides have, with its conversions held alike, so that every test runs over all of them.</summary>
public sealed class SharedQuantity
{
    /// <summary>From UnitsNet: value and unit in, canonical value here out; null and the reason where it is refused.</summary>
    public required Func<double, Enum, BinaryPassage, (decimal? Value, string? Reason)> Read { get; init; }

    /// <summary>To UnitsNet: canonical value and unit in, UnitsNet's value out.</summary>
    public required Func<decimal, Enum, BinaryPassage, (Theirs.IQuantity? Value, string? Reason)> Write { get; init; }

    public required string Name { get; init; }

    /// <summary>Every unit UnitsNet has for it.</summary>
    public required IReadOnlyList<Enum> Units { get; init; }

    /// <summary>How many of UnitsNet's base unit the canonical unit here is.</summary>
    public required decimal CanonicalInBase { get; init; }

    public required int UnitsThatPass { get; init; }

    public IEnumerable<Enum> Passing => Units.Where(u => Read(1, u, BinaryPassage.Exact).Value is not null);

    public override string ToString() => Name;

    public static IReadOnlyList<SharedQuantity> All { get; } =
    [
        new()
        {
            Name = "mass", CanonicalInBase = 1000m, UnitsThatPass = 5, Units = UnitsOf(Theirs.Mass.Units),
            Read = (v, u, p) => Result(new Theirs.Mass(v, (Theirs.Units.MassUnit)u).TryToCctsMass(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(Mass.FromTonnes(v).TryToUnitsNet((Theirs.Units.MassUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "energy", CanonicalInBase = 1_000_000_000m, UnitsThatPass = 8, Units = UnitsOf(Theirs.Energy.Units),
            Read = (v, u, p) => Result(new Theirs.Energy(v, (Theirs.Units.EnergyUnit)u).TryToCctsEnergy(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(Energy.FromGigajoules(v).TryToUnitsNet((Theirs.Units.EnergyUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "electricity", CanonicalInBase = 3_600_000_000m, UnitsThatPass = 3, Units = UnitsOf(Theirs.Energy.Units),
            Read = (v, u, p) => Result(new Theirs.Energy(v, (Theirs.Units.EnergyUnit)u).TryToCctsElectricalEnergy(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(ElectricalEnergy.FromMegawattHours(v).TryToUnitsNet((Theirs.Units.EnergyUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "volume", CanonicalInBase = 1m, UnitsThatPass = 3, Units = UnitsOf(Theirs.Volume.Units),
            Read = (v, u, p) => Result(new Theirs.Volume(v, (Theirs.Units.VolumeUnit)u).TryToCctsVolume(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(Volume.FromKilolitres(v).TryToUnitsNet((Theirs.Units.VolumeUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "gas volume", CanonicalInBase = 1m, UnitsThatPass = 1, Units = UnitsOf(Theirs.Volume.Units),
            Read = (v, u, p) => Result(new Theirs.Volume(v, (Theirs.Units.VolumeUnit)u).TryToCctsGasVolume(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(GasVolume.FromStandardCubicMetres(v).TryToUnitsNet((Theirs.Units.VolumeUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "net calorific value", CanonicalInBase = 1_000_000m, UnitsThatPass = 2, Units = UnitsOf(Theirs.SpecificEnergy.Units),
            Read = (v, u, p) => Result(new Theirs.SpecificEnergy(v, (Theirs.Units.SpecificEnergyUnit)u).TryToCctsNetCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(NetCalorificValue.FromGigajoulesPerTonne(v).TryToUnitsNet((Theirs.Units.SpecificEnergyUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "gross calorific value", CanonicalInBase = 1_000_000m, UnitsThatPass = 2, Units = UnitsOf(Theirs.SpecificEnergy.Units),
            Read = (v, u, p) => Result(new Theirs.SpecificEnergy(v, (Theirs.Units.SpecificEnergyUnit)u).TryToCctsGrossCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(GrossCalorificValue.FromGigajoulesPerTonne(v).TryToUnitsNet((Theirs.Units.SpecificEnergyUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "net calorific value by volume", CanonicalInBase = 1_000_000_000m, UnitsThatPass = 3, Units = UnitsOf(Theirs.EnergyDensity.Units),
            Read = (v, u, p) => Result(new Theirs.EnergyDensity(v, (Theirs.Units.EnergyDensityUnit)u).TryToCctsVolumeNetCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(VolumeNetCalorificValue.FromGigajoulesPerKilolitre(v).TryToUnitsNet((Theirs.Units.EnergyDensityUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "gross calorific value by volume", CanonicalInBase = 1_000_000_000m, UnitsThatPass = 3, Units = UnitsOf(Theirs.EnergyDensity.Units),
            Read = (v, u, p) => Result(new Theirs.EnergyDensity(v, (Theirs.Units.EnergyDensityUnit)u).TryToCctsVolumeGrossCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(VolumeGrossCalorificValue.FromGigajoulesPerKilolitre(v).TryToUnitsNet((Theirs.Units.EnergyDensityUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "net calorific value of gas", CanonicalInBase = 1_000_000_000m, UnitsThatPass = 3, Units = UnitsOf(Theirs.EnergyDensity.Units),
            Read = (v, u, p) => Result(new Theirs.EnergyDensity(v, (Theirs.Units.EnergyDensityUnit)u).TryToCctsGasNetCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(v).TryToUnitsNet((Theirs.Units.EnergyDensityUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
        new()
        {
            Name = "gross calorific value of gas", CanonicalInBase = 1_000_000_000m, UnitsThatPass = 3, Units = UnitsOf(Theirs.EnergyDensity.Units),
            Read = (v, u, p) => Result(new Theirs.EnergyDensity(v, (Theirs.Units.EnergyDensityUnit)u).TryToCctsGasGrossCalorificValue(p, out var r, out var why), r, why),
            Write = (v, u, p) => Result(GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre(v).TryToUnitsNet((Theirs.Units.EnergyDensityUnit)u, p, out var r, out var why), (Theirs.IQuantity)r, why),
        },
    ];

    private static List<Enum> UnitsOf<T>(T[] units)
        where T : struct, Enum => [.. units.Cast<Enum>()];

    private static (decimal? Value, string? Reason) Result<T>(bool passed, T value, string? reason)
        where T : Quantities.IQuantity => (passed ? value.CanonicalValue : null, reason);

    private static (Theirs.IQuantity? Value, string? Reason) Result(bool passed, Theirs.IQuantity value, string? reason) => (passed ? value : null, reason);
}

using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Known slips for each kind of value, the most common first: kcal for kJ, carbon for CO2, kWh for MWh, kg for t, 44/12.</summary>
internal static class KnownSlips
{
    private const decimal KilojoulesPerKilocalorie = 4.1868m;
    internal const decimal GigajoulesPerMegawattHour = 3.6m;
    private const decimal Thousandth = 1m / 1000m;
    private const decimal Millionth = Thousandth / 1000m;
    private const decimal Hundredth = 1m / 100m;
    private const decimal CarbonAsCo2 = 44m / 12m;
    private const decimal PerGigacalorie = 1000m / KilojoulesPerKilocalorie;

    /// <summary>Of GJ/t.</summary>
    internal static readonly Slip[] PerTonne =
    [
        new("kcal/kg", KilojoulesPerKilocalorie * Thousandth), new("kJ/kg", Thousandth), new("Gcal/t", KilojoulesPerKilocalorie), new("TJ/t", 1000m),
        new("kJ written as kcal", 1m / KilojoulesPerKilocalorie, IsUnit: false), new("kWh/kg", GigajoulesPerMegawattHour), new("kWh/t", GigajoulesPerMegawattHour * Thousandth), new("cal/kg", KilojoulesPerKilocalorie * Millionth),
    ];

    /// <summary>What a GJ/t is in kcal/kg.</summary>
    internal const decimal KilocaloriesPerKilogram = 1000m / KilojoulesPerKilocalorie;

    /// <summary>For kcal/kg, and other kilocalories per unit.</summary>
    internal static readonly Slip[] PerKilogramInKilocalories =
    [
        new("kJ", 1m / KilojoulesPerKilocalorie), new("GJ/t", KilocaloriesPerKilogram), new("Mcal", 1000m), new("cal", Thousandth), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false),
    ];

    /// <summary>Of kg/l.</summary>
    internal static readonly Slip[] Density = [new("kg/m3", Thousandth), new("t/l", 1000m), new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];

    /// <summary>Of tCO2/TJ.</summary>
    internal static readonly Slip[] Factors =
    [
        new("tC/TJ", CarbonAsCo2), new("tCO2/GJ", 1000m), new("kgCO2/TJ", Thousandth), new("gCO2/kcal", PerGigacalorie), new("tCO2/toe", PerGigacalorie / 10m),
        new("44/12 applied twice", 1m / CarbonAsCo2, IsUnit: false), new("kgCO2/MWh", 1m / GigajoulesPerMegawattHour), new("tC/GJ", CarbonAsCo2 * 1000m),
    ];

    /// <summary>Of tCO2/MWh.</summary>
    internal static readonly Slip[] Electricity =
    [
        new("kgCO2/MWh", Thousandth), new("tCO2/kWh", 1000m), new("tC/MWh", CarbonAsCo2), new("tCO2/GJ", GigajoulesPerMegawattHour), new("tCO2/TJ", GigajoulesPerMegawattHour * Thousandth),
    ];

    /// <summary>Of tCO2/t.</summary>
    internal static readonly Slip[] Process = [new("kgCO2/t", Thousandth), new("tC/t", CarbonAsCo2), new("a percentage", Hundredth, IsUnit: false), new("gCO2/t", Millionth), new("tCO2/kg", 1000m)];

    /// <summary>Of a fraction.</summary>
    internal static readonly Slip[] Fractions = [new("a percentage divided by 100 twice", 100m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];

    /// <summary>Of an equivalence to the main product.</summary>
    internal static readonly Slip[] Equivalence = [new("kg/t", Thousandth), new("a percentage", Hundredth, IsUnit: false), new("t/kg", 1000m), new("a digit too few", 10m, IsUnit: false)];

    /// <summary>Of kg CF4/t.</summary>
    internal static readonly Slip[] Pfc = [new("a coefficient for per cent taken with a fraction", Hundredth, IsUnit: false), new("a coefficient for a fraction taken with per cent", 100m, IsUnit: false), new("g/t", Thousandth), new("t/t", 1000m)];

    /// <summary>For GJ/kl or GJ/Sm3: those of GJ/t, and a value per tonne that was not converted to the volume.</summary>
    internal static IEnumerable<Slip> PerVolume(string unit, decimal? tonnesPerUnit)
    {
        var (litre, cubic) = (unit == "kl", unit != "kl");
        if (tonnesPerUnit is { } density)
        {
            yield return new Slip("GJ/t", density);
            yield return new Slip("kcal/kg", density * KilojoulesPerKilocalorie * Thousandth);
        }

        yield return new Slip(litre ? "kcal/l" : "kcal/" + unit, KilojoulesPerKilocalorie * (litre ? Thousandth : Millionth));
        yield return new Slip(litre ? "MJ/kl" : "MJ/" + unit, Thousandth);
        yield return new Slip(litre ? "Gcal/kl" : "Gcal/" + unit, KilojoulesPerKilocalorie);
        yield return new Slip(litre ? "TJ/kl" : "TJ/" + unit, 1000m);
        yield return new Slip("kJ written as kcal", 1m / KilojoulesPerKilocalorie, IsUnit: false);
        if (cubic)
        {
            yield return new Slip("kJ/" + unit, Millionth);
            yield return new Slip("Mcal/" + unit, KilojoulesPerKilocalorie * Thousandth);
        }
    }

    /// <summary>For an emission factor of a fuel with this calorific value: one per tonne of fuel.</summary>
    internal static Slip PerTonneOfFuel(NetCalorificValue value) => new("tCO2/t of fuel", 1000m / value.GigajoulesPerTonne);
}

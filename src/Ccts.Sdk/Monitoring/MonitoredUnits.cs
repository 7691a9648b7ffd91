using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Units of the report without a quantity type: the names of the members have them.</summary>
internal static class MonitoredUnits
{
    internal const string HeatRate = "GJ/MWh";
    internal const string Enthalpy = "GJ/t";
    internal const string MolarVolume = "m3/kmol";

    private enum RateUnit
    {
        GigajoulePerMegawattHour,
        KilocaloriePerKilowattHour,
        KilojoulePerKilowattHour,
        MegajoulePerKilowattHour,
    }

    private enum MolarUnit
    {
        CubicMetrePerKilomole,
        LitrePerMole,
    }

    private static readonly UnitTable<RateUnit> Rates = new(
        "heat rate",
        (RateUnit.GigajoulePerMegawattHour, HeatRate, 1m),
        (RateUnit.KilocaloriePerKilowattHour, "kcal/kWh", 0.0041868m),
        (RateUnit.KilojoulePerKilowattHour, "kJ/kWh", 0.001m),
        (RateUnit.MegajoulePerKilowattHour, "MJ/kWh", 1m));

    private static readonly UnitTable<CalorificValueUnit> Enthalpies = NetCalorificValue.Units.For("enthalpy");

    private static readonly UnitTable<MolarUnit> MolarVolumes = new("molar volume", (MolarUnit.CubicMetrePerKilomole, MolarVolume, 1m), (MolarUnit.LitrePerMole, "l/mol", 1m));

    internal static bool TryHeatRate(string text, out decimal value, out string? reason) => Rates.TryParse(text, out value, out reason);

    internal static bool TryEnthalpy(string text, out decimal value, out string? reason) => Enthalpies.TryParse(text, out value, out reason);

    internal static bool TryMolarVolume(string text, out decimal value, out string? reason) => MolarVolumes.TryParse(text, out value, out reason);

    internal static string Write(decimal value, string unit) => PlainNumber.Format(value) + " " + unit;

    /// <summary>The unit by which calorific values of a measurement are divided: <c>t</c>, <c>kl</c>, <c>Sm3</c> or <c>Nm3</c>.</summary>
    internal static string Of(FuelMeasurement measured) => measured switch
    {
        WeighedFuel => "t",
        MeteredLiquid => "kl",
        MeteredGas gas => gas.CalorificUnit(),
        BilledEnergy => "GJ",
        _ => throw new ArgumentException("A fuel is weighed, metered as liquid or gas, or billed by energy.", nameof(measured)),
    };
}

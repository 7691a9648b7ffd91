using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Captive power adds nothing, because its fuel is counted. If all fuels of a plant go into kilns and it buys no power, it has either a boiler that it does not
/// name, or grid power entered as captive. This is reported; a verifier can see what is burnt for power. A stream with the name of the grid contradicts itself, and withholds.
/// </summary>
internal static class CaptiveAlone
{
    private static readonly string[] OfPower = ["power", "cpp", "tpp", "captive", "boiler", "cogen", "cogeneration", "turbine", "tg", "stg", "gt", "dg", "genset", "generator", "engine"];
    private static readonly string[] OfOwnUnits = ["cpp", "cogen", "cogeneration", "turbine", "tg", "stg", "gt", "dg", "genset", "generator"];
    private static readonly string[] OfPowerPlant = ["cpp", "tpp", "captive", "cogen", "cogeneration", "tg", "stg"];
    private static readonly string[] OfWasteHeat = ["whr", "whrs", "whrb", "waste", "recovery", "trt", "cdq"];
    private static readonly string[] OfAny = ["power", "supply", "unit", "set", "plant", "heat", "electricity"];
    private static readonly string[] OfTheGrid = ["grid", "discom", "utility"];

    /// <summary>Of the grid abroad; a works calls its own boilers and turbines so too.</summary>
    private static readonly string[] OfUtilities = ["utility"];

    internal static void Check(Result result)
    {
        var report = result.Report;
        Bought(result);
        var captive = report.Electricity.Where(e => e.Supply == ElectricitySupply.Captive && EnergyBalance.Total(e.Amounts) > 0m).ToList();
        if (captive.Count == 0 || result.Rules.Of(PlausibilityRules.PowerFromFuel) is null)
        {
            return;
        }

        PowerPlant(result, captive);
        if (captive.Find(e => Names(e, OfTheGrid)) is { } grid)
        {
            Tell(result, grid, $"\"{grid.Id}\" is captive power, and is called by the grid. Power of the grid has the grid's factor; captive power has a fuel of the plant.", needsReason: result.Baseline is not null && !Names(grid, OfPower) && !Names(grid, OfWasteHeat) && !Names(grid, OfUtilities));
        }
        else if (result.Rules.CalcinationHeat.ContainsKey(result.Sector) && !report.Electricity.Any(e => e.Supply is ElectricitySupply.Grid or ElectricitySupply.PowerPurchaseAgreement && EnergyBalance.Total(e.Amounts) > 0m)
            && !report.Fuels.Any(f => Names(f, OfPower)) && report.ExportedPower.All(e => e.Generation.Count == 0) && captive.Find(e => !Names(e, OfWasteHeat)) is { } alone)
        {
            Tell(result, alone, $"\"{alone.Id}\" is captive power, no power is bought, and no fuel is named for a power plant. Power of the grid has the grid's factor; captive power has a fuel of the plant.");
        }
    }

    /// <summary>Where kilns burn the other fuels, a power plant makes its power from those that are named for it.</summary>
    private static void PowerPlant(Result result, List<ElectricityStream> captive)
    {
        var fuels = result.Sources.Where(s => s.Stream is FuelStream && Names(s.Stream, OfPower)).ToList();
        var energy = result.Report.Fuels.Where(f => Names(f, OfPower)).Sum(f => BurntEnergy.Of(f, result.Law.Emissions, result.Beside));
        var power = captive.Where(e => !Names(e, OfWasteHeat)).Sum(e => EnergyBalance.Total(e.Amounts)) * KnownSlips.GigajoulesPerMegawattHour;
        if (fuels.Count > 0 && !result.HasTold("too-much-power") && result.Rules.CalcinationHeat.ContainsKey(result.Sector) && Reference.Of(energy, result.Rules.Of(PlausibilityRules.PowerFromFuel))?.Judge(power) is { } likelihood and not Likelihood.Usual)
        {
            var fuel = fuels.OrderByDescending(f => f.Amount).First();
            result.Tell("too-much-power", fuel.Place, $"Captive power is {Slip.Shown(power)} GJ, {Slip.Shown(power / energy * 100m)} % of the {Slip.Shown(energy)} GJ in the fuels that are named for a power plant. Such a fuel is missing, or is in a unit too small; or the power is of waste heat, and is not called so.", fuel.Stream.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(power));
        }
    }

    /// <summary>Called by nothing but the plant's own units. A feeder is called by where it ends, a supplier by what it burns, and power of a group's captive plant is bought.</summary>
    private static bool IsOwn(ElectricityStream stream)
    {
        var words = CountedTwice.Words(stream.Id).Where(w => !w.All(char.IsDigit) && !OfAny.Contains(w, StringComparer.OrdinalIgnoreCase)).ToList();
        return words.Count > 0 && words.TrueForAll(w => OfOwnUnits.Contains(w, StringComparer.OrdinalIgnoreCase) || OfWasteHeat.Contains(w, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The reverse: bought power with the name of the plant's own units, whose fuel is counted already, so that it counts twice.</summary>
    private static void Bought(Result result)
    {
        var bought = result.Report.Electricity.Where(e => e.Supply is ElectricitySupply.Grid or ElectricitySupply.PowerPurchaseAgreement && EnergyBalance.Total(e.Amounts) > 0m && !Names(e, OfTheGrid)).ToList();
        if (bought.Find(IsOwn) is { } own)
        {
            Add(own, $"\"{own.Id}\" is power that was bought, and is called by the plant's own units. The fuel of captive power is counted already, and captive power adds nothing.");
        }
        else if (bought.Count > 0 && result.Report.ExportedPower.Count == 0 && result.Report.Electricity.All(e => e.Supply != ElectricitySupply.Captive)
            && result.Sources.Find(s => s.Stream is FuelStream && s.Amount > 0m && Names(s.Stream, OfPowerPlant)) is { } fuel)
        {
            Add(fuel.Stream, $"\"{fuel.Stream.Id}\" is named for a power plant, and the report has no captive power. Power that the plant made itself is captive; as power bought it is paid for twice.");
        }

        void Add(MonitoredStream stream, string message) =>
            result.Tell("captive-as-grid", result.Sources.Find(s => ReferenceEquals(s.Stream, stream))?.Place ?? result.Report.Place, message, stream.WhyUnusual, needsReason: false);
    }

    private static void Tell(Result result, ElectricityStream stream, string message, bool needsReason = false) =>
        result.Tell("captive-alone", result.Sources.Find(s => ReferenceEquals(s.Stream, stream))?.Place ?? result.Report.Place, message, stream.WhyUnusual, needsReason);

    private static bool Names(MonitoredStream stream, string[] words) =>
        CountedTwice.Words(stream.Id).Any(w => words.Contains(w, StringComparer.OrdinalIgnoreCase));
}

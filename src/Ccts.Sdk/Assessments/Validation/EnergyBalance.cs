using System;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Compares a plant's use of energy with its fuels: calcination and power need at least what physics requires.
/// This shows a fuel that was left out or entered in a unit too small, even if the baseline does not.
/// </summary>
internal static class EnergyBalance
{
    internal static void Check(Result result)
    {
        var report = result.Report;
        var fuels = report.Fuels.Sum(f => BurntEnergy.Of(f, result.Law.Emissions, result.Beside)) + BurntEnergy.OfBalances(report);
        var all = fuels + HeatBought(report);
        var (captive, sold) = (Captive(report), Sold(report));
        var heatSold = report.ExportedHeat.Where(h => !CoolingBalance.Cools(h.Carrier)).Sum(h => Total(h.Amounts));
        Heat(result, heatSold, captive + sold, all);

        // Power for the plant itself may come from the kiln's waste heat; power sold needs at least what the best plant burns for it.
        var best = result.Rules.Of(PlausibilityRules.PowerFromFuel)?.UnusualAbove is { } share and > 0m ? share : 1m;
        CoolingBalance.Check(result, all - ((captive + sold) * KnownSlips.GigajoulesPerMegawattHour / best) - heatSold);
        if (report.Fuels.Count > 0 || report.MassBalances.Count > 0 || report.ImportedHeat.Count > 0)
        {
            Kiln(result, fuels - ((captive + (sold / best)) * KnownSlips.GigajoulesPerMegawattHour) - Math.Max(0m, heatSold - HeatBought(report)));
            Power(result, captive + sold, all);
        }

        Units(result, all);
    }

    /// <summary>Heat bought in, GJ. Chilled water has none.</summary>
    internal static decimal HeatBought(MonitoringReport report) => report.ImportedHeat.Where(h => !CoolingBalance.Cools(h.Carrier)).Sum(h => Total(h.Amounts));

    internal static decimal Total<T>(Amounts<T> amounts)
        where T : struct, IQuantity => amounts.TryTotal(out var total) ? total : 0m;

    /// <summary>Heat of the kilns, without power made and heat sold, for each tonne of CO2 of their carbonates; bought clinker was burnt elsewhere.</summary>
    private static void Kiln(Result result, decimal heat)
    {
        if (!result.Rules.CalcinationHeat.TryGetValue(result.Sector, out var least))
        {
            return;
        }

        var released = result.Report.ProcessMaterials.Sum(m => ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside));
        var range = result.Rules.Of(PlausibilityRules.KilnHeat) is { WithheldBelow: not null } known ? known : new PlausibleRange(null, null, 1m, null);
        if (released > 0m && Reference.Of(least, range)?.Judge(heat / released) is { } likelihood && likelihood != Likelihood.Usual)
        {
            var needed = likelihood == Likelihood.Slip ? $"to drive it out takes {Slip.Shown(least)} GJ or more" : $"the best kilns burn more than {Slip.Shown(least * range.UnusualBelow!.Value)} GJ";
            result.Tell("too-little-heat", result.Report.Place, $"Without what became power or was sold the fuels hold {Slip.Shown(Math.Max(0m, heat / released))} GJ for each tonne of CO2 that the carbonates give off; {needed}. A fuel is missing, or is in a unit too small; or heat and power were sold that the kilns took.", result.Report.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(Math.Max(0m, heat / released)));
        }
    }

    /// <summary>Power from the plant's own fuel, used and sold. Waste heat also comes from fuel of the plant.</summary>
    private static void Power(Result result, decimal megawattHours, decimal energy)
    {
        if (megawattHours <= 0m || Reference.Of(energy, result.Rules.Of(PlausibilityRules.PowerFromFuel)) is not { } reference)
        {
            return;
        }

        var power = megawattHours * KnownSlips.GigajoulesPerMegawattHour;
        if (reference.Judge(power) is not Likelihood.Usual and var likelihood)
        {
            result.Tell("too-much-power", result.Report.Place, $"Captive power, used and sold, is {Slip.Shown(power)} GJ, {Slip.Shown(power / energy * 100m)} % of the {Slip.Shown(energy)} GJ in the plant's fuels. Power that is bought or renewable is no captive power; or a fuel is missing, or is in a unit too small.", result.Report.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(power));
        }
    }

    /// <summary>Heat that the plant's units used by their own heat rates, as a share of its fuels and heat.</summary>
    private static void Units(Result result, decimal energy)
    {
        var stream = result.Report.ExportedPower.FirstOrDefault(e => e.Generation.Any(g => g.GigajoulesPerMegawattHour is not null));
        var taken = result.Report.ExportedPower.Sum(e => e.Generation.Sum(g => g.Net.MegawattHours * (g.GigajoulesPerMegawattHour ?? 0m)));
        if (stream is not null && Deductions.Judge(taken, energy, result.Rules.Of(PlausibilityRules.UnitHeat)) is not Likelihood.Usual and var likelihood)
        {
            var place = result.Sources.Find(s => ReferenceEquals(s.Stream, stream))?.Place ?? result.Report.Place;
            result.Tell("heat-rate-above-fuel", place, $"By their heat rates {Slip.Shown(taken)} GJ went into the units for the power that the units generated; the plant's fuels, and the heat bought, hold {Slip.Shown(energy)} GJ. A heat rate is too high, or a fuel is missing.", stream.WhyUnusual ?? result.Report.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(taken));
        }
    }

    /// <summary>Heat sold and power made, as a share of fuels and of heat and power bought.</summary>
    private static void Heat(Result result, decimal sold, decimal megawattHours, decimal energy)
    {
        if (sold <= 0m)
        {
            return;
        }

        var report = result.Report;
        var bought = energy + (report.Electricity.Where(e => e.Supply != ElectricitySupply.Captive).Sum(e => Total(e.Amounts)) * KnownSlips.GigajoulesPerMegawattHour);
        var made = sold + (megawattHours * KnownSlips.GigajoulesPerMegawattHour);
        if (Deductions.Judge(made, bought, result.Rules.Of(PlausibilityRules.HeatFromFuel)) is not Likelihood.Usual and var likelihood)
        {
            var heat = result.Sources.First(s => s.Stream is ExportedHeatStream stream && !CoolingBalance.Cools(stream.Carrier));
            result.Tell("too-much-heat-sold", heat.Place, $"Heat sold, with the power that the plant made, is {Slip.Shown(made)} GJ; its fuels, and the heat and power bought, hold {Slip.Shown(bought)} GJ. Look at the unit of the heat; or a fuel is missing.", heat.Stream.WhyUnusual ?? report.WhyUnusual, likelihood == Likelihood.Slip);
        }
    }

    /// <summary>Power sold that is deducted as power from fuel, without power of factor zero and units that burn nothing.</summary>
    private static decimal Sold(MonitoringReport report) => report.ExportedPower.Where(e => e.Factor is not { TonnesPerMegawattHour: 0m }).Sum(e => Total(e.Amounts) * FromFuel(e));

    private static decimal FromFuel(ExportedPowerStream stream)
    {
        var all = stream.Generation.Sum(g => g.Net.MegawattHours);
        return all > 0m ? stream.Generation.Where(g => g.GigajoulesPerMegawattHour is not null).Sum(g => g.Net.MegawattHours) / all : 1m;
    }

    private static decimal Captive(MonitoringReport report) => report.Electricity.Where(e => e.Supply == ElectricitySupply.Captive).Sum(e => Total(e.Amounts));
}

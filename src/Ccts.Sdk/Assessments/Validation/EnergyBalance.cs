using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// What a plant does with energy against the fuels that it reports: carbonates are not burnt, and power is not made, from less than physics asks.
/// A fuel that was left out, or is in a unit too small, shows so where the plant's baseline alone would not tell.
/// </summary>
internal static class EnergyBalance
{
    internal static void Check(Result result)
    {
        var report = result.Report;
        if (report.Fuels.Count == 0 && report.MassBalances.Count == 0 && report.ImportedHeat.Count == 0)
        {
            return;
        }

        var fuels = report.Fuels.Sum(f => BurntEnergy.Of(f, result.Law.Emissions, result.Beside));
        var captive = Captive(report);
        Kiln(result, fuels - (captive * KnownSlips.GigajoulesPerMegawattHour));
        Power(result, captive + Sold(report), fuels + BurntEnergy.OfBalances(report) + report.ImportedHeat.Sum(h => Total(h.Amounts)));
    }

    /// <summary>Heat of the kilns for each tonne of CO2 that their carbonates give off, without what became power; what is bought as clinker was burnt elsewhere.</summary>
    private static void Kiln(Result result, decimal heat)
    {
        if (!result.Rules.CalcinationHeat.TryGetValue(result.Sector, out var least) || result.Report.MassBalances.Count > 0)
        {
            return;
        }

        var released = result.Report.ProcessMaterials.Sum(m => ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside));
        if (released > 0m && heat < least * released)
        {
            result.Tell("too-little-heat", result.Report.Place, $"Without what became power the fuels hold {Slip.Shown(heat / released)} GJ for each tonne of CO2 that the carbonates give off; to drive it out takes {Slip.Shown(least)} GJ or more. A fuel is missing, or is in a unit too small.", result.Report.WhyUnusual, needsReason: true);
        }
    }

    /// <summary>Power from the plant's own fuel, used and sold. What comes of waste heat was burnt in the plant too.</summary>
    private static void Power(Result result, decimal megawattHours, decimal energy)
    {
        var report = result.Report;
        if (Captive(report) <= 0m || Reference.Of(energy, result.Rules.Of(PlausibilityRules.PowerFromFuel)) is not { } reference)
        {
            return;
        }

        var power = megawattHours * KnownSlips.GigajoulesPerMegawattHour;
        if (reference.Judge(power) is not Likelihood.Usual and var likelihood)
        {
            result.Tell("too-much-power", report.Place, $"Captive power, used and sold, is {Slip.Shown(power)} GJ, {Slip.Shown(power / energy * 100m)} % of the {Slip.Shown(energy)} GJ in the plant's fuels. Power that is bought or renewable is no captive power; or a fuel is missing, or is in a unit too small.", report.WhyUnusual, likelihood == Likelihood.Slip);
        }
    }

    /// <summary>Power sold, where nothing else than fuel can have made it.</summary>
    private static decimal Sold(MonitoringReport report) => report.Electricity.Any(e => e.Supply == ElectricitySupply.RenewableOnSite) ? 0m : report.ExportedPower.Sum(e => Total(e.Amounts));

    private static decimal Captive(MonitoringReport report) => report.Electricity.Where(e => e.Supply == ElectricitySupply.Captive).Sum(e => Total(e.Amounts));

    private static decimal Total<T>(Amounts<T> amounts)
        where T : struct, IQuantity => amounts.TryTotal(out var total) ? total : 0m;
}

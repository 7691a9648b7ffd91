using System;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Compares chilled water sold with what can have cooled it: a chiller removes several times the energy that drives it. Bought chilled water may
/// be sold on as it is.
/// </summary>
internal static class CoolingBalance
{
    /// <summary>Whether the stream is cooling rather than heat.</summary>
    internal static bool Cools(HeatCarrier? carrier) => carrier == HeatCarrier.ChilledWater;

    /// <summary>Reports chilled water sold beyond what electricity and heat can cool.</summary>
    /// <param name="result">The result.</param>
    /// <param name="heat">GJ of fuels and bought heat that remain after power made and heat sold.</param>
    internal static void Check(Result result, decimal heat)
    {
        var report = result.Report;
        var sold = report.ExportedHeat.Where(h => Cools(h.Carrier)).Sum(h => EnergyBalance.Total(h.Amounts));
        if (sold <= 0m || result.Rules.Of(PlausibilityRules.CoolingFromPower) is not { } byPower || result.Rules.Of(PlausibilityRules.CoolingFromHeat) is not { } byHeat)
        {
            return;
        }

        // Electricity for the product does not cool, and a kiln's heat is in its limestone and gases.
        var least = result.Output.Basis == OutputBasis.Tonne && result.Rules.LeastElectricity.TryGetValue(result.Sector, out var each) ? each * result.Output.Value : 0m;
        var power = Math.Max(0m, report.Electricity.Sum(e => EnergyBalance.Total(e.Amounts)) - least) * KnownSlips.GigajoulesPerMegawattHour;
        var isKiln = result.Rules.CalcinationHeat.ContainsKey(result.Sector) && report.ProcessMaterials.Count > 0;
        var driving = Math.Max(0m, isKiln ? Math.Min(heat, EnergyBalance.HeatBought(report)) : heat);
        var bought = report.ImportedHeat.Where(h => Cools(h.Carrier)).Sum(h => EnergyBalance.Total(h.Amounts));
        var isSlip = sold > bought + (power * byPower.WithheldAbove) + (driving * byHeat.WithheldAbove);
        if (isSlip || sold > bought + (power * byPower.UnusualAbove) + (driving * byHeat.UnusualAbove))
        {
            var stream = result.Sources.First(s => s.Stream is ExportedHeatStream chilled && Cools(chilled.Carrier));
            result.Tell("too-much-cooling-sold", stream.Place, $"{Slip.Shown(sold)} GJ of chilled water are sold; the plant has {Slip.Shown(power)} GJ of electricity beside what its product takes{(driving > 0m ? $", and {Slip.Shown(driving)} GJ of heat," : "")} to cool it with. Look at the unit; or the electricity of the chillers is missing.", stream.Stream.WhyUnusual ?? report.WhyUnusual, isSlip);
        }
    }
}

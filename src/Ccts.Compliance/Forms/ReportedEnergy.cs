using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Forms;

/// <summary>What Form E2 takes from a monitoring report: production, and energy and emissions.</summary>
internal static class ReportedEnergy
{
    internal static void Production(FormBuilder form, MonitoringReport report, Assessment assessment, FormDocument? previous)
    {
        form.TwoYears(EnergyForm.B1, previous);
        var row = 0;
        foreach (var product in report.Products)
        {
            var (value, unit) = product.Amounts switch
            {
                ProductInTonnes t => (t.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.Tonnes), "t"),
                ProductInMegawattHours m => (m.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.MegawattHours), "MWh"),
                ProductInRefineryThroughput r => (r.Amounts.Aggregate(0m, (sum, a) => sum + ((IQuantity)a.Amount).CanonicalValue), "MBBLS/NRGF"),
                ProductInUnit u => (u.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.Value), u.Basis.Symbol),
                _ => throw new InvalidOperationException("Products are counted in a unit."),
            };
            form.Computed($"B1({++row})", product.Product, value, unit);
        }

        foreach (var gone in PreviousColumn.Others(previous, "B1", report.Products.Select(p => p.Product).Append(EnergyForm.AllProducts)).ToList())
        {
            form.Stated($"B1({++row})", gone.Label, gone.Unit, "not in this year's report");
        }

        var total = assessment.Output.ToString();
        form.Computed("B1(viii)", EnergyForm.AllProducts, assessment.Output.Value, total.Substring(total.IndexOf(' ') + 1));
    }

    internal static void EnergyAndEmissions(FormBuilder form, MonitoringReport report, Assessment assessment, FormDocument? previous)
    {
        var consumed = Power(report.Electricity);
        var bought = Power(report.Electricity.Where(e => e.Supply is not (ElectricitySupply.Captive or ElectricitySupply.RenewableOnSite)));
        var sold = report.ExportedPower.SelectMany(e => e.Amounts).Sum(a => a.Amount.In(ElectricalEnergyUnit.GigawattHour));
        var emissions = assessment.Emissions;
        form.TwoYears(EnergyForm.B2, previous)
            .Energy("B2(i)", bought)
            .Energy("B2(ii)", consumed - bought + sold, "(iv) - (i) + (iii): a report tells what was consumed and sold")
            .Energy("B2(iii)", sold)
            .Energy("B2(iv)", consumed);
        var heats = new[] { ("B2(v)", FuelState.Solid), ("B2(vi)", FuelState.Liquid), ("B2(vii)", FuelState.Gas) };
        decimal? total = 0m;
        foreach (var (number, state) in heats)
        {
            var heat = HeatOf(report.Fuels.Where(f => f.State == state).ToList(), assessment);
            total += heat;
            form.Energy(number, heat, heat is null ? "a fuel is reported by its carbon, without a calorific value" : null);
        }

        form.Energy("B2(viii)", total)
            .Energy("B2(ix)", null, EnergyForm.OfProForma)
            .Energy("B2(x)", null, EnergyForm.Normalised)
            .Energy("B2(xi)", emissions.Combustion.Tonnes)
            .Energy("B2(xii)", emissions.Electricity.Tonnes + emissions.Heat.Tonnes)
            .Energy("B2(xiii)", emissions.Process.Tonnes)
            .Energy("B2(xiv)", emissions.Total.Tonnes, emissions.Adjustments.Tonnes == 0m ? null : $"after {Plain(-emissions.Adjustments.Tonnes)} t deducted for power, heat and CO2 that left the plant");
    }

    private static decimal Power(IEnumerable<ElectricityStream> streams) => streams.SelectMany(e => e.Amounts).Sum(a => a.Amount.In(ElectricalEnergyUnit.GigawattHour));

    // Gigajoules as the assessment itself computed them, so that form and assessment cannot differ.
    private static decimal? HeatOf(IReadOnlyList<FuelStream> fuels, Assessment assessment)
    {
        var steps = assessment.Steps.Where(s => fuels.Any(f => f.Id == s.Subject)).ToList();
        var energies = steps.Where(s => s.Title == "energy" && s.Unit == "GJ").ToList();

        // Each lot of a fuel has its energy; one that is reported by its carbon has none, and then nobody knows the heat of all.
        var known = fuels.All(f => energies.Exists(e => e.Subject == f.Id)) && !steps.Exists(s => s.Title.StartsWith("combustion CO2 from ", StringComparison.Ordinal));
        return known ? Math.Round(Energy.FromGigajoules(energies.Sum(s => s.Result)).In(EnergyUnit.Gigacalorie), 6, MidpointRounding.AwayFromZero) : null;
    }

    private static string Plain(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}

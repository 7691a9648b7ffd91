using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Sources that every plant of a sector has. Leaving one out would be worth a certificate per tonne, to a plant that earns and to one that owes.</summary>
internal static class SourceGroups
{
    /// <summary>Reports each group that is missing.</summary>
    /// <returns>Whether one is missing, or this cannot be known.</returns>
    internal static bool Check(Result result)
    {
        var report = result.Report;
        var process = Process(result);
        var fuel = Missing(result, result.Rules.FuelFrom, report.Fuels.Any(HasAmount) || report.ImportedHeat.Any(h => Adds(h.Amounts)), "no-fuel", "neither fuel nor heat", "fuels, or heat bought in");
        var electricity = Electricity(result);
        return process | fuel | electricity | result.Baseline is null;
    }

    /// <summary>Less than chemistry requires counts as missing: a tonne of aluminium takes a third of a tonne of carbon. PFCs do not count here.</summary>
    private static bool Process(Result result)
    {
        var (total, has) = (result.Emissions.Process.Tonnes - Smelter.Pfcs(result), HasProcess(result));
        var least = result.Rules.LeastProcess.TryGetValue(result.Sector, out var floor) && floor.Basis == result.Output.Basis ? floor.TonnesPerUnit * result.Output.Value : 0m;
        var what = has && total != 0m
            ? $"{Slip.Shown(total)} t CO2e of process emissions for {Slip.Shown(result.Output.Value)} t of product, which is less than the {Slip.Shown(least)} t that any such plant gives off (look for what was left out, and at the units)"
            : "no process emissions";
        return Missing(result, result.Rules.ProcessFrom, has && total >= least, "no-process-emissions", what, "process materials, mass balances or PFCs");
    }

    /// <summary>Almost no electricity counts as missing: a slip between kWh and MWh leaves a thousandth.</summary>
    private static bool Electricity(Result result)
    {
        var total = result.Report.Electricity.Sum(e => e.Amounts.TryTotal(out var sum) ? sum : 0m);
        var (any, cells) = (result.Output.Basis == OutputBasis.Tonne && result.Rules.LeastElectricity.TryGetValue(result.Sector, out var floor) ? floor * result.Output.Value : 0m, Electrolysis(result));
        var least = Math.Max(any, cells);
        var what = total > 0m
            ? $"{Slip.Shown(total)} MWh of electricity for {Slip.Shown(result.Output.Value)} t of product, which is less than the {Slip.Shown(least)} MWh that {(cells > any ? "electrolysis takes (look for a supply that was left out, captive power among it, and" : "any such plant uses (look")} at the unit: MWh, not GWh or million units)"
            : "no electricity";
        return Missing(result, result.Rules.ElectricityFrom, total > 0m && total >= least, "no-electricity", what, "electricity by its supply, captive generation too");
    }

    /// <summary>
    /// The minimum MWh for the electrolysis of the products. In a sector with smelters only smelters have pots, which their baseline shows. What is made beside the main
    /// product counts by its equivalence: flakes are made from the lye. The largest product counts whatever its name: "hot metal", "ECU".
    /// </summary>
    private static decimal Electrolysis(Result result)
    {
        if (result.Rules.PfcFrom.TryGetValue(result.Sector, out var smelter) && !(result.Baseline >= smelter.TonnesPerUnit))
        {
            return 0m;
        }

        var known = result.Rules.Electrolysis.Where(e => e.Sector.Equals(result.Sector, StringComparison.OrdinalIgnoreCase)).ToList();
        var products = result.Products.Where(p => p.Unit == OutputBasis.Tonne.Symbol && p.Amount > 0m)
            .Select(p => (p.Amount, Counts: p.Amount * ((ProductStream)p.Stream).Equivalence, Each: known.Where(e => IsCalled((ProductStream)p.Stream, e.Product)).Select(e => e.MegawattHoursPerTonne).DefaultIfEmpty(0m).Max())).ToList();
        return known.Count == 0 || products.Count == 0 ? 0m
            : Math.Max(products.Sum(p => Math.Min(p.Amount, p.Counts) * p.Each), products.Max(p => Math.Min(p.Amount, p.Counts)) * known.Min(e => e.MegawattHoursPerTonne));
    }

    private static bool IsCalled(ProductStream product, string name) =>
        CountedTwice.Words(name).All(w => CountedTwice.Words(product.Product).Contains(w, StringComparer.OrdinalIgnoreCase));

    internal static bool Missing(Result result, IReadOnlyDictionary<string, EmissionIntensity> from, bool given, string code, string what, string expected)
    {
        if (given || !from.TryGetValue(result.Sector, out var least))
        {
            return false;
        }

        // A grinding unit has no kiln, which its baseline shows. Without a baseline only what every plant has is required.
        if ((result.Baseline ?? 0m) < least.TonnesPerUnit)
        {
            return false;
        }

        result.Tell(code, result.Report.Place, $"The report has {what}, and every plant of the sector {result.Sector}{(least.TonnesPerUnit > 0m ? $" with a baseline of {least} or more" : "")} has some. Expected: {expected}.", result.Report.WhyUnusual, needsReason: result.Baseline is not null && Streams(result.Report) > 1);
        return true;
    }

    /// <summary>Sources that are reported separately. If one stream stands for the whole plant, nothing is missing.</summary>
    private static int Streams(MonitoringReport report) =>
        report.Fuels.Count + report.ProcessMaterials.Count + report.MassBalances.Count + report.Pfcs.Count + report.ImportedIntermediates.Count + report.Electricity.Count + report.ImportedHeat.Count;

    /// <summary>Bought clinker was burnt elsewhere: it is the process of a grinding plant, not of one whose kilns burn fuel.</summary>
    private static bool HasProcess(Result result)
    {
        var report = result.Report;
        return report.ProcessMaterials.Any(p => Adds(p.Amounts)) || report.MassBalances.Count > 0 || report.Pfcs.Count > 0 || report.Gases.Any(g => Adds(g.Amounts))
            || (report.ImportedIntermediates.Any(i => Adds(i.Amounts)) && !(result.Emissions.Combustion.Tonnes >= result.Rules.Of(PlausibilityRules.FuelShare)?.UnusualBelow * result.Emissions.Total.Tonnes));
    }

    private static bool HasAmount(FuelStream fuel) => fuel.Measured switch
    {
        WeighedFuel weighed => Adds(weighed.Amounts),
        MeteredLiquid liquid => Adds(liquid.Amounts),
        MeteredGas gas => Adds(gas.Amounts),
        BilledEnergy billed => Adds(billed.Amounts),
        _ => false,
    };

    private static bool Adds<T>(Amounts<T> amounts)
        where T : struct, IQuantity => amounts.TryTotal(out var total) && total > 0m;
}

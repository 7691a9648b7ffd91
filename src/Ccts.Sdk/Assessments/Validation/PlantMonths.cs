using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What a plant burns, makes, gives off and uses, month by month or by longer spans; null of what is not given so. Of a year that is not over the months so far are looked at.</summary>
internal static class PlantMonths
{
    /// <summary>The activities given by month, as shares of their total. A millionth counts as zero, so that nothing is divided by almost zero.</summary>
    internal static List<decimal[]> Of(params decimal[]?[] activities) =>
        [.. activities.OfType<decimal[]>().Where(a => a.Sum() > 0m).Select(a => a.Sum() is var all ? Array.ConvertAll(a, m => m / all is >= 0.000001m and var share ? share : 0m) : a)];

    /// <summary>Energy of the fuels and of heat bought in, by month; null if none is given so. What is given by longer periods is spread over their days: how much that is stands beside it.</summary>
    internal static (decimal[]? Energy, decimal Spread) Energy(Result result)
    {
        var (energy, spread, hasMonths) = (new decimal[result.Spans.Count], 0m, false);
        void Add(MonitoredStream stream, decimal total, decimal[]? shares)
        {
            hasMonths |= shares is not null;
            spread += shares is null ? total : 0m;
            shares ??= PeriodAmounts.Of(stream).Spread(result.Spans);
            for (var month = 0; month < energy.Length; month++)
            {
                energy[month] += total * shares[month];
            }
        }

        foreach (var fuel in result.Report.Fuels)
        {
            Add(fuel, BurntEnergy.Of(fuel, result.Law.Emissions, result.Beside), Shares(fuel, result));
        }

        foreach (var heat in result.Report.ImportedHeat.Where(h => h.Amounts.TryTotal(out _)))
        {
            Add(heat, heat.Amounts.CanonicalTotal, Shares(heat.Amounts, result));
        }

        return hasMonths && energy.Sum() > 0m ? (energy, spread) : (null, 0m);
    }

    /// <summary>Products by month, as they count.</summary>
    internal static decimal[]? Products(Result result) => Sum(result, result.Report.Products.Select(p => Of(p, result)));

    private static decimal[]? Of(ProductStream product, Result result) => product.Amounts switch
    {
        ProductInTonnes tonnes => Times(Shares(tonnes.Amounts, result), product),
        ProductInMegawattHours electricity => Times(Shares(electricity.Amounts, result), product),
        ProductInRefineryThroughput throughput => Times(Shares(throughput.Amounts, result), product),
        ProductInUnit other => Times(Shares(other.Amounts, result), product),
        _ => null,
    };

    /// <summary>CO2 of process materials by month.</summary>
    internal static decimal[]? Process(Result result) =>
        Sum(result, result.Report.ProcessMaterials.Select(m => Times(Shares(m.Amounts, result), ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside))));

    /// <summary>Electricity by month, of the given supplies.</summary>
    internal static decimal[]? Power(Result result, Func<ElectricityStream, bool> which) =>
        Sum(result, result.Report.Electricity.Where(which).Select(e => Times(Shares(e.Amounts, result), e.Amounts.TryTotal(out var all) ? all : 0m)));

    /// <summary>Several together; null where there is none, or one is not given by months.</summary>
    private static decimal[]? Sum(Result result, IEnumerable<decimal[]?> streams)
    {
        var all = streams.ToList();
        return all.Count == 0 || all.Exists(a => a is null) ? null : [.. Enumerable.Range(0, result.Spans.Count).Select(m => all.Sum(a => a![m]))];
    }

    /// <summary>A stream by month: a fuel by its energy, every other by its amounts.</summary>
    internal static decimal[]? Of(CountedSource source, Result result) => source switch
    {
        { Flow: { } flow } => Times(Shares(flow.Amounts, result), source.Amount),
        { Stream: FuelStream stream } => Times(Shares(stream, result), BurntEnergy.Of(stream, result.Law.Emissions, result.Beside)),
        { Stream: ProcessMaterialStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: ImportedIntermediateStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: ElectricityStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: ImportedHeatStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: CapturedCo2Stream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: ExportedHeatStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        { Stream: ProductStream stream } => Of(stream, result),
        { Stream: ExportedPowerStream stream } => Times(Shares(stream.Amounts, result), source.Amount),
        _ => null,
    };

    private static decimal[]? Times(decimal[]? shares, ProductStream product) => Times(shares, product.Amounts.CanonicalTotal * product.Equivalence);

    private static decimal[]? Times(decimal[]? shares, decimal total) => shares is null ? null : Array.ConvertAll(shares, s => s * total);

    private static decimal[]? Shares(FuelStream fuel, Result result) => fuel.Measured switch
    {
        WeighedFuel weighed => Shares(weighed.Amounts, result),
        MeteredLiquid liquid => Shares(liquid.Amounts, result),
        MeteredGas gas => Shares(gas.Amounts, result),
        BilledEnergy billed => Shares(billed.Amounts, result),
        _ => null,
    };

    /// <summary>Which part of a stream falls into each month or span; null where it is not given so, or is nothing.</summary>
    private static decimal[]? Shares<T>(Amounts<T> amounts, Result result)
        where T : struct, IQuantity
    {
        if (!amounts.TryTotal(out var total) || total <= 0m || !result.Spans.AreEnough || amounts.Count < result.Spans.Count)
        {
            return null;
        }

        var shares = new decimal[result.Spans.Count];
        foreach (var (period, amount) in amounts)
        {
            if (!result.Spans.Add(shares, period, amount.CanonicalValue / total))
            {
                return null;
            }
        }

        return shares;
    }
}

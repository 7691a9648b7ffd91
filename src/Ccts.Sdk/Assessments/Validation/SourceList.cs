using System.Collections.Generic;
using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>One stream as far as plausibility goes.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Place">Where its amounts stand.</param>
/// <param name="Amount">What its meters add up to.</param>
/// <param name="Unit">The unit of that.</param>
/// <param name="Tonnes">Its emissions or deduction, t CO2e; computed on demand.</param>
/// <param name="Outlier">A period that stands out from the others, or null.</param>
/// <param name="IsSteady">Whether its periods are of one size, as those of a stream are that a plant lives on; so is a stream of few periods.</param>
internal sealed record CountedSource(MonitoredStream Stream, SourcePlace Place, decimal Amount, string Unit, Func<decimal> Tonnes, Outlier? Outlier, bool IsSteady = true)
{
    /// <summary>What it is called: the id of its stream, or the material of a flow.</summary>
    internal string Name { get; init; } = Stream.Id;

    private decimal[]? _months;
    private bool _isAsked;

    /// <summary>Its amounts by month, or by the span that the result is compared by; null where they are not given so.</summary>
    internal decimal[]? Months(Result result)
    {
        _months = _isAsked ? _months : PlantMonths.Of(this, result);
        _isAsked = true;
        return _months;
    }

    /// <summary>What enters or leaves by a balance; null of every other stream.</summary>
    internal CarbonFlow? Flow { get; init; }
}

/// <summary>The counted streams of a report that have amounts.</summary>
internal static class SourceList
{
    internal static List<CountedSource> Of(MonitoringReport report, EmissionRules rules, Workings workings, PlausibilityRules plausible)
    {
        var sources = new List<CountedSource>();
        void Add<TStream, T>(TStream stream, string list, int index, Amounts<T> amounts, Func<TStream, EmissionRules, Workings, decimal> tonnes)
            where TStream : MonitoredStream
            where T : struct, IQuantity
        {
            if (amounts.Count > 0 && amounts.TryTotal(out var total))
            {
                sources.Add(new CountedSource(stream, PlaceOf(stream, list, index), total, default(T).CanonicalUnit, () => tonnes(stream, rules, workings.Beside()), Outlier.Of(amounts, plausible), Outlier.IsSteady(amounts, plausible)));
            }
        }

        for (var i = 0; i < report.Fuels.Count; i++)
        {
            AddFuel(report.Fuels[i], i);
        }

        void AddFuel(FuelStream fuel, int index)
        {
            if (rules.Fuels.TryGetValue(fuel.Fuel, out var listed) && listed.Biogenic)
            {
                return;
            }

            switch (fuel.Measured)
            {
                case WeighedFuel weighed:
                    Add(fuel, "fuels", index, weighed.Amounts, Combustion.Tonnes);
                    break;
                case MeteredLiquid liquid:
                    Add(fuel, "fuels", index, liquid.Amounts, Combustion.Tonnes);
                    break;
                case MeteredGas gas:
                    Add(fuel, "fuels", index, gas.Amounts, Combustion.Tonnes);
                    break;
                case BilledEnergy billed:
                    Add(fuel, "fuels", index, billed.Amounts, Combustion.Tonnes);
                    break;
            }
        }

        Each(report.ProcessMaterials, (s, i) => Add(s, "processMaterials", i, s.Amounts, ProcessEmissions.Tonnes));
        Each(report.ImportedIntermediates, (s, i) => Add(s, "importedIntermediates", i, s.Amounts, ProcessEmissions.Tonnes));
        Each(report.Electricity, (s, i) => Add(s, "electricity", i, s.Amounts, ElectricityEmissions.Tonnes));
        Each(report.ImportedHeat, (s, i) => Add(s, "importedHeat", i, s.Amounts, HeatEmissions.Tonnes));
        Each(report.ExportedPower, (s, i) => Add(s, "exportedPower", i, s.Amounts, static (e, r, w) => -Adjustments.Tonnes(e, r, w)));
        Each(report.ExportedHeat, (s, i) => Add(s, "exportedHeat", i, s.Amounts, static (e, r, w) => -Adjustments.Tonnes(e, r, w)));
        Each(report.CapturedCo2, (s, i) => Add(s, "capturedCo2", i, s.Amounts, static (e, r, w) => -Adjustments.Tonnes(e, r, w)));
        Each(report.Gases, (s, i) =>
        {
            if (GasEmissions.Counts(s, rules))
            {
                Add(s, "gases", i, s.Amounts, GasEmissions.Tonnes);
            }
        });
        return sources;
    }

    /// <summary>What enters and leaves by mass balances, whose carbon counts.</summary>
    internal static List<CountedSource> Flows(MonitoringReport report, EmissionRules rules, PlausibilityRules plausible)
    {
        var flows = new List<CountedSource>();
        Each(report.MassBalances, (balance, i) =>
        {
            Add(balance.Inputs, "inputs", 1m);
            Add(balance.Outputs, "outputs", -1m);
            void Add(IReadOnlyList<CarbonFlow> list, string name, decimal sign) => Each(list, (flow, j) =>
            {
                if (flow.Amounts.Count > 0 && flow.Amounts.TryTotal(out var total))
                {
                    var place = PlaceOf(balance, "massBalances", i);
                    flows.Add(new CountedSource(balance, place with { Pointer = place.Pointer.Substring(0, place.Pointer.Length - "amounts".Length) + $"{name}/{j}/amounts" }, total, "t", () => sign * BurntEnergy.Carbon(flow) * rules.CarbonToCo2.Value.Numerator / rules.CarbonToCo2.Value.Denominator, Outlier.Of(flow.Amounts, plausible), Outlier.IsSteady(flow.Amounts, plausible)) { Name = flow.Material, Flow = flow });
                }
            });
        });
        return flows;
    }

    /// <summary>The products, which give off nothing and divide the rest.</summary>
    internal static List<CountedSource> Products(MonitoringReport report, PlausibilityRules plausible)
    {
        var products = new List<CountedSource>();
        Each(report.Products, (product, i) => products.Add(new CountedSource(
            product,
            PlaceOf(product, "products", i),
            product.Amounts.CanonicalTotal,
            product.Amounts.Basis.Symbol,
            () => 0m,
            product.Amounts switch
            {
                ProductInTonnes tonnes => Outlier.Of(tonnes.Amounts, plausible),
                ProductInMegawattHours electricity => Outlier.Of(electricity.Amounts, plausible),
                ProductInRefineryThroughput throughput => Outlier.Of(throughput.Amounts, plausible),
                ProductInUnit other => Outlier.Of(other.Amounts, plausible),
                _ => null,
            })));
        return products;
    }

    private static void Each<T>(IReadOnlyList<T> streams, Action<T, int> visit)
    {
        for (var i = 0; i < streams.Count; i++)
        {
            visit(streams[i], i);
        }
    }

    private static SourcePlace PlaceOf(MonitoredStream stream, string list, int index) =>
        stream.Place.Line > 0 ? stream.Place with { Pointer = stream.Place.Pointer + "/amounts" } : SourcePlace.At($"/{list}/{index}/amounts");
}

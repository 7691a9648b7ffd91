using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>The part of a stream that one analysis covers: the amounts of its days, with its values in place of the stream's.</summary>
/// <param name="Stream">The stream with the amounts and values of the lot, without analyses.</param>
/// <param name="NetStep">The step that made its net calorific value, or 0.</param>
/// <param name="GrossStep">The step that made its gross calorific value, or 0.</param>
/// <param name="CarbonStep">The step that made its carbon content, or 0.</param>
/// <param name="Analysis">Place of the analysis in the stream's list; -1 for amounts without an analysis.</param>
internal readonly record struct FuelLot(FuelStream Stream, int NetStep = 0, int GrossStep = 0, int CarbonStep = 0, int Analysis = -1)
{
    /// <summary>What the lot is called in sums.</summary>
    internal string Name { get; init; } = Stream.Id;

    /// <summary>The analysis, or null for amounts without one.</summary>
    internal FuelAnalysis? Result { get; init; }

    /// <summary>The path of a value of the lot in the stream: in its analysis if that states it.</summary>
    internal string PathOf(string member) => Result is { } result && States(result, member) ? EvidencePath.Of("analyses", result.Period.ToString(), member) : member;

    /// <summary>The laboratory of a value of the lot, if an analysis states it.</summary>
    internal string? SourceOf(string member) => Result is { } result && States(result, member) ? result.Source : null;

    private static bool States(FuelAnalysis result, string member) => member switch
    {
        "ncv" => result.Net is not null,
        "gcv" => result.Gross is not null,
        "carbonContent" => result.CarbonContent is not null,
        "factor" => result.Factor is not null,
        _ => result.Moisture is not null,
    };
}

/// <summary>Parts a fuel by its analyses.</summary>
internal static class FuelLots
{
    internal static List<FuelLot> Of(FuelStream stream, EmissionRules rules, Workings workings)
    {
        var lots = new List<FuelLot>(stream.Analyses.Count);
        for (var i = 0; i < stream.Analyses.Count; i++)
        {
            var analysis = stream.Analyses[i];
            if (Within(stream.Measured, p => LotAmounts.Covers(analysis.Period, p)) is { } measured)
            {
                lots.Add(Of(stream, analysis, measured, i, rules, workings));
            }
        }

        return Within(stream.Measured, p => !stream.Analyses.Any(a => LotAmounts.Covers(a.Period, p))) is { } rest
            ? [.. lots, new FuelLot(Bare(stream) with { Measured = rest }) { Name = stream.Id + ", not analysed" }]
            : lots;
    }

    /// <summary>Whether the whole fuel was analysed for its carbon or factor (DPCM s.5(10)).</summary>
    internal static bool IsTypeII(FuelStream stream, EmissionRules rules)
    {
        if (stream.Factor.Tier == FactorTier.TypeII || stream.CarbonContent is not null || stream.Composition is not null)
        {
            return true;
        }

        return stream.Analyses.Count > 0 && Of(stream, rules, new Workings(keepSteps: false)).TrueForAll(l => l.Stream.Factor.Tier == FactorTier.TypeII || l.Stream.CarbonContent is not null);
    }

    private static FuelLot Of(FuelStream stream, FuelAnalysis analysis, FuelMeasurement measured, int at, EmissionRules rules, Workings workings)
    {
        var name = workings.Steps is null ? stream.Id : stream.Id + " " + workings.NameOf(analysis.Period);
        var unit = "GJ/" + MonitoredUnits.Of(measured);
        var limit = stream.State == FuelState.Solid ? rules.CoalDeviation : null;
        var laboratories = new ExternalLaboratory(stream, name, analysis.Period, analysis.Source, analysis.ExternalSource, workings);
        var net = laboratories.Counted("ncv", "net calorific value", analysis.Net, analysis.ExternalNet, limit?.Value.GigajoulesPerTonne, limit?.Standing, unit);
        var gross = laboratories.Counted("gcv", "gross calorific value", analysis.Gross, analysis.ExternalGross, limit?.Value.GigajoulesPerTonne, limit?.Standing, unit);
        var carbon = laboratories.Counted("carbonContent", "carbon content", analysis.CarbonContent, analysis.ExternalCarbonContent, rules.MaterialDeviation?.Value * analysis.CarbonContent, rules.MaterialDeviation?.Standing, "t/t");
        var lot = Bare(stream) with
        {
            Measured = With(measured, net.Value, gross.Value),
            CarbonContent = carbon.Value ?? (analysis.Factor is null ? stream.CarbonContent : null),
            Factor = analysis.Factor is { } factor ? new(FactorTier.TypeII, factor, analysis.Source, null) : carbon.Value is null ? stream.Factor : stream.Factor with { Source = analysis.Source },
            Moisture = analysis.Moisture ?? stream.Moisture,
        };
        return new FuelLot(lot, net.Step, gross.Step, carbon.Step, at) { Name = name, Result = analysis };
    }

    private static FuelStream Bare(FuelStream stream) => stream with { Analyses = [], Unburnt = [] };

    /// <summary>An analysis with one calorific value is used alone: the stream's other value is of other fuel.</summary>
    private static FuelMeasurement With(FuelMeasurement measured, decimal? net, decimal? gross) => net is null && gross is null ? measured : measured switch
    {
        WeighedFuel weighed => weighed with { Net = Made(net, NetCalorificValue.FromGigajoulesPerTonne), Gross = Made(gross, GrossCalorificValue.FromGigajoulesPerTonne) },
        MeteredLiquid liquid => liquid with { Net = Made(net, VolumeNetCalorificValue.FromGigajoulesPerKilolitre), Gross = Made(gross, VolumeGrossCalorificValue.FromGigajoulesPerKilolitre) },
        MeteredGas gas => gas with { Net = Made(net, GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre), Gross = Made(gross, GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre) },
        _ => measured,
    };

    private static T? Made<T>(decimal? value, System.Func<decimal, T> make)
        where T : struct => value is { } stated ? make(stated) : null;

    private static FuelMeasurement? Within(FuelMeasurement measured, System.Func<ReportingPeriod, bool> isOf)
    {
        FuelMeasurement? Of<T>(Amounts<T> amounts, System.Func<Amounts<T>, FuelMeasurement> with)
            where T : struct, IQuantity => LotAmounts.Within(amounts, isOf) is { } some ? with(some) : null;

        return measured switch
        {
            WeighedFuel weighed => Of(weighed.Amounts, a => weighed with { Amounts = a }),
            MeteredLiquid liquid => Of(liquid.Amounts, a => liquid with { Amounts = a }),
            MeteredGas gas => Of(gas.Amounts, a => gas with { Amounts = a }),
            BilledEnergy billed => Of(billed.Amounts, a => billed with { Amounts = a }),
            _ => null,
        };
    }
}

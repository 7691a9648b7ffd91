using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// One meter entered as two streams, a total entered with its rows, or the figure of the year beside its months. Double deductions would earn certificates, and
/// withhold; double emissions cost the plant, and are reported.
/// </summary>
internal static class EnteredTwice
{
    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.ProductTotal) is not { } near)
        {
            return;
        }

        foreach (var list in result.Sources.GroupBy(s => (s.Stream.GetType(), s.Unit)).Where(l => l.Skip(1).Any()))
        {
            var isDeducted = list.First().Stream is ExportedPowerStream or ExportedHeatStream or CapturedCo2Stream;
            Among(result, near, [.. list.Select(StatedAmounts.Of)], isDeducted, isOneKind: true);
        }

        ByMassAndVolume(result);

        // Carbon that leaves is deducted, and so is what is left in ash.
        var balances = result.Report.MassBalances;
        Among(result, near, [.. balances.SelectMany((b, i) => Flows(b, b.Outputs, $"/massBalances/{i}", "outputs"))], isDeducted: true, isOneKind: false);
        Among(result, near, [.. balances.SelectMany((b, i) => Flows(b, b.Inputs, $"/massBalances/{i}", "inputs"))], isDeducted: false, isOneKind: false);
        for (var i = 0; i < result.Report.Fuels.Count; i++)
        {
            var fuel = result.Report.Fuels[i];
            Among(result, near, [.. Flows(fuel, fuel.Unburnt, $"/fuels/{i}", "unburnt")], isDeducted: true, isOneKind: false);
        }
    }

    /// <summary>One fuel by mass in one stream and by volume in another, which its density makes the same.</summary>
    private static void ByMassAndVolume(Result result)
    {
        var oils = result.Sources.Where(s => s.Stream is FuelStream && s.Amount > 0m).ToLookup(s => ((FuelStream)s.Stream).Fuel, System.StringComparer.Ordinal);
        foreach (var (fuel, density) in result.Rules.LiquidDensities.Where(d => oils.Contains(d.Key)).Select(d => (d.Key, d.Value)))
        {
            foreach (var weighed in oils[fuel].Where(s => s.Unit == "t"))
            {
                if (result.Rules.Of(PlausibilityRules.SecondMeter) is { } meters && result.Rules.Of(PlausibilityRules.CalorificLiquid) is { } range
                    && oils[fuel].FirstOrDefault(m => m.Unit == "kl" && new Reference(density, density, range).Judge(weighed.Amount / m.Amount) == Likelihood.Usual
                        && SumOfOthers.IsSecondMeter(StatedAmounts.Of(weighed).Amounts, StatedAmounts.Of(m).Amounts.Times(weighed.Amount / m.Amount), meters)) is { } metered)
                {
                    result.Tell("entered-twice", metered.Place, $"\"{metered.Name}\" has {Slip.Shown(metered.Amount)} kl of {fuel}, and \"{weighed.Name}\" {Slip.Shown(weighed.Amount)} t in the same measure month by month, {Slip.Shown(weighed.Amount / metered.Amount)} t/kl: it may be the same fuel by another unit. One meter is one stream.", metered.Stream.WhyUnusual ?? weighed.Stream.WhyUnusual, needsReason: false);
                }
            }
        }
    }

    private static void Among(Result result, PlausibleRange near, List<StatedAmounts> list, bool isDeducted, bool isOneKind)
    {
        if (list.Count < 2)
        {
            return;
        }

        foreach (var (whole, parts) in SumOfOthers.Find(list, near, result.Rules.Of(PlausibilityRules.SecondMeter), isSum: isDeducted, isOneKind))
        {
            var what = isDeducted ? "What left the plant once is deducted once." : parts.Count == 1 ? "One meter is one stream." : "A total is not entered beside its rows.";
            var said = parts.Count == 1 ? $"\"{parts[0].Name}\" {Same(whole, parts[0], near)}" : $"{Named(parts)} have the same together";
            result.Tell("entered-twice", whole.Place, $"\"{whole.Name}\" has {Slip.Shown(whole.Amounts.Total)} {whole.Unit}, and {said}. {what}", whole.Reason ?? parts.Select(p => p.Reason).FirstOrDefault(r => r is not null), needsReason: isDeducted);
        }
    }

    /// <summary>How one is like the other.</summary>
    internal static string Same(StatedAmounts whole, StatedAmounts part, PlausibleRange near) =>
        whole.Amounts.SpansAsSumOf([part.Amounts], near) > 0 ? "the same in every period" : $"much the same in every period, {Slip.Shown(part.Amounts.Total)} {part.Unit} together, as two meters of one thing have";

    internal static string Named(IReadOnlyList<StatedAmounts> parts) => string.Join(", ", parts.Take(parts.Count - 1).Select(p => $"\"{p.Name}\"")) + $" and \"{parts[parts.Count - 1].Name}\"";

    private static IEnumerable<StatedAmounts> Flows(MonitoredStream stream, IReadOnlyList<CarbonFlow> flows, string pointer, string list) => flows
        .Select((f, i) => new StatedAmounts(f.Material, f.Material, PeriodAmounts.Of(f.Amounts), ((IQuantity)default(Mass)).CanonicalUnit, (stream.Place.Line > 0 ? stream.Place : SourcePlace.At(pointer)) is var place ? place with { Pointer = $"{place.Pointer}/{list}/{i}/amounts" } : default, stream.WhyUnusual));
}

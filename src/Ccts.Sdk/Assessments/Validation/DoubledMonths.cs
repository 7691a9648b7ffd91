using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Months that have more than their days, and everything else that the plant did in them, lead one to expect: a month that was entered twice. More product, and more that is deducted,
/// earns, and withholds; more that is burnt or used is paid for, and told.
/// </summary>
internal static class DoubledMonths
{
    private const int QuartersOfYear = 4;

    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.MonthAbove) is not { UnusualAbove: { } most } range || result.Rules.Of(PlausibilityRules.StreamMonth)?.UnusualAbove is not { } even || !result.Law.Monitoring.Materiality.TryGet(out var material) || result.Emissions.Total.Tonnes <= 0m)
        {
            return;
        }

        var did = result.Activities;
        var excesses = new ExcessMonths(result, most, range.WithheldAbove ?? most, even, material);
        if (did.Products is not null)
        {
            var only = result.Products.Count == 1 ? result.Products[0] : null;
            excesses.At(did.Products, PlantMonths.Of(did.Fuel, did.Process, did.Power), 1m, only?.Place ?? result.Report.Place, only is null ? "all products together have" : $"\"{only.Name}\" has", result.Output.Basis.Symbol, did.Products.Sum(), only?.Stream.WhyUnusual ?? result.Report.WhyUnusual, earns: true);
        }

        foreach (var source in result.Sources.Concat(result.Flows).Where(s => s.Outlier is null && s.Amount > 0m))
        {
            if (source.Months(result) is { } months)
            {
                // What took another's place is no more of all.
                var (all, activities) = source.Stream switch
                {
                    FuelStream => (did.Fuel, PlantMonths.Of(did.Products, did.Process, did.Power)),
                    ElectricityStream => (did.Power, PlantMonths.Of(did.Products, did.Fuel, did.Process)),
                    ProcessMaterialStream or ImportedIntermediateStream => (null, PlantMonths.Of(did.Products, did.Fuel, did.Power)),
                    _ => (null, PlantMonths.Of(did.Products, did.Fuel, did.Process, did.Power)),
                };
                var tonnes = source.Tonnes();
                excesses.At(months, activities, Math.Abs(tonnes) / result.Emissions.Total.Tonnes, source.Place, $"\"{source.Name}\" has", source.Unit, source.Amount, source.Stream.WhyUnusual, earns: tonnes < 0m, all);
            }
        }
    }

    /// <summary>Whether all but the smallest and so many of the largest are of one size.</summary>
    private static bool IsEven(IEnumerable<decimal> values, decimal even, int above = 1)
    {
        var ordered = values.OrderBy(m => m).ToList();
        return ordered.Count > above + 1 && ordered[1] > 0m && ordered[ordered.Count - 1 - above] <= even * ordered[1];
    }

    /// <summary>The months for each of an activity; without those in which it all but stood still, of which they tell nothing.</summary>
    private static IEnumerable<decimal> Beside(decimal[] months, decimal[] activity)
    {
        var usual = activity.OrderBy(a => a).ElementAt(activity.Length / 2) / 2m;
        return months.Where((_, m) => activity[m] > 0m && activity[m] >= usual).Zip(activity.Where(a => a > 0m && a >= usual), (x, a) => x / a);
    }

    private sealed class ExcessMonths(Result result, decimal most, decimal grave, decimal even, decimal material)
    {
        internal void At(decimal[] months, List<decimal[]> activities, decimal weight, SourcePlace place, string name, string unit, decimal amount, string? reason, bool earns, decimal[]? all = null)
        {
            var total = months.Sum();
            if (activities.Count == 0 || total <= 0m)
            {
                return;
            }

            // What is no more than its days lead one to expect is not looked at further, and few months are.
            var days = PlantMonths.Days(result);
            var byDays = PlantMonths.Expected(months, [days], isMost: true);
            if (!months.Where((x, m) => x > most * byDays[m]).Any())
            {
                return;
            }

            // What runs with it tells most, and of a quarter entered twice what runs with the others; where nothing does, as beside a kiln that stood still, its own other months
            // have to be of one size, and the month further above them.
            var alike = activities.Where(a => IsEven(months.Select((x, m) => a[m] > 0m ? x / a[m] : 0m), even)).ToList();
            if (alike.Count == 0)
            {
                alike = activities.Where(a => IsEven(Beside(months, a), even, months.Length / QuartersOfYear)).ToList();
            }

            if (alike.Count == 0 && !IsEven(months.Select((x, m) => x / days[m]), even))
            {
                return;
            }

            var expected = PlantMonths.Expected(months, [.. alike, days], isMost: true);
            var least = alike.Count == 0 ? grave : most;
            var above = Enumerable.Range(0, months.Length).Where(m => expected[m] > 0m && months[m] > least * expected[m]).ToList();
            var excess = above.Sum(m => months[m] - expected[m]);
            if (above.Count == 0 || excess / total * weight < material)
            {
                return;
            }

            if (all is not null && PlantMonths.Expected(all, [.. alike, days], isMost: true) is var whole && above.Sum(m => Math.Max(0m, all[m] - whole[m])) < excess / 2m)
            {
                return;
            }

            var month = PlantMonths.Name(result.Report.Year, above[0]);
            var has = above.Sum(m => months[m]) / total * amount;
            result.Tell(
                "month-above-others",
                place.Pointer.EndsWith("/amounts", StringComparison.Ordinal) ? place with { Pointer = $"{place.Pointer}/{month}" } : place,
                $"In {string.Join(", ", above.Select(m => PlantMonths.Name(result.Report.Year, m)))} {name} {Slip.Shown(has)} {unit}; its days, and what the plant did in its other months, lead one to expect {Slip.Shown(above.Sum(m => expected[m]) / total * amount)} {unit} at most. A month may have been entered twice, or belong to another one.",
                reason,
                earns && result.Baseline is not null && above.Exists(m => months[m] > grave * expected[m]),
                Slip.Shown(has));
        }
    }
}

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
    private const string Code = "month-above-others";
    private const int QuartersOfYear = 4;
    private const int FewestSpans = 3;

    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.MonthAbove) is not { UnusualAbove: { } most } range || result.Rules.Of(PlausibilityRules.StreamMonth)?.UnusualAbove is not { } even || !result.Law.Monitoring.Materiality.TryGet(out var material) || result.Emissions.Total.Tonnes <= 0m)
        {
            return;
        }

        var did = result.Activities;
        var excesses = new ExcessMonths(result, most, range.WithheldAbove ?? most, even, material);
        if (did.Products is not null && result.Products.Exists(result.Spans.Fit) && !(result.HasTold(Code) && !result.Spans.AreMonths))
        {
            var only = result.Products.Count == 1 ? result.Products[0] : null;
            excesses.At(did.Products, PlantMonths.Of(did.Burnt, did.Process, did.Power), 1m, only?.Place ?? result.Report.Place, only is null ? "all products together have" : $"\"{only.Name}\" has", result.Output.Basis.Symbol, did.Products.Sum(), only?.Stream.WhyUnusual ?? result.Report.WhyUnusual, earns: true);
        }

        foreach (var source in result.Sources.Concat(result.Flows).Where(s => result.Spans.Count >= QuartersOfYear && s.Outlier is null && s.Amount > 0m && result.Spans.Fit(s)))
        {
            if (source.Months(result) is { } months)
            {
                // What took another's place is no more of all.
                var (all, activities) = source.Stream switch
                {
                    FuelStream => (did.Fuel, PlantMonths.Of(did.Products, did.Process, did.Power)),
                    ElectricityStream => (did.Power, PlantMonths.Of(did.Products, did.Burnt, did.Process)),
                    ProcessMaterialStream or ImportedIntermediateStream => (null, PlantMonths.Of(did.Products, did.Burnt, did.Power)),
                    _ => (null, PlantMonths.Of(did.Products, did.Burnt, did.Process, did.Power)),
                };
                var tonnes = source.Tonnes();
                if (tonnes >= 0m && !result.Spans.AreMonths)
                {
                    // A quarter of what is paid for may be its season.
                    continue;
                }

                excesses.At(months, activities, Math.Abs(tonnes) / result.Emissions.Total.Tonnes, source.Place, $"\"{source.Name}\" has", source.Unit, source.Amount, source.Stream.WhyUnusual, earns: tonnes < 0m, all);
            }
        }
    }

    /// <summary>The months for each of an activity; without those in which it all but stood still, of which they tell nothing.</summary>
    private static IEnumerable<decimal> Beside(decimal[] months, decimal[] activity)
    {
        var usual = activity.OrderBy(a => a).ElementAt(activity.Length / 2) / 2m;
        return months.Where((_, m) => activity[m] > 0m && activity[m] >= usual).Zip(activity.Where(a => a > 0m && a >= usual), (x, a) => x / a);
    }

    private sealed class ExcessMonths(Result result, decimal most, decimal grave, decimal even, decimal material)
    {
        /// <summary>Whether all but the smallest and so many of the largest, a quarter at most, are of one size; of longer spans, all but the largest. What remains of a year with a single span says nothing.</summary>
        private bool IsEven(IEnumerable<decimal> values, int above = 1)
        {
            var months = result.Spans.Count;
            var ordered = values.OrderBy(m => m).ToList();
            var (first, last) = result.Spans.AreMonths ? (1, ordered.Count - 1 - Math.Min(above, Math.Max(1, ordered.Count / QuartersOfYear))) : (0, ordered.Count - 2);
            return ordered.Count >= Math.Min(FewestSpans, months) && last >= first && ordered[first] > 0m && ordered[last] <= even * ordered[first];
        }

        internal void At(decimal[] months, List<decimal[]> activities, decimal weight, SourcePlace place, string name, string unit, decimal amount, string? reason, bool earns, decimal[]? all = null)
        {
            var total = months.Sum();
            if (activities.Count == 0 || total <= 0m)
            {
                return;
            }

            // What is no more than its days lead one to expect is not looked at further, and few months are.
            var days = result.Spans.Days;
            var byDays = Expectation.Of(months, [days], isMost: true);
            if (!months.Where((x, m) => x > most * byDays[m]).Any())
            {
                return;
            }

            // What runs with it tells most, and of a quarter entered twice what runs with the others; where nothing does, as beside a kiln that stood still, its own other months
            // have to be of one size, and the month further above them.
            var alike = activities.Where(a => IsEven(Expectation.Ratios(months, a))).ToList();
            if (alike.Count == 0)
            {
                alike = activities.Where(a => IsEven(Beside(months, a), months.Length / QuartersOfYear)).ToList();
            }

            if (alike.Count == 0 && !IsEven(months.Select((x, m) => x / days[m])))
            {
                return;
            }

            var expected = Expectation.Of(months, [.. alike, days], isMost: true);
            var (least, gravest) = (alike.Count == 0 ? grave : most, result.Spans.AreMonths ? grave : most);
            var above = Enumerable.Range(0, months.Length).Where(m => expected[m] > 0m && months[m] > least * expected[m]).ToList();
            var excess = above.Sum(m => months[m] - expected[m]);
            if (above.Count == 0 || above.Count > months.Count(m => m > 0m) / 2 || excess / total * weight < material)
            {
                return;
            }

            if (all is not null && Expectation.Of(all, [.. alike, days], isMost: true) is var whole && above.Sum(m => Math.Max(0m, all[m] - whole[m])) < excess / 2m)
            {
                return;
            }

            var month = result.Spans.Name(above[0]);
            var has = above.Sum(m => months[m]) / total * amount;
            result.Tell(
                Code,
                place.Pointer.EndsWith("/amounts", StringComparison.Ordinal) ? place with { Pointer = $"{place.Pointer}/{month.Replace("/", "~1")}" } : place,
                $"In {string.Join(", ", above.Select(m => result.Spans.Name(m)))} {name} {Slip.Shown(has)} {unit}; its days, and what the plant did in its other {result.Spans.One}s, lead one to expect {Slip.Shown(above.Sum(m => expected[m]) / total * amount)} {unit} at most. A {result.Spans.One} may have been entered twice, or belong to another one.",
                reason,
                earns && result.Baseline is not null && above.Exists(m => months[m] > gravest * expected[m]),
                Slip.Shown(has));
        }
    }
}

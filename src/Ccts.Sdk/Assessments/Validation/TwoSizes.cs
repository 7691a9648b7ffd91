using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds product that for everything else the plant did is twice as much in some months as in the others: months, or half of a year, that were entered twice, even if they are months
/// in which little was done. More product earns, and withholds. So does what is deducted, where it is ten times as much in some months: a digit too many.
/// </summary>
internal static class TwoSizes
{
    private const string Code = "month-above-others";

    // How far each of the two sizes may vary, how far apart they are, and what a month that counts has of the usual activity. Not law.
    private const decimal Alike = 1.4m;
    private const decimal LeastTwice = 1.7m;
    private const decimal MostTwice = 2.3m;
    private const decimal LeastDigit = 8m;
    private const decimal MostDigit = 12m;
    private const decimal LeastActive = 0.6m;

    internal static void Check(Result result)
    {
        var did = result.Activities;
        if (result.HasTold(Code) || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        // Where the plant is far below its baseline, one thing that it did is enough to say so.
        var isLow = result.Usual is { } usual && result.Intensity < usual.Least && usual.Judge(result.Intensity) != Likelihood.Usual;
        var activities = PlantMonths.Of(did.Burnt, did.Process, did.Power);
        if (did.Products is { } products && High(products, activities, isLow ? 1 : Math.Max(2, activities.Count), (LeastTwice, MostTwice)) is { } doubled && doubled.Sum(m => products[m]) / 2m >= material * products.Sum())
        {
            var only = result.Products.Count == 1 ? result.Products[0] : null;
            Tell(doubled, only?.Place ?? result.Report.Place, "the product", products, result.Output.Basis.Symbol, "twice as much", "It may have been entered twice.", only?.Stream.WhyUnusual ?? result.Report.WhyUnusual);
        }

        foreach (var source in result.Sources.Concat(result.Flows).Where(s => s.Amount > 0m && s.Outlier is null))
        {
            var tonnes = source.Tonnes();
            if (tonnes < 0m && source.Months(result) is { } months && High(months, PlantMonths.Of(did.Products, did.Burnt, did.Process, did.Power), 1, (LeastDigit, MostDigit)) is { } high && high.Sum(m => months[m]) / months.Sum() * -tonnes >= material * result.Emissions.Total.Tonnes)
            {
                Tell(high, source.Place, $"\"{source.Name}\"", months, source.Unit, "ten times as much", "They look like a digit too many.", source.Stream.WhyUnusual);
            }
        }

        void Tell(List<int> high, SourcePlace place, string what, decimal[] amounts, string unit, string times, string slip, string? reason)
        {
            var has = Slip.Shown(high.Sum(m => amounts[m]));
            result.Tell(Code, place, $"In {string.Join(", ", high.Select(m => result.Spans.Name(m)))} {what} has {has} {unit}, {times}, for all else that the plant did, as in its other {result.Spans.One}s. {slip}", reason, needsReason: result.Baseline is not null, has);
        }
    }

    /// <summary>The months with more, if so many things that the plant did tell them apart, and all that do tell the same; null if not.</summary>
    private static List<int>? High(decimal[] amounts, List<decimal[]> activities, int least, (decimal Least, decimal Most) times)
    {
        var found = activities.ConvertAll(a => Sizes(amounts, a, times)).OfType<Dictionary<int, bool>>().ToList();
        var high = Enumerable.Range(0, amounts.Length).Where(m => found.Exists(a => a.TryGetValue(m, out var isHigh) && isHigh)).ToList();
        return found.Count >= least && high.Count > 0 && found.TrueForAll(a => a.All(m => m.Value == high.Contains(m.Key))) ? high : null;
    }

    /// <summary>For each month whether it has so many times as much for an activity; null if there are no two sizes. A month in which the activity stood still in part, as a kiln does, tells nothing.</summary>
    private static Dictionary<int, bool>? Sizes(decimal[] products, decimal[] activity, (decimal Least, decimal Most) apart)
    {
        var usual = activity.OrderBy(a => a).ElementAt(activity.Length / 2) * LeastActive;
        var ordered = Enumerable.Range(0, products.Length).Where(m => activity[m] >= usual && activity[m] > 0m && products[m] > 0m).Select(m => (Month: m, Rate: products[m] / activity[m])).OrderBy(m => m.Rate).ToList();
        if (ordered.Count < 2)
        {
            return null;
        }

        var at = Enumerable.Range(1, ordered.Count - 1).OrderByDescending(i => ordered[i].Rate / ordered[i - 1].Rate).First();
        var (low, high) = (ordered.Take(at).ToList(), ordered.Skip(at).ToList());
        var times = high[high.Count / 2].Rate / low[low.Count / 2].Rate;
        return IsAlike(low) && IsAlike(high) && times >= apart.Least && times <= apart.Most ? ordered.ToDictionary(m => m.Month, m => m.Rate >= high[0].Rate) : null;
    }

    private static bool IsAlike(List<(int Month, decimal Rate)> size) => size[size.Count - 1].Rate <= Alike * size[0].Rate;
}

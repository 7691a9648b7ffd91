using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds product that for everything else the plant did is twice as much in some months as in the others: months, or half of a year, that were entered twice, even if they are months
/// in which little was done. More product earns, and withholds.
/// </summary>
internal static class TwoSizes
{
    private const string Code = "month-above-others";

    // How far each of the two sizes may vary, how far apart they are, and what a month that counts has of the usual activity. Not law.
    private const decimal Alike = 1.4m;
    private const decimal LeastTwice = 1.7m;
    private const decimal MostTwice = 2.3m;
    private const decimal LeastActive = 0.6m;

    internal static void Check(Result result)
    {
        var did = result.Activities;
        if (result.HasTold(Code) || did.Products is not { } products || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        var activities = PlantMonths.Of(did.Burnt, did.Process, did.Power).ConvertAll(a => Twice(products, a));
        var high = Enumerable.Range(0, products.Length).Where(m => activities.Exists(a => a?.TryGetValue(m, out var isHigh) == true && isHigh)).ToList();
        if (activities.Count < 2 || high.Sum(m => products[m]) / 2m < material * products.Sum()
            || !activities.TrueForAll(a => a is not null && a.All(m => m.Value == high.Contains(m.Key))))
        {
            return;
        }

        var names = string.Join(", ", high.Select(m => result.Spans.Name(m)));
        var has = Slip.Shown(high.Sum(m => products[m]));
        var only = result.Products.Count == 1 ? result.Products[0] : null;
        result.Tell(Code, only?.Place ?? result.Report.Place, $"In {names} the product of {has} {result.Output.Basis.Symbol} is twice as much, for all else that the plant did, as in its other {result.Spans.One}s. It may have been entered twice.", only?.Stream.WhyUnusual ?? result.Report.WhyUnusual, needsReason: result.Baseline is not null, has);
    }

    /// <summary>For each month whether it has twice as much for an activity; null if there are no two sizes. A month in which the activity stood still in part, as a kiln does, tells nothing.</summary>
    private static Dictionary<int, bool>? Twice(decimal[] products, decimal[] activity)
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
        return IsAlike(low) && IsAlike(high) && times is >= LeastTwice and <= MostTwice ? ordered.ToDictionary(m => m.Month, m => m.Rate >= high[0].Rate) : null;
    }

    private static bool IsAlike(List<(int Month, decimal Rate)> size) => size[size.Count - 1].Rate <= Alike * size[0].Rate;
}

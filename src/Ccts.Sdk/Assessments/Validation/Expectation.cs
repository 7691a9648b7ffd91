using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What the other months, and all else that the plant did, lead one to expect of a month.</summary>
internal static class Expectation
{
    /// <summary>Of the largest month. Not law.</summary>
    private const decimal Little = 0.1m;

    /// <summary>For each thing the plant does, what a month's other months would have led one to expect; the least of them is believed, or the most where too much is looked for.</summary>
    internal static decimal[] Of(decimal[] amounts, IReadOnlyList<decimal[]> activities, bool isMost = false)
    {
        var each = Each(amounts, activities, isMost);
        return [.. amounts.Select((_, month) => isMost ? each.Max(e => e[month]) : each.Min(e => e[month]))];
    }

    /// <summary>The most of what each activity would have led one to expect.</summary>
    internal static decimal[] AtMost(decimal[] amounts, IReadOnlyList<decimal[]> activities)
    {
        var each = Each(amounts, activities, isMost: false);
        return [.. amounts.Select((_, month) => each.Max(e => e[month]))];
    }

    /// <summary>An amount for each of an activity. Months with little of both, in which a plant was not yet commissioned or began to run, tell nothing.</summary>
    internal static IEnumerable<decimal> Ratios(decimal[] amounts, decimal[] activity)
    {
        var (little, idle) = (amounts.Max() * Little, activity.Max() * Little);
        return amounts.Zip(activity, (amount, did) => (amount, did)).Where(m => m.amount >= little || m.did >= idle).Select(m => m.did > 0m ? m.amount / m.did : 0m);
    }

    /// <summary>How much is missing in the months that have too little. What a month beside them has above all that the others lead one to expect makes up for it: it was entered late.</summary>
    internal static decimal Missing(decimal[] amounts, decimal[] expected, IReadOnlyList<decimal[]> activities, List<int> low)
    {
        var most = AtMost(amounts, activities);
        return low.Sum(m => expected[m] - amounts[m]) - Enumerable.Range(0, amounts.Length).Where(m => !low.Contains(m) && (low.Contains(m - 1) || low.Contains(m + 1))).Sum(m => Math.Max(0m, amounts[m] - most[m]));
    }

    private static List<decimal[]> Each(decimal[] amounts, IReadOnlyList<decimal[]> activities, bool isMost) =>
        [.. activities.Select(a => Middle(Ratios(amounts, a), isMost) is var usual ? Array.ConvertAll(a, share => share * usual) : a)];

    /// <summary>Of two, the larger; the smaller where too much is looked for.</summary>
    private static decimal Middle(IEnumerable<decimal> values, bool isMost)
    {
        var ordered = values.OrderBy(v => v).ToList();
        return ordered.Count == 0 ? 0m : ordered[isMost && ordered.Count == 2 ? 0 : ordered.Count / 2];
    }
}

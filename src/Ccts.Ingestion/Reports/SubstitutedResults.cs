using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Series;

namespace Ccts.Ingestion.Reports;

/// <summary>A result put in the place of a missing one, and the months that it was made from.</summary>
internal sealed record SubstitutedResult(decimal Value, IReadOnlyList<int> From);

/// <summary>Fills months without a result, only by the method that the mapping names. Filled results have no samples.</summary>
internal static class SubstitutedResults
{
    /// <param name="rule">The plant's method.</param>
    /// <param name="results">By month; null where there is none.</param>
    /// <param name="isNeeded">Whether a month without a result needs one.</param>
    internal static Dictionary<int, SubstitutedResult> Of(MissingRule rule, IReadOnlyList<decimal?> results, Func<int, bool> isNeeded)
    {
        var filled = new Dictionary<int, SubstitutedResult>();
        for (var from = 0; rule.Method != MissingMethod.None && from < results.Count; from++)
        {
            var to = from;
            while (to < results.Count && results[to] is null && isNeeded(to))
            {
                to++;
            }

            if (to > from && to - from <= rule.Longest && One(rule.Method, results, from, to) is { } result)
            {
                for (var month = from; month < to; month++)
                {
                    filled.Add(month, result);
                }
            }

            from = to;
        }

        return filled;
    }

    private static SubstitutedResult? One(MissingMethod method, IReadOnlyList<decimal?> results, int from, int to)
    {
        var before = from > 0 ? results[from - 1] : null;
        if (method == MissingMethod.Previous)
        {
            return before is { } last ? new SubstitutedResult(last, [from - 1]) : null;
        }

        if (method == MissingMethod.Neighbours)
        {
            return before is { } one && to < results.Count && results[to] is { } other && Substitution.Mean(one, other) is { } mean ? new SubstitutedResult(mean, [from - 1, to]) : null;
        }

        return results.Max() is { } largest ? new SubstitutedResult(largest, [results.ToList().IndexOf(largest)]) : null;
    }
}

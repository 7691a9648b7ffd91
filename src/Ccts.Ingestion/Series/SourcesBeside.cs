using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds two sources of one stream that come to the same month by month: the meter and its bills, the tickets and the register of the stores. Added up, every amount would count twice.</summary>
internal static class SourcesBeside
{
    /// <summary>Two meters of one line differ by less than a hundredth; in so many months, hardly any others do.</summary>
    private const int Fewest = 3;
    private const decimal Near = 100m;

    internal static void Tell(string stream, IReadOnlyList<(SeriesMapping Series, IReadOnlyList<decimal?> Months)> sources, Findings findings)
    {
        for (var later = 1; later < sources.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (one, other) = (sources[earlier], sources[later]);
                var both = one.Months.Zip(other.Months, (a, b) => (One: a, Other: b)).Where(m => m.One is not (null or 0m) && m.Other is not (null or 0m)).Select(m => (One: m.One!.Value, Other: m.Other!.Value)).ToList();
                if (both.Count >= Fewest && both.TrueForAll(m => Math.Abs(m.One - m.Other) * Near <= Math.Abs(m.One)) && both.Select(m => m.One).Distinct().Count() > 1)
                {
                    var isExact = both.TrueForAll(m => m.One == m.Other);
                    findings.Problems.Add(new Problem("summed-twice", isExact ? Severity.Error : Severity.Warning, $"{stream}: two sources come to {(isExact ? "the same amount" : "nearly the same amount, within a hundredth,")} in each of {both.Count} months, and both are added up.", other.Series.Place) { Expected = "each amount in one source", Hint = "Where they measure the same, take one of the two sources out." });
                }
            }
        }
    }
}

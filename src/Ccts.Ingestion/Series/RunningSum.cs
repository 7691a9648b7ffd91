using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds amounts that are sums since the month or the year began, whatever their column is called: each is the one before and a day more, and the first is a day.</summary>
internal static class RunningSum
{
    /// <summary>So many days in a row do not each take more than the one before by chance.</summary>
    private const int Fewest = 10;

    /// <summary>What rises within some days, as a power plant of the sun does each morning, is no such sum.</summary>
    private const long Span = 9 * 86_400;

    /// <summary>A sum begins with a day; amounts that only grow begin far above what they grow by.</summary>
    private const decimal NearFirst = 5m;

    internal static void Tell(SeriesReadings series, Findings findings)
    {
        var days = series.Sorted();
        for (var i = 0; i < days.Count;)
        {
            var end = i + 1;
            while (end < days.Count && days[end].Value >= days[end - 1].Value && days[end].At > days[end - 1].At)
            {
                end++;
            }

            var (first, last, steps) = (days[i], days[end - 1], end - i - 1);
            var rises = Enumerable.Range(i + 1, steps).Count(r => days[r].Value > days[r - 1].Value);
            if (rises >= Fewest && rises * 2 > steps && first.Value > 0m && TimeForm.LocalOf(first.At).Day <= 3 && last.At - first.At >= Span && first.Value * steps <= NearFirst * (last.Value - first.Value))
            {
                findings.Warn("running-sum-suspected", first, $"{series.Mapping.Name}: from this row on no amount is below the one before it for {steps + 1} rows, up to {QuantityText.Format(last.Value)}, as in a sum since the month or the year began; all are added up.", "Where each row holds those before it, take the column of the day, or the last row alone.");
                return;
            }

            i = end;
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a meter whose values all change their size from one month to the next, as when a factor or a digit is lost.</summary>
internal static class LevelChange
{
    private const int Fewest = 20;
    private const decimal Far = 5m;

    internal static void Tell(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        if (findings.Problems.ToList().Any(p => p.Code == "unit-change-suspected" && p.Message.StartsWith(series.Mapping.Name + ":", System.StringComparison.Ordinal)))
        {
            return;
        }

        (List<decimal> Sizes, Reading First)? before = null;
        foreach (var month in sorted.Where(r => r.Value > 0m).GroupBy(r => TimeForm.LocalOf(r.At).Date.With(NodaTime.DateAdjusters.StartOfMonth)))
        {
            var sizes = month.Select(r => r.Value).OrderBy(v => v).ToList();
            if (sizes.Count < Fewest)
            {
                continue;
            }

            if (before is { } last)
            {
                var (now, then) = (sizes[sizes.Count / 2], last.Sizes[last.Sizes.Count / 2]);
                var isLess = sizes[sizes.Count - 1] < last.Sizes[0] && then >= Far * now;
                if (isLess || (sizes[0] > last.Sizes[last.Sizes.Count - 1] && now >= Far * then))
                {
                    findings.Warn("level-change", month.First(), $"{series.Mapping.Name}: every value of this month is {(isLess ? "below" : "above")} every one of the month before, by about {Ccts.Sdk.Quantities.QuantityText.Format(decimal.Round(isLess ? then / now : now / then, 0))} times; all are counted as measured.", "Look whether the factor of the meter or the unit of the file changed.");
                }
            }

            before = (sizes, month.First());
        }
    }
}

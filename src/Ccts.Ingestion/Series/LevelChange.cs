using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a meter, or a log, whose values all change their size from one month to the next, as when a factor or a digit is lost.</summary>
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

        if (TellMonths(series, sorted, findings) || Step(sorted) is not { } step)
        {
            return;
        }

        findings.Warn("level-change", sorted[step.At], $"{series.Mapping.Name}: from this row on its values are about {QuantityText.Format(decimal.Round(step.Times, 1))} times {(step.IsLess ? "smaller" : "larger")} than before, small and large ones alike, and they stay so; all are counted as measured.", "Look whether the factor of the meter or the unit of the file changed.");
    }

    /// <summary>The day from which a meter's values differ in size to its end: small and large values change by the same factor, unlike in a stop or a season.</summary>
    private static (int At, decimal Times, bool IsLess)? Step(List<Reading> sorted)
    {
        var days = new List<(int From, decimal Sum)>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var isNew = i == 0 || Day(sorted[i].At) != Day(sorted[i - 1].At);
            if (isNew)
            {
                days.Add((i, 0m));
            }

            days[days.Count - 1] = (days[days.Count - 1].From, days[days.Count - 1].Sum + sorted[i].Value);
        }

        // Most meters have no days that differ so far.
        if (days.Count < 2 * Weeks || days.Max(d => d.Sum) < Least * days.Min(d => d.Sum))
        {
            return null;
        }

        // The change is on the day with the greatest step, among steps where the weeks before and after differ.
        var steps = Enumerable.Range(Weeks, System.Math.Max(0, days.Count - (2 * Weeks) + 1)).Where(d => Times(Median(days.GetRange(d - Weeks, Weeks)), Median(days.GetRange(d, Weeks))) >= Least).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var best = steps.OrderByDescending(d => Times(days[d - 1].Sum, days[d].Sum)).First();
        var at = days[best].From;
        var (before, after) = (Sizes(sorted.GetRange(0, at)), Sizes(sorted.GetRange(at, sorted.Count - at)));
        if (before.Count < Fewest || after.Count < Fewest)
        {
            return null;
        }

        var ratios = s_tenths.Select(d => before[before.Count * d / 10] / after[after.Count * d / 10]).OrderBy(r => r).ToList();
        var isFar = ratios[2] <= ratios[0] * Alike && (ratios[0] >= Clear || ratios[2] * Clear <= 1m);

        // A factor of two comes from another transformer or from a second line of the plant; a second line does not change all sizes so uniformly.
        var isTwice = ratios[2] <= ratios[0] * Close && (ratios[1] is >= 1.95m and <= 2.05m or >= 1m / 2.05m and <= 1m / 1.95m);
        return isFar || isTwice ? (at, ratios[1] >= 1m ? ratios[1] : 1m / ratios[1], ratios[1] >= 1m) : null;
    }

    private static readonly int[] s_tenths = [1, 5, 9];
    private const int Weeks = 14;
    private const decimal Least = 9m / 5m;
    private const decimal Clear = 5m / 2m;
    private const decimal Close = 21m / 20m;
    private const decimal Alike = 3m / 2m;

    private static List<decimal> Sizes(List<Reading> readings) => [.. readings.Where(r => r.Value > 0m).Select(r => r.Value).OrderBy(v => v)];

    private static decimal Median(List<(int From, decimal Sum)> days) => days.Select(d => d.Sum).OrderBy(s => s).ElementAt(days.Count / 2);

    private static decimal Times(decimal one, decimal other) => one > 0m && other > 0m ? System.Math.Max(one / other, other / one) : 0m;

    private static long Day(long at) => at / 86_400;

    /// <summary>The values above zero of each month.</summary>
    private static IEnumerable<List<Reading>> Months(List<Reading> sorted)
    {
        var (month, end) = (new List<Reading>(), long.MinValue);
        foreach (var reading in sorted.Where(r => r.Value > 0m))
        {
            if (reading.At >= end)
            {
                if (month.Count > 0)
                {
                    yield return month;
                }

                (month, end) = (new List<Reading>(month.Count), TimeForm.SecondsOf(TimeForm.LocalOf(reading.At).Date.With(NodaTime.DateAdjusters.StartOfMonth).PlusMonths(1).AtMidnight()));
            }

            month.Add(reading);
        }

        if (month.Count > 0)
        {
            yield return month;
        }
    }

    private static bool TellMonths(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        var isTold = false;
        (List<decimal> Sizes, Reading First)? before = null;
        foreach (var month in Months(sorted).Where(m => m.Count >= Fewest))
        {
            var sizes = month.ConvertAll(r => r.Value);
            sizes.Sort();
            if (before is { } last)
            {
                var (now, then) = (sizes[sizes.Count / 2], last.Sizes[last.Sizes.Count / 2]);
                var isLess = sizes[sizes.Count - 1] < last.Sizes[0] && then >= Far * now;
                if (isLess || (sizes[0] > last.Sizes[last.Sizes.Count - 1] && now >= Far * then))
                {
                    isTold = true;
                    findings.Warn("level-change", month[0], $"{series.Mapping.Name}: every value of this month is {(isLess ? "below" : "above")} every one of the month before, by about {QuantityText.Format(decimal.Round(isLess ? then / now : now / then, 0))} times; all are counted as measured.", "Look whether the factor of the meter or the unit of the file changed.");
                }
            }

            before = (sizes, month[0]);
        }

        return isTold;
    }
}

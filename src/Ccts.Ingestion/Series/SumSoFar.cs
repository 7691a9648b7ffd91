using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds amounts that are sums since the month or the year began, whatever their column is called: each is the one before and a day more, and the first is a day.</summary>
internal static class SumSoFar
{
    /// <summary>A register shows far more than it counts between two readings; so many readings, none of them below the one before, are no consumption.</summary>
    private const int FewestOfRegister = 20;
    private const decimal FarAbove = 20m;
    private const long SpanOfRegister = 4 * 86_400;

    /// <summary>So many days in a row do not each take more than the one before by chance.</summary>
    private const int Fewest = 10;

    /// <summary>What rises within some days, as a power plant of the sun does each morning, is no such sum.</summary>
    private const long Span = 9 * 86_400;

    /// <summary>A sum begins with a day; amounts that only grow begin far above what they grow by.</summary>
    private const decimal NearFirst = 5m;

    internal static void Tell(SeriesReadings series, List<Reading> days, Findings findings)
    {
        if (IsRegister(days))
        {
            findings.Warn("register-suspected", days[0], $"{series.Mapping.Name}: none of {days.Count} values is below the one before, from {QuantityText.Format(days[0].Value)} to {QuantityText.Format(days[days.Count - 1].Value)}, as a register shows; all are added up as if each were used.", "Where the column is what a register shows, make the source a meter with \"counts\": \"register\".");
            return;
        }

        for (var i = 0; i < days.Count;)
        {
            var end = i + 1;
            while (end < days.Count && days[end].Value >= days[end - 1].Value && days[end].At > days[end - 1].At)
            {
                end++;
            }

            var (first, last, steps) = (days[i], days[end - 1], end - i - 1);
            var rises = Enumerable.Range(i + 1, steps).Count(r => days[r].Value > days[r - 1].Value);
            if (rises >= Fewest && rises * 2 > steps && first.Value >= 0m && TimeForm.LocalOf(first.At).Day <= 3 && last.At - first.At >= Span && first.Value * steps <= NearFirst * (last.Value - first.Value))
            {
                findings.Warn("running-sum-suspected", first, $"{series.Mapping.Name}: from this row on no amount is below the one before it for {steps + 1} rows, up to {QuantityText.Format(last.Value)}, as in a sum since the month or the year began; all are added up.", "Where each row holds those before it, take the column of the day, or the last row alone.");
                return;
            }

            i = end;
        }
    }

    private static bool IsRegister(List<Reading> readings)
    {
        if (readings.Count < FewestOfRegister || readings[readings.Count - 1].At - readings[0].At < SpanOfRegister)
        {
            return false;
        }

        var rises = 0;
        for (var i = 1; i < readings.Count; i++)
        {
            if (readings[i].Value < readings[i - 1].Value)
            {
                return false;
            }

            rises += readings[i].Value > readings[i - 1].Value ? 1 : 0;
        }

        return rises >= FewestOfRegister && rises * 2 > readings.Count && readings[0].Value * rises > FarAbove * (readings[readings.Count - 1].Value - readings[0].Value);
    }
}

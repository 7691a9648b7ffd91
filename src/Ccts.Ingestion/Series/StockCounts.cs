using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Counts of a stock: that of the last day before the year, or else of its first, opens it; that of its last day, or else of the day after, closes it.</summary>
internal sealed class StockCounts(SeriesReadings series, Calendar calendar, Findings findings, string header)
{
    private const int SecondsADay = 86_400;

    /// <summary>A stock card has what lay there before the day and after it; a count is of the day.</summary>
    private readonly bool _isBefore = HeaderWords.OfHeader(header).Contains("opening", StringComparer.Ordinal);
    private readonly bool _isAfter = HeaderWords.OfHeader(header).Contains("closing", StringComparer.Ordinal);

    internal void Bring(MonthTally opening, MonthTally closing)
    {
        var days = new SameTimes(series.Mapping.Name, SecondsADay, findings).Resolve([.. series.Sorted().Select(r => r with { At = DayOf(r.At) }).OrderBy(r => r.At).ThenBy(r => r.File).ThenBy(r => r.Row)]);
        Take(days, calendar.Start, "opening", opening);
        Take(days, calendar.End, "closing", closing);
    }

    private static long DayOf(long at) => at - ((((at % SecondsADay) + SecondsADay) % SecondsADay));

    private void Take(List<Reading> days, long edge, string what, MonthTally tally)
    {
        var right = _isBefore ? edge : edge - SecondsADay;
        var counts = days.Where(r => r.At == right).Concat(days.Where(r => r.At == edge - SecondsADay || r.At == edge)).ToList();
        if (counts.Count == 0)
        {
            tally.Add(0m, Known.Missing, 1, -1, 0);
            if (days.Count > 0)
            {
                findings.Warn("no-count", days[0], $"{series.Mapping.Name}: there is no count of {Calendar.Text(edge - SecondsADay)} or {Calendar.Text(edge)}, so the {what} stock is not known.");
            }

            return;
        }

        var count = counts[0];
        if ((_isBefore || _isAfter) && count.At != right)
        {
            findings.Warn("stock-of-another-day", count, $"{series.Mapping.Name}: \"{ShownText.Short(header)}\" of {Calendar.Text(count.At)} is the stock {(_isBefore ? "before" : "after")} that day, so what was moved on the day is {(_isBefore ? "left out of" : "in")} the {what} stock.", $"Bring in the row of {Calendar.Text(right)}, or take the other column of the card by a series of its own.");
        }

        var taken = count.Value >= 0m && (series.Mapping.Plausible.Most is not { } most || count.Value <= most);
        if (!taken)
        {
            findings.Warn(count.Value < 0m ? "negative" : "spike", count, $"{series.Mapping.Name}: a stock of {QuantityText.Format(count.Value)} is not possible; it is not taken.");
        }

        tally.Add(count.Value, taken ? Known.Measured : Known.Missing, 1, count.File, count.Row);
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <summary>
/// Finds dates with day and month swapped. A spreadsheet of another country reads 05/04/2025 as the day 4 May, and leaves 13/04/2025 as text;
/// a pattern with the month first reads days up to 12 as months.
/// </summary>
internal sealed class DayOrder(SourceMapping source, Findings findings)
{
    private const int Months = 12;
    private const int Few = 6;
    private readonly DayColumn _days = new();
    private readonly DayColumn _texts = new();

    internal void Take(RowReader row, Reading at) => (row.IsDay(source.TimeColumn) ? _days : _texts).Add(at);

    /// <summary>Tells of the file whose rows were taken.</summary>
    internal void EndFile()
    {
        if (_days.IsLow && _texts.IsHigh)
        {
            // Swapped dates have the months of the texts as their days.
            if (_days.Days.IsSubsetOf(_texts.Months))
            {
                findings.Problems.Error("mixed-days", findings.PlaceOf(_days.First.File, _days.First.Row), $"{_days.Count} cells of \"{source.Columns[source.TimeColumn]}\" are days, none of them after the 12th of a month, and {_texts.Count} are texts, all of them after it: the spreadsheet took the day for the month where it could.", "one kind of days in the column", "Export it again, or open the file as text in a spreadsheet of the locale that it was written in.");
            }
            else
            {
                findings.Warn("mixed-days", _days.First, $"{_days.Count} cells of \"{source.Columns[source.TimeColumn]}\" are days, none of them after the 12th of a month, and {_texts.Count} are texts, all of them after it: the spreadsheet may have taken the day for the month where it could.", "Look at these days.");
            }
        }
        else if (source.Time.MayBeTurned && _days.Count == 0 && _texts is { IsLow: true, Count: >= Few, Months.Count: > 1, Days.Count: > 1 })
        {
            findings.Warn("unsure-days", _texts.First, $"No day of the file is after the 12th of its month, so nothing shows that \"{source.Time.Expected}\" has day and month in the right order.", "Look at the days of the rows.");
        }

        _days.Clear();
        _texts.Clear();
    }

    private sealed class DayColumn
    {
        internal int Count { get; private set; }

        internal Reading First { get; private set; }

        internal HashSet<int> Days { get; } = [];

        internal HashSet<int> Months { get; } = [];

        internal bool IsLow => Count > 0 && Days.All(d => d <= DayOrder.Months);

        internal bool IsHigh => Count > 0 && Days.All(d => d > DayOrder.Months);

        internal void Add(Reading at)
        {
            First = Count++ == 0 ? at : First;
            var day = TimeForm.LocalOf(at.At);
            Days.Add(day.Day);
            Months.Add(day.Month);
        }

        internal void Clear()
        {
            Count = 0;
            Days.Clear();
            Months.Clear();
        }
    }
}

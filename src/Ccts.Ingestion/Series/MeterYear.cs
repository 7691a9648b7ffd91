using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Series;

/// <summary>Assigns a meter's consumption to the months of the year. A month without the meter at its beginning or end is incomplete.</summary>
internal sealed class MeterYear(SourceMapping source, SeriesMapping series, Calendar calendar, Findings findings)
{
    private readonly int _seconds = source.Seconds;

    internal void Bring(List<Span> spans, MonthTally[] months)
    {
        var inYear = InYear(spans);
        if (inYear.Count == 0)
        {
            return;
        }

        var whole = WithEdges(inYear);
        if (source.IsRegister)
        {
            whole = whole.SelectMany(AtMonthEnds).ToList();
        }
        else
        {
            new Substitution(series.Missing, _seconds, calendar).Fill(whole);
        }

        foreach (var span in whole)
        {
            months[calendar.MonthOf(span.From)].Add(span.Amount, span.Known, Intervals(span.From, span.To), span.File, span.Row);
        }
    }

    private int Intervals(long from, long to) => (int)System.Math.Max(1, MeterSpans.Steps(from, to, _seconds));

    private List<Span> InYear(List<Span> spans)
    {
        var inYear = new List<Span>(spans.Count);
        var outside = new OutsideYear(series.Name, calendar, findings);
        foreach (var span in spans)
        {
            var (from, to) = (calendar.Snap(span.From, _seconds), calendar.Snap(span.To, _seconds));
            if (to <= calendar.Start || from >= calendar.End)
            {
                outside.Add(new Reading(span.From, span.Amount, span.File, span.Row));
            }
            else if (from < calendar.Start || to > calendar.End)
            {
                // The share that belongs to the year is unknown.
                inYear.Add(Span.Missing(System.Math.Max(from, calendar.Start), System.Math.Min(to, calendar.End), span.File, span.Row));
            }
            else
            {
                inYear.Add(span with { From = from, To = to });
            }
        }

        outside.Tell();
        return inYear;
    }

    /// <summary>From the beginning of the first month to the end of the last.</summary>
    private List<Span> WithEdges(List<Span> spans)
    {
        var (first, last) = (spans[0], spans[spans.Count - 1]);
        var (from, to) = (calendar.StartOf(calendar.MonthOf(first.From)), calendar.StartOf(calendar.MonthOf(last.To - 1) + 1));
        if (first.From <= from && to <= last.To)
        {
            return spans;
        }

        var whole = new List<Span>(spans.Count);
        if (first.From > from)
        {
            findings.Warn("gap", new Reading(0, 0m, first.File, first.Row), $"{series.Name}: there is nothing before this row ({Calendar.Text(first.From)}), so the month is not whole.", first.From - from == _seconds ? StampHint(isEnd: false) : null);
            AddMissing(whole, from, first.From, first);
        }

        whole.AddRange(spans);
        if (to > last.To)
        {
            findings.Warn("gap", new Reading(0, 0m, last.File, last.Row), $"{series.Name}: there is nothing after this row ({Calendar.Text(last.To)}), so the month is not whole.", to - last.To == _seconds ? StampHint(isEnd: true) : null);
            AddMissing(whole, last.To, to, last);
        }

        return whole;
    }

    /// <summary>A file that lacks the first interval of a month, or the last, is mostly read by the wrong end of its intervals.</summary>
    private string? StampHint(bool isEnd) => source.IsRegister || source.StampsEnd != isEnd ? null : $"Where the times of the file are the {(isEnd ? "beginnings" : "ends")} of its intervals, state \"stamps\": \"{(isEnd ? "start" : "end")}\".";

    private void AddMissing(List<Span> spans, long from, long to, Span near)
    {
        if (source.IsRegister)
        {
            spans.Add(Span.Missing(from, to, near.File, near.Row));
            return;
        }

        for (var i = 0; i < Intervals(from, to); i++)
        {
            spans.Add(Span.Missing(from + ((long)i * _seconds), from + ((i + 1L) * _seconds), near.File, near.Row));
        }
    }

    /// <summary>A span of a register within one month; one that crosses a month's end is divided by time where the mapping says so, and else is missing in both.</summary>
    private IEnumerable<Span> AtMonthEnds(Span span)
    {
        const int decimals = 6;
        var (left, amount) = (span, span.Amount);
        while (calendar.MonthOf(left.From) is var month && left.To > calendar.StartOf(month + 1))
        {
            var end = calendar.StartOf(month + 1);
            var spread = span.Known == Known.Measured && series.Missing.Method == MissingMethod.Spread && Intervals(span.From, span.To) <= series.Missing.Longest;
            var known = spread ? Known.Substituted : Known.Missing;

            // The last part takes the rest, so that the parts are exactly what the register counted.
            var part = spread ? decimal.Round(span.Amount * (end - left.From) / (span.To - span.From), decimals) : 0m;
            yield return new Span(left.From, end, part, known, span.File, span.Row);
            amount -= part;
            left = new Span(end, left.To, spread ? amount : 0m, known, span.File, span.Row);
        }

        yield return left;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Turns a meter's readings into what went through it, span by span, and what is missing; every doubt is reported.</summary>
internal sealed class MeterSpans(SourceMapping source, SeriesMapping series, Findings findings)
{
    /// <summary>Less than this part of an interval is no shift of the clock.</summary>
    private const int Parts = 60;
    private const int MostShifts = 10;
    private readonly int _seconds = source.Seconds;

    internal List<Span> Of(List<Reading> sorted)
    {
        var times = new SameTimes(series.Name, _seconds, findings);
        var readings = times.Resolve(sorted);
        if (!StandsInIntervals(readings))
        {
            return [];
        }

        var spans = new List<Span>(readings.Count);
        TellClock(readings);
        if (source.IsRegister)
        {
            for (var i = 1; i < readings.Count; i++)
            {
                spans.Add(Between(readings[i - 1], readings[i]));
            }
        }
        else
        {
            AddIntervals(readings, spans);
        }

        TellStuck(spans);
        new MeterHabits(series, source.IsRegister, findings).Tell(spans);
        return times.Lost is { } lost ? WithLost(spans, readings, lost.First, lost.Last) : spans;
    }

    /// <summary>Readings that were all dropped, before the first reading kept or after the last, also count as missing; otherwise a month without others would not appear at all.</summary>
    private List<Span> WithLost(List<Span> spans, List<Reading> kept, Reading first, Reading last)
    {
        var all = new List<Span>(spans.Count);
        if (kept.Count == 0 || first.At < kept[0].At)
        {
            AddLost(all, first, kept.Count == 0 ? last.At : kept[0].At);
        }

        all.AddRange(spans);
        if (kept.Count == 0 || last.At > kept[kept.Count - 1].At)
        {
            AddLost(all, kept.Count == 0 ? last : last with { At = kept[kept.Count - 1].At + (source.IsRegister ? 0 : _seconds) }, last.At + (source.IsRegister ? 0 : _seconds));
        }

        return all;
    }

    private void AddLost(List<Span> spans, Reading from, long to)
    {
        if (!source.IsRegister)
        {
            AddMissing(spans, from.At, Steps(from.At, to, _seconds), from);
        }
        else if (to > from.At)
        {
            spans.Add(Span.Missing(from.At, to, from.File, from.Row));
        }
    }

    /// <summary>How many intervals lie between two times, to the nearest.</summary>
    internal static long Steps(long from, long to, int seconds) => ((to - from) + (seconds / 2)) / seconds;

    private bool StandsInIntervals(List<Reading> readings)
    {
        if (readings.Count < 3)
        {
            return true;
        }

        var steps = new Dictionary<long, int>();
        for (var i = 1; i < readings.Count; i++)
        {
            var step = readings[i].At - readings[i - 1].At;
            step = Math.Abs(step - _seconds) * Parts <= 2 * _seconds ? _seconds : step;
            steps[step] = steps.TryGetValue(step, out var count) ? count + 1 : 1;
        }

        var (most, _) = steps.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => (s.Key, s.Value)).First();
        if (most == _seconds || steps.TryGetValue(_seconds, out var own) && own == steps[most])
        {
            return true;
        }

        findings.Problems.Error("interval-differs", findings.PlaceOf(readings[1].File, readings[1].Row), $"{series.Name}: most readings are {Minutes(most)} apart, and the mapping says {Minutes(_seconds)}.", "the interval of the file in \"minutes\"");
        return false;
    }

    private static string Minutes(long seconds) => seconds % 60 == 0 ? $"{seconds / 60} minutes" : $"{seconds} seconds";

    private void TellClock(List<Reading> readings)
    {
        var shifts = new List<(Reading Before, Reading At, long Off)>();
        var ahead = 0L;
        for (var i = 1; i < readings.Count; i++)
        {
            // A logger writes a moment sooner or later; a clock that was set stays away from where it was.
            var step = (readings[i].At - readings[i - 1].At) % _seconds;
            ahead += step * 2 > _seconds ? step - _seconds : step;
            if (Math.Abs(ahead) * Parts > _seconds)
            {
                shifts.Add((readings[i - 1], readings[i], ahead));
                ahead = 0;
            }
        }

        foreach (var (before, at, off) in shifts.Count > MostShifts ? shifts.Take(1) : shifts)
        {
            findings.Warn("clock-shift", at, $"{series.Name}: from here on the times are {Minutes(Math.Abs(off))} {(off < 0 ? "earlier" : "later")} than before (row {before.Row}): the clock was moved.{(shifts.Count > MostShifts ? $" So it was {shifts.Count - 1} times more." : "")}");
        }
    }

    private void AddIntervals(List<Reading> readings, List<Span> spans)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            var steps = i == 0 ? 1 : Steps(readings[i - 1].At, reading.At, _seconds);
            if (steps == 0)
            {
                // Two intervals overlap by more than half, so it is unknown which has the consumption.
                findings.Warn("overlap", reading, $"{series.Name}: the interval from {Calendar.Text(reading.At)} lies on the one of row {readings[i - 1].Row}; neither is taken.");
                if (spans.Count > 0)
                {
                    spans[spans.Count - 1] = spans[spans.Count - 1] with { Known = Known.Missing, Amount = 0m };
                }

                continue;
            }

            if (steps > 1)
            {
                TellGap(readings[i - 1], reading, steps - 1);
                AddMissing(spans, readings[i - 1].At + _seconds, steps - 1, reading);
            }

            spans.Add(Accepted(reading, reading.At, reading.At + _seconds, reading.Value, 1));
        }
    }

    private void AddMissing(List<Span> spans, long from, long count, Reading near)
    {
        for (var j = 0L; j < count; j++)
        {
            spans.Add(Span.Missing(from + (j * _seconds), from + ((j + 1) * _seconds), near.File, near.Row));
        }
    }

    private void TellGap(Reading before, Reading after, long missing) =>
        findings.Warn("gap", after, $"{series.Name}: {missing} {(missing == 1 ? "interval is" : "intervals are")} missing between {findings.RowOf(before, after.File)} ({Calendar.Text(before.At)}) and this row ({Calendar.Text(after.At)}).");

    private Span Between(Reading before, Reading after)
    {
        var steps = Math.Max(1, Steps(before.At, after.At, _seconds));
        if (steps > 1)
        {
            findings.Info("gap", after, $"{series.Name}: {steps - 1} readings of the register are missing before this row; what it counted over them is known in total.");
        }

        var used = after.Value - before.Value;
        if (used >= 0m)
        {
            return Accepted(after, before.At, after.At, used, steps);
        }

        if (series.Plausible.RollsOverAt is { } end && Rolled(end, before, after, steps) is { } rolled)
        {
            findings.Info("rollover", after, $"{series.Name}: the register passed its end at {QuantityText.Format(end)} and began again; {QuantityText.Format(rolled)} were used.");
            return new Span(before.At, after.At, rolled, Known.Measured, after.File, after.Row);
        }

        findings.Warn("reset", after, $"{series.Name}: the register falls from {QuantityText.Format(before.Value)} (row {before.Row}) to {QuantityText.Format(after.Value)}; what was used between them is not known.", "A register that begins again at its end is told by \"rollsOverAt\" and \"most\".");
        return Span.Missing(before.At, after.At, after.File, after.Row);
    }

    /// <summary>Consumption when the register rolled over; null where that is more than possible.</summary>
    private decimal? Rolled(decimal end, Reading before, Reading after, long steps)
    {
        if (before.Value > end || after.Value < 0m)
        {
            return null;
        }

        var used = end - before.Value + after.Value;
        return Exceeds(used, steps) ? null : used;
    }

    private bool Exceeds(decimal amount, long steps) => series.Plausible.Most is { } most && amount > most * steps;

    private Span Accepted(Reading at, long from, long to, decimal amount, long steps)
    {
        if (amount < 0m)
        {
            findings.Warn("negative", at, $"{series.Name}: {QuantityText.Format(amount)} is below zero; it is not taken.", "What flows back is metered in a series of its own.");
            return Span.Missing(from, to, at.File, at.Row);
        }

        if (Exceeds(amount, steps))
        {
            findings.Warn("spike", at, $"{series.Name}: {QuantityText.Format(amount)} in {steps} {(steps == 1 ? "interval is" : "intervals are")} more than the {QuantityText.Format(series.Plausible.Most!.Value)} an interval that the plant holds for possible ({ShownText.Short(series.Plausible.Source!)}); it is not taken.");
            return Span.Missing(from, to, at.File, at.Row);
        }

        return new Span(from, to, amount, Known.Measured, at.File, at.Row);
    }

    private void TellStuck(List<Span> spans)
    {
        if (series.Plausible.StuckAfter is not { } after)
        {
            return;
        }

        for (var i = 0; i < spans.Count;)
        {
            var end = i + 1;
            while (end < spans.Count && spans[i].Known == Known.Measured && spans[end].Known == Known.Measured && spans[end].Amount == spans[i].Amount)
            {
                end++;
            }

            if (end - i >= after)
            {
                findings.Warn("stuck", new Reading(0, 0m, spans[i].File, spans[i].Row), $"{series.Name}: the same {QuantityText.Format(spans[i].Amount)} occurs {end - i} times from {Calendar.Text(spans[i].From)} to {Calendar.Text(spans[end - 1].To)} (row {spans[end - 1].Row}); the plant asks after {after} ({ShownText.Short(series.Plausible.Source!)}). It is counted as measured.");
            }

            i = end;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Checks a meter without limits in the mapping by its own values: an interval far above all others, or a whole month of one value.</summary>
internal sealed class MeterHabits(SeriesMapping series, bool isRegister, Findings findings)
{
    private const int Fewest = 10;
    private const decimal Far = 100m;
    private const int Days = 28;
    private const int FewestAlike = 24;
    private const long SecondsADay = 86_400;

    internal void Tell(List<Span> spans)
    {
        var measured = spans.TrueForAll(s => s.Known == Known.Measured) ? spans : spans.FindAll(s => s.Known == Known.Measured);
        if (measured.Count < Fewest)
        {
            return;
        }

        if (series.Plausible.Most is null)
        {
            TellLeap(measured);
        }

        if (!isRegister)
        {
            TellCopied(measured);
        }

        if (series.Plausible.StuckAfter is null)
        {
            TellFlat(measured);
        }
    }

    /// <summary>A day that is the day before again, digit for digit, was not measured.</summary>
    private void TellCopied(List<Span> measured)
    {
        var length = measured[0].To - measured[0].From;
        var day = length > 0 ? (int)(SecondsADay / length) : 0;
        var same = 0;
        for (var i = day; day >= FewestOfDay && i < measured.Count; i++)
        {
            same = measured[i].Amount == measured[i - day].Amount && measured[i].From - measured[i - day].From == SecondsADay ? same + 1 : 0;
            if (same == day && measured.GetRange(i - day + 1, day).Select(s => s.Amount).Distinct().Count() > FewestOfDay)
            {
                var first = measured[i - day + 1];
                findings.Warn("copied-day", new Reading(first.From, 0m, first.File, first.Row), $"{series.Name}: the values from {Calendar.Text(first.From)} to {Calendar.Text(measured[i].To)} are those of the day before, digit for digit, as where a gap was filled by hand; they are counted as measured.", "Take them out, and name in \"missing\" the method of the monitoring plan.");
                return;
            }
        }
    }

    private const int FewestOfDay = 4;

    private void TellLeap(List<Span> measured)
    {
        // Where the largest is near the smallest, nothing is far from the middle.
        var (least, most) = (decimal.MaxValue, 0m);
        var rates = new List<decimal>(measured.Count);
        foreach (var rate in measured.Where(s => s.Amount > 0m).Select(Rate))
        {
            (least, most) = (Math.Min(least, rate), Math.Max(most, rate));
            rates.Add(rate);
        }

        if (rates.Count < Fewest || most <= Far * least)
        {
            return;
        }

        rates.Sort();
        if (rates.Count < Fewest || rates[rates.Count - 1] <= Far * rates[rates.Count / 2])
        {
            return;
        }

        var far = measured.Where(s => Rate(s) > Far * rates[rates.Count / 2]).ToList();
        var first = far.OrderByDescending(Rate).First();
        findings.Warn("leap", new Reading(first.From, 0m, first.File, first.Row), $"{series.Name}: {QuantityText.Format(first.Amount)} from {Calendar.Text(first.From)} to {Calendar.Text(first.To)} is more than {QuantityText.Format(Far)} times what half of its intervals have{(far.Count > 1 ? $", and so are {far.Count - 1} others" : "")}; it is counted as measured.", "A register that was replaced begins elsewhere. State in \"plausible\" the most that an interval can have.");
    }

    private void TellFlat(List<Span> measured)
    {
        if (SameAgain.Longest([.. measured.Select(s => s.Amount)], FewestAlike) is { } run && measured[run.From + run.Count - 1].To - measured[run.From].From < Days * SecondsADay)
        {
            TellFlat(measured, run.From, run.From + run.Count);
        }

        for (var i = 0; i < measured.Count;)
        {
            var end = i + 1;
            while (end < measured.Count && measured[end].Amount == measured[i].Amount)
            {
                end++;
            }

            if (measured[end - 1].To - measured[i].From >= Days * SecondsADay && end - i >= Fewest)
            {
                TellFlat(measured, i, end);
            }

            i = end;
        }
    }

    private void TellFlat(List<Span> measured, int from, int end) =>
        findings.Warn("flat", new Reading(measured[from].From, 0m, measured[from].File, measured[from].Row), $"{series.Name}: the same {QuantityText.Format(measured[from].Amount)} occurs {end - from} times from {Calendar.Text(measured[from].From)} to {Calendar.Text(measured[end - 1].To)}; it is counted as measured.", "State in \"plausible\" after how many equal values to ask.");

    private static decimal Rate(Span span) => span.Amount / (span.To - span.From);
}

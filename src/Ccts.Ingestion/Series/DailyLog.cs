using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Ingestion.Series;

/// <summary>Checks dated amounts for an amount far above all others; and a log with one row a day or a month for repeated, missing or copied rows and for a second issue of the log.</summary>
internal static class DailyLog
{
    private const long Day = 86_400;
    private const int Fewest = 10;

    /// <summary>Where most amounts are alike, one this many times as large is a typing error.</summary>
    private const decimal Far = 20m;
    private const decimal Alike = 3m;
    private const int FewestMonths = 4;
    private const int LongGap = 3;

    /// <summary>In this many rows, one missing day is an omission. A log with more of them is of a plant that stops now and then, and only long gaps are reported.</summary>
    private const int Rows = 30;

    /// <summary>A corrected log that is issued again differs little from the first.</summary>
    private const decimal Little = 20m;

    internal static void Tell(SeriesReadings series, List<Reading> sorted, bool areMonths, Findings findings)
    {
        TellLeap(series, sorted, findings);
        TellFlat(series, sorted, findings);
        if (series.Mapping.NumberColumns.Count > 0)
        {
            return;
        }

        var files = sorted.GroupBy(r => r.File).Select(f => f.OrderBy(r => r.At).ToList()).Where(IsLog).ToList();
        var again = files.SelectMany((one, i) => files.Skip(i + 1).Select(other => (One: one, Other: other))).Select(p => (p.One, p.Other, Days: Same(p.One, p.Other))).FirstOrDefault(p => p.Days >= Fewest / 2);
        if (again.Other is { } twice)
        {
            findings.Warn("overlap", twice[0], $"{series.Mapping.Name}: {findings.TableOf(again.One[0].File)} and {findings.TableOf(twice[0].File)} have one row a day each, {again.Days} of the same days, and amounts that differ by little; both are counted.", "Where one is the other issued again, leave one out.");
        }
        else if (areMonths ? IsLog(sorted, MonthOf, FewestMonths) : IsLog(sorted))
        {
            TellDays(series, sorted, areMonths, findings);
        }
    }

    private static void TellLeap(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        var sizes = sorted.Where(r => r.Value > 0m).Select(r => r.Value).OrderBy(v => v).ToList();
        if (series.Mapping.Plausible.Most is not null || sizes.Count < Fewest || sizes[sizes.Count - 1] <= Far * sizes[sizes.Count / 2] || sizes.Count(s => s * Alike >= sizes[sizes.Count / 2] && s <= Alike * sizes[sizes.Count / 2]) * 10 < sizes.Count * 9 - 9
            || findings.Problems.ToList().Any(p => p.Code == "unit-change-suspected" && p.Message.StartsWith(series.Mapping.Name + ":", StringComparison.Ordinal)))
        {
            return;
        }

        var far = sorted.Where(r => r.Value > Far * sizes[sizes.Count / 2]).ToList();
        var most = far.OrderByDescending(r => r.Value).First();
        findings.Warn("leap", most, $"{series.Mapping.Name}: {QuantityText.Format(most.Value)} is more than {QuantityText.Format(Far)} times what the other rows have{(far.Count > 1 ? $", and so are {far.Count - 1} others" : "")}; it is counted.", "Look at the ticket. State in \"plausible\" the most that a row can have.");
    }

    private static void TellDays(SeriesReadings series, List<Reading> sorted, bool areMonths, Findings findings)
    {
        Func<long, long> of = areMonths ? MonthOf : DayOf;
        string Name(long number) => areMonths ? Calendar.Name(new LocalDate(1970, 1, 1).PlusMonths((int)number)) : Calendar.Text(number * Day);
        for (var i = 1; i < sorted.Count; i++)
        {
            if (of(sorted[i].At) == of(sorted[i - 1].At) && sorted[i].Value != sorted[i - 1].Value)
            {
                findings.Warn("second-row", sorted[i], $"{series.Mapping.Name}: {Name(of(sorted[i].At))} has a row already, as no other {(areMonths ? "month" : "day")} has two; both are counted.", "Where one corrects the other, take one out.");
                break;
            }
        }

        var gaps = Enumerable.Range(1, sorted.Count - 1).Where(i => of(sorted[i].At) - of(sorted[i - 1].At) > 1).ToList();
        var at = gaps.OrderByDescending(i => sorted[i].At - sorted[i - 1].At).FirstOrDefault();
        if (gaps.Count > 0 && (areMonths || gaps.Count <= Math.Max(1, sorted.Count / Rows) || of(sorted[at].At) - of(sorted[at - 1].At) > LongGap))
        {
            var (from, to) = (Name(of(sorted[at - 1].At) + 1), Name(of(sorted[at].At) - 1));
            findings.Warn("gap", sorted[at], $"{series.Mapping.Name}: there is no row {(from == to ? $"for {from}" : $"from {from} to {to}")}, and nearly every other {(areMonths ? "month" : "day")} has one; nothing is counted there.", "Where nothing was used or made, write rows of 0; else bring in what is missing.");
        }
    }

    private static void TellFlat(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        if (SameAgain.Longest([.. sorted.Select(r => r.Value)], Fewest) is { } run)
        {
            findings.Warn("flat", sorted[run.From], $"{series.Mapping.Name}: the same {QuantityText.Format(sorted[run.From].Value)} occurs {run.Count} times, while other rows hardly ever are alike; it is counted.", "Look whether the rows were copied down.");
        }
    }

    private static bool IsLog(List<Reading> sorted) => IsLog(sorted, DayOf, Fewest);

    /// <summary>Whether nearly every row is of the day or month after that of the row before.</summary>
    private static bool IsLog(List<Reading> sorted, Func<long, long> of, int fewest)
    {
        var next = 0;
        for (var i = 1; i < sorted.Count; i++)
        {
            next += of(sorted[i].At) - of(sorted[i - 1].At) == 1 ? 1 : 0;
        }

        // Of few rows, one may stand twice or be missing.
        return sorted.Count >= fewest && (next * 10 >= (sorted.Count - 1) * 9 || (fewest < Fewest && next >= sorted.Count - 3));
    }

    /// <summary>The days that both have, where half of their amounts differ by little; 0 where they do not.</summary>
    private static int Same(List<Reading> one, List<Reading> other)
    {
        var days = one.GroupBy(r => DayOf(r.At)).ToDictionary(g => g.Key, g => g.First().Value);
        var both = other.Where(r => days.ContainsKey(DayOf(r.At))).Select(r => (One: days[DayOf(r.At)], Other: r.Value)).ToList();
        return both.Count(b => Math.Abs(b.One - b.Other) * Little <= Math.Abs(b.One)) * 10 >= both.Count * 9 ? both.Count : 0;
    }

    private static long MonthOf(long at) => TimeForm.LocalOf(at) is var local ? ((local.Year - 1970) * 12L) + local.Month - 1 : 0;

    private static long DayOf(long at) => (at - (((at % Day) + Day) % Day)) / Day;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The spans of time by which what a plant did is compared: months; or the longer periods by which some stream is given, quarters or halves of a year, to which streams of shorter ones
/// are added up.
/// </summary>
internal sealed class Spans
{
    /// <summary>Of fewer months none is out of line with the others. One half of a year tells something of the other.</summary>
    private const int FewestMonths = 4;

    private const int MonthsOfYear = 12;

    /// <summary>A bill from the middle of a month to the middle of the next belongs to both, by its days; a longer period says nothing of its months.</summary>
    private const int LongestBill = 31;

    /// <summary>Not law.</summary>
    private const decimal OfLonger = 0.3m;

    /// <summary>Between months and quarters. A month beside a half of a year is compared with nothing: a season is averaged in the one, and not in the other.</summary>
    private const decimal MostUnlike = 3.5m;

    /// <summary>A report has few kinds of periods.</summary>
    private const int Most = 4;

    private readonly List<ReportingPeriod> _periods;

    private Spans(List<ReportingPeriod> periods, bool areMonths) => (_periods, AreMonths) = (periods, areMonths);

    internal bool AreMonths { get; }

    internal int Count => _periods.Count;

    /// <summary>Whether there are enough to compare one with the others.</summary>
    internal bool AreEnough => Count >= (AreMonths ? FewestMonths : 2);

    /// <summary>Which part of what is expected a span must have at least: of longer ones less, because a season is as long.</summary>
    internal decimal Least(decimal ofMonth) => AreMonths ? ofMonth : ofMonth * OfLonger;

    /// <summary>What one of them is called.</summary>
    internal string One => AreMonths ? "month" : "period";

    /// <summary>Days of each.</summary>
    internal decimal[] Days => [.. _periods.Select(p => (decimal)DaysOf(p))];

    /// <summary>The months of a year; of one that is not over, those so far.</summary>
    internal static Spans Months(MonitoringReport report, bool partOfYear)
    {
        var (year, count) = (report.Year, MonthsOfYear);
        if (partOfYear && Ends.Common(report) is { } last && last >= year.FirstDay && last <= year.LastDay)
        {
            count = MonthsFrom(year.FirstDay, last) + 1;
        }

        return new Spans([.. Enumerable.Range(0, count).Select(m => year.FirstDay.PlusMonths(m)).Select(d => ReportingPeriod.Month(d.Year, d.Month))], areMonths: true);
    }

    /// <summary>The longer periods by which streams are given.</summary>
    internal static List<Spans> Longer(Result result)
    {
        var found = new List<Spans>();
        foreach (var source in result.Sources.Concat(result.Flows).Concat(result.Products).Where(s => s.Months(result) is null))
        {
            var periods = PeriodAmounts.Of(source).Periods;
            if (periods.Count > 1 && periods.Exists(IsLong) && periods.Max(DaysOf) <= MostUnlike * periods.Min(DaysOf) && found.Count < Most && !found.Exists(f => f._periods.SequenceEqual(periods)))
            {
                found.Add(new Spans(periods, areMonths: false));
            }
        }

        return found;
    }

    /// <summary>Whether a stream is looked at by these spans. One that is given by shorter ones was looked at by those.</summary>
    internal bool Fit(CountedSource source) => AreMonths || PeriodAmounts.Of(source).Periods.Exists(IsLong);

    internal string Name(int span) => _periods[span].ToString();

    /// <summary>Adds a part of a stream to the span in which its period lies; false if it lies in none.</summary>
    internal bool Add(decimal[] shares, ReportingPeriod period, decimal share)
    {
        var (first, last) = (IndexOf(period.From), IndexOf(period.To));
        if (first < 0 || last < 0 || (first != last && IsLong(period)))
        {
            return false;
        }

        if (first == last)
        {
            shares[first] += share;
            return true;
        }

        Spread(shares, period, share);
        return true;
    }

    /// <summary>Adds a part of a stream to every span by the days that its period has in it.</summary>
    internal void Spread(decimal[] shares, ReportingPeriod period, decimal share)
    {
        for (var span = 0; span < Count; span++)
        {
            var (from, to) = (LocalDate.Max(period.From, _periods[span].From), LocalDate.Min(period.To, _periods[span].To));
            shares[span] += from <= to ? share * DaysOf(new ReportingPeriod(from, to)) / DaysOf(period) : 0m;
        }
    }

    private int IndexOf(LocalDate day)
    {
        if (!AreMonths)
        {
            return _periods.FindIndex(p => p.From <= day && day <= p.To);
        }

        var month = MonthsFrom(_periods[0].From, day);
        return month < Count ? month : -1;
    }

    private static int MonthsFrom(LocalDate first, LocalDate day) => Math.Max(-1, ((day.Year - first.Year) * MonthsOfYear) + day.Month - first.Month);

    private static bool IsLong(ReportingPeriod period) => DaysOf(period) > LongestBill;

    private static int DaysOf(ReportingPeriod period) => Period.DaysBetween(period.From, period.To) + 1;
}

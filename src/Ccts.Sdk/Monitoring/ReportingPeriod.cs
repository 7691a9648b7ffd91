using System.Diagnostics.CodeAnalysis;
using System;
using System.Globalization;
using Ccts.Sdk.Entities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Monitoring;

/// <summary>The days an amount was measured over, both ends included.</summary>
/// <remarks>Immutable. Written <c>2025-04</c> (a month), <c>2025-26</c> (a compliance year) or <c>2025-04-01/2025-06-15</c>.</remarks>
public readonly record struct ReportingPeriod
{
    /// <summary>A period from one day to another.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public ReportingPeriod(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            throw new ArgumentException("A period ends on or after the day it starts.", nameof(to));
        }

        (From, To) = (from, to);
    }

    /// <summary>First day.</summary>
    public LocalDate From { get; }

    /// <summary>Last day, included.</summary>
    public LocalDate To { get; }

    /// <summary>A calendar month.</summary>
    public static ReportingPeriod Month(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new ReportingPeriod(first, LastOfMonth(first));
    }

    /// <summary>A whole compliance year.</summary>
    public static ReportingPeriod Year(ComplianceYear year) => new(year.FirstDay, year.LastDay);

    /// <summary>Reads any of the three forms; <c>2011-12</c>, which could be both, is the month December 2011.</summary>
    public static bool TryParse(string text, out ReportingPeriod period, [NotNullWhen(false)] out string? reason)
    {
        period = default;
        reason = "a month 2025-04, a compliance year 2025-26, or two days 2025-04-01/2025-06-15";
        if (text is null)
        {
            return false;
        }

        if (TryMonth(text, out period))
        {
            reason = null;
            return true;
        }

        var slash = text.IndexOf('/');
        if (slash > 0)
        {
            var from = LocalDatePattern.Iso.Parse(text.Substring(0, slash));
            var to = LocalDatePattern.Iso.Parse(text.Substring(slash + 1));
            if (!from.Success || !to.Success || to.Value < from.Value)
            {
                return false;
            }

            period = new ReportingPeriod(from.Value, to.Value);
        }
        else if (ComplianceYear.TryParse(text, out var year, out _))
        {
            period = Year(year);
        }
        else
        {
            return false;
        }

        reason = null;
        return true;
    }

    /// <summary>Reads <c>2025-04</c> without allocating: a report has a month for every amount.</summary>
    private static bool TryMonth(string text, out ReportingPeriod period)
    {
        period = default;
        if (text.Length != 7 || text[4] != '-')
        {
            return false;
        }

        var digits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != 4)
            {
                if (text[i] is < '0' or > '9')
                {
                    return false;
                }

                digits = (digits * 10) + (text[i] - '0');
            }
        }

        var (year, month) = (digits / 100, digits % 100);
        if (year < 1 || month is < 1 or > 12)
        {
            return false;
        }

        period = Month(year, month);
        return true;
    }

    /// <summary>The shortest of the three forms.</summary>
    public override string ToString()
    {
        if (From.Day == 1 && To == LastOfMonth(From))
        {
            return YearMonthPattern.Iso.Format(new YearMonth(From.Year, From.Month));
        }

        if (From is { Day: 1, Month: 4, Year: >= 1900 and <= 2998 } && To == ComplianceYear.Of(From).LastDay && (From.Year + 1) % 100 > 12)
        {
            return ComplianceYear.Of(From).ToString();
        }

        return string.Format(CultureInfo.InvariantCulture, "{0}/{1}", LocalDatePattern.Iso.Format(From), LocalDatePattern.Iso.Format(To));
    }

    /// <summary>Must not step beyond the end of the calendar, which December 9999 touches.</summary>
    private static LocalDate LastOfMonth(LocalDate day) => new(day.Year, day.Month, CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month));
}

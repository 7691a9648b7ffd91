using System;
using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Ingestion.Rows;

/// <summary>How a file writes days and times. They come out as seconds of the plant's own clock since 1970-01-01.</summary>
internal sealed class TimeForm
{
    private static readonly LocalDateTimePattern[] s_iso =
    [
        .. new[] { "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd HH:mm", "uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF", "uuuu-MM-dd HH:mm:ss;FFFFFFFFF", "uuuu-MM-dd" }.Select(LocalDateTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly OffsetDateTimePattern[] s_withOffset =
    [
        OffsetDateTimePattern.ExtendedIso, .. new[] { "uuuu-MM-dd'T'HH:mmo<Z+HH:mm>", "uuuu-MM-dd HH:mm:ss;FFFFFFFFFo<Z+HH:mm>", "uuuu-MM-dd HH:mmo<Z+HH:mm>" }.Select(OffsetDateTimePattern.CreateWithInvariantCulture),
    ];

    /// <summary>The format of a column of months.</summary>
    internal const string Month = "month";
    private static readonly LocalDateTimePattern[] s_months = [];

    private readonly LocalDateTimePattern[] _patterns;
    private readonly Offset _offset;
    private readonly int _ahead;
    private readonly int? _monthsFrom;
    private int _last;
    private string? _text;
    private TimeForm? _days;
    private long _seconds;

    private TimeForm(LocalDateTimePattern[] patterns, Offset offset, int ahead, string expected, int? monthsFrom = null) => (_patterns, _offset, _ahead, Expected, _monthsFrom) = (patterns, offset, ahead, expected, monthsFrom);

    /// <summary>The same clock for cells typed as days, whatever pattern the texts of the file have.</summary>
    internal TimeForm OfDays => ReferenceEquals(_patterns, s_iso) ? this : _days ??= new TimeForm(s_iso, _offset, _ahead, Expected);

    internal string Expected { get; }

    /// <summary>Whether its texts are months; each stands for its first day.</summary>
    internal bool IsOfMonths => ReferenceEquals(_patterns, s_months);

    /// <summary>Whether the file is written by another clock than the plant's.</summary>
    internal bool IsOfAnotherClock => _ahead != 0;

    /// <summary>Whether day and month are both digits and come before the year, so that a file with the two swapped reads without an error.</summary>
    internal bool MayBeTurned => !ReferenceEquals(_patterns, s_iso) && !IsOfMonths && Expected.IndexOf("MMM", StringComparison.Ordinal) < 0 && Expected[0] is 'd' or 'M';

    /// <param name="pattern">How days and times are written; null as ISO 8601 has them.</param>
    /// <param name="offset">The plant's clock; null is Indian time.</param>
    /// <param name="form">The form.</param>
    /// <param name="reason">What was expected, where there is no form.</param>
    /// <param name="written">The clock that a file without offsets is written by; null is the plant's.</param>
    /// <param name="monthsFrom">Of months: the calendar year whose April begins the year of those that say none.</param>
    internal static bool TryOf(string? pattern, string? offset, out TimeForm? form, out string? reason, string? written = null, int? monthsFrom = null)
    {
        form = null;
        reason = null;
        if (!TryOffset(offset, Offset.FromHoursAndMinutes(5, 30), out var zone) || !TryOffset(written, zone, out var clock))
        {
            reason = "an offset such as +05:30";
            return false;
        }

        var ahead = zone.Seconds - clock.Seconds;

        if (pattern is null)
        {
            form = new TimeForm(s_iso, zone, ahead, "a day or time such as 2025-04-01, 2025-04-01T09:30 or 2025-04-01T04:00:00Z");
            return true;
        }

        if (pattern == Month)
        {
            form = new TimeForm(s_months, zone, ahead, "a month such as 2025-04, Apr-25 or April 2025", monthsFrom);
            return true;
        }

        try
        {
            var read = LocalDateTimePattern.CreateWithInvariantCulture(pattern).WithTwoDigitYearMax(99);
            form = new TimeForm([read], zone, ahead, pattern);
            reason = WhyUnclear(read);
            return reason is null;
        }
        catch (InvalidPatternException bad)
        {
            reason = "a pattern such as dd-MM-yyyy HH:mm (" + bad.Message.TrimEnd('.') + ")";
            return false;
        }
    }

    private static bool TryOffset(string? text, Offset usual, out Offset offset)
    {
        var parsed = text is null ? null : OffsetPattern.GeneralInvariant.Parse(text);
        offset = parsed is { Success: true } ? parsed.Value : usual;
        return parsed is not { Success: false };
    }

    internal bool TryRead(string text, out long seconds)
    {
        // Rows of many meters share their time.
        if (string.Equals(text, _text, StringComparison.Ordinal))
        {
            seconds = _seconds;
            return true;
        }

        if (!TryLocal(text, out var local))
        {
            seconds = 0;
            return false;
        }

        seconds = SecondsOf(local);
        (_text, _seconds) = (text, seconds);
        return true;
    }

    /// <summary>
    /// A pattern that leaves out a part of the time reads different times as the same: with <c>dd-mm-uuuu</c> every month is January, and with <c>hh:mm</c> every afternoon is a
    /// morning. It is tried on a time whose year, month, day, hour and minute all differ.
    /// </summary>
    private static string? WhyUnclear(LocalDateTimePattern pattern)
    {
        foreach (var at in new[] { new LocalDateTime(2025, 11, 23, 13, 47), new LocalDateTime(2026, 2, 3, 0, 5) })
        {
            var (written, year) = (pattern.Format(at), at.Year);
            if (pattern.Parse(written) is not { Success: true, Value: var back } || back.Date != at.Date)
            {
                return "a pattern with the year, the month (MM; mm are minutes) and the day (dd)";
            }

            // "uu" would read 25 as the year 25.
            if (pattern.Parse(written.Replace(year.ToString(CultureInfo.InvariantCulture), (year % 100).ToString(CultureInfo.InvariantCulture))) is { Success: true, Value.Year: < 100 })
            {
                return "a pattern with uuuu for a year of four digits or yy for one of two";
            }

            if (back.TimeOfDay != LocalTime.Midnight && back.Hour != at.Hour)
            {
                return "a pattern with HH for an hour of 24, or with hh and tt (AM or PM)";
            }
        }

        return null;
    }

    internal static long SecondsOf(LocalDateTime local) => local.InUtc().ToInstant().ToUnixTimeSeconds();

    internal static LocalDateTime LocalOf(long seconds) => Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime;

    private bool TryLocal(string text, out LocalDateTime local)
    {
        if (IsOfMonths)
        {
            local = MonthText.FirstDay(text, _monthsFrom) is { } first ? LocalDateTime.FromDateTime(first) : default;
            return local != default;
        }

        for (var i = 0; i < _patterns.Length; i++)
        {
            var at = (_last + i) % _patterns.Length;
            if (_patterns[at].Parse(text) is { Success: true } parsed)
            {
                (_last, local) = (at, parsed.Value.PlusSeconds(_ahead));
                return true;
            }
        }

        // A time with its own offset is converted to the plant's clock.
        if (ReferenceEquals(_patterns, s_iso))
        {
            foreach (var pattern in s_withOffset)
            {
                if (pattern.Parse(text) is { Success: true } offset)
                {
                    local = offset.Value.WithOffset(_offset).LocalDateTime;
                    return true;
                }
            }
        }

        local = default;
        return false;
    }
}

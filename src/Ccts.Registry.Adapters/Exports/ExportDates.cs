using System;
using System.Globalization;
using System.Linq;
using NodaTime;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Days and times the way exports write them.</summary>
internal static class ExportDates
{
    /// <summary><c>iso</c>: 2026-04-10; the others as written. A time may follow.</summary>
    internal static readonly string[] Forms = ["iso", "dd/MM/yyyy", "M/d/yyyy"];

    // Spreadsheets count days from 1899, 1900 or 1904, other programs from 1970. Databases write 9999, 2999 or 2099 where nothing has ended.
    private const int YearOfFirstUnits = 1990;
    private const int YearOfNoEnd = 2099;

    private static readonly string[] s_zones = ["Z", "UTC", "GMT"];
    private static readonly string[] s_times = ["HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss", "HH:mm:ss.FFFFFFF", "h:mm tt", "h:mm:ss tt", "hh:mm:ss tt"];

    /// <summary>The day as it is written, in the first of the forms that fits, and the moment where the time and its offset from UTC are known.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="isUtc">Whether the header says that times without an offset are in UTC.</param>
    /// <param name="date">The day.</param>
    /// <param name="moment">The moment, or null.</param>
    internal static bool TryRead(string text, string[] forms, bool isUtc, out LocalDate date, out Instant? moment)
    {
        text = text.Trim();
        moment = null;
        date = default;
        var end = text.IndexOfAny(['T', ' ']);
        var day = end > 0 ? text.Substring(0, end) : text;
        if (!TryDay(day, forms, out date))
        {
            return false;
        }

        return end <= 0 || TryTime(text.Substring(end + 1).Trim(), date, isUtc, out moment);
    }

    /// <summary>Whether a day is before there were carbon units, or far from now: a program writes its first day where a day was lost, and its last where there is none.</summary>
    internal static bool IsLost(LocalDate day) => day.Year is < YearOfFirstUnits or >= YearOfNoEnd;

    private static bool TryDay(string text, string[] forms, out LocalDate date)
    {
        foreach (var form in forms)
        {
            if (DateTime.TryParseExact(text, form == "iso" ? "yyyy-MM-dd" : form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found))
            {
                date = LocalDate.FromDateTime(found);
                return true;
            }
        }

        date = default;
        return false;
    }

    // 18:33:46.000Z, 18:33:46 +05:30, 1:42:05 AM, 12:28:59.655415, 10:00:00 UTC.
    private static bool TryTime(string text, LocalDate day, bool isUtc, out Instant? moment)
    {
        moment = null;
        if (text.Length == 0)
        {
            return true;
        }

        Offset? offset = isUtc ? Offset.Zero : null;
        foreach (var zone in s_zones.Where(z => text.EndsWith(z, StringComparison.OrdinalIgnoreCase)))
        {
            offset = Offset.Zero;
            text = text.Substring(0, text.Length - zone.Length).Trim();
        }

        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign > 0)
        {
            if (!TimeSpan.TryParseExact(text.Substring(sign + 1), [@"hh\:mm", "hhmm"], CultureInfo.InvariantCulture, out var span) || span > TimeSpan.FromHours(14))
            {
                return false;
            }

            offset = Offset.FromTimeSpan(text[sign] == '-' ? -span : span);
            text = text.Substring(0, sign).Trim();
        }

        if (!DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time))
        {
            return false;
        }

        moment = offset is { } known ? (day + LocalTime.FromTicksSinceMidnight(time.TimeOfDay.Ticks)).WithOffset(known).ToInstant() : null;
        return true;
    }
}

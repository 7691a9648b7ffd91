using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;

namespace Ccts.Compliance.Forms;

/// <summary>
/// A day as people write it on a form: as a calendar does, 2026-07-20; as India does, 20/07/2026, 20.7.26; or with the month's name, "20th July, 2026", "July 20, 2026", "20-Jul-26". Digits of every script are read.
/// </summary>
internal static class WrittenDay
{
    private const int Century = 2000;
    private const string Pattern = @"^\s*(?:(?<y>[0-9]{4})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|(?<d>[0-9]{1,2})(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<y>[0-9]{4}|[0-9]{2})"
        + @"|(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+(?<w>[a-z]{3,9})\.?,?[\s-]+(?<y>[0-9]{4}|[0-9]{2})|(?<w>[a-z]{3,9})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4}))\s*$";

    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The day; null where there is no such day, as on 31 June, or where none can be read.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="isRead">Whether it has the shape of a day.</param>
    internal static LocalDate? Of(string text, out bool isRead)
    {
        var digits = string.Concat(text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        var match = Regex.Match(digits, Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limit);
        var month = !match.Success ? 0 : match.Groups["w"] is { Success: true } word ? Array.FindIndex(Months, m => m.StartsWith(word.Value, StringComparison.OrdinalIgnoreCase)) + 1 : Whole(match.Groups["m"].Value);
        isRead = match.Success && (month > 0 || !match.Groups["w"].Success);
        if (!isRead)
        {
            return null;
        }

        var (year, day) = (Whole(match.Groups["y"].Value), Whole(match.Groups["d"].Value));
        year = match.Groups["y"].Length == 2 ? Century + year : year;
        return year is > 0 and <= 9999 && month is > 0 and <= 12 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static int Whole(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

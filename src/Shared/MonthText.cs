using System;
using System.Globalization;

namespace Ccts;

/// <summary>A month as people write it: Apr-25, Apr/25, Apr'25, April 2025, 2025-04, 04/2025, 202504.</summary>
internal static class MonthText
{
    private static readonly string[] s_forms = ["MMM-yy", "MMM yy", "MMM\\'yy", "MMMyy", "MMM-yyyy", "MMM yyyy", "MMM\\'yyyy", "MMMM-yy", "MMMM yy", "MMMM-yyyy", "MMMM yyyy", "yyyy-MM", "MM/yyyy", "MM-yyyy", "MM.yyyy", "M/yyyy", "M-yyyy"];
    private const string Digits = "yyyyMM";
    private const string Century = "20";

    private static readonly string[] s_yearless = ["MMM", "MMMM"];
    private const int April = 4;

    /// <summary>The first day of the month; null where the text is no month.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The calendar year whose April begins the year that months without one are of; null where such a text is no month.</param>
    internal static DateTime? FirstDay(string text, int? from = null)
    {
        if (text.Length is < 3 or > 14)
        {
            return null;
        }

        // In India, September is often abbreviated with four letters.
        var plain = text.Replace('\u2019', '\'').Replace('\u2013', '-').Replace(" - ", "-").Replace(". ", " ").Replace(", ", " ");
        plain = plain.StartsWith("Sept", StringComparison.OrdinalIgnoreCase) && !plain.StartsWith("September", StringComparison.OrdinalIgnoreCase) ? "Sep" + plain.Substring(4) : plain;
        plain = Parted(plain);
        return DateTime.TryParseExact(plain, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : plain.Length == Digits.Length && plain.StartsWith(Century, StringComparison.Ordinal) && DateTime.TryParseExact(plain, Digits, CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole) ? whole
            : from is { } year && DateTime.TryParseExact(plain.TrimEnd('.'), s_yearless, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new DateTime(month.Month < April ? year + 1 : year, month.Month, 1, 0, 0, 0, DateTimeKind.Unspecified)
            : null;
    }

    // A slash, a point or a line between the name of the month and the year, or behind the year, is a hyphen: Apr/25, Apr_25, 2025/04.
    private static string Parted(string text)
    {
        var at = text.IndexOfAny(s_marks);
        return at > 0 && at + 1 < text.Length && char.IsDigit(text[at + 1]) && (char.IsLetter(text[at - 1]) || at == 4) ? text.Substring(0, at) + "-" + text.Substring(at + 1) : text;
    }

    private static readonly char[] s_marks = ['/', '.', '_'];
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The years of a vintage column: one year, a span of years, or a compliance year such as 2025-26.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VintageYears(int First, int Last)
{
    private const int Least = 1900;
    private const int Most = 2100;

    internal static bool TryRead(string text, string[] dates, out VintageYears years)
    {
        years = default;
        if (TryYear(text, out var year) || TryDay(text, dates, out year))
        {
            years = new VintageYears(year, year);
            return true;
        }

        foreach (var separator in new[] { " - ", " / ", " to ", "..", "–", "-", "/" })
        {
            var at = text.IndexOf(separator, System.StringComparison.Ordinal);
            var (from, to) = at < 0 ? ("", "") : (text.Substring(0, at).Trim(), text.Substring(at + separator.Length).Trim());
            if (at > 0 && (TryYear(from, out var first) || TryDay(from, dates, out first)) && (TryYear(to, out var last) || TryDay(to, dates, out last) || TryShort(first, to, out last)) && first <= last)
            {
                years = new VintageYears(first, last);
                return true;
            }
        }

        return false;
    }

    public override string ToString() => Text(First, Last);

    internal static string Text(int first, int last) => first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Format(CultureInfo.InvariantCulture, "{0} to {1}", first, last);

    // Some exports write the year as 2025.0.
    private static bool TryYear(string text, out int year)
    {
        var isYear = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most && number == decimal.Truncate(number);
        year = isYear ? (int)number : 0;
        return isYear;
    }

    private static bool TryDay(string text, string[] dates, out int year)
    {
        var isDay = ExportDates.TryRead(text, dates.Length == 0 ? ["iso"] : dates, isUtc: false, out var day, out _);
        year = isDay ? day.Year : 0;
        return isDay;
    }

    // The 26 of 2025-26.
    private static bool TryShort(int first, string text, out int last)
    {
        last = text.Length == 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var two) ? (first / 100 * 100) + two : 0;
        last += last > 0 && last < first ? 100 : 0;
        return last == first + 1;
    }
}

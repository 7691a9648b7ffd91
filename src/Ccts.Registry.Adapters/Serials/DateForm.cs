using System;
using System.Collections.Generic;
using NodaTime;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>How a serial writes a date: its width, and the days that its digits mean.</summary>
internal sealed class DateForm
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int ShortestMonth = 28;

    private readonly int _day;
    private readonly int _month;
    private readonly int _year;
    private readonly int _yearDigits;
    private readonly int _time;

    private DateForm(string text)
    {
        Text = text;
        _day = text.IndexOf("dd", StringComparison.Ordinal);
        _month = text.IndexOf("MM", StringComparison.Ordinal);
        _year = text.IndexOf('y');
        _yearDigits = text.StartsWith("yyyy", StringComparison.Ordinal) || text.StartsWith("ddMMyyyy", StringComparison.Ordinal) ? 4 : 2;
        _time = text.IndexOf("HHmmss", StringComparison.Ordinal);
    }

    /// <summary>The forms a grammar may name. Two-digit years are 2000 to 2099: no registry that writes them existed before.</summary>
    internal static IReadOnlyDictionary<string, DateForm> All { get; } = new Dictionary<string, DateForm>(StringComparer.Ordinal)
    {
        ["yyyy"] = new("yyyy"),
        ["yyMM"] = new("yyMM"),
        ["ddMMyyyy"] = new("ddMMyyyy"),
        ["ddMMyyyyHHmmss"] = new("ddMMyyyyHHmmss"),
    };

    internal string Text { get; }

    internal int Width => Text.Length;

    /// <summary>The first and last day meant: one day, a whole month or a whole year, as precise as the form is.</summary>
    internal bool TryRead(ReadOnlySpan<char> digits, out LocalDate first, out LocalDate last)
    {
        (first, last) = (default, default);
        if (digits.Length != Width || !IsValid(digits))
        {
            return false;
        }

        var year = YearOf(digits);
        var month = _month < 0 ? 1 : Two(digits, _month);
        first = new LocalDate(year, month, _day < 0 ? 1 : Two(digits, _day));
        last = _day >= 0 ? first
            : _month >= 0 ? new LocalDate(year, month, DateTime.DaysInMonth(year, month)) : new LocalDate(year, 12, 31);
        return true;
    }

    /// <summary>Whether the digits are a real date, without creating one.</summary>
    internal bool IsValid(ReadOnlySpan<char> digits)
    {
        var year = YearOf(digits);
        if (year is < FirstYear or > LastYear)
        {
            return false;
        }

        var month = _month < 0 ? 1 : Two(digits, _month);
        if (month is < 1 or > 12)
        {
            return false;
        }

        var day = _day < 0 ? 1 : Two(digits, _day);
        return day >= 1 && (day <= ShortestMonth || day <= DateTime.DaysInMonth(year, month))
            && (_time < 0 || (Two(digits, _time) < 24 && Two(digits, _time + 2) < 60 && Two(digits, _time + 4) < 60));
    }

    private int YearOf(ReadOnlySpan<char> digits) => _yearDigits == 4 ? (100 * Two(digits, _year)) + Two(digits, _year + 2) : 2000 + Two(digits, _year);

    private static int Two(ReadOnlySpan<char> digits, int at) => (10 * Digit(digits[at])) + Digit(digits[at + 1]);

    // The letter O, which the forgiving match accepts, is 0.
    private static int Digit(char c) => c <= '9' ? c - '0' : 0;
}

using System;
using System.Globalization;

namespace Ccts.Workbooks;

/// <summary>
/// A number as a spreadsheet saves it: up to 17 digits of a binary number, of which the last two may be wrong, and an exponent. What it shows,
/// and what was typed, has 15.
/// </summary>
internal static class SavedNumber
{
    private const int Significant = 15;

    internal static bool TryRead(string text, out string plain)
    {
        // Nearly every number is written as a person would: there is nothing to round, and nothing to write anew.
        if (IsPlain(text))
        {
            plain = text;
            return true;
        }

        plain = "";
        if (text.Length > 40 || !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        plain = Plain(Round(value));
        return true;
    }

    /// <summary>Whether a text is digits alone, at most fifteen, with at most one point between them and no zero that says nothing.</summary>
    private static bool IsPlain(string text)
    {
        var point = text.IndexOf('.');
        if (text.Length is 0 or > Significant || (text[0] == '0' && text.Length > 1 && point != 1) || point == 0 || (point > 0 && text[text.Length - 1] is '0' or '.'))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9' && i != point)
            {
                return false;
            }
        }

        return true;
    }

    private static decimal Round(decimal value)
    {
        // Digits before the point, or zeros behind it counted below zero.
        var (size, digits) = (Math.Abs(value), 0);
        for (; size >= 1m; size /= 10m)
        {
            digits++;
        }

        for (; size is > 0m and < 0.1m; size *= 10m)
        {
            digits--;
        }

        var places = Significant - digits;
        return places is >= 0 and <= 28 ? Math.Round(value, places, MidpointRounding.AwayFromZero) : value;
    }

    private static string Plain(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.IndexOf('.') < 0 ? text : text.TrimEnd('0').TrimEnd('.') is "-0" or "" ? "0" : text.TrimEnd('0').TrimEnd('.');
    }
}

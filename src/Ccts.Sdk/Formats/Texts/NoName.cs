using System;
using System.Globalization;

namespace Ccts.Sdk.Formats.Texts;

/// <summary>What is no name of a person or an organisation, whatever its words: a day, a number with a point or a sign, and a text with marks that turn its writing.</summary>
internal static class NoName
{
    private static readonly char[] Signs = ['.', '-', '+'];
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d-MMM-yyyy", "d MMM yyyy", "d-MMM-yy", "d/M/yy"];

    internal static bool Is(string seen) =>
        seen.Length > 0 && (char.IsDigit(seen[0]) || seen[0] is '-' or '+' or '.') && (IsNumber(seen) || DateTime.TryParseExact(seen, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>Whether a mark makes a part of the text read from the other side: what is seen is then not what is there.</summary>
    internal static bool IsTurned(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')
            {
                return true;
            }
        }

        return false;
    }

    // Digits alone may be the number of an account.
    private static bool IsNumber(string seen) =>
        seen.IndexOfAny(Signs) >= 0 && decimal.TryParse(seen, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

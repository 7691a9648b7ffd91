using System.Globalization;
using System.Linq;
using NodaTime.Text;

namespace Ccts.Sdk.Formats.Texts;

/// <summary>What is no name of a person or an organisation, whatever its words: a day, a number with a point or a sign, and a text with marks that turn its writing.</summary>
internal static class NoName
{
    private const int LongestDay = 11;
    private static readonly char[] Signs = ['.', '-', '+', '/', ' '];
    private static readonly LocalDatePattern[] Days = [.. new[] { "uuuu-M-d", "uuuu/M/d", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d-MMM-uuuu", "d MMM uuuu", "d-MMM-yy", "d/M/yy" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    // Digits alone may be the number of an account.
    internal static bool Is(string seen) =>
        seen.Length is > 0 and <= LongestDay && (char.IsDigit(seen[0]) || seen[0] is '-' or '+' or '.') && seen.IndexOfAny(Signs) >= 0
        && (decimal.TryParse(seen, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) || Days.Any(d => d.Parse(seen).Success));

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
}

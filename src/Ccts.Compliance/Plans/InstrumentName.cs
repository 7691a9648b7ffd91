using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Compliance.Plans;

/// <summary>Instruments as reports name them: "Feeder scale KF-1", "KF 1" and "kf1" name the meter KF-1 of a plan, and "KF-11" another.</summary>
internal static class InstrumentName
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Whether a name has an id in it, however its letters and figures are kept apart; zeros in front of a number do not count.</summary>
    internal static bool Names(string instrument, string id)
    {
        var parts = Regex.Matches(Plain(id), @"[0-9]+|[^\W0-9_]+", RegexOptions.CultureInvariant, Limit).Cast<Match>().Select(m => m.Value).ToList();
        if (parts.Count == 0)
        {
            return string.Equals(instrument.Trim(), id.Trim(), StringComparison.OrdinalIgnoreCase);
        }

        // Adjacent numbers stay separate: 1-1 is not 11. A further number after the id, as in KF-1-2, names another meter.
        var pattern = string.Concat(parts.Select((p, i) => (i == 0 ? "" : IsNumber(p) && IsNumber(parts[i - 1]) ? @"[\W_]+" : @"[\W_]*") + (!IsNumber(p) ? Regex.Escape(p) : p.TrimStart('0') is { Length: > 0 } number ? "0*" + number : "0+")));
        return Regex.IsMatch(Plain(instrument), @"(?<![^\W_])" + pattern + @"(?![^\W_]|[-./_,][0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
    }

    private static bool IsNumber(string part) => part[0] is >= '0' and <= '9';

    // Digits of every script, and letters of full width, as they are on a keyboard.
    private static string Plain(string name) => string.Concat(name.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - '\uFEE0') : c));
}

using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Article6;

/// <summary>The formats of fields of the agreed electronic format (decision 4/CMA.6, annex II, as transcribed).</summary>
internal static class Article6Formats
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dd/MM/uuuu");
    private static readonly Regex Timeframe = new("^Occurred: from .+ to .+ Use: from .+ to .+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    internal static bool IsAuthorizationId(string text) => text.Length > 0 && text.All(c => IsLetter(c) || IsDigit(c) || c is ' ' or '-' or '/' or '.');

    internal static bool IsApproach(string text) => text.Length == 6 && text.StartsWith("CA", StringComparison.Ordinal) && text.Skip(2).All(IsDigit);

    internal static bool IsParty(string text) => text.Length == 3 && text.All(c => c is >= 'A' and <= 'Z');

    internal static bool IsRegistry(string text) => text.Length == 5 && IsParty(text.Substring(0, 3)) && text.Skip(3).All(IsDigit);

    internal static bool IsYear(string text) => text.Length == 4 && text.All(IsDigit);

    internal static bool IsTimeframe(string text) => Timeframe.IsMatch(text);

    internal static LocalDate? DayOf(string text) => Day.Parse(text) is { Success: true, Value: var day } ? day : null;

    internal static string Text(LocalDate day) => Day.Format(day);

    /// <summary>A quantity: digits, with a point before decimals; commas may separate thousands.</summary>
    internal static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && Thousands(text) ? number : null;

    // .NET accepts commas anywhere; here every group of three digits has one, or none has.
    private static bool Thousands(string text)
    {
        var whole = text.Split('.')[0];
        var groups = whole.Split(',');
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}

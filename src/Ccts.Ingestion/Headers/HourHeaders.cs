using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Ingestion.Headers;

/// <summary>Headers of hours or blocks of a day that stand across: <c>00:00</c>, <c>00:15-00:30</c>, <c>B1</c>, <c>Block 96</c>, <c>H24</c>, <c>Hr 1</c>.</summary>
internal static class HourHeaders
{
    /// <summary>Half a day of hours; fewer may be shifts, meters or bunkers.</summary>
    private const int Fewest = 12;

    /// <summary>Hours, half hours or quarter hours of a day; where clocks go back, a day has one more hour.</summary>
    private const int Hours = 24;
    private static readonly Regex s_clock = new(@"^([01]?\d|2[0-4])[:.][0-5]\d( *(-|to|\u2013) *([01]?\d|2[0-4])[:.][0-5]\d)?( *(hrs?|hours?))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    private static readonly Regex s_number = new(@"^(?<word>b|blk|block|h|hr|hour|slot|time block|tb) ?[-_.]? ?(?<no>\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The hours or blocks among headers, in their order; none where they are too few to be of a day.</summary>
    internal static IReadOnlyList<string> In(IReadOnlyList<string> header)
    {
        var clocks = header.Where(h => s_clock.IsMatch(h.Trim())).ToList();
        var numbers = header.Select(h => (Header: h, Match: s_number.Match(h.Trim()))).Where(h => h.Match.Success).GroupBy(h => h.Match.Groups["word"].Value.ToLowerInvariant(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.Select(h => h.Header).ToList() ?? [];
        return clocks.Count >= Fewest ? clocks : numbers.Count is Hours or Hours + 1 or 2 * Hours or 4 * Hours or 4 * (Hours + 1) ? numbers : [];
    }
}

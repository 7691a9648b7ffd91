using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using NodaTime;

namespace Ccts.Credits.Article6.Aef;

/// <summary>An authorized timeframe: when the outcomes occurred and when they may be used, each null where the cell states NA. Days are written as years or as dd/mm/yyyy.</summary>
internal sealed record AefTimeframe((LocalDate First, LocalDate Last)? Occurred, (LocalDate First, LocalDate Last)? Use)
{
    private static readonly Regex Form = new("^Occurred: from (?<first>.+?) to (?<last>.+?) Use: from (?<from>.+?) to (?<to>.+?)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    internal bool IsBackwards => Occurred?.Last < Occurred?.First || Use?.Last < Use?.First;

    /// <summary>The timeframe, or null where one of its days is not understood or nothing is stated.</summary>
    internal static AefTimeframe? Of(string text) =>
        Form.Match(text) is { Success: true } match && Period(match.Groups["first"].Value, match.Groups["last"].Value, out var occurred) && Period(match.Groups["from"].Value, match.Groups["to"].Value, out var use)
            ? new AefTimeframe(occurred, use) : null;

    private static bool Period(string first, string last, out (LocalDate First, LocalDate Last)? period)
    {
        var (from, to) = (DayOf(first, isLast: false), DayOf(last, isLast: true));
        period = from is { } a && to is { } b ? (a, b) : null;
        return period is not null || (AefColumns.IsNothing(first) && AefColumns.IsNothing(last));
    }

    private static LocalDate? DayOf(string text, bool isLast) => !Article6Formats.IsYear(text) ? Article6Formats.DayOf(text)
        : int.Parse(text, CultureInfo.InvariantCulture) is var year and > 0 ? isLast ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1) : null;
}

/// <summary>A version of an authorization, with its parsed cells; null for a cell that is not stated or not understood.</summary>
internal sealed record AefVersion(AefRow Row, LocalDate? Day, AefTimeframe? Timeframe, IReadOnlyCollection<string>? Parties, Article6Purpose? Purpose)
{
    internal static AefVersion Of(AefRow row)
    {
        var (parties, purpose) = (row[AefColumns.Parties], row[AefColumns.Purposes]);
        return new AefVersion(
            row, Article6Formats.DayOf(row[AefColumns.Date]), AefTimeframe.Of(row[AefColumns.Timeframe]), AefColumns.IsNothing(parties) ? null : [.. parties.Split(',', ';').Select(p => p.Trim())],
            Article6Words.AllPurposes.Contains(purpose, StringComparer.Ordinal) ? Article6Words.PurposeOf(purpose) : null);
    }
}

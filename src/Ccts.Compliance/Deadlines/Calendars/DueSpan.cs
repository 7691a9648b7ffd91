using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities.Calendars;
using NodaTime;

namespace Ccts.Compliance.Deadlines.Calendars;

/// <summary>A stretch of time as a rule of the calendar says it: <c>within 2 months of last date of Form A</c>. The number is the law's; none is in the code.</summary>
internal sealed record DueSpan(int Count, string Unit, string Anchor)
{
    private const int MostCounted = 1000;

    // From a later start, a span of this many years could end after the last day that a calendar supports.
    private const int LastYear = 9999 - MostCounted - 1;
    private static readonly string[] Units = ["day", "week", "month", "year"];

    /// <summary>The spans of a rule: one, or several joined by "or", the later of which counts; null where the words are not understood.</summary>
    internal static IReadOnlyList<DueSpan>? TryRead(string rule)
    {
        const string Later = ", whichever later";
        var first = rule.Split(';')[0].Trim();
        var parts = first.EndsWith(Later, StringComparison.Ordinal)
            ? first.Substring(0, first.Length - Later.Length).Split([" or "], StringSplitOptions.None)
            : [first];
        var spans = parts.Select(One).OfType<DueSpan>().ToList();
        return spans.Count == parts.Length ? spans : null;
    }

    /// <summary>Whether the day is too late to compute from: with a slip such as 9999 for 2026, the span would end after the last supported day.</summary>
    internal static bool IsBeyond(LocalDate from) => from.Year > LastYear;

    /// <summary>The last day of the span; null where working days are needed and not known, and where it could end beyond every calendar.</summary>
    /// <param name="from">The day from which it runs.</param>
    /// <param name="dayCounts">Whether that day is the span's first, as with the start of a period.</param>
    /// <param name="working">The working days.</param>
    internal LocalDate? End(LocalDate from, bool dayCounts, WorkingDays working) => IsBeyond(from) ? null : Unit switch
    {
        "working day" => working.Add(dayCounts ? from.PlusDays(-1) : from, Count),
        "day" => from.PlusDays(dayCounts ? Count - 1 : Count),
        "week" => from.PlusWeeks(Count).PlusDays(dayCounts ? -1 : 0),
        "month" => from.PlusMonths(Count).PlusDays(dayCounts ? -1 : 0),
        _ => from.PlusYears(Count).PlusDays(dayCounts ? -1 : 0),
    };

    private static DueSpan? One(string text)
    {
        var words = text.Split(',')[0].Split([' '], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 0 && words[0] == "within")
        {
            words.RemoveAt(0);
        }

        if (words.Count < 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > MostCounted)
        {
            return null;
        }

        var working = words[1] == "working";
        words.RemoveRange(0, working ? 2 : 1);
        var unit = words.Count == 0 ? "" : words[0].TrimEnd('s');
        if (!Units.Contains(unit, StringComparer.Ordinal) || (working && unit != "day") || (words.Count > 1 && words[1] is not ("of" or "from")))
        {
            return null;
        }

        return new DueSpan(count, (working ? "working " : "") + unit, string.Join(" ", words.Skip(2)));
    }
}

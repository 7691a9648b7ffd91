using System;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Computes the day of a rule in words that counts from the start or end of the compliance year: "within 4 months of compliance year end".</summary>
/// <remarks>Other rules, such as those that count from an event, are not understood, and their days are not checked.</remarks>
internal static class RuleDay
{
    private static readonly string[] Begins = ["start", "commencement", "beginning"];

    internal static LocalDate? Of(string rule, ComplianceYear year)
    {
        var words = rule.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var isOfEnd = Follow(words, "year", "end");
        var isOfBegin = words.Any(w => Begins.Contains(w, StringComparer.Ordinal)) && (Follow(words, "compliance", "year") || Follow(words, "financial", "year"));
        var within = Array.IndexOf(words, "within");
        if (isOfEnd == isOfBegin || words.Contains("or") || Array.LastIndexOf(words, "within") != within)
        {
            return null;
        }

        if (within < 0)
        {
            return isOfEnd && words.All(w => w is "compliance" or "financial" or "year" or "end") ? year.LastDay : null;
        }

        if (within + 2 >= words.Length || !int.TryParse(words[within + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Moved(year.LastDay, count, words[within + 2]) is not { } fromEnd)
        {
            return null;
        }

        // A period of months from a first day ends on the day before they are over.
        return isOfEnd ? fromEnd : Moved(year.FirstDay, count, words[within + 2])!.Value.PlusDays(-1);
    }

    private static LocalDate? Moved(LocalDate day, int count, string unit) => count > 1000 ? null : unit switch
    {
        "year" or "years" => day.PlusYears(count),
        "month" or "months" => day.PlusMonths(count),
        "week" or "weeks" => day.PlusWeeks(count),
        "day" or "days" => day.PlusDays(count),
        _ => null,
    };

    private static bool Follow(string[] words, string first, string second) => words.Zip(words.Skip(1), (a, b) => a == first && b == second).Any(f => f);
}

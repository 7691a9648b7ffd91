using System;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds due days that do not belong to their year: left unchanged, moved too far or not far enough, removed, or kept although their rule
/// changed. Such a day does not look wrong, and somebody would be late by a year.
/// </summary>
internal static class DueDayCheck
{
    private const string Hint = "Work the day out from the rule; where the instrument prints the day itself, say so in the rule.";

    internal static void Check(LintSubject subject, Ruleset? previous)
    {
        foreach (var deadline in subject.Ruleset.Assessment.Deadlines)
        {
            if (subject.OwnsRow(LintTable.Calendar, deadline.Event, out var place))
            {
                var (code, message, expected) = Look(subject.Ruleset.Year, deadline, previous?.Assessment.Deadlines.FirstOrDefault(d => d.Event == deadline.Event), previous?.Year);
                if (code is not null)
                {
                    subject.Warn(code, place, message!, expected, Hint);
                }
            }
        }
    }

    // Each day is reported once, by the most certain finding.
    private static (string? Code, string? Message, string? Expected) Look(ComplianceYear year, Deadline deadline, Deadline? before, ComplianceYear? yearBefore)
    {
        var isSameRule = before is not null && before.Rule == deadline.Rule;
        var later = before?.Due?.PlusYears(1);
        if (deadline.Due is not { } due)
        {
            return isSameRule && later is { } missing
                ? ("due-day-missing", $"\"{deadline.Event}\" has no day; by the same rule it was due on {Text(before!.Due!.Value)} in {yearBefore}.", Text(missing))
                : default;
        }

        if (due < year.FirstDay)
        {
            return ("due-before-year", $"\"{deadline.Event}\" is due on {Text(due)}, before {year} begins.", $"{Text(year.FirstDay)} or later");
        }

        if (due == before?.Due)
        {
            return ("last-years-due-day", $"\"{deadline.Event}\" is due on {Text(due)}, as in {yearBefore}.", $"the day that follows from \"{deadline.Rule}\" for {year}");
        }

        if (RuleDay.Of(deadline.Rule, year) is { } said)
        {
            return due == said ? default : ("due-day-off-its-rule", $"\"{deadline.Event}\" is due on {Text(due)}; \"{deadline.Rule}\" is {Text(said)} for {year}.", Text(said));
        }

        return later is null || (due == later) == isSameRule ? default
            : isSameRule ? ("due-day-off-its-rule", $"\"{deadline.Event}\" is due on {Text(due)}; by the same rule it was due on {Text(before!.Due!.Value)} in {yearBefore}.", Text(later.Value))
            : ("due-day-of-last-years-rule", $"\"{deadline.Event}\" is due on {Text(due)}, a year after that of {yearBefore}, and its rule is no longer \"{before!.Rule}\" but \"{deadline.Rule}\".", $"the day that follows from \"{deadline.Rule}\" for {year}");
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds what a new year copied from last year's folder: last year's due days and targets. They do not look wrong,
/// and somebody would be late by a year.
/// </summary>
internal static class YearCheck
{
    private const string TargetsFile = "targets.csv";

    internal static void Check(LintSubject subject, Ruleset? previous)
    {
        CheckBegin(subject);
        CheckTitle(subject);
        DueDayCheck.Check(subject, previous);
        if (previous is not null)
        {
            CheckTargets(subject, previous);
            LeftOutCheck.CheckFiles(subject, previous);
        }
    }

    private static void CheckBegin(LintSubject subject)
    {
        var (ruleset, year) = (subject.Ruleset, subject.Ruleset.Year);
        if (subject.OwnsFile("ruleset.json", out var place) && ruleset.Effective < year.FirstDay)
        {
            subject.Warn("effective-before-year", place, $"The ruleset of {year} is effective from {Text(ruleset.Effective)}, before the year begins.", $"{Text(year.FirstDay)} or later");
        }
    }

    // People read the title, and receipts are filed under it.
    private static void CheckTitle(LintSubject subject)
    {
        var named = subject.Ruleset.Title.Split(' ', ':', ',', ';', '(', ')').Where(w => ComplianceYear.TryParse(w, out _, out _)).ToList();
        if (named.Count > 0 && !named.Contains(subject.Ruleset.Year.ToString(), StringComparer.Ordinal) && subject.OwnsFile("ruleset.json", out var place))
        {
            subject.Warn("title-of-another-year", place, $"The title \"{ShownText.Short(subject.Ruleset.Title)}\" names {string.Join(" and ", named)}; the ruleset is of {subject.Ruleset.Year}.", subject.Ruleset.Year.ToString());
        }
    }

    private static void CheckTargets(LintSubject subject, Ruleset previous)
    {
        var (now, before) = (Targets(subject.Ruleset.Schedule.Where(r => subject.OwnsRow(LintTable.Of(r), r.Entity.Key, out _))), Targets(previous.Schedule));
        var same = now.Where(t => before.TryGetValue(t.Key, out var target) && target.Target == t.Value.Target).Select(t => t.Key).OrderBy(k => k, StringComparer.Ordinal).ToList();
        if (same.Count > 0 && subject.OwnsFile(TargetsFile, out var place))
        {
            subject.Warn("last-years-target", place, $"{same.Count} of {now.Count} targets in force are those of {previous.Year}: {string.Join(", ", same.Take(5))}{(same.Count > 5 ? ", …" : "")}.", $"the targets that the schedule prints for {subject.Ruleset.Year}, or no rows where none prints the year");
        }
    }

    private static Dictionary<string, EntityTarget> Targets(IEnumerable<ScheduleRow> schedule) => schedule.Select(r => r.Entity)
        .Where(e => e.Standing.Force == Force.InForce && e.Target is not null)
        .GroupBy(e => e.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static string Text(NodaTime.LocalDate day) => LocalDatePattern.Iso.Format(day);
}

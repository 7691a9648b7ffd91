using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds cases that fail, and rules, sides of conditions and rows of tables that no case reaches.</summary>
internal static class CaseCheck
{
    private const int Shown = 5;

    internal static void Check(LintSubject subject)
    {
        var report = RulesetTester.Run(subject.Ruleset, subject.Files);
        Fail(subject, [.. Failed(report, subject.Ruleset)]);
        Hollow(subject, report);
        foreach (var id in report.Coverage.RulesThatNeverFired)
        {
            subject.Warn("rule-without-case", PlaceOf(subject, id), $"No case makes \"{id}\" fire.", "a case in tests/");
        }

        foreach (var id in report.Coverage.RulesThatAlwaysFired)
        {
            subject.Tell("rule-without-case", PlaceOf(subject, id), $"\"{id}\" fires in every case; no case shows where it does not.");
        }

        foreach (var branch in report.Coverage.BranchesNotReached)
        {
            subject.Tell("branch-without-case", PlaceOf(subject, branch.Substring(0, branch.IndexOf(':'))), $"No case reaches: {branch}.");
        }

        foreach (var row in report.Coverage.RowsNotLookedUp)
        {
            var table = subject.Ruleset.Parameters[row.Substring(0, row.IndexOf('['))];
            subject.Tell("row-without-case", table.Place, $"No case looks up {row}.");
        }
    }

    private static IEnumerable<FailedCase> Failed(TestReport report, Ruleset ruleset) => report.Results.Where(r => !r.Passed)
        .Select(r => new FailedCase(r.Case.Name, r.Case.Place, r.Differences, r.Case.Request.Date < ruleset.Year.FirstDay))
        .Concat(report.Figures.Where(f => !f.Passed).Select(f => new FailedCase(f.Case.Name, f.Case.Place, f.Differences, f.Case.Report.Year < ruleset.Year)));

    // A case that passes whatever the ruleset answers, or repeats another.
    private static void Hollow(LintSubject subject, TestReport report)
    {
        foreach (var figure in report.Figures.SelectMany(f => f.Case.Figures.Where(e => e.AllowsAnything).Select(e => (f.Case, Figure: e))))
        {
            subject.Warn("case-tests-nothing", figure.Case.Place, $"The case \"{figure.Case.Name}\" allows {figure.Figure.Path} to be {QuantityText.Format(figure.Figure.Tolerance)} off {figure.Figure.Value}: it holds for nearly any figure.", "a tolerance smaller than the value");
        }

        var asked = report.Results.Select(r => (r.Case.Name, r.Case.Place, Asks: AskedBy(r.Case)))
            .Concat(report.Figures.Select(f => (f.Case.Name, f.Case.Place, Asks: AskedBy(f.Case))));
        foreach (var alike in asked.GroupBy(c => c.Asks, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            subject.Tell("case-twice", alike.Last().Place, $"The cases {string.Join(" and ", alike.Take(Shown).Select(c => $"\"{c.Name}\""))} ask the same.", "Leave one out, or state in it what its name says.");
        }
    }

    private static string AskedBy(RuleCase test) => string.Join("\n", test.Request.Facts.Values.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + " " + f.Value.Shown)
        .Prepend($"{test.Request.Date:uuuu-MM-dd}").Prepend(test.Request.Purpose.ToString()));

    private static string AskedBy(FigureCase test) => string.Join("\n", test.Figures.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => f.ToString())
        .Concat(test.Findings ?? []).Prepend(test.Place.File ?? ""));

    // A copied folder contains last year's cases, nearly all of which fail for the same reason; those of one file have one day.
    private static void Fail(LintSubject subject, IReadOnlyList<FailedCase> failed)
    {
        var files = new HashSet<string?>(failed.Where(f => f.IsOfEarlierDay).Select(f => f.Place.File), StringComparer.Ordinal);
        var earlier = failed.Where(f => files.Contains(f.Place.File)).ToList();
        var together = earlier.Count > Shown;
        foreach (var one in failed.Where(f => !together || !files.Contains(f.Place.File)))
        {
            subject.Warn("case-fails", one.Place, $"The case \"{one.Name}\" fails: {string.Join("; ", one.Differences)}.");
        }

        if (together)
        {
            subject.Warn("last-years-cases", earlier[0].Place, $"{earlier.Count} cases fail in files with days before {subject.Ruleset.Year}: {string.Join(", ", earlier.Take(Shown).Select(f => $"\"{f.Name}\""))}, ….", $"cases of {subject.Ruleset.Year}", "Move their days and years on: date, year, unit.vintage, the report of a figure. `ccts ruleset test` lists each.");
        }
    }

    private sealed record FailedCase(string Name, SourcePlace Place, IReadOnlyList<string> Differences, bool IsOfEarlierDay);

    private static SourcePlace PlaceOf(LintSubject subject, string id) => subject.Ruleset.Rules.Find(id)?.Place ?? default;
}

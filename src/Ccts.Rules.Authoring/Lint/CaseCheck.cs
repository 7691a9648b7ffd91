using System.Linq;
using Ccts.Rules.Authoring.Testing;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Cases that fail, and rules, sides of conditions and rows of tables that no case reaches.</summary>
internal static class CaseCheck
{
    internal static void Check(LintSubject subject)
    {
        var report = RulesetTester.Run(subject.Ruleset, subject.Files);
        foreach (var failed in report.Results.Where(r => !r.Passed))
        {
            subject.Warn("case-fails", failed.Case.Place, $"The case \"{failed.Case.Name}\" fails: {string.Join("; ", failed.Differences)}.");
        }

        foreach (var failed in report.Figures.Where(f => !f.Passed))
        {
            subject.Warn("case-fails", failed.Case.Place, $"The case \"{failed.Case.Name}\" fails: {string.Join("; ", failed.Differences)}.");
        }

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

    private static Sdk.Problems.SourcePlace PlaceOf(LintSubject subject, string id) => subject.Ruleset.Rules.Find(id)?.Place ?? default;
}

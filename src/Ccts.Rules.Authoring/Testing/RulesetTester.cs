using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>Runs the cases in a ruleset's own files, and says what no case reaches.</summary>
/// <remarks>Thread-safe.</remarks>
public static class RulesetTester
{
    /// <summary>Runs the cases.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="files">The files whose <c>tests</c> are run: the ruleset's own or an overlay's.</param>
    /// <param name="filter">Runs only cases whose name or file contains this text, whatever its case; null for all. Coverage counts only what ran.</param>
    /// <exception cref="CctsDataException">A test file has errors, all of them listed.</exception>
    public static TestReport Run(Ruleset ruleset, RulesetFiles files, string? filter = null)
    {
        Require.NotNull(ruleset);
        Require.NotNull(files);
        var interpreter = new RuleInterpreter(ruleset);
        var results = new List<CaseResult>();
        var decisions = new List<ReasonedDecision>();
        foreach (var test in Read(ruleset, files).Where(c => Matches(c.Name, c.Place, filter)))
        {
            var decision = interpreter.Decide(test.Request);
            decisions.Add(decision);
            results.Add(new CaseResult(test, decision, Compare(test.Expected, decision)));
        }

        var figures = ReadFigures(files).Where(c => Matches(c.Name, c.Place, filter)).Select(c => FigureTester.Run(c, ruleset)).ToList();
        return new TestReport(ruleset.Identity, results, Coverage.Of(ruleset, decisions)) { Figures = figures };
    }

    /// <summary>Every mistake in the files that hold cases, without running them; empty if there is none.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="files">The files whose <c>tests</c> are read: the ruleset's own or an overlay's.</param>
    public static IReadOnlyList<Problem> Check(Ruleset ruleset, RulesetFiles files)
    {
        Require.NotNull(ruleset);
        Require.NotNull(files);
        var problems = new ProblemList();
        Decisions(ruleset, files, problems);
        Figures(files, problems);
        return problems.ToList();
    }

    internal static IReadOnlyList<RuleCase> Read(Ruleset ruleset, RulesetFiles files)
    {
        var problems = new ProblemList();
        var cases = Decisions(ruleset, files, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : cases;
    }

    private static List<FigureCase> ReadFigures(RulesetFiles files)
    {
        var problems = new ProblemList();
        var cases = Figures(files, problems);
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : cases;
    }

    private static List<RuleCase> Decisions(Ruleset ruleset, RulesetFiles files, ProblemList problems)
    {
        var reader = new CaseReader(ruleset, problems);
        return [.. CaseFiles.Decisions(files).SelectMany(f => Root(f, problems) is { } root ? reader.Read(root) : [])];
    }

    private static List<FigureCase> Figures(RulesetFiles files, ProblemList problems)
    {
        var reader = new FigureReader(files, problems);
        return [.. CaseFiles.Figures(files).SelectMany(f => Root(f, problems) is { } root ? reader.Read(root) : [])];
    }

    private static LocatedNode? Root(RulesetFile file, ProblemList problems) => LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes);

    private static bool Matches(string name, SourcePlace place, string? filter) => filter is null || Holds(name, filter) || Holds(place.File ?? "", filter);

    private static bool Holds(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.OrdinalIgnoreCase) >= 0;

    private static List<string> Compare(CaseExpectation expected, ReasonedDecision decision)
    {
        var differences = new List<string>();
        if (decision.Outcome != expected.Outcome)
        {
            differences.Add($"expected {Word(expected.Outcome)}, is {Word(decision.Outcome)}");
        }

        Compare("fires", expected.Fires, decision.Findings.Where(f => f.Certain && f.Rule is not null).Select(f => f.Rule!), differences);
        Compare("cannot be said", expected.CannotSay, decision.Findings.Where(f => !f.Certain).Select(f => f.Rule!), differences);
        if (expected.Missing is { } missing)
        {
            Compare("missing", missing, decision.Findings.SelectMany(f => f.Missing).Select(m => m.Name), differences);
        }

        return differences;
    }

    private static void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual, List<string> differences)
    {
        var (wanted, found) = (new HashSet<string>(expected, StringComparer.Ordinal), new HashSet<string>(actual, StringComparer.Ordinal));
        differences.AddRange(wanted.Where(w => !found.Contains(w)).Select(w => $"expected but not {what}: {w}"));
        differences.AddRange(found.Where(f => !wanted.Contains(f)).Select(f => $"not expected but {what}: {f}"));
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}

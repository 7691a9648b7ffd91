using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Conditions;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Testing;

/// <summary>Runs the cases that a ruleset carries in its own files, and says what no case reaches.</summary>
/// <remarks>Thread-safe.</remarks>
public static class RulesetTester
{
    /// <summary>Runs the cases.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="files">The files whose <c>tests/*.json</c> are run: the ruleset's own or an overlay's.</param>
    /// <param name="filter">Runs only cases whose name or file contains this text, whatever its case; null for all. Coverage counts only what ran.</param>
    /// <exception cref="CctsDataException">A test file has errors, all of them listed.</exception>
    public static TestReport Run(Ruleset ruleset, RulesetFiles files, string? filter = null)
    {
        Require.NotNull(ruleset);
        Require.NotNull(files);
        var interpreter = new RuleInterpreter(ruleset);
        var results = new List<CaseResult>();
        var decisions = new List<ReasonedDecision>();
        foreach (var test in Read(ruleset, files).Where(c => Matches(c, filter)))
        {
            var decision = interpreter.Decide(test.Request);
            decisions.Add(decision);
            results.Add(new CaseResult(test, decision, Compare(test.Expected, decision)));
        }

        return new TestReport(ruleset.Identity, results, Coverage.Of(ruleset, decisions));
    }

    internal static IReadOnlyList<RuleCase> Read(Ruleset ruleset, RulesetFiles files)
    {
        var problems = new ProblemList();
        var reader = new CaseReader(ruleset, problems);
        var cases = new List<RuleCase>();
        foreach (var file in CaseFiles.In(files))
        {
            if (LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) is { } root)
            {
                cases.AddRange(reader.Read(root));
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : cases;
    }

    private static bool Matches(RuleCase test, string? filter) => filter is null || Holds(test.Name, filter) || Holds(test.Place.File ?? "", filter);

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

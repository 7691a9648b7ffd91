using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.NRules.Tests;

/// <summary>Holds NRules to the reference interpreter, case by case.</summary>
internal static class Agreement
{
    /// <summary>The first case in which the two differ, told in full; null when they agree.</summary>
    internal static string? Difference(NRulesRuleset compiled, IReadOnlyList<DecisionRequest> requests, int casesPerSession = 500)
    {
        var interpreter = new RuleInterpreter(compiled.Ruleset);
        var answers = compiled.Decide(requests, casesPerSession, TestContext.Current.CancellationToken).ToList();
        Assert.Equal(requests.Count, answers.Count);
        return requests.Select((request, i) => Compare(interpreter.Decide(request), answers[i])).FirstOrDefault(d => d is not null);
    }

    private static string? Compare(ReasonedDecision expected, CaseOutcome actual)
    {
        Assert.Same(expected.Request, actual.Case.Request);
        var (wanted, found) = (Tell(expected.Outcome, expected.Findings.Select(Tell)), Tell(actual.Outcome, actual.Findings.Select(Tell)));
        return wanted == found ? null : $"{DecisionJson.Write(expected, explain: true)}\nexpected {wanted}\nfound    {found}";
    }

    private static string Tell(Outcome outcome, IEnumerable<string> findings) => outcome + ": " + string.Join("; ", findings);

    private static string Tell(Finding finding) => $"{finding.Rule} {finding.Effect} {finding.Code} {finding.Certain}";

    private static string Tell(CaseFinding finding) => $"{finding.RuleId} {finding.Effect} {finding.Code} {finding.Certain}";
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Conditions;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Holds every kind of engine to the reference interpreter: each rule's verdict, the outcome, the findings to the letter.</summary>
internal static class Agreement
{
    internal static IReadOnlyList<EngineKind> Kinds { get; } = [.. Enum.GetValues<EngineKind>().Where(DecisionEngine.IsSupported)];

    internal static void Check(DecisionEngine engine, IReadOnlyList<DecisionRequest> requests, bool explain = true)
    {
        var reference = new RuleInterpreter(engine.Ruleset);
        foreach (var request in requests)
        {
            var expected = reference.Decide(request);
            foreach (var kind in Kinds)
            {
                var decision = engine.Using(kind).Decide(request);
                Assert.Equal(Verdicts(expected), Verdicts(decision));
                Assert.Equal(expected.Outcome, decision.Outcome);
                Assert.Equal(expected.Findings.Where(f => f.Rule is not null).Select(f => (f.Rule, f.Certain)), Found(decision));
                if (explain)
                {
                    Assert.Equal(DecisionJson.Write(expected, explain: true).ToJsonString(), DecisionJson.Write(decision.Explain(), explain: true).ToJsonString());
                }
            }
        }
    }

    private static string Verdicts(ReasonedDecision decision) => string.Join(" ", decision.Rules.Select(r => r.Rule.Id + ":" + r.Verdict));

    private static string Verdicts(Decision decision) =>
        string.Join(" ", Enumerable.Range(0, decision.Findings.Length).Select(i => decision.Findings.Rule(i).Id + ":" + decision.Findings[i]));

    private static IEnumerable<(string?, bool)> Found(Decision decision)
    {
        foreach (var finding in decision.Findings)
        {
            yield return (finding.Rule.Id, finding.Certain);
        }
    }
}

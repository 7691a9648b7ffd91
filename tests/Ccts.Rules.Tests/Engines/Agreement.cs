using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Holds every kind of engine to the reference interpreter: each rule's verdict, the outcome, the findings to the letter.</summary>
internal static class Agreement
{
    internal static IReadOnlyList<EngineKind> Kinds { get; } = [.. Enum.GetValues<EngineKind>().Where(DecisionEngine.IsSupported)];

    /// <summary>Every kind, case by case and in batches.</summary>
    internal static void Check(DecisionEngine engine, IReadOnlyList<DecisionRequest> requests)
    {
        foreach (var kind in Kinds)
        {
            Check(engine.Using(kind), engine.Ruleset.Rules.Rules.Count, requests);
        }
    }

    /// <summary>One engine.</summary>
    internal static void Check(DecisionEngine engine, int explained, IReadOnlyList<DecisionRequest> requests)
    {
        var reference = new RuleInterpreter(engine.Ruleset);
        var expected = requests.Select(reference.Decide).ToList();
        var frame = engine.NewFrame();
        for (var i = 0; i < requests.Count; i++)
        {
            // The frame still has the case before in it.
            frame.Fill(requests[i]);
            Same(expected[i], engine.Decide(frame), explained);
        }

        foreach (var purpose in expected.GroupBy(e => e.Request.Purpose))
        {
            var batch = engine.NewBatch(purpose.Key, purpose.Count());
            foreach (var one in purpose)
            {
                batch.Add(one.Request);
            }

            engine.Decide(batch);
            Assert.All(purpose.Select((e, i) => (e, i)), pair => Same(pair.e, batch[pair.i], explained));
        }
    }

    private static void Same(ReasonedDecision expected, Decision decision, int explained)
    {
        Assert.Equal(Verdicts(expected), Verdicts(decision));
        Assert.Equal(expected.Outcome, decision.Outcome);
        Assert.Equal(expected.Findings.Where(f => f.Rule is not null).Select(f => (f.Rule, f.Certain)), Found(decision));
        if (expected.Rules.Count <= explained)
        {
            Assert.Equal(DecisionJson.Write(expected, explain: true).ToJsonString(), DecisionJson.Write(decision.Explain(), explain: true).ToJsonString());
        }
    }

    private static string Verdicts(ReasonedDecision decision) => string.Join(" ", decision.Rules.Select(r => r.Rule.Id + ":" + r.Verdict));

    private static string Verdicts(Decision decision) =>
        string.Join(" ", Enumerable.Range(0, decision.Findings.Length).Select(i => decision.Findings.Rule(i).Id + ":" + decision.Findings[i]));

    private static List<(string?, bool)> Found(Decision decision)
    {
        var found = new List<(string?, bool)>();
        foreach (var finding in decision.Findings)
        {
            found.Add((finding.Rule.Id, finding.Certain));
        }

        return found;
    }
}

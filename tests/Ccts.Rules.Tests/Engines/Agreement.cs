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
        var explained = engine.Ruleset.Rules.Rules.Count;
        var expected = Expected(engine, explained, requests);
        foreach (var kind in Kinds)
        {
            Check(engine.Using(kind), expected);
        }
    }

    /// <summary>One engine.</summary>
    internal static void Check(DecisionEngine engine, int explained, IReadOnlyList<DecisionRequest> requests) => Check(engine, Expected(engine, explained, requests));

    private static void Check(DecisionEngine engine, IReadOnlyList<Expectation> expected)
    {
        var frame = engine.NewFrame();
        foreach (var one in expected)
        {
            // The frame still has the case before in it.
            frame.Fill(one.Decision.Request);
            Same(one, engine.Decide(frame));
        }

        foreach (var purpose in expected.GroupBy(e => e.Decision.Request.Purpose))
        {
            var batch = engine.NewBatch(purpose.Key, purpose.Count());
            foreach (var one in purpose)
            {
                batch.Add(one.Decision.Request);
            }

            engine.Decide(batch);
            Assert.All(purpose.Select((e, i) => (e, i)), pair => Same(pair.e, batch[pair.i]));
        }
    }

    private static List<Expectation> Expected(DecisionEngine engine, int explained, IReadOnlyList<DecisionRequest> requests)
    {
        var reference = new RuleInterpreter(engine.Ruleset);
        return [.. requests.Select(reference.Decide).Select(d => new Expectation(
            d,
            Verdicts(d),
            [.. d.Findings.Where(f => f.Rule is not null).Select(f => (f.Rule, f.Certain))],
            d.Rules.Count <= explained ? DecisionJson.Write(d, explain: true).ToJsonString() : null))];
    }

    private static void Same(Expectation expected, Decision decision)
    {
        Assert.Equal(expected.Verdicts, Verdicts(decision));
        Assert.Equal(expected.Decision.Outcome, decision.Outcome);
        Assert.Equal(expected.Found, Found(decision));
        if (expected.Text is { } text)
        {
            Assert.Equal(text, DecisionJson.Write(decision.Explain(), explain: true).ToJsonString());
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

    /// <summary>What the interpreter says of a request, written once for every engine that is held to it.</summary>
    private sealed record Expectation(ReasonedDecision Decision, string Verdicts, List<(string?, bool)> Found, string? Text);
}

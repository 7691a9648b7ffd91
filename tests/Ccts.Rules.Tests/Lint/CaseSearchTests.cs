using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Lint;

/// <summary>The search behind lint never calls impossible what a decision shows to be possible.</summary>
public sealed class CaseSearchTests
{
    private static readonly string[] Tests =
    [
        """{ "fact": "a.flag", "is": true }""", """{ "fact": "a.flag", "isNot": true }""", """{ "fact": "a.flag", "exists": false }""",
        """{ "fact": "a.word", "is": "one" }""", """{ "fact": "a.word", "notIn": ["one"] }""", """{ "fact": "a.word", "exists": true }""",
        """{ "fact": "a.count", "atMost": "2" }""", """{ "fact": "a.count", "moreThan": "2" }""", """{ "fact": "a.count", "between": ["1", "2"] }""",
        """{ "fact": "a.count", "lessThan": { "parameter": "market.oversale.breaches" } }""", """{ "fact": "a.count", "in": ["1", "3"] }""",
        """{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor" } }""", """{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor", "or": "2 INR" } }""",
        """{ "parameter": "market.price.floor", "exists": false }""", """{ "parameter": "market.oversale.breaches", "exists": true }""",
        """{ "fact": "a.day", "before": { "fact": "request.date" } }""", """{ "fact": "request.date", "onOrAfter": { "fact": "a.day" } }""", """{ "fact": "a.day", "after": "2026-11-22" }""",
        """{ "fact": "a.day", "plus": "1", "after": { "fact": "request.date" } }""", """{ "fact": "a.year", "is": { "fact": "request.year" } }""", """{ "yearOf": { "fact": "a.day" }, "is": { "fact": "a.year" } }""",
        """{ "fact": "a.set", "contains": "x" }""", """{ "fact": "a.set", "lacks": "x" }""", """{ "fact": "a.set", "contains": { "fact": "a.text" } }""",
        """{ "fact": "a.text", "listedIn": "offset.methodologies" }""", """{ "fact": "a.text", "notListedIn": "offset.methodologies" }""", """{ "fact": "a.text", "is": { "fact": "a.word" } }""",
    ];

    private static readonly string[][] Facts =
    [
        ["\"a.flag\": true", "\"a.flag\": false"], ["\"a.word\": \"one\"", "\"a.word\": \"two\""], ["\"a.count\": \"1\"", "\"a.count\": \"2\"", "\"a.count\": \"3\""],
        ["\"a.price\": \"1 INR\"", "\"a.price\": \"2 INR\""], ["\"a.day\": \"2026-11-22\"", "\"a.day\": \"2026-11-23\"", "\"a.day\": \"2026-11-24\""],
        ["\"a.year\": \"2025-26\"", "\"a.year\": \"2026-27\""], ["\"a.set\": [\"x\"]", "\"a.set\": []"], ["\"a.text\": \"BM EN01.001\"", "\"a.text\": \"one\"", "\"a.text\": \"x\""],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_a_case_shows_is_possible(int seed)
    {
        var random = new Random(seed);
        var ruleset = TestRuleset.Read(string.Join(",", Enumerable.Range(0, 150).Select(i => TestRuleset.Rule(Condition(random, 3), "r" + i, "refer"))));
        var requests = Enumerable.Range(0, 150).Select(_ => TestRuleset.Request(ruleset, Case(random))).ToList();
        foreach (var rule in ruleset.Rules.Rules)
        {
            var seen = requests.Select(r => new ConditionInterpreter(r.Facts, r.Date, ruleset.Parameters).Evaluate(rule.When).Verdict).ToHashSet();
            foreach (var free in new[] { true, false })
            {
                bool CanBe(Demand demand) => OpenLaw.Spans(ruleset, [rule.When], free).Any(s => new CaseSearch(s).CanBe([(rule.When, demand)]));
                Assert.True(!seen.Contains(Verdict.Pass) || CanBe(Demand.Pass), $"pass: {ConditionWords.Of(rule.When)}");
                Assert.True(!seen.Contains(Verdict.Fail) || CanBe(Demand.Fail), $"fail: {ConditionWords.Of(rule.When)}");
                Assert.True(seen.All(v => v == Verdict.Fail) || free || CanBe(Demand.NotFail), $"not fail: {ConditionWords.Of(rule.When)}");
                Assert.True(seen.All(v => v == Verdict.Pass) || free || CanBe(Demand.NotPass), $"not pass: {ConditionWords.Of(rule.When)}");
            }
        }
    }

    private static string Condition(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            return Tests[random.Next(Tests.Length)];
        }

        var kind = new[] { "all", "any", "none" }[random.Next(3)];
        return $$"""{ "{{kind}}": [{{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, depth - 1)))}}] }""";
    }

    private static string Case(Random random) =>
        string.Join(", ", Facts.Where(_ => random.Next(3) > 0).Select(f => f[random.Next(f.Length)]));
}

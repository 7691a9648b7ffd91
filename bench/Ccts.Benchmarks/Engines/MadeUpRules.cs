using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Benchmarks.Engines;

/// <summary>
/// Thirty made-up checks over five facts, like those of an order path: 22 limits, 2 exact values, 4 comparisons of facts and
/// 2 sums. <see cref="HandWritten"/> makes the same ones.
/// </summary>
internal static class MadeUpRules
{
    internal static readonly string[] Facts = ["price", "quantity", "balance", "open", "score"];

    private static readonly (string Fact, string Test, string Against)[] Checks =
    [
        ("price", "lessThan", "100"), ("price", "lessThan", "250.5"), ("price", "moreThan", "9000"), ("price", "atLeast", "7500.25"), ("price", "atMost", "10"), ("price", "is", "0"),
        ("quantity", "lessThan", "1"), ("quantity", "moreThan", "900"), ("quantity", "atLeast", "750"), ("quantity", "atMost", "0.5"), ("quantity", "moreThan", "990.125"), ("quantity", "is", "500"),
        ("balance", "lessThan", "10"), ("balance", "lessThan", "50.5"), ("balance", "atMost", "5"), ("balance", "moreThan", "9990"), ("balance", "atLeast", "9950"),
        ("open", "moreThan", "4000"), ("open", "atLeast", "4500.75"), ("open", "lessThan", "2"), ("open", "atMost", "1"),
        ("score", "lessThan", "5"), ("score", "atMost", "10.5"), ("score", "moreThan", "95"),
        ("quantity", "moreThan", "=balance"), ("open", "moreThan", "=balance"), ("quantity", "moreThan", "=open"), ("open", "atLeast", "=quantity"),
        ("quantity", "moreThan", "+open=balance"), ("balance", "lessThan", "+quantity=open"),
    ];

    /// <summary>The checks as rules about trade, so many times over, and rules about banking beside them.</summary>
    internal static Ruleset Ruleset(int times = 1, int others = 0)
    {
        var files = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2025-26");
        var copy = files.Paths.Where(p => !p.StartsWith("tests/", StringComparison.Ordinal)).ToDictionary(p => p, p => files.Find(p)!.Bytes, StringComparer.Ordinal);
        copy["facts.json"] = Encoding.UTF8.GetBytes("{ \"facts\": {" + string.Join(",", Facts.Select(f => $$"""
            "{{f}}": { "type": "quantity", "unit": "{{Unit(f)}}", "description": "Made up." }
            """)) + "} }");
        var rules = Enumerable.Range(0, times).SelectMany(t => Checks.Select((c, i) => Rule($"c{t}-{i}", "trade", When(c, t))))
            .Concat(Enumerable.Range(0, others).Select(i => Rule("other-" + i, "bank", When(Checks[i % Checks.Length], i))));
        copy["rules.json"] = Encoding.UTF8.GetBytes("{ \"rules\": [" + string.Join(",", rules) + "] }");
        return RulesetReader.Read(RulesetFiles.FromMemory("made up", copy));
    }

    private static string Unit(string fact) => fact is "price" or "score" ? "INR" : "tCO2e";

    // Copies have limits of their own, so that no test is shared.
    private static string When((string Fact, string Test, string Against) check, int copy)
    {
        var unit = Unit(check.Fact) == "INR" ? "INR" : "t";
        var at = check.Against.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
        {
            var limit = decimal.Parse(check.Against, CultureInfo.InvariantCulture) + (copy * 0.125m);
            return $$"""{ "fact": "{{check.Fact}}", "{{check.Test}}": "{{limit.ToString(CultureInfo.InvariantCulture)}} {{unit}}" }""";
        }

        var plus = at > 0 ? $$""", "plus": { "fact": "{{check.Against[1..at]}}" }""" : copy > 0 ? $$""", "plus": "{{copy}} t" """ : "";
        return $$"""{ "fact": "{{check.Fact}}"{{plus}}, "{{check.Test}}": { "fact": "{{check.Against[(at + 1)..]}}" } }""";
    }

    private static string Rule(string id, string purpose, string when) => $$"""
        { "id": "{{id}}", "title": "Made up", "appliesTo": { "purposes": ["{{purpose}}"] }, "when": {{when}},
          "then": { "effect": "deny", "code": "{{id}}", "message": { "en": "Made up.", "hi": "Made up." } },
          "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }
        """;
}

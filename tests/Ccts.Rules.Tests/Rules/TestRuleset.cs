using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Rules;

/// <summary>The shipped year 2025-26 with other facts, rules or parameters, as files.</summary>
internal static class TestRuleset
{
    internal const string Facts = """
        "a.flag": { "type": "flag", "description": "A flag." },
        "a.word": { "type": "choice", "of": ["one", "two"], "description": "A choice." },
        "a.text": { "type": "text", "description": "A text." },
        "a.count": { "type": "number", "unit": "count", "description": "A count." },
        "a.price": { "type": "quantity", "unit": "INR", "description": "A price." },
        "a.mass": { "type": "quantity", "unit": "tCO2e", "description": "A mass." },
        "a.day": { "type": "date", "description": "A day." },
        "a.year": { "type": "year", "description": "A year." },
        "a.set": { "type": "set", "of": ["x", "y"], "description": "A set." }
        """;

    internal static Dictionary<string, byte[]> Shipped(string folder = "in-ccts/2025-26")
    {
        var files = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/" + folder);
        return files.Paths.ToDictionary(p => p, p => files.Find(p)!.Bytes, StringComparer.Ordinal);
    }

    internal static RulesetFiles Files(string rules, string facts = Facts, string parameters = "")
    {
        var files = Shipped().Where(f => !f.Key.StartsWith("tests/", StringComparison.Ordinal) && !f.Key.StartsWith("proformas/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        files["facts.json"] = Encoding.UTF8.GetBytes("{ \"facts\": {" + facts + "} }");
        files["rules.json"] = Encoding.UTF8.GetBytes("{ \"rules\": [" + rules + "] }");
        files["parameters.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["parameters.json"]).Replace("\"parameters\": {", "\"parameters\": {" + parameters, StringComparison.Ordinal));
        return RulesetFiles.FromMemory("test", files);
    }

    internal static string Rule(string when, string id = "r", string effect = "deny", string more = "", string applies = """{ "purposes": ["trade"] }""", string message = "Says.") => $$"""
        { "id": "{{id}}", "title": "A rule", "appliesTo": {{applies}}, "when": {{when}},
          "then": { "effect": "{{effect}}", "code": "c-{{id}}", "message": { "en": "{{message}}", "hi": "{{message}}" } },
          {{more}} "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }
        """;

    internal static Ruleset Read(string rules, string facts = Facts, string parameters = "") => RulesetReader.Read(Files(rules, facts, parameters));

    /// <summary>One value of a parameter; null where it is not known.</summary>
    internal static string Dated(string from, string? to, string? value, string unit) =>
        $$"""{ "from": "{{from}}", {{(to is null ? "" : $"\"to\": \"{to}\", ")}}"value": {{(value is null ? "null, \"reason\": \"made up\", \"settledBy\": \"nobody\"" : $"\"{value}\"")}}, "unit": "{{unit}}", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "{{(value is null ? "unknown" : "assumption")}}" }""";

    internal static IReadOnlyList<string> Codes(string rules, string facts = Facts)
    {
        RulesetReader.TryRead(Files(rules, facts), out _, out var problems);
        return problems.Select(p => p.Code).ToList();
    }

    internal static DecisionRequest Request(Ruleset ruleset, string facts, string date = "2026-11-23", string purpose = "trade")
    {
        var json = $$"""{ "purpose": "{{purpose}}", "year": "2025-26", "date": "{{date}}", "facts": {{{facts}}} }""";
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), "request", ruleset.Rules.Vocabulary, out var request, out var problems), string.Join("\n", problems));
        return request;
    }

    internal static ReasonedDecision Decide(string rules, string facts, string date = "2026-11-23")
    {
        var ruleset = Read(rules);
        return new RuleInterpreter(ruleset).Decide(Request(ruleset, facts, date));
    }
}

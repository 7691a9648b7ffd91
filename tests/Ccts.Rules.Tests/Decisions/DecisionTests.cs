using System.Linq;
using System.Text;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Tests.Rules;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>Outcomes, exceptions, findings and their JSON.</summary>
public sealed class DecisionTests
{
    private static readonly string Base = TestRuleset.Rule("""{ "fact": "a.price", "lessThan": "100 INR" }""", "base", message: "The price is {a.price}.");
    private static readonly string Exception = TestRuleset.Rule("""{ "all": [{ "fact": "a.price", "lessThan": "100 INR" }, { "fact": "a.flag", "is": true }] }""", "exception", "allow", """ "overrides": ["base"], """);

    [Theory]
    [InlineData("\"a.price\": \"99 INR\"", "refer", "base?")]
    [InlineData("\"a.price\": \"99 INR\", \"a.flag\": false", "deny", "base")]
    [InlineData("\"a.price\": \"99 INR\", \"a.flag\": true", "permit", "exception")]
    [InlineData("\"a.price\": \"100 INR\"", "permit", "")]
    [InlineData("\"a.flag\": false", "refer", "base?")]
    public void An_exception_sets_its_base_aside_where_it_holds(string facts, string outcome, string findings)
    {
        var decision = TestRuleset.Decide(Base + "," + Exception, facts);

        Assert.Equal(outcome, decision.Outcome.ToString().ToLowerInvariant());
        Assert.Equal(findings, string.Join(",", decision.Findings.Select(f => f.Rule + (f.Certain ? "" : "?"))));
    }

    [Fact]
    public void An_exception_to_an_exception_restores_the_base()
    {
        var third = TestRuleset.Rule("""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""", "third", "warn", """ "overrides": ["exception"], """);

        Assert.Equal(Outcome.Deny, TestRuleset.Decide(string.Join(",", Base, Exception, third), "\"a.price\": \"99 INR\", \"a.flag\": true, \"a.count\": \"1\"").Outcome);
        Assert.Equal(Outcome.Permit, TestRuleset.Decide(string.Join(",", Base, Exception, third), "\"a.price\": \"99 INR\", \"a.flag\": true, \"a.count\": \"2\"").Outcome);
    }

    [Fact]
    public void A_finding_says_input_limit_unit_parameter_and_day()
    {
        var rule = TestRuleset.Rule("""{ "fact": "a.count", "atLeast": { "parameter": "market.oversale.breaches" } }""", message: "{a.count} of {market.oversale.breaches}");
        var finding = TestRuleset.Decide(rule, "\"a.count\": \"4\"").Findings.Single();

        Assert.Equal(("a.count", "4", "3", "count"), (finding.Input, finding.InputValue, finding.Limit, finding.Unit));
        Assert.Equal(("market.oversale.breaches", new LocalDate(2025, 4, 1)), (finding.Parameter, finding.Effective!.Value));
        Assert.Equal("4 of 3", finding.Message);
        Assert.Equal("CCTS-SDK", finding.Standing!.Source.Instrument);
    }

    [Fact]
    public void What_no_rule_is_about_is_referred()
    {
        var ruleset = TestRuleset.Read(Base);
        var decision = new RuleInterpreter(ruleset).Decide(TestRuleset.Request(ruleset, "", purpose: "bank"));

        Assert.Equal(Outcome.Refer, decision.Outcome);
        Assert.Equal("no-rule-for-purpose", decision.Findings.Single().Code);
    }

    [Fact]
    public void A_warning_decides_nothing_even_when_it_cannot_be_said()
    {
        var warn = TestRuleset.Rule("""{ "fact": "a.flag", "is": true }""", effect: "warn");

        Assert.Equal(Outcome.Permit, TestRuleset.Decide(warn, "\"a.flag\": true").Outcome);
        Assert.Equal(Outcome.Permit, TestRuleset.Decide(warn, "").Outcome);
    }

    [Fact]
    public void A_rule_for_certain_units_stays_open_while_the_kind_is_not_stated()
    {
        var facts = TestRuleset.Facts + """, "unit.kind": { "type": "choice", "of": ["ccc", "rec"], "description": "Kind." }""";
        var ruleset = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }""", applies: """{ "purposes": ["trade"], "unitKinds": ["ccc"] }"""), facts);
        var interpreter = new RuleInterpreter(ruleset);

        Assert.Equal(Outcome.Refer, interpreter.Decide(TestRuleset.Request(ruleset, "\"a.flag\": true")).Outcome);
        Assert.Equal(Outcome.Permit, interpreter.Decide(TestRuleset.Request(ruleset, "\"a.flag\": true, \"unit.kind\": \"rec\"")).Outcome);
        Assert.Equal(Outcome.Deny, interpreter.Decide(TestRuleset.Request(ruleset, "\"a.flag\": true, \"unit.kind\": \"ccc\"")).Outcome);
    }

    [Theory]
    [InlineData("unknown-fact", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.flagg": true } }""")]
    [InlineData("unknown-fact", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "request.date": "2026-11-23" } }""")]
    [InlineData("unknown-word", """{ "purpose": "gift", "year": "2025-26", "date": "2026-11-23", "facts": {} }""")]
    [InlineData("bad-value", """{ "purpose": "trade", "year": "2025-27", "date": "2026-11-23", "facts": {} }""")]
    [InlineData("missing-key", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23" }""")]
    [InlineData("wrong-type", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.count": 3 } }""")]
    [InlineData("bad-value", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.price": "1000000000000000 INR" } }""")]
    [InlineData("bad-value", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.price": "0.0000000000001 INR" } }""")]
    [InlineData("bad-value", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.set": ["z"] } }""")]
    [InlineData("json-duplicate-key", """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "a.flag": true, "a.flag": false } }""")]
    [InlineData("json-syntax", "{")]
    public void A_bad_request_is_refused(string code, string json)
    {
        Assert.False(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), "request", TestRuleset.Read(Base).Rules.Vocabulary, out _, out var problems));
        Assert.Contains(code, problems.Select(p => p.Code));
    }

    [Fact]
    public void The_JSON_is_the_documented_one()
    {
        var json = DecisionJson.Write(TestRuleset.Decide(Base, "\"a.price\": \"99 INR\""), explain: true);

        Assert.Equal(["id", "outcome", "purpose", "year", "date", "ruleset", "findings", "assumptions", "rules"], json.Select(m => m.Key));
        Assert.Equal(["rule", "effect", "code", "certain", "clause", "force", "evidence", "input", "value", "limit", "unit", "parameter", "effective", "missing", "message"], json["findings"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal("The price is 99 INR.", json["findings"]![0]!["message"]!["en"]!.GetValue<string>());
        Assert.Equal("yes", json["rules"]![0]!["fires"]!.GetValue<string>());
        Assert.Equal("base", json["assumptions"]![0]!["rule"]!.GetValue<string>());
    }
}

using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Tests.Rules;

/// <summary>One mistake each in rules and vocabulary: the reader names it, with its place.</summary>
public sealed class StrictRulesTests
{
    private const string Flag = """{ "fact": "a.flag", "is": true }""";

    [Theory]
    [InlineData("unknown-fact", """{ "fact": "a.flaag", "is": true }""")]
    [InlineData("unknown-parameter", """{ "fact": "a.price", "lessThan": { "parameter": "market.price.flor" } }""")]
    [InlineData("type-mismatch", """{ "fact": "a.price", "lessThan": { "fact": "a.mass" } }""")]
    [InlineData("type-mismatch", """{ "fact": "a.day", "lessThan": "2026-03-31" }""")]
    [InlineData("type-mismatch", """{ "fact": "a.price", "before": "1 INR" }""")]
    [InlineData("type-mismatch", """{ "fact": "a.set", "is": "x" }""")]
    [InlineData("type-mismatch", """{ "fact": "a.text", "contains": "x" }""")]
    [InlineData("type-mismatch", """{ "fact": "a.price", "times": { "fact": "a.price" }, "is": "1 INR" }""")]
    [InlineData("type-mismatch", """{ "fact": "a.count", "lessThan": { "parameter": "market.oversale.bar" } }""")]
    [InlineData("type-mismatch", """{ "lastDayOf": { "fact": "a.day" }, "is": "2026-03-31" }""")]
    [InlineData("bad-value", """{ "fact": "a.price", "lessThan": "1 t" }""")]
    [InlineData("bad-value", """{ "fact": "a.word", "is": "three" }""")]
    [InlineData("bad-value", """{ "fact": "a.count", "is": "1e3" }""")]
    [InlineData("wrong-type", """{ "fact": "a.count", "is": 1 }""")]
    [InlineData("wrong-type", """{ "fact": "a.flag", "is": "true" }""")]
    [InlineData("bad-condition", """{ "fact": "a.flag" }""")]
    [InlineData("bad-condition", """{ "fact": "a.flag", "is": true, "isNot": false }""")]
    [InlineData("bad-operand", """{ "is": true }""")]
    [InlineData("bad-operand", """{ "fact": "a.flag", "parameter": "market.price.floor", "is": true }""")]
    [InlineData("unknown-key", """{ "fact": "a.flag", "iss": true, "is": true }""")]
    [InlineData("unknown-key", """{ "all": [{ "fact": "a.flag", "is": true }], "any": [] }""")]
    [InlineData("empty-combination", """{ "all": [] }""")]
    [InlineData("bad-range", """{ "fact": "a.count", "between": ["3", "1"] }""")]
    [InlineData("bad-range", """{ "fact": "a.text", "between": ["3", "1"] }""")]
    [InlineData("bad-list", """{ "fact": "a.text", "in": [] }""")]
    [InlineData("values-or-table", """{ "fact": "a.text", "listedIn": "market.price.floor" }""")]
    [InlineData("values-or-table", """{ "parameter": "offset.methodologies", "exists": true }""")]
    public void A_mistake_in_a_condition_is_found(string code, string when) => Assert.Contains(code, TestRuleset.Codes(TestRuleset.Rule(when)));

    [Theory]
    [InlineData("dangling-override", """ "overrides": ["nobody"], """, "allow")]
    [InlineData("allow-without-override", "", "allow")]
    [InlineData("circular-override", """ "overrides": ["r"], """, "allow")]
    public void A_mistake_in_precedence_is_found(string code, string more, string effect) =>
        Assert.Contains(code, TestRuleset.Codes(TestRuleset.Rule(Flag, effect: effect, more: more)));

    /// <summary>Half a thousand exceptions against half a thousand rules, each of nineteen conditions over one fact: ninety million comparisons.</summary>
    [Fact]
    public void Rules_that_would_take_for_ever_to_hold_against_each_other_are_refused()
    {
        static string When(int from) => "{ \"all\": [" + string.Join(",", Enumerable.Range(from, 19).Select(n => $$"""{ "fact": "a.price", "lessThan": "{{n}} INR" }""")) + "] }";
        var denials = Enumerable.Range(0, 500).Select(i => TestRuleset.Rule(When(i * 20), "no" + i));
        var exceptions = Enumerable.Range(0, 500).Select(i => TestRuleset.Rule(When(100_000 + (i * 20)), "yes" + i, "allow", $$""" "overrides": ["no{{i}}"], """));

        Assert.Contains("too-many-exceptions", TestRuleset.Codes(string.Join(",", exceptions.Take(300).Concat(denials).Concat(exceptions.Skip(300)))));
    }

    [Fact]
    public void Two_rules_that_answer_differently_over_one_fact_need_precedence()
    {
        const string Base = """{ "fact": "a.word", "isNot": "one" }""";
        var other = TestRuleset.Rule("""{ "fact": "a.count", "is": "1" }""", "base");
        var denial = TestRuleset.Rule(Base, "no");

        Assert.Contains("contradiction", TestRuleset.Codes(string.Join(",", other, denial, TestRuleset.Rule("""{ "fact": "a.word", "is": "two" }""", "yes", "allow", """ "overrides": ["base"], """))));
        Assert.Empty(TestRuleset.Codes(string.Join(",", other, denial, TestRuleset.Rule("""{ "fact": "a.word", "is": "one" }""", "yes", "allow", """ "overrides": ["base"], """))));
        Assert.Empty(TestRuleset.Codes(string.Join(",", other, denial, TestRuleset.Rule("""{ "fact": "a.word", "is": "two" }""", "yes", "allow", """ "overrides": ["base", "no"], """))));
    }

    [Fact]
    public void The_same_condition_with_two_effects_is_a_contradiction() =>
        Assert.Contains("contradiction", TestRuleset.Codes(TestRuleset.Rule(Flag, "one") + "," + TestRuleset.Rule(Flag, "other", "refer")));

    [Theory]
    [InlineData("lessThan", "\"3\"")]
    [InlineData("isNot", "\"3\"")]
    [InlineData("is", "{ \"fact\": \"a.count\" }")]
    public void An_allowance_by_a_limit_beside_a_denial_by_a_list_is_compared(string test, string limit)
    {
        var denial = TestRuleset.Rule("""{ "fact": "a.count", "in": ["3", "4"] }""", "no");
        var codes = TestRuleset.Codes(string.Join(",", TestRuleset.Rule(Flag, "base"), denial, TestRuleset.Rule($$"""{ "fact": "a.count", "{{test}}": {{limit}} }""", "yes", "allow", """ "overrides": ["base"], """)));

        Assert.Contains("contradiction", codes);
    }

    [Fact]
    public void A_longer_circle_is_found_too()
    {
        var codes = TestRuleset.Codes(string.Join(
            ",",
            TestRuleset.Rule(Flag, "p", more: """ "overrides": ["q"], """),
            TestRuleset.Rule(Flag, "q", more: """ "overrides": ["s"], """),
            TestRuleset.Rule(Flag, "s", more: """ "overrides": ["p"], """)));

        Assert.Equal(3, codes.Count(c => c == "circular-override"));
    }

    [Fact]
    public void Rules_about_different_requests_cannot_override_each_other() =>
        Assert.Contains("idle-override", TestRuleset.Codes(TestRuleset.Rule(Flag, "one") + "," + TestRuleset.Rule(Flag, "two", "allow", """ "overrides": ["one"], """, """{ "purposes": ["mint"] }""")));

    [Theory]
    [InlineData("unknown-placeholder", "The {a.prise} is low.")]
    [InlineData("bad-message", "The {a.price is low.")]
    public void A_placeholder_names_a_fact_or_a_parameter(string code, string message) =>
        Assert.Contains(code, TestRuleset.Codes(TestRuleset.Rule(Flag, message: message)));

    [Fact]
    public void English_and_Hindi_show_the_same() =>
        Assert.Contains("placeholders-differ", TestRuleset.Codes(TestRuleset.Rule(Flag).Replace("\"en\": \"Says.\"", "\"en\": \"Says {a.price}.\"")));

    [Theory]
    [InlineData("fact-unit", """ "x": { "type": "number", "description": "d" } """)]
    [InlineData("fact-unit", """ "x": { "type": "flag", "unit": "INR", "description": "d" } """)]
    [InlineData("unknown-unit", """ "x": { "type": "quantity", "unit": "furlong", "description": "d" } """)]
    [InlineData("fact-words", """ "x": { "type": "choice", "description": "d" } """)]
    [InlineData("fact-words", """ "x": { "type": "choice", "of": ["p", "p"], "description": "d" } """)]
    [InlineData("unknown-word", """ "x": { "type": "double", "description": "d" } """)]
    [InlineData("duplicate-id", """ "request.date": { "type": "date", "description": "d" } """)]
    [InlineData("bad-path", """ "X y": { "type": "date", "description": "d" } """)]
    public void A_mistake_in_the_vocabulary_is_found(string code, string fact) => Assert.Contains(code, TestRuleset.Codes("", fact));

    [Fact]
    public void Every_mistake_of_a_file_is_named_at_once_with_its_place()
    {
        RulesetReader.TryRead(TestRuleset.Files(TestRuleset.Rule("""{ "all": [{ "fact": "no.such", "is": true }, { "fact": "a.price", "is": "1 t" }] }""", effect: "forbid")), out _, out var problems);

        Assert.Equal(["unknown-fact", "bad-value", "unknown-word"], problems.Select(p => p.Code));
        Assert.Equal("/rules/0/when/all/0/fact", problems[0].Place.Pointer);
        Assert.All(problems, p => Assert.Equal("test/rules.json", p.Place.File));
    }

    [Fact]
    public void Depth_and_number_of_conditions_are_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("""{ "all": [""", 20)) + Flag + string.Concat(Enumerable.Repeat("] }", 20));
        var many = """{ "all": [""" + string.Join(",", Enumerable.Repeat(Flag, 300)) + "] }";

        Assert.Contains("too-many-conditions", TestRuleset.Codes(TestRuleset.Rule(deep)));
        Assert.Contains("too-many-conditions", TestRuleset.Codes(TestRuleset.Rule(many)));
    }
}

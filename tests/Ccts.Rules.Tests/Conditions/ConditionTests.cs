using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Conditions;

/// <summary>Every kind of condition: when it holds, when not, and when it cannot be said.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("""{ "fact": "a.flag", "is": true }""", "\"a.flag\": true", "\"a.flag\": false")]
    [InlineData("""{ "fact": "a.word", "is": "one" }""", "\"a.word\": \"one\"", "\"a.word\": \"two\"")]
    [InlineData("""{ "fact": "a.word", "isNot": "one" }""", "\"a.word\": \"two\"", "\"a.word\": \"one\"")]
    [InlineData("""{ "fact": "a.text", "is": { "fact": "a.word" } }""", "\"a.word\": \"one\", \"a.text\": \"one\"", "\"a.word\": \"one\", \"a.text\": \"two\"")]
    [InlineData("""{ "fact": "a.text", "in": ["p", "q"] }""", "\"a.text\": \"q\"", "\"a.text\": \"r\"")]
    [InlineData("""{ "fact": "a.text", "notIn": ["p", "q"] }""", "\"a.text\": \"r\"", "\"a.text\": \"q\"")]
    [InlineData("""{ "fact": "a.count", "lessThan": "3" }""", "\"a.count\": \"2.999999999999\"", "\"a.count\": \"3.0\"")]
    [InlineData("""{ "fact": "a.count", "atMost": "3" }""", "\"a.count\": \"3.00\"", "\"a.count\": \"3.000000000001\"")]
    [InlineData("""{ "fact": "a.count", "moreThan": "3" }""", "\"a.count\": \"4\"", "\"a.count\": \"3\"")]
    [InlineData("""{ "fact": "a.count", "atLeast": "3" }""", "\"a.count\": \"3\"", "\"a.count\": \"-3\"")]
    [InlineData("""{ "fact": "a.count", "between": ["1", "3"] }""", "\"a.count\": \"1\"", "\"a.count\": \"3.1\"")]
    [InlineData("""{ "fact": "a.price", "is": "1 lakh" }""", "\"a.price\": \"100000 INR\"", "\"a.price\": \"100000.01 INR\"")]
    [InlineData("""{ "fact": "a.mass", "moreThan": "1 kt" }""", "\"a.mass\": \"1000.001 t\"", "\"a.mass\": \"1000 tCO2e\"")]
    [InlineData("""{ "fact": "a.mass", "minus": "1 t", "is": "0.5 t" }""", "\"a.mass\": \"1.5 t\"", "\"a.mass\": \"1.6 t\"")]
    [InlineData("""{ "value": { "fact": "a.mass", "times": "0.1" }, "plus": "1 t", "is": "1.2 t" }""", "\"a.mass\": \"2 t\"", "\"a.mass\": \"2.1 t\"")]
    [InlineData("""{ "fact": "a.day", "before": "2026-04-01" }""", "\"a.day\": \"2026-03-31\"", "\"a.day\": \"2026-04-01\"")]
    [InlineData("""{ "fact": "a.day", "onOrAfter": { "fact": "request.date" } }""", "\"a.day\": \"2026-11-23\"", "\"a.day\": \"2026-11-22\"")]
    [InlineData("""{ "fact": "a.day", "plus": { "parameter": "market.oversale.bar" }, "is": "2026-02-28" }""", "\"a.day\": \"2025-08-31\"", "\"a.day\": \"2025-08-27\"")]
    [InlineData("""{ "fact": "request.date", "minus": { "fact": "a.day" }, "atMost": "90" }""", "\"a.day\": \"2026-08-25\"", "\"a.day\": \"2026-08-24\"")]
    [InlineData("""{ "fact": "a.year", "after": { "fact": "request.year" } }""", "\"a.year\": \"2026-27\"", "\"a.year\": \"2025-26\"")]
    [InlineData("""{ "lastDayOf": { "fact": "a.year" }, "is": "2027-03-31" }""", "\"a.year\": \"2026-27\"", "\"a.year\": \"2025-26\"")]
    [InlineData("""{ "firstDayOf": { "fact": "a.year" }, "is": "2026-04-01" }""", "\"a.year\": \"2026-27\"", "\"a.year\": \"2025-26\"")]
    [InlineData("""{ "yearOf": { "fact": "a.day" }, "is": "2025-26" }""", "\"a.day\": \"2026-03-31\"", "\"a.day\": \"2026-04-01\"")]
    [InlineData("""{ "fact": "a.set", "contains": "x" }""", "\"a.set\": [\"y\", \"x\"]", "\"a.set\": [\"y\"]")]
    [InlineData("""{ "fact": "a.set", "lacks": "x" }""", "\"a.set\": []", "\"a.set\": [\"x\"]")]
    [InlineData("""{ "fact": "a.text", "listedIn": "offset.methodologies" }""", "\"a.text\": \"BM EN01.001\"", "\"a.text\": \"BM\"")]
    [InlineData("""{ "none": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""", "\"a.flag\": false, \"a.count\": \"2\"", "\"a.flag\": false, \"a.count\": \"1\"")]
    [InlineData("""{ "any": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""", "\"a.flag\": true", "\"a.flag\": false, \"a.count\": \"2\"")]
    [InlineData("""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""", "\"a.flag\": true, \"a.count\": \"1\"", "\"a.count\": \"2\"")]
    public void A_condition_holds_fails_and_cannot_be_said_without_its_facts(string when, string holds, string fails)
    {
        Assert.Equal(Verdict.Pass, Verdict_(when, holds));
        Assert.Equal(Verdict.Fail, Verdict_(when, fails));
        Assert.Equal(Verdict.CannotSay, Verdict_(when, ""));
    }

    [Fact]
    public void Existence_can_always_be_said()
    {
        Assert.Equal(Verdict.Pass, Verdict_("""{ "fact": "a.flag", "exists": false }""", ""));
        Assert.Equal(Verdict.Fail, Verdict_("""{ "fact": "a.flag", "exists": true }""", ""));
        Assert.Equal(Verdict.Fail, Verdict_("""{ "parameter": "market.price.floor", "exists": true }""", ""));
    }

    [Fact]
    public void An_unknown_of_the_law_is_not_zero_and_says_who_can_settle_it()
    {
        var decision = TestRuleset.Decide(TestRuleset.Rule("""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor" } }"""), "\"a.price\": \"0 INR\"");

        Assert.Equal(Outcome.Refer, decision.Outcome);
        var missing = Assert.Single(decision.Findings[0].Missing);
        Assert.Equal((MissingKind.Parameter, "market.price.floor", "CERC"), (missing.Kind, missing.Name, missing.SettledBy));
    }

    [Fact]
    public void What_a_decimal_cannot_hold_exactly_cannot_be_said()
    {
        var digits = "0.123456789012";
        var decision = TestRuleset.Decide(
            TestRuleset.Rule("""{ "value": { "value": { "fact": "a.mass", "times": "0.123456789012" }, "times": "0.123456789012" }, "moreThan": "0 t" }"""),
            $"\"a.mass\": \"{digits} t\"");

        Assert.Equal(Outcome.Refer, decision.Outcome);
        Assert.Equal(MissingKind.Computation, decision.Findings[0].Missing.Single().Kind);
    }

    private static Verdict Verdict_(string when, string facts) =>
        TestRuleset.Decide(TestRuleset.Rule(when), facts).Rules.Single().Verdict;
}

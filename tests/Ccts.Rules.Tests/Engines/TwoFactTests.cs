using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Two facts held against each other or added up: either may be missing, and what a case before left behind is never taken for it.</summary>
public sealed class TwoFactTests
{
    private static readonly (string Fact, string[] Values, string[] Tests)[] Kinds =
    [
        ("flag", ["true", "false"], ["is", "isNot"]),
        ("text", ["\"p\"", "\"q\""], ["is", "isNot"]),
        ("day", ["\"2026-11-22\"", "\"2026-11-23\""], ["is", "isNot", "before", "onOrBefore", "after", "onOrAfter"]),
        ("year", ["\"2025-26\"", "\"2026-27\""], ["is", "isNot", "before", "onOrBefore", "after", "onOrAfter"]),
        ("count", ["\"1\"", "\"1.0001\"", "\"2\""], ["is", "isNot", "lessThan", "atMost", "moreThan", "atLeast"]),
    ];

    [Fact]
    public void Of_two_facts_either_may_be_missing()
    {
        foreach (var (fact, values, tests) in Kinds)
        {
            var engine = Engine(tests.Select(t => TestRuleset.Rule($$"""{ "fact": "a.{{fact}}", "{{t}}": { "fact": "b.{{fact}}" } }""", t.ToLowerInvariant())));

            // Each case after each other, so that what one leaves in a frame is what the next might find there.
            var cases = (from a in values.Prepend(null) from b in values.Prepend(null) select (a, b)).ToList();
            var orders = from first in cases from second in cases from one in new[] { first, second } select Facts(fact, one.a, one.b);
            Agreement.Check(engine, orders.Select(f => TestRuleset.Request(engine.Ruleset, f)).ToList());
        }
    }

    [Fact]
    public void Of_the_days_between_two_either_may_be_missing()
    {
        var engine = Engine([TestRuleset.Rule("""{ "fact": "a.day", "minus": { "fact": "b.day" }, "atLeast": "0" }""")]);
        var days = new[] { null, "\"2026-11-22\"", "\"2026-11-23\"" };
        var cases = from a in days from b in days select Facts("day", a, b);
        Agreement.Check(engine, cases.Select(f => TestRuleset.Request(engine.Ruleset, f)).ToList());
    }

    [Theory]
    [InlineData("plus")]
    [InlineData("minus")]
    public void Where_the_scale_does_not_hold_a_fact_the_sum_goes_by_decimals(string step)
    {
        // Three decimals are held. As codes 1.0001 and 1.0001 would make 2.001, and two that are even and odd would make neither.
        var tests = new[] { "is", "isNot", "lessThan", "atMost", "moreThan", "atLeast" };
        var limits = new[] { "2.001", "2", "2.002", "0", "-0.001", "0.001", "3.001" };
        var engine = Engine(from test in tests from limit in limits select TestRuleset.Rule($$"""{ "fact": "a.count", "{{step}}": { "fact": "b.count" }, "{{test}}": "{{limit}}" }""", $"{test.ToLowerInvariant()}{limit.Replace('.', 'x').Replace('-', 'y')}"));
        var lone = Engine([TestRuleset.Rule($$"""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "{{step}}": { "fact": "b.count" }, "lessThan": "2.001" }] }""")]);
        Assert.All(engine.Exactness.Conditions.Concat(lone.Exactness.Conditions.Skip(1)), c => Assert.True(c.IsScaled, c.Why));

        var amounts = new[] { null, "\"1\"", "\"2\"", "\"1.0001\"", "\"1.0009\"", "\"-1.0001\"", "\"1.001\"", "\"999999999999999.999999999999\"", "\"-999999999999999.999999999999\"" };
        foreach (var one in new[] { engine, lone })
        {
            var cases = from a in amounts from b in amounts select Facts("count", a, b);
            Agreement.Check(one, cases.Select(f => TestRuleset.Request(one.Ruleset, f.Length == 0 ? "\"a.flag\": true" : f + ", \"a.flag\": true")).ToList());
        }
    }

    [Fact]
    public void One_fact_beyond_the_scale_among_others_within_it_is_enough_for_decimals()
    {
        // Both ways round, so that the fact that comes first is also taken away; and a third one.
        var engine = Engine(
        [
            TestRuleset.Rule("""{ "fact": "a.count", "plus": { "fact": "b.count" }, "lessThan": "3" }""", "plus"),
            TestRuleset.Rule("""{ "fact": "b.count", "minus": { "fact": "a.count" }, "lessThan": "3" }""", "turned"),
            TestRuleset.Rule("""{ "value": { "fact": "a.count", "plus": { "fact": "b.count" } }, "plus": { "fact": "c.count" }, "lessThan": "3" }""", "three"),
        ]);
        const string beyond = "999999999999999", within = "72057594037927";
        var cases = new (string A, string B, string C)[] { (beyond, "-" + within, "0"), ("-" + within, beyond, "0"), ("-" + beyond, within, "0"), ("0", "-" + within, beyond), ("1", "2", "3"), ("2", "1", "-1") };
        foreach (var (a, b, c) in cases)
        {
            Agreement.Check(engine, [TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}\", \"b.count\": \"{b}\", \"c.count\": \"{c}\"")]);
        }
    }

    [Theory]
    [InlineData("1", "2", "\"value\": { \"fact\": \"a.count\", \"plus\": { \"fact\": \"b.count\" } }, \"minus\": { \"fact\": \"a.count\" }")]
    [InlineData("1", "2", "\"value\": { \"fact\": \"b.count\", \"minus\": { \"fact\": \"a.count\" } }, \"plus\": { \"fact\": \"a.count\" }")]
    [InlineData("2", "1", "\"value\": { \"fact\": \"b.count\", \"minus\": { \"fact\": \"b.count\" } }, \"plus\": { \"fact\": \"a.count\" }")]
    [InlineData("2", "1", "\"value\": { \"fact\": \"a.count\", \"minus\": { \"fact\": \"b.count\" } }, \"plus\": { \"fact\": \"b.count\" }")]
    public void A_fact_on_both_sides_of_a_sum_goes_out_of_it(string a, string b, string sum)
    {
        // Each sum is the fact that is 2; also turned round, and by decimals.
        var engine = Engine(
        [
            TestRuleset.Rule($$"""{ {{sum}}, "is": "2" }""", "is"), TestRuleset.Rule($$"""{ {{sum}}, "moreThan": "1.999" }""", "more"), TestRuleset.Rule($$"""{ {{sum}}, "lessThan": "2.001" }""", "less"),
            TestRuleset.Rule($$"""{ "fact": "c.count", "moreThan": { {{sum}} } }""", "turned-more"), TestRuleset.Rule($$"""{ "fact": "c.count", "lessThan": { {{sum}} } }""", "turned-less"),
        ]);
        Assert.All(engine.Exactness.Conditions, c => Assert.True(c.IsScaled, c.Why));
        foreach (var end in new[] { "", ".0001" })
        {
            Agreement.Check(engine, [.. new[] { "1.999", "2", "2.0001", "2.001" }.Select(c => TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}{end}\", \"b.count\": \"{b}{end}\", \"c.count\": \"{c}\""))]);
        }
    }

    private static DecisionEngine Engine(IEnumerable<string> rules) => DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules), GeneratedRuleset.Facts + """, "c.count": { "type": "number", "unit": "count", "description": "A count." }"""));

    private static string Facts(string fact, string? a, string? b) =>
        string.Join(",", new[] { a is null ? null : $"\"a.{fact}\": {a}", b is null ? null : $"\"b.{fact}\": {b}" }.Where(f => f is not null));
}

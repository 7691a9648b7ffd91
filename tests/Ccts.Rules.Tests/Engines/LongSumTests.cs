using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Sums at the edge of what 64-bit numbers add up: as many facts as a condition can have, and constants that only together are too large or too fine.</summary>
public sealed class LongSumTests
{
    // The largest amount that is held beside three decimals.
    private const string Most = "72057594037927";
    private static readonly string[] Amounts = [Most, "-" + Most, "0", "0.001", "-0.001", Most + ".0001", "72057594037926.999", "-72057594037926.999", "999999999999999.999999999999", "-999999999999999.999999999999"];

    [Fact]
    public void Sixteen_facts_as_large_as_can_be_are_added_up_as_numbers()
    {
        var engine = Engine($$"""{ {{Tree("a", 0)}}, "moreThan": { {{Tree("b", 0)}} } }""", $$"""{ {{Tree("a", 0)}}, "is": { {{Tree("b", 0)}} } }""");
        Assert.All(engine.Exactness.Conditions, c => Assert.True(c.IsScaled, c.Why));

        Agreement.Check(engine, [.. from a in Amounts from b in Amounts select TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}\", \"b.count\": \"{b}\"")]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void More_facts_than_are_sure_to_add_up_are_left_to_decimals(int terms, bool expected)
    {
        var layout = Engine("""{ "fact": "a.count", "is": "1" }""").Rules.Layout;
        var slots = Enumerable.Repeat(layout.Find("a.count"), terms).ToArray();

        Assert.Equal(expected, new AmountSum(slots, [], 0m).Test(layout, ComparisonKind.Is) is not null);
        Assert.Equal(expected, new AmountSum([], slots, 0m).Test(layout, ComparisonKind.Is) is not null);
        Assert.Equal(expected, new AmountSum(slots[1..], slots[..1], 0m).Test(layout, ComparisonKind.Is) is not null);
    }

    [Fact]
    public void Constants_that_are_too_large_together_are_added_by_decimals()
    {
        var one = $$"""{ "value": { "fact": "a.count", "plus": "{{Most}}" }, "plus": "{{Most}}", "moreThan": "0" }""";
        var two = $$"""{ "value": { "value": { "fact": "a.count", "plus": { "fact": "b.count" } }, "plus": "{{Most}}" }, "plus": { "fact": "b.count", "plus": "{{Most}}" }, "moreThan": "-{{Most}}" }""";
        var engine = Engine(one, two);
        Assert.All(engine.Exactness.Conditions, c => Assert.False(c.IsScaled));

        var amounts = Amounts.Concat(["-108086391056890", "-144115188075854", "-144115188075853.999"]);
        Agreement.Check(engine, [.. from a in amounts from b in Amounts select TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}\", \"b.count\": \"{b}\"")]);
    }

    [Fact]
    public void A_constant_that_is_finer_than_every_limit_is_held_by_decimals()
    {
        // Half of 1.001 has a decimal more than any value that is written.
        const string half = """{ "parameter": "t.power", "times": "0.5" }""";
        var engine = Engine($$"""{ "fact": "a.power", "lessThan": {{half}} }""", $$"""{ "fact": "a.power", "plus": { "fact": "b.power" }, "is": {{half}} }""");
        Assert.All(engine.Exactness.Conditions, c => Assert.False(c.IsScaled));

        Agreement.Check(engine, [.. new[] { "0.5", "0.5001", "0.5005", "0.5009", "0.501" }.Select(a => TestRuleset.Request(engine.Ruleset, $"\"a.power\": \"{a} MWh\", \"b.power\": \"0 MWh\""))]);
    }

    // Eight times the fact, as deep as conditions may be.
    private static string Tree(string fact, int depth) =>
        depth == 3 ? $"\"fact\": \"{fact}.count\"" : $$"""
            "value": { {{Tree(fact, depth + 1)}} }, "plus": { {{Tree(fact, depth + 1)}} }
            """;

    private static DecisionEngine Engine(params string[] conditions) => DecisionEngine.Of(TestRuleset.Read(
        string.Join(",", conditions.Select((c, i) => TestRuleset.Rule(c, "r" + i))), GeneratedRuleset.Facts, $$"""
        "t.power": { "title": "T", "values": [{{TestRuleset.Dated("2025-04-01", null, "1.001", "MWh")}}] },
        """));
}

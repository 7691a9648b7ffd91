using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>More rules than a word has bits: the last word full or not, and combinations of tests whose bits are in different words.</summary>
public sealed class MaskWordTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    public void The_last_rule_of_so_many_is_heard(int count)
    {
        foreach (var last in new[] { "deny", "refer" })
        {
            // What comes before it only warns, so that the outcome is its alone.
            var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", Enumerable.Range(0, count).Select(i => Rule("count", i, "", i < count - 1 ? "warn" : last)))));
            Agreement.Check(engine, [.. new[] { "", "\"a.count\": \"0\"", $"\"a.count\": \"{count - 1}\"", "\"a.count\": \"-1\"" }.Select(facts => TestRuleset.Request(engine.Ruleset, facts))]);
        }
    }

    [Fact]
    public void Tests_of_different_words_are_combined_with_three_values()
    {
        // The first seventy bits are of the count, the next of the price; each gate looks at one of either, and at one of its own.
        var rules = Enumerable.Range(0, 70).Select(i => Rule("count", i, "")).Concat(Enumerable.Range(0, 70).Select(i => Rule("price", i, " INR"))).ToList();
        foreach (var kind in new[] { "all", "any", "none" })
        {
            rules.Add(TestRuleset.Rule($$"""{ "{{kind}}": [{ "fact": "a.count", "atLeast": "3" }, { "fact": "a.price", "atLeast": "60 INR" }] }""", kind));
            rules.Add(TestRuleset.Rule($$"""{ "{{kind}}": [{ "fact": "a.count", "atLeast": "3" }, { "fact": "a.price", "atLeast": "60 INR" }, { "fact": "a.flag", "is": true }] }""", kind + "-flag"));
        }

        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules)));
        var cases = from count in new[] { null, "\"a.count\": \"1\"", "\"a.count\": \"5\"" }
                    from price in new[] { null, "\"a.price\": \"1 INR\"", "\"a.price\": \"100 INR\"" }
                    from flag in new[] { null, "\"a.flag\": true", "\"a.flag\": false" }
                    select TestRuleset.Request(engine.Ruleset, string.Join(",", new[] { count, price, flag }.Where(f => f is not null)));
        Agreement.Check(engine, cases.ToList());
    }

    private static string Rule(string fact, int limit, string unit, string effect = "deny") => TestRuleset.Rule($$"""{ "fact": "a.{{fact}}", "atLeast": "{{limit}}{{unit}}" }""", fact + limit, effect);
}

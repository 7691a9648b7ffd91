using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Lists of few and of many words, and of amounts below and above zero: whether their codes fit one word of bits or not.</summary>
public sealed class ListCodeTests
{
    [Fact]
    public void Each_word_of_a_list_is_in_it_whatever_its_number()
    {
        var words = Enumerable.Range(0, 75).Select(i => "w" + i).ToList();
        var rules = Enumerable.Range(0, 74).Select(i => TestRuleset.Rule($$"""{ "fact": "a.text", "{{(i % 2 == 0 ? "in" : "notIn")}}": ["{{words[i]}}", "{{words[i + 1]}}"] }""", "r" + i));
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules)));
        Agreement.Check(engine, words.Append("other").Select(w => TestRuleset.Request(engine.Ruleset, $"\"a.text\": \"{w}\"")).ToList());
    }

    [Fact]
    public void Amounts_on_both_sides_of_zero_and_of_the_last_bit_are_told_apart()
    {
        // With three decimals 0.031 is the last amount that one word of bits has room for.
        var lists = new[] { "\"-1\", \"0\"", "\"-0.001\"", "\"0\", \"0.031\"", "\"0.031\", \"0.032\"", "\"0.002\", \"5\"" };
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", lists.Select((l, i) => TestRuleset.Rule($$"""{ "fact": "a.count", "in": [{{l}}] }""", "r" + i)))));
        Agreement.Check(engine, new[] { "-1", "-0.032", "-0.001", "0", "0.0001", "0.002", "0.031", "0.0311", "0.032", "0.033", "0.063", "0.064", "0.095", "5" }.Select(a => TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}\"")).ToList());
    }
}

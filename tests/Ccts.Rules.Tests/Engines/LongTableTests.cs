using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Engines.Table;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Tests.Rules;
using static Ccts.Rules.Tests.Engines.Orders;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Tests with more codes, in more words of bits, than are prepared beforehand: a table of thousands of rows that hundreds of rules look into.</summary>
public sealed class LongTableTests
{
    private const int Rules = 640;

    // Every second code counts, so that ten words of bits have more than 65,536 segments between them.
    private static readonly long[] Codes = [.. Enumerable.Range(1, 4_000).Select(i => i * 2L)];

    [Theory]
    [InlineData(2, Verdict.Pass, Verdict.CannotSay)]
    [InlineData(3, Verdict.Fail, Verdict.Fail)]
    [InlineData(8_000, Verdict.Pass, Verdict.Pass)]
    [InlineData(8_002, Verdict.Fail, Verdict.Fail)]
    [InlineData(null, Verdict.CannotSay, Verdict.CannotSay)]
    public void Lists_and_rows_of_any_length_are_searched_for_any_number_of_rules(int? code, Verdict listed, Verdict inRow)
    {
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", Enumerable.Range(0, Rules).Select(i => TestRuleset.Rule("""{ "fact": "a.text", "is": "p" }""", "r" + i)))));
        var slot = engine.Slot("a.text").Index;
        foreach (var (test, expected) in new (CompiledTest, Verdict)[]
        {
            (new ListTest(slot, Codes, false), listed), (new ListTest(slot, Codes, true), Three.Not(listed)),
            (new RowTest(slot, Codes[1..], Codes[..1], false), inRow), (new RowTest(slot, Codes[1..], Codes[..1], true), Three.Not(inRow)),
        })
        {
            var rules = new PurposeRules(engine.Rules, Purpose.Trade, [test], [], [.. Enumerable.Repeat(new CompiledRule(engine.Ruleset.Rules.Rules[0], 0), Rules)]);
            var frame = engine.NewFrame();
            frame.Begin(Purpose.Trade, Year, Day);
            if (code is { } known)
            {
                frame.Columns.PutCode(slot, 0, known);
            }

            new TableEvaluator(rules).Decide(frame);
            Assert.All(Enumerable.Range(0, Rules), i => Assert.Equal(expected, Said(frame.Bits, i)));
        }
    }

    private static Verdict Said(BitRows bits, int rule) =>
        (bits.Fires[rule / 64] >> (rule % 64) & 1) != 0 ? Verdict.Pass : (bits.Open[rule / 64] >> (rule % 64) & 1) != 0 ? Verdict.CannotSay : Verdict.Fail;
}

using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Engines.Fused;
using Ccts.Rules.Engines.Table;
using Ccts.Rules.Rules;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>So many tests and gates that a generated method no longer pays are decided by tables, with the same answers.</summary>
public sealed class FusedLimitTests
{
    // Tests of one rule, and one gate over them: as many as a rule may have.
    private const int Tests = 199;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Above_the_limit_tables_decide(int more, bool tables)
    {
        var rules = Enumerable.Range(0, FusedEvaluator.MaxNodes / (Tests + 1)).Select(r =>
            TestRuleset.Rule($$"""{ "any": [{{string.Join(",", Enumerable.Range(r * Tests, Tests).Select(Test))}}] }""", "r" + r));
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules.Concat(Enumerable.Range(0, more).Select(i => TestRuleset.Rule(Test(-1 - i), "more" + i)))))).Using(EngineKind.Fused);
        var compiled = engine.Rules.Get(engine.Rules.Index(Purpose.Trade, 0));

        Assert.Equal(FusedEvaluator.MaxNodes + more, compiled.Tests.Count + compiled.Gates.Count);
        Assert.Equal(tables, EvaluatorKinds.Maker(EngineKind.Fused, SeededFault.None)(compiled).Decide.Target is TableEvaluator);
        Agreement.Check(engine, 0, [.. new[] { "", "\"a.count\": \"-2\"", "\"a.count\": \"-1\"", "\"a.count\": \"398\"", "\"a.count\": \"1989\"", "\"a.count\": \"9999\"" }.Select(f => TestRuleset.Request(engine.Ruleset, f))]);
    }

    private static string Test(int limit) => $$"""{ "fact": "a.count", "is": "{{limit}}" }""";
}

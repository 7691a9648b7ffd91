using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Rules.Tests.Engines;

/// <summary>One meaning in every engine.</summary>
public sealed class AgreementTests
{
    private const int CasesPerRuleset = 12;

    [Fact]
    public void On_generated_rulesets_and_cases_every_engine_finds_what_the_interpreter_finds()
    {
        var rulesets = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var dice = new Dice(seed);
            if (GeneratedRuleset.Of(dice) is not { } ruleset)
            {
                return;
            }

            rulesets++;
            var requests = Enumerable.Range(0, CasesPerRuleset).Select(_ => GeneratedCases.Of(dice, ruleset)).ToList();
            Agreement.Check(DecisionEngine.Of(ruleset), requests);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.True(rulesets > 40, $"only {rulesets} rulesets could be read");
    }
}

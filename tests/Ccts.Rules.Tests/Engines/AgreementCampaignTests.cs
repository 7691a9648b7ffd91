using System;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Engines;

namespace Ccts.Rules.Tests.Engines;

/// <summary>
/// Generated rulesets by the seeds one after another, each with as many cases as fill chunks of columns and leave a rest:
/// every engine finds what the interpreter finds. A few rulesets by default; <c>AGREEMENT_RULESETS=5000</c> runs the long
/// form, from the seed <c>AGREEMENT_FIRST</c>.
/// </summary>
public sealed class AgreementCampaignTests
{
    [Fact]
    public void On_the_rulesets_of_many_seeds_every_engine_finds_what_the_interpreter_finds()
    {
        var (first, count) = (Number("AGREEMENT_FIRST", 1), Number("AGREEMENT_RULESETS", 12));
        var (rulesets, cases) = (0, 0);
        for (var seed = first; seed < first + count; seed++)
        {
            var dice = new Dice(seed);
            if (GeneratedRuleset.Of(dice) is not { } ruleset)
            {
                continue;
            }

            var requests = Enumerable.Range(0, dice.Of(5, 64, 100, 193, 300, 521)).Select(_ => GeneratedCases.Of(dice, ruleset)).ToList();
            try
            {
                Agreement.Check(DecisionEngine.Of(ruleset), requests);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed}: {fault.Message}", fault);
            }

            rulesets++;
            cases += requests.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {first} to {first + count - 1}: {rulesets} rulesets, {cases} cases");
        Assert.True(rulesets > count / 2, $"only {rulesets} of {count} rulesets could be read");
    }

    private static int Number(string variable, int otherwise) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

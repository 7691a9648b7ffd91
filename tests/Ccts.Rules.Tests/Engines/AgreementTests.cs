using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Tests.Rules;
using Ccts.Rules.Tests.Testing;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Rules.Tests.Engines;

/// <summary>One meaning in every engine; and a proof that another meaning would be noticed.</summary>
public sealed class AgreementTests
{
    private const int CasesPerRuleset = 12;

    public static TheoryData<EngineKind, int> Faults
    {
        get
        {
            var faults = new TheoryData<EngineKind, int>();
            foreach (var kind in Agreement.Kinds.Where(k => k != EngineKind.Automatic))
            {
                faults.Add(kind, (int)SeededFault.UpperLimitExcluded);
                faults.Add(kind, (int)SeededFault.MissingIsNo);
            }

            return faults;
        }
    }

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
            Agreement.Check(DecisionEngine.Of(ruleset), Enumerable.Range(0, dice.Of(1, 3, 7, CasesPerRuleset, 17, 33)).Select(_ => GeneratedCases.Of(dice, ruleset)).ToList());
        }).Holds(60);
        Assert.True(rulesets > 30, $"only {rulesets} rulesets could be read");
    }

    [Fact]
    public void The_largest_amounts_that_a_scale_holds_mean_the_same_with_and_without_trailing_zeros()
    {
        // Beside three decimals 64 bits hold 72057594037927; a limit that large is exact, and so must be the facts around it.
        const string most = "72057594037927";
        var tests = new[] { "is", "isNot", "lessThan", "atMost", "moreThan", "atLeast" };
        var rules = from test in tests
                    from sign in new[] { "", "-" }
                    select TestRuleset.Rule($$"""{ "fact": "a.count", "{{test}}": "{{sign}}{{most}}" }""", test.ToLowerInvariant() + (sign.Length == 0 ? "-most" : "-least"));
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules)));
        Assert.All(engine.Exactness.Conditions, c => Assert.True(c.IsScaled));

        var amounts = new[] { "", ".0", ".000", ".0000", ".000000000000", ".0001", ".000000000001", ".9999" }.Select(end => most + end).Append("72057594037926.9999").Append("72057594037928").ToList();
        Agreement.Check(engine, amounts.Concat(amounts.Select(a => "-" + a)).Select(a => TestRuleset.Request(engine.Ruleset, $"\"a.count\": \"{a}\"")).ToList());
    }

    [Theory]
    [MemberData(nameof(ShippedCasesTests.Shipped), MemberType = typeof(ShippedCasesTests))]
    public void On_every_shipped_case_every_engine_finds_what_the_interpreter_finds(string id, string? overlay)
    {
        var ruleset = RulesetCatalog.Default.Find(id)!;
        var files = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/" + id);
        var requests = RulesetTester.Read(ruleset, files).Select(c => c.Request).ToList();
        if (overlay is not null)
        {
            files = EmbeddedRulesets.Overlays().Single(f => f.Name == "rulesets/overlays/" + overlay);
            ruleset = OverlayReader.Apply(ruleset, files);
            requests.AddRange(RulesetTester.Read(ruleset, files).Select(c => c.Request));
        }

        Assert.NotEmpty(requests);
        Agreement.Check(DecisionEngine.Of(ruleset), requests);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_seeded_into_one_evaluator_is_noticed_on_shipped_and_on_generated_cases(EngineKind kind, int fault)
    {
        var shipped = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        var cases = RulesetTester.Read(shipped, EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2025-26")).Select(c => c.Request).ToList();
        Assert.True(IsNoticed(DecisionEngine.Of(shipped), cases));
        Assert.Contains(Enumerable.Range(1, 40), seed =>
        {
            var dice = new Dice(seed);
            return GeneratedRuleset.Of(dice) is { } ruleset && IsNoticed(DecisionEngine.Of(ruleset), Enumerable.Range(0, CasesPerRuleset).Select(_ => GeneratedCases.Of(dice, ruleset)).ToList());
        });

        bool IsNoticed(DecisionEngine engine, IReadOnlyList<DecisionRequest> requests)
        {
            try
            {
                Agreement.Check(engine.Using(kind, (SeededFault)fault), 0, requests);
                return false;
            }
            catch (Xunit.Sdk.XunitException)
            {
                return true;
            }
        }
    }
}

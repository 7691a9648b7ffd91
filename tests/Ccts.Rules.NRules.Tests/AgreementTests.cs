using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Engines;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Rules.NRules.Tests;

/// <summary>One meaning in NRules and in the reference interpreter.</summary>
public static class AgreementTests
{
    private const int CasesPerRuleset = 25;

    [Fact]
    public static void All_shipped_cases_are_found_the_same()
    {
        Assert.True(ShippedCases.All.Count >= 5 && ShippedCases.All.Sum(s => s.Requests.Count) > 400);
        Assert.All(ShippedCases.All, s => Assert.Null(Agreement.Difference(NRulesRuleset.Compile(s.Ruleset), s.Requests)));
    }

    [Fact]
    public static void Generated_rulesets_and_cases_are_found_the_same()
    {
        var rulesets = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            if (Generate(seed) is not { } generated)
            {
                return;
            }

            rulesets++;
            Assert.Null(Agreement.Difference(NRulesRuleset.Compile(generated.Ruleset), generated.Requests));
        }).Holds(120);
        Assert.True(rulesets > 40, $"only {rulesets} rulesets could be read");
    }

    [Fact]
    public static void How_many_cases_share_a_session_changes_nothing()
    {
        var (ruleset, requests) = ShippedCases.Newest;
        var compiled = NRulesRuleset.Compile(ruleset);
        Assert.All([1, 7, NRulesRuleset.MaxCasesPerSession], perSession => Assert.Null(Agreement.Difference(compiled, requests, perSession)));
    }

    /// <summary>The test of the tests: each fault is built into the mapping, and some generated case has to show it.</summary>
    [Theory]
    [InlineData(nameof(ThreeValued.AtMost), nameof(ThreeValued.LessThan))]
    [InlineData(nameof(ThreeValued.MoreThan), nameof(ThreeValued.AtLeast))]
    [InlineData(nameof(ThreeValued.Is), nameof(ThreeValued.IsNot))]
    [InlineData("unknown", "false")]
    [InlineData("exception", "ignored")]
    public static void A_seeded_fault_is_found(string right, string wrong)
    {
        var fault = new Fault(right, wrong);
        var shown = Enumerable.Range(1, 200).Select(Generate).Where(g => g is not null)
            .FirstOrDefault(g => Agreement.Difference(NRulesRuleset.Compile(g!.Value.Ruleset, null, fault), g.Value.Requests) is not null);
        Assert.NotNull(shown);
    }

    private static (Ruleset Ruleset, IReadOnlyList<DecisionRequest> Requests)? Generate(int seed)
    {
        var dice = new Dice(seed);
        return GeneratedRuleset.Of(dice) is { } ruleset
            ? (ruleset, Enumerable.Range(0, CasesPerRuleset).Select(_ => GeneratedCases.Of(dice, ruleset)).ToList())
            : null;
    }

    private sealed class Fault(string right, string wrong) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var call = base.VisitMethodCall(node);
            return node.Method.DeclaringType == typeof(ThreeValued) && node.Method.Name == right
                ? Expression.Call(OperandExpressions.Method(typeof(ThreeValued), wrong), node.Arguments)
                : right == "exception" && node.Method.Name == nameof(DecisionCase.Exception)
                    ? Expression.Constant(Verdict.Fail)
                    : call;
        }

        // That a test fails becomes that it does not pass: the unknown taken for no.
        protected override Expression VisitBinary(BinaryExpression node) =>
            right == "unknown" && node is { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: Verdict.Fail } }
                ? Expression.NotEqual(Visit(node.Left), Expression.Constant(Verdict.Pass))
                : base.VisitBinary(node);
    }
}

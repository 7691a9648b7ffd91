using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace Ccts.Rules.NRules;

/// <summary>
/// Puts the rules of a ruleset into NRules' canonical rule model. A rule becomes two: one for cases in which it fires, one
/// for cases in which that is unknown. A further rule gives each case its outcome, after all its findings.
/// </summary>
internal sealed class RuleMapping
{
    private const string CaseName = "decisionCase";
    private readonly NRulesRuleset _owner;
    private readonly RuleBook _book;
    private readonly ExpressionVisitor? _seeded;
    private readonly ParameterExpression _case = Expression.Parameter(typeof(DecisionCase), CaseName);
    private readonly ConditionExpressions _conditions;
    private readonly Dictionary<string, int> _positions;

    /// <param name="owner">The ruleset that the rules are made for.</param>
    /// <param name="facts">Where a case holds each fact.</param>
    /// <param name="seeded">A fault to inject for tests that must find it; null otherwise.</param>
    internal RuleMapping(NRulesRuleset owner, IReadOnlyDictionary<string, int> facts, ExpressionVisitor? seeded)
    {
        _owner = owner;
        _book = owner.Ruleset.Rules;
        _seeded = seeded;
        _conditions = new ConditionExpressions(new OperandExpressions(_case, facts, owner.Ruleset.Parameters));
        _positions = _book.Rules.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
    }

    internal IEnumerable<IRuleDefinition> Map()
    {
        foreach (var rule in _book.Rules)
        {
            yield return Finding(rule, certain: true, HoldsInParts(rule.When).Concat(Exceptions(rule).Select(e => ConditionExpressions.Is(Verdict.Fail, e))));
            if (rule.Effect != RuleEffect.Allow)
            {
                // Whether an exception applies is visible in the rule that it overrides.
                yield return Finding(rule, certain: false, [Expression.Not(Fails(rule)), Expression.Not(Holds(rule))]);
            }
        }

        var regulated = _book.Rules.SelectMany(r => r.Scope.Purposes).Distinct().ToList();
        foreach (var purpose in PurposeWords.All.Values.Except(regulated))
        {
            yield return Build($"no rule about {PurposeWords.Of(purpose)}", "What no rule is about is referred.", NRulesRuleset.FindingPriority, Bit([purpose]), [], c => new CaseFinding(c, null, _positions.Count, true), null);
        }

        yield return Closing();
    }

    /// <summary>The result of a rule that is an exception to others.</summary>
    internal Func<DecisionCase, Verdict> VerdictOf(Rule rule)
    {
        var body = Expression.Condition(Holds(rule), Expression.Constant(Verdict.Pass), Expression.Condition(Fails(rule), Expression.Constant(Verdict.Fail), Expression.Constant(Verdict.CannotSay)));
        var verdict = Expression.Lambda<Func<DecisionCase, Verdict>>(Seed(body), _case).Compile();
        var purposes = Bit(rule.Scope.Purposes);
        return about => (about.PurposeBit & purposes) == 0 ? Verdict.Fail : verdict(about);
    }

    private Expression Holds(Rule rule) =>
        ConditionExpressions.And([_conditions.Holds(rule.When), .. Exceptions(rule).Select(e => ConditionExpressions.Is(Verdict.Fail, e))]);

    private Expression Fails(Rule rule) =>
        ConditionExpressions.Or([_conditions.Fails(rule.When), .. Exceptions(rule).Select(e => ConditionExpressions.Is(Verdict.Pass, e))]);

    private IEnumerable<Expression> Exceptions(Rule rule) => _book.ExceptionsTo(rule).Select(e =>
        Expression.Call(_case, OperandExpressions.Method(typeof(DecisionCase), nameof(DecisionCase.Exception)), Expression.Constant(_positions[e.Id])));

    // Conditions that must all hold are separate, so that NRules shares those that rules have in common.
    private IEnumerable<Expression> HoldsInParts(Condition when) =>
        when is Combination { Kind: CombinationKind.All } all ? all.Parts.SelectMany(HoldsInParts) : [_conditions.Holds(when)];

    private IRuleDefinition Finding(Rule rule, bool certain, IEnumerable<Expression> conditions)
    {
        var position = _positions[rule.Id];
        return Build(rule.Id + (certain ? "" : ": cannot say"), rule.Title, NRulesRuleset.FindingPriority, Bit(rule.Scope.Purposes), conditions, c => new CaseFinding(c, rule, position, certain), rule);
    }

    private IRuleDefinition Build(string name, string description, int priority, int purposes, IEnumerable<Expression> conditions, Func<DecisionCase, CaseFinding> find, Rule? rule)
    {
        var bit = Expression.Property(_case, typeof(DecisionCase).GetProperty(nameof(DecisionCase.PurposeBit), BindingFlags.Instance | BindingFlags.NonPublic)!);
        var about = Expression.NotEqual(Expression.And(bit, Expression.Constant(purposes)), Expression.Constant(0));
        var builder = Begin(name, description, priority, [about, .. conditions]);
        if (rule is not null)
        {
            builder.Tags(["ccts", rule.Effect.ToString()]);
            builder.Property("Ccts.Rule", rule);
        }

        Expression<Action<IContext, DecisionCase>> action = (context, decisionCase) => context.InsertLinked(CaseName, decisionCase.Found(find(decisionCase)));
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private IRuleDefinition Closing()
    {
        var builder = Begin("outcome", "Closes a case when everything about it has been found.", NRulesRuleset.OutcomePriority, []);
        Expression<Action<IContext, DecisionCase>> action = (context, decisionCase) => context.InsertLinked(CaseName, decisionCase.Close());
        builder.RightHandSide().Action(action);
        return builder.Build();
    }

    private RuleBuilder Begin(string name, string description, int priority, IReadOnlyList<Expression> conditions)
    {
        var builder = new RuleBuilder();
        builder.Name($"{_owner.Ruleset.Identity.Id} {name}");
        builder.Description(description);
        builder.Priority(priority);
        var pattern = builder.LeftHandSide().Pattern(typeof(DecisionCase), CaseName);
        var owned = Expression.Call(OperandExpressions.Method(typeof(NRulesRuleset), nameof(NRulesRuleset.Owns)), Expression.Constant(_owner), _case);
        foreach (var condition in new Expression[] { owned }.Concat(conditions))
        {
            pattern.Condition(Expression.Lambda<Func<DecisionCase, bool>>(Seed(condition), _case));
        }

        return builder;
    }

    private Expression Seed(Expression expression) => _seeded?.Visit(expression) ?? expression;

    private static int Bit(IEnumerable<Purpose> purposes) => purposes.Aggregate(0, (bits, p) => bits | (1 << (int)p));
}

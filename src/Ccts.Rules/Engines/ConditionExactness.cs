using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines;

/// <summary>How a condition that compares amounts is decided.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Condition">The condition in words.</param>
/// <param name="IsScaled">Whether it is decided by 64-bit numbers; if a value of the case does not fit, by decimals.</param>
/// <param name="Why">Why so.</param>
public sealed record ConditionExactness(string Rule, string Condition, bool IsScaled, string Why)
{
    internal static IEnumerable<ConditionExactness> Of(Rule rule, CompiledRules rules, TestCompiler tests) =>
        RuleConditions.Tests(rule.When).Where(ComparesAmounts).Select(c => Of(rule, c, rules, tests));

    private static bool ComparesAmounts(Condition condition) => condition switch
    {
        Comparison comparison => comparison.Left.Type.IsAmount,
        Membership membership => membership.Subject.Type.IsAmount,
        _ => false,
    };

    private static ConditionExactness Of(Rule rule, Condition condition, CompiledRules rules, TestCompiler tests)
    {
        var isScaled = tests.Compile(condition) is RangeTest or ListTest or SumTest or FixedTest;
        var why = isScaled ? null : RuleConditions.Operands(condition).Select(o => Hindrance(o, rules)).FirstOrDefault(h => h is not null) ?? "a limit has more decimals than the scale of the type";
        return new ConditionExactness(rule.Id, ConditionWords.Of(condition), isScaled, why ?? "facts, limits and their sums are whole numbers at the scale of the type");
    }

    private static string? Hindrance(Operand operand, CompiledRules rules) => operand switch
    {
        Arithmetic { Kind: ArithmeticKind.Times } => "a product has more decimals than its factors",
        Arithmetic { Type.Kind: FactKind.Number, Left.Type.Kind: FactKind.Date } => "the days between two dates are counted in the calendar",
        ParameterOperand { Key: not null } => "the row of a table is looked up for each case",
        Fallback => "which of two values counts is found for each case, unless the ruleset settles it",
        FactOperand { Type.IsAmount: true } fact when rules.Scales.Of(fact.Type) < 0 => rules.Scales.Why(fact.Type),
        _ => null,
    };
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Rules;

/// <summary>The parts of a condition, for checks over all of them.</summary>
public static class RuleConditions
{
    internal static int Count(Condition condition) => All(condition).Count();

    /// <summary>The condition and everything inside it, outermost first.</summary>
    internal static IEnumerable<Condition> All(Condition condition) =>
        condition is Combination combination
            ? new Condition[] { condition }.Concat(combination.Parts.SelectMany(All))
            : [condition];

    /// <summary>The conditions that must hold for the whole to hold: the members of the outermost "all".</summary>
    public static IEnumerable<Condition> Necessary(Condition condition) =>
        Require.NotNull(condition) is Combination { Kind: CombinationKind.All } all ? all.Parts.SelectMany(Necessary) : [condition];

    /// <summary>The conditions that test something themselves.</summary>
    public static IEnumerable<Condition> Tests(Condition condition) => All(Require.NotNull(condition)).Where(c => c is not Combination);

    /// <summary>Every value that a condition uses, also inside computations.</summary>
    public static IEnumerable<Operand> Operands(Condition condition) => Tests(condition).SelectMany(Direct).SelectMany(Within);

    private static IEnumerable<Operand> Direct(Condition test) => test switch
    {
        Comparison comparison => [comparison.Left, comparison.Right],
        Membership membership => [membership.Subject],
        Listing listing => [listing.Subject],
        Containment containment => [containment.Set, containment.Word],
        Existence existence => [existence.Subject],
        _ => [],
    };

    private static IEnumerable<Operand> Within(Operand operand)
    {
        IEnumerable<Operand> inner = operand switch
        {
            ParameterOperand { Key: { } key } => [key],
            Fallback fallback => [fallback.First, fallback.Second],
            Arithmetic arithmetic => [arithmetic.Left, arithmetic.Right],
            YearStep step => [step.Of],
            _ => [],
        };
        return new[] { operand }.Concat(inner.SelectMany(Within));
    }
}

using System;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Conditions as English sentences. The same condition gives the same words, so these also serve to compare conditions.</summary>
public static class ConditionWords
{
    /// <summary>In words.</summary>
    public static string Of(Condition condition) => Require.NotNull(condition) switch
    {
        Combination combination => Of(combination),
        Comparison comparison => $"{Of(comparison.Left)} {Verb(comparison)} {Of(comparison.Right)}",
        Membership membership => $"{Of(membership.Subject)} is {(membership.Negated ? "none" : "one")} of {string.Join(", ", membership.Values.Select(v => v.Shown))}",
        Listing listing => $"{Of(listing.Subject)} is {(listing.Negated ? "not listed" : "listed")} in {listing.Table.Path}",
        Containment containment => $"{Of(containment.Set)} {(containment.Negated ? "lacks" : "contains")} {Of(containment.Word)}",
        Existence existence => $"{Of(existence.Subject)} is {(existence.Expected ? "known" : "not known")}",
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    /// <summary>In words.</summary>
    public static string Of(Operand operand) => Require.NotNull(operand) switch
    {
        Literal literal => literal.Value.Shown,
        FactOperand fact => fact.Fact.Name,
        ParameterOperand { Key: { } key } parameter => $"[{parameter.Parameter.Path} of {Of(key)}]",
        ParameterOperand parameter => $"[{parameter.Parameter.Path}]",
        Fallback fallback => $"{Of(fallback.First)} (or, where that is unknown, {Of(fallback.Second)})",
        Arithmetic arithmetic => $"({Of(arithmetic.Left)} {Sign(arithmetic.Kind)} {Of(arithmetic.Right)})",
        YearStep step => step.Kind switch
        {
            YearStepKind.FirstDay => $"the first day of {Of(step.Of)}",
            YearStepKind.LastDay => $"the last day of {Of(step.Of)}",
            YearStepKind.FirstDayOfQuarter => $"the first day of the quarter of {Of(step.Of)}",
            _ => $"the compliance year of {Of(step.Of)}",
        },
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    private static string Of(Combination combination)
    {
        var (before, between) = combination.Kind switch
        {
            CombinationKind.All => ("", " and "),
            CombinationKind.Any => ("", " or "),
            _ => ("neither ", " nor "),
        };
        var parts = combination.Parts.Select(p => p is Combination { Parts.Count: > 1 } ? "(" + Of(p) + ")" : Of(p));
        return (combination.Parts.Count == 1 && combination.Kind == CombinationKind.None ? "not: " : before) + string.Join(between, parts);
    }

    private static string Verb(Comparison comparison)
    {
        var isTime = comparison.Left.Type.Kind is FactKind.Date or FactKind.Year;
        return comparison.Kind switch
        {
            ComparisonKind.Is => "is",
            ComparisonKind.IsNot => "is not",
            ComparisonKind.LessThan => isTime ? "is before" : "is less than",
            ComparisonKind.AtMost => isTime ? "is on or before" : "is at most",
            ComparisonKind.MoreThan => isTime ? "is after" : "is more than",
            _ => isTime ? "is on or after" : "is at least",
        };
    }

    private static string Sign(ArithmeticKind kind) => kind switch
    {
        ArithmeticKind.Plus => "+",
        ArithmeticKind.Minus => "-",
        _ => "×",
    };
}

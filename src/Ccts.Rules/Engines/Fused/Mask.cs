using System.Linq.Expressions;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Comparisons that give all bits or none, by the sign of a difference, without a branch.</summary>
internal static class Mask
{
    internal static readonly Expression None = Expression.Constant(0L);
    internal static readonly Expression All = Expression.Constant(-1L);
    private static readonly Expression SignShift = Expression.Constant(63);

    internal static Expression Of(long bits) => Expression.Constant(bits);

    internal static Expression Of(Expression condition) => Expression.Condition(condition, All, None);

    /// <summary>All bits if the first is below the second; both are far from the limits of 64 bits.</summary>
    internal static Expression Below(Expression left, Expression right) => Expression.RightShift(Expression.Subtract(left, right), SignShift);

    internal static Expression Unequal(Expression left, Expression right)
    {
        // The sign of x | -x is set unless x is zero.
        var different = Expression.Variable(typeof(long));
        return Expression.Block(
            [different],
            Expression.Assign(different, Expression.ExclusiveOr(left, right)),
            Expression.RightShift(Expression.Or(different, Expression.Negate(different)), SignShift));
    }

    internal static Expression Holds(Expression left, ComparisonKind kind, Expression right) => kind switch
    {
        ComparisonKind.Is => Expression.Not(Unequal(left, right)),
        ComparisonKind.IsNot => Unequal(left, right),
        ComparisonKind.LessThan => Below(left, right),
        ComparisonKind.AtMost => Expression.Not(Below(right, left)),
        ComparisonKind.MoreThan => Below(right, left),
        _ => Expression.Not(Below(left, right)),
    };
}

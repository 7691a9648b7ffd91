using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.NRules;

/// <summary>
/// Each condition as two expressions: that it holds, and that it does not. NRules knows only true and false; what is
/// neither cannot be said.
/// </summary>
internal sealed class ConditionExpressions(OperandExpressions operands)
{
    internal Expression Holds(Condition condition) => condition switch
    {
        Combination { Kind: CombinationKind.All } all => And(all.Parts.Select(Holds)),
        Combination { Kind: CombinationKind.Any } any => Or(any.Parts.Select(Holds)),
        Combination none => And(none.Parts.Select(Fails)),
        _ => Is(Verdict.Pass, Test(condition)),
    };

    internal Expression Fails(Condition condition) => condition switch
    {
        Combination { Kind: CombinationKind.All } all => Or(all.Parts.Select(Fails)),
        Combination { Kind: CombinationKind.Any } any => And(any.Parts.Select(Fails)),
        Combination none => Or(none.Parts.Select(Holds)),
        _ => Is(Verdict.Fail, Test(condition)),
    };

    internal static Expression And(IEnumerable<Expression> parts) => Join(parts, Expression.AndAlso, whenEmpty: true);

    internal static Expression Or(IEnumerable<Expression> parts) => Join(parts, Expression.OrElse, whenEmpty: false);

    internal static Expression Is(Verdict verdict, Expression test) => Expression.Equal(test, Expression.Constant(verdict));

    private MethodCallExpression Test(Condition condition) => condition switch
    {
        Comparison { IsOfNames: true } names => Call(names.Kind == ComparisonKind.Is ? nameof(ThreeValued.IsName) : nameof(ThreeValued.IsNotName), operands.Of(names.Left), operands.Of(names.Right)),
        Comparison comparison => Call(NameOf(comparison.Kind), operands.Of(comparison.Left), operands.Of(comparison.Right)),
        Membership membership => Call(nameof(ThreeValued.Among), operands.Of(membership.Subject), Expression.Constant(new HashSet<FactValue>(membership.Values)), Expression.Constant(membership.Negated)),
        Containment containment => Call(nameof(ThreeValued.Holds), operands.Of(containment.Set), operands.Of(containment.Word), Expression.Constant(containment.Negated)),
        Listing listing => Call(nameof(ThreeValued.Listed), operands.Of(listing.Subject), Expression.Constant(operands.Table(listing.Table, FactType.Flag)), operands.Day, Expression.Constant(listing.Negated)),
        Existence existence => Call(nameof(ThreeValued.Known), operands.Of(existence.Subject), Expression.Constant(existence.Expected)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static string NameOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => nameof(ThreeValued.Is),
        ComparisonKind.IsNot => nameof(ThreeValued.IsNot),
        ComparisonKind.LessThan => nameof(ThreeValued.LessThan),
        ComparisonKind.AtMost => nameof(ThreeValued.AtMost),
        ComparisonKind.MoreThan => nameof(ThreeValued.MoreThan),
        _ => nameof(ThreeValued.AtLeast),
    };

    private static MethodCallExpression Call(string test, params Expression[] arguments) =>
        Expression.Call(OperandExpressions.Method(typeof(ThreeValued), test), arguments);

    private static Expression Join(IEnumerable<Expression> parts, Func<Expression, Expression, Expression> join, bool whenEmpty)
    {
        var list = parts.ToList();
        return list.Count == 0 ? Expression.Constant(whenEmpty) : list.Aggregate(join);
    }
}

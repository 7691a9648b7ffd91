using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Fused;

/// <summary>The expressions of the generated method, and the methods it calls.</summary>
internal static class FusedParts
{
    private static readonly MethodInfo TextEquals = new Func<string?, string?, bool>(string.Equals).Method;
    private static readonly MethodInfo TextsAreLike = new Func<string?, string?, bool>(LikeNames.Are).Method;
    private static readonly MethodInfo SetHolds = new Func<string[], string, bool>(WordSet.Holds).Method;
    private static readonly MethodInfo IsAmong = new Func<long[], long, bool>(Search).Method;
    private static readonly MethodInfo CompareDecimals = new Func<decimal, decimal, int>(decimal.Compare).Method;
    private static readonly MethodInfo CompareTexts = new Func<string?, string?, int>(string.CompareOrdinal).Method;

    private static readonly MethodInfo DecimalSumHolds = new Func<SumTest, decimal[], long>(SumHolds).Method;

    /// <summary>A sum by decimals, if a fact is not exact as a 64-bit number.</summary>
    internal static Expression SumHolds(SumTest test, Expression amounts) => Expression.Call(DecimalSumHolds, Expression.Constant(test), amounts);

    internal static Expression SameText(Expression left, Expression right) => Expression.Call(TextEquals, left, right);

    internal static Expression LikeText(Expression left, Expression right) => Expression.Call(TextsAreLike, left, right);

    internal static Expression Holds(Expression set, Expression word) => Expression.Call(SetHolds, set, word);

    /// <summary>All bits if the code is in the list: by one word of bits if the codes are small, otherwise by search.</summary>
    internal static Expression Among(long[] codes, Expression code)
    {
        if (codes.Length == 0)
        {
            return Mask.None;
        }

        if (codes[0] < 0 || codes[codes.Length - 1] > 63)
        {
            return Mask.Of(Expression.Call(IsAmong, Expression.Constant(codes), code));
        }

        var word = unchecked((long)codes.Aggregate(0UL, (m, c) => m | (1UL << (int)c)));
        var bit = Expression.And(Expression.RightShift(Mask.Of(word), Expression.Convert(code, typeof(int))), Expression.Constant(1L));
        return Expression.Condition(Expression.LessThan(Expression.Convert(code, typeof(ulong)), Expression.Constant(64UL)), Expression.Negate(bit), Mask.None);
    }

    /// <summary>Whether two values of one type are in a given order.</summary>
    internal static Expression Compare(Expression left, ComparisonKind kind, Expression right)
    {
        if (left.Type == typeof(string) && kind is ComparisonKind.Is or ComparisonKind.IsNot)
        {
            return kind == ComparisonKind.Is ? SameText(left, right) : Expression.Not(SameText(left, right));
        }

        var (first, second) = left.Type == typeof(decimal) ? (Expression.Call(CompareDecimals, left, right), Expression.Constant(0))
            : left.Type == typeof(string) ? (Expression.Call(CompareTexts, left, right), Expression.Constant(0))
            : (left, right);
        return kind switch
        {
            ComparisonKind.Is => Expression.Equal(first, second),
            ComparisonKind.IsNot => Expression.NotEqual(first, second),
            ComparisonKind.LessThan => Expression.LessThan(first, second),
            ComparisonKind.AtMost => Expression.LessThanOrEqual(first, second),
            ComparisonKind.MoreThan => Expression.GreaterThan(first, second),
            _ => Expression.GreaterThanOrEqual(first, second),
        };
    }

    private static long SumHolds(SumTest test, decimal[] amounts)
    {
        var sum = test.Constant;
        foreach (var slot in test.Added)
        {
            sum += amounts[slot];
        }

        foreach (var slot in test.Taken)
        {
            sum -= amounts[slot];
        }

        var order = sum.CompareTo(0m);
        var holds = test.Kind switch
        {
            ComparisonKind.Is => order == 0,
            ComparisonKind.IsNot => order != 0,
            ComparisonKind.LessThan => order < 0,
            ComparisonKind.AtMost => order <= 0,
            ComparisonKind.MoreThan => order > 0,
            _ => order >= 0,
        };
        return holds ? -1L : 0L;
    }

    private static bool Search(long[] codes, long code) => Array.BinarySearch(codes, code) >= 0;
}

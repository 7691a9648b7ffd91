using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Reflection;
using Ccts.Rules.Engines.Cases;

namespace Ccts.Rules.Engines.Fused;

/// <summary>The parameters of the generated method, and the locals into which it loads each column and slot once.</summary>
internal sealed class FusedFacts
{
    private static readonly MethodInfo CodesOf = new Func<CaseFrame, long[]>(GetCodes).Method;
    private static readonly MethodInfo KnownOf = new Func<CaseFrame, long[]>(GetKnown).Method;
    private static readonly MethodInfo AmountsOf = new Func<CaseFrame, decimal[]>(GetAmounts).Method;
    private static readonly MethodInfo TextsOf = new Func<CaseFrame, string?[]>(GetTexts).Method;
    private static readonly MethodInfo SetsOf = new Func<CaseFrame, string[]?[]>(GetSets).Method;
    private static readonly MethodInfo FiresOf = new Func<CaseFrame, ulong[]>(GetFires).Method;
    private static readonly MethodInfo OpenOf = new Func<CaseFrame, ulong[]>(GetOpen).Method;

    private readonly Dictionary<int, ParameterExpression> _codes = [];
    private readonly Dictionary<int, ParameterExpression> _known = [];
    private readonly Dictionary<MethodInfo, ParameterExpression> _parts = [];

    internal ParameterExpression Frame { get; } = Expression.Parameter(typeof(CaseFrame), "frame");

    internal Expression Amounts => Once(AmountsOf);

    internal List<ParameterExpression> Locals { get; } = [];

    /// <summary>What comes before every other statement.</summary>
    internal List<Expression> First { get; } = [];

    internal List<Expression> Statements { get; } = [];

    internal Expression Code(int slot) => Load(_codes, CodesOf, slot);

    /// <summary>All bits where the fact is known.</summary>
    internal Expression Known(int slot) => Load(_known, KnownOf, slot);

    internal Expression Amount(int slot) => Expression.ArrayIndex(Amounts, Expression.Constant(slot));

    internal Expression Text(int slot) => Expression.ArrayIndex(Once(TextsOf), Expression.Constant(slot));

    internal Expression Set(int slot) => Expression.ArrayIndex(Once(SetsOf), Expression.Constant(slot));

    /// <summary>A local that holds the value from here on.</summary>
    internal ParameterExpression Keep(Expression value)
    {
        var local = Expression.Variable(value.Type);
        Locals.Add(local);
        Statements.Add(Expression.Assign(local, value));
        return local;
    }

    internal Expression Fires => Once(FiresOf);

    internal Expression Open => Once(OpenOf);

    // What is not asked for is not read.
    private ParameterExpression Once(MethodInfo part)
    {
        if (!_parts.TryGetValue(part, out var local))
        {
            local = Expression.Variable(part.ReturnType);
            Locals.Add(local);
            First.Add(Expression.Assign(local, Expression.Call(part, Frame)));
            _parts.Add(part, local);
        }

        return local;
    }

    private ParameterExpression Load(Dictionary<int, ParameterExpression> loaded, MethodInfo column, int slot)
    {
        if (!loaded.TryGetValue(slot, out var local))
        {
            loaded.Add(slot, local = Keep(Expression.ArrayIndex(Once(column), Expression.Constant(slot))));
        }

        return local;
    }

    private static long[] GetCodes(CaseFrame frame) => frame.Codes;

    private static long[] GetKnown(CaseFrame frame) => frame.Known;

    private static decimal[] GetAmounts(CaseFrame frame) => frame.Columns.Amounts;

    private static string?[] GetTexts(CaseFrame frame) => frame.Columns.Texts;

    private static string[]?[] GetSets(CaseFrame frame) => frame.Columns.Sets;

    private static ulong[] GetFires(CaseFrame frame) => frame.Fires;

    private static ulong[] GetOpen(CaseFrame frame) => frame.Open;
}

using System.Collections.Generic;
using System.Linq.Expressions;

namespace Ccts.Rules.Engines.Fused;

/// <summary>The parameters of the generated method, and the locals into which it loads each slot once.</summary>
internal sealed class FusedFacts
{
    private readonly Dictionary<int, ParameterExpression> _codes = [];
    private readonly Dictionary<int, ParameterExpression> _known = [];

    internal ParameterExpression Codes { get; } = Expression.Parameter(typeof(long[]), "codes");

    internal ParameterExpression Knowns { get; } = Expression.Parameter(typeof(long[]), "known");

    internal ParameterExpression Amounts { get; } = Expression.Parameter(typeof(decimal[]), "amounts");

    internal ParameterExpression Texts { get; } = Expression.Parameter(typeof(string[]), "texts");

    internal ParameterExpression Sets { get; } = Expression.Parameter(typeof(string[][]), "sets");

    internal ParameterExpression Fires { get; } = Expression.Parameter(typeof(ulong[]), "fires");

    internal ParameterExpression Open { get; } = Expression.Parameter(typeof(ulong[]), "open");

    internal List<ParameterExpression> Locals { get; } = [];

    internal List<Expression> Statements { get; } = [];

    internal Expression Code(int slot) => Load(_codes, Codes, slot);

    /// <summary>All bits where the fact is known.</summary>
    internal Expression Known(int slot) => Load(_known, Knowns, slot);

    internal Expression Amount(int slot) => Expression.ArrayIndex(Amounts, Expression.Constant(slot));

    internal Expression Text(int slot) => Expression.ArrayIndex(Texts, Expression.Constant(slot));

    internal Expression Set(int slot) => Expression.ArrayIndex(Sets, Expression.Constant(slot));

    /// <summary>A local that holds the value from here on.</summary>
    internal ParameterExpression Keep(Expression value)
    {
        var local = Expression.Variable(value.Type);
        Locals.Add(local);
        Statements.Add(Expression.Assign(local, value));
        return local;
    }

    private ParameterExpression Load(Dictionary<int, ParameterExpression> loaded, ParameterExpression column, int slot)
    {
        if (!loaded.TryGetValue(slot, out var local))
        {
            loaded.Add(slot, local = Keep(Expression.ArrayIndex(column, Expression.Constant(slot))));
        }

        return local;
    }
}

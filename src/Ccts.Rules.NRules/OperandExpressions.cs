using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Reflection;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.NRules;

/// <summary>Values of conditions as expressions over a case; null means an unknown value.</summary>
/// <remarks>The same value gives an equal expression in every rule, because NRules shares equal conditions.</remarks>
internal sealed class OperandExpressions
{
    private static readonly MethodInfo Fact = Method(typeof(DecisionCase), nameof(DecisionCase.Fact));
    private static readonly MethodInfo Single = Method(typeof(ParameterTable), nameof(ParameterTable.On), 1);
    private static readonly MethodInfo Row = Method(typeof(ParameterTable), nameof(ParameterTable.On), 2);
    private static readonly MethodInfo Compute = Method(typeof(Computation), nameof(Computation.Of));
    private static readonly MethodInfo Step = Method(typeof(Computation), nameof(Computation.Step));

    private readonly IReadOnlyDictionary<string, int> _facts;
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;
    private readonly Dictionary<(string Path, string Type), ParameterTable> _tables = [];

    internal OperandExpressions(ParameterExpression about, IReadOnlyDictionary<string, int> facts, IReadOnlyDictionary<string, Parameter> parameters)
    {
        _facts = facts;
        _parameters = parameters;
        Case = about;
        Day = Expression.Property(about, typeof(DecisionCase).GetProperty(nameof(DecisionCase.Date), BindingFlags.Instance | BindingFlags.NonPublic)!);
    }

    internal ParameterExpression Case { get; }

    internal Expression Day { get; }

    internal Expression Of(Operand operand) => operand switch
    {
        Literal literal => Expression.Constant(literal.Value),
        FactOperand fact => Expression.Call(Case, Fact, Expression.Constant(_facts[fact.Fact.Name])),
        ParameterOperand { Key: null } single => Expression.Call(Expression.Constant(Table(single.Parameter, single.Type)), Single, Day),
        ParameterOperand row => Expression.Call(Expression.Constant(Table(row.Parameter, row.Type)), Row, Of(row.Key!), Day),
        Fallback fallback => Expression.Coalesce(Of(fallback.First), Of(fallback.Second)),
        Arithmetic arithmetic => Expression.Call(Compute, Of(arithmetic.Left), Expression.Constant(arithmetic), Of(arithmetic.Right)),
        YearStep step => Expression.Call(Step, Of(step.Of), Expression.Constant(step.Kind)),
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    /// <summary>The parameter's value in the ruleset: an overlay may have changed the value that a rule of the base uses.</summary>
    internal ParameterTable Table(Parameter read, FactType type)
    {
        var key = (read.Path, type.ToString());
        if (!_tables.TryGetValue(key, out var table))
        {
            table = new ParameterTable(_parameters.TryGetValue(read.Path, out var effective) ? effective : read, type);
            _tables.Add(key, table);
        }

        return table;
    }

    internal static MethodInfo Method(Type type, string name, int? arguments = null) => Array.Find(
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic),
        m => m.Name == name && (arguments is null || m.GetParameters().Length == arguments))!;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using NodaTime;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// Inserts the parameters of an era into the values of conditions, and computes what then depends on no fact: the
/// interpreter itself does that, so that constants have the same meaning.
/// </summary>
internal sealed class OperandCompiler(FrameLayout layout, LocalDate day, IReadOnlyDictionary<string, Parameter> parameters)
{
    private static readonly FactSet NoFacts = new([]);
    private readonly OperandInterpreter _constants = new(NoFacts, day, parameters);

    internal Computed Compile(Operand operand) => operand switch
    {
        FactOperand fact => new SlotValue(operand.Type, layout.Find(fact.Fact.Name)),
        Literal => Constant(operand),
        ParameterOperand { Key: { } key } parameter when Compile(key) is var word && word is not ConstantValue => Rows(parameter, word),
        ParameterOperand => Constant(operand),
        Fallback fallback => Either(Compile(fallback.First), Compile(fallback.Second)),
        Arithmetic arithmetic => Compile(arithmetic),
        YearStep step when Compile(step.Of) is var of => of is ConstantValue ? Constant(operand) : new YearStepValue(operand.Type, step.Kind, of),
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    /// <summary>The keys of a table in effect: true if the row has a value on the day, false if not.</summary>
    internal Dictionary<string, bool> Keys(Parameter table)
    {
        var keys = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var row in _constants.InEffect(table).Rows)
        {
            keys[row.Key] = _constants.InEffect(table).On(day, row.Key) is { IsKnown: true };
        }

        return keys;
    }

    private ConstantValue Constant(Operand operand) => new(operand.Type, _constants.Evaluate(operand).Value);

    private static Computed Either(Computed first, Computed second) => first is ConstantValue constant
        ? constant.Value is null ? second : first
        : second is ConstantValue { Value: null } ? first
        : new EitherValue(first, second);

    private Computed Compile(Arithmetic operand)
    {
        var (left, right) = (Compile(operand.Left), Compile(operand.Right));
        if (left is ConstantValue && right is ConstantValue)
        {
            return Constant(operand);
        }

        if (left is ConstantValue { Value: null } || right is ConstantValue { Value: null })
        {
            return new ConstantValue(operand.Type, null);
        }

        if (operand.Left.Type.Kind != FactKind.Date)
        {
            return new ArithmeticValue(operand.Type, left, operand.Kind, right);
        }

        return operand.Right.Type.Kind == FactKind.Date
            ? new DaysValue(operand.Type, left, right)
            : new MovedValue(left, operand.Kind == ArithmeticKind.Minus, right, operand.Right.Type.Unit == ParameterUnit.Months);
    }

    private RowValue Rows(ParameterOperand operand, Computed key)
    {
        var rows = new Dictionary<string, ConstantValue>(StringComparer.Ordinal);
        foreach (var row in _constants.InEffect(operand.Parameter).Rows)
        {
            if (!rows.ContainsKey(row.Key) && _constants.Look(operand, operand.Parameter, row.Key).Value is { } value)
            {
                rows.Add(row.Key, new ConstantValue(operand.Type, value));
            }
        }

        return new RowValue(operand.Type, key, rows);
    }
}

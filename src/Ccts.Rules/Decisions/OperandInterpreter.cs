using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions;

/// <summary>Finds the values of a condition in a case. Nothing is rounded: a result that is not exact cannot be said.</summary>
public sealed class OperandInterpreter(FactSet facts, LocalDate day, IReadOnlyDictionary<string, Parameter> parameters)
{
    /// <summary>The value with the facts and parameters that it used.</summary>
    public OperandTrace Evaluate(Operand operand) => operand switch
    {
        Literal literal => OperandTrace.Known(operand, literal.Value),
        FactOperand fact => facts.Find(fact.Fact.Name) is { } value
            ? OperandTrace.Known(operand, value)
            : OperandTrace.Unknown(operand, new MissingInput(MissingKind.Fact, fact.Fact.Name)),
        ParameterOperand parameter => Evaluate(parameter),
        Fallback fallback => OperandTrace.FirstKnown(operand, Evaluate(fallback.First), Evaluate(fallback.Second)),
        Arithmetic arithmetic => Evaluate(arithmetic),
        YearStep step => Evaluate(step),
        _ => throw new NotSupportedException(operand.GetType().Name),
    };

    /// <summary>The parameter of this ruleset, because an overlay may have changed a value that a rule of the base uses.</summary>
    public Parameter InEffect(Parameter parameter) => parameters.TryGetValue(parameter.Path, out var effective) ? effective : parameter;

    internal OperandTrace Look(Operand operand, Parameter read, string key)
    {
        var parameter = InEffect(read);
        var path = key.Length == 0 ? parameter.Path : parameter.Path + "[" + key + "]";
        if (parameter.On(day, key) is not { } dated)
        {
            return OperandTrace.Unknown(operand, new MissingInput(MissingKind.Parameter, path, $"Nothing is said for {key} on {day:uuuu-MM-dd}.".Replace(" for  on", " for"), null));
        }

        var use = new ParameterUse(path, dated);
        return dated.IsKnown
            ? OperandTrace.Known(operand, ParameterValues.Read(dated, operand.Type), use)
            : OperandTrace.Unknown(operand, new MissingInput(MissingKind.Parameter, path, dated.Reason, dated.SettledBy) { Since = parameter.On(dated.From.PlusDays(-1), key) is { IsKnown: true } ? dated.From : null }, use);
    }

    private OperandTrace Evaluate(ParameterOperand operand)
    {
        if (operand.Key is null)
        {
            return Look(operand, operand.Parameter, "");
        }

        var key = Evaluate(operand.Key);
        return key.Value is { } known ? Look(operand, operand.Parameter, known.Shown) : OperandTrace.From(operand, () => null, key);
    }

    private OperandTrace Evaluate(Arithmetic operand)
    {
        var left = Evaluate(operand.Left);
        var right = Evaluate(operand.Right);
        return OperandTrace.From(operand, () => Compute(operand, left.Value!, right.Value!), left, right);
    }

    private static FactValue? Compute(Arithmetic operand, FactValue left, FactValue right)
    {
        if (left.Kind == FactKind.Date)
        {
            return right.Kind == FactKind.Date ? Days(left.Date, right.Date) : Moved(left.Date, operand.Kind == ArithmeticKind.Plus ? right.Amount : -right.Amount, operand.Right.Type.Unit!);
        }

        if (!ExactAmounts.TryCompute(left.Amount, operand.Kind, right.Amount, out var amount))
        {
            return null;
        }

        return operand.Type.Kind == FactKind.Number
            ? FactValue.OfNumber(amount, operand.Type.Unit)
            : FactValue.OfQuantity(amount, QuantityText.Format(amount) + " " + operand.Type.Dimension!.CanonicalUnit);
    }

    private static FactValue Days(LocalDate later, LocalDate earlier) =>
        FactValue.OfNumber(Period.Between(earlier, later, PeriodUnits.Days).Days, ParameterUnit.Days);

    private static FactValue? Moved(LocalDate day, decimal by, string unit)
    {
        if (by != decimal.Truncate(by) || Math.Abs(by) > 100_000m)
        {
            return null;
        }

        try
        {
            return FactValue.OfDate(unit == ParameterUnit.Months ? day.PlusMonths((int)by) : day.PlusDays((int)by));
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private OperandTrace Evaluate(YearStep operand)
    {
        var of = Evaluate(operand.Of);
        return OperandTrace.From(operand, () => Step(operand.Kind, of.Value!.Date), of);
    }

    // A year is held by its first day.
    private static FactValue? Step(YearStepKind kind, LocalDate day) => day.Year is < 1901 or > 2997 ? null : kind switch
    {
        YearStepKind.FirstDay => FactValue.OfDate(day),
        YearStepKind.LastDay => FactValue.OfDate(ComplianceYear.Of(day).LastDay),
        YearStepKind.FirstDayOfQuarter => FactValue.OfDate(Quarters.FirstDayOf(day)),
        _ => FactValue.OfYear(ComplianceYear.Of(day)),
    };
}

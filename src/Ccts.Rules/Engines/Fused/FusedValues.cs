using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Writes the tests of computed values: each value has a local variable, and another for whether it is known.</summary>
internal sealed class FusedValues(FusedFacts facts)
{
    private delegate bool Compute(decimal left, ArithmeticKind kind, decimal right, out decimal result);

    private delegate bool Move(long day, decimal by, bool inMonths, out long moved);

    private delegate bool Step(YearStepKind kind, long day, out long step);

    private delegate bool FindRow(IReadOnlyDictionary<string, ConstantValue> rows, string key, out ConstantValue? row);

    private static readonly MethodInfo ComputeMethod = new Compute(ExactAmounts.TryCompute).Method;
    private static readonly MethodInfo MoveMethod = new Move(CalendarSteps.TryMove).Method;
    private static readonly MethodInfo StepMethod = new Step(CalendarSteps.TryStep).Method;
    private static readonly MethodInfo DaysMethod = new Func<long, long, decimal>(CalendarSteps.Days).Method;
    private static readonly MethodInfo RowMethod = new FindRow(Row).Method;
    private static readonly MethodInfo ListedMethod = new Func<IReadOnlyDictionary<string, bool>, string, int>(Listed).Method;

    internal (Expression Pass, Expression Open) Test(CompiledTest test)
    {
        switch (test)
        {
            case ComputedComparison comparison:
                var (left, right) = (Value(comparison.Left), Value(comparison.Right));
                return WhereKnown(Expression.AndAlso(left.Known, right.Known), FusedParts.Compare(left.Value, comparison.Kind, right.Value));
            case ComputedMembership membership:
                var subject = Value(membership.Subject);
                var among = membership.Values.Select(v => FusedParts.Compare(subject.Value, ComparisonKind.Is, Constant(v))).Aggregate(Expression.OrElse);
                return WhereKnown(subject.Known, membership.Negated ? Expression.Not(among) : among);
            case ComputedContainment containment:
                var (set, word) = (Value(containment.Set), Value(containment.Word));
                var holds = FusedParts.Holds(set.Value, word.Value);
                return WhereKnown(Expression.AndAlso(set.Known, word.Known), containment.Negated ? Expression.Not(holds) : holds);
            case ComputedListing listing:
                return Test(listing, Value(listing.Subject));
            case ComputedExistence existence:
                var known = Value(existence.Subject).Known;
                return (Mask.Of(existence.Expected ? known : Expression.Not(known)), Mask.None);
            default:
                throw new NotSupportedException(test.GetType().Name);
        }
    }

    // 0: no such row; 1: a row with a value; 2: a row without one.
    private (Expression Pass, Expression Open) Test(ComputedListing listing, (Expression Known, Expression Value) subject)
    {
        var found = facts.Keep(Expression.Condition(subject.Known, Expression.Call(ListedMethod, Expression.Constant(listing.Rows, typeof(IReadOnlyDictionary<string, bool>)), subject.Value), Expression.Constant(2)));
        return (Mask.Of(Expression.Equal(found, Expression.Constant(listing.Negated ? 0 : 1))), Mask.Of(Expression.Equal(found, Expression.Constant(2))));
    }

    private static (Expression Pass, Expression Open) WhereKnown(Expression known, Expression holds) =>
        (Mask.Of(Expression.AndAlso(known, holds)), Mask.Of(Expression.Not(known)));

    private (Expression Known, Expression Value) Value(Computed value)
    {
        switch (value)
        {
            case ConstantValue constant:
                return (Expression.Constant(constant.Value is not null), Constant(constant));
            case SlotValue slot:
                return (Expression.NotEqual(facts.Known(slot.Slot), Mask.None), slot.Family switch
                {
                    ValueFamily.Amount => facts.Amount(slot.Slot),
                    ValueFamily.Code => facts.Code(slot.Slot),
                    ValueFamily.Text => facts.Text(slot.Slot),
                    _ => facts.Set(slot.Slot),
                });
            case EitherValue either:
                var (first, second) = (Value(either.First), Value(either.Second));
                var isFirst = facts.Keep(first.Known);
                return (facts.Keep(Expression.OrElse(isFirst, second.Known)), facts.Keep(Expression.Condition(isFirst, first.Value, second.Value)));
            case ArithmeticValue step:
                var (left, right) = (Value(step.Left), Value(step.Right));
                return Try(Expression.AndAlso(left.Known, right.Known), typeof(decimal), result => Expression.Call(ComputeMethod, left.Value, Expression.Constant(step.Kind), right.Value, result));
            case MovedValue moved:
                var (day, by) = (Value(moved.Day), Value(moved.By));
                return Try(Expression.AndAlso(day.Known, by.Known), typeof(long), result => Expression.Call(MoveMethod, day.Value, moved.Back ? Expression.Negate(by.Value) : by.Value, Expression.Constant(moved.InMonths), result));
            case YearStepValue step:
                var of = Value(step.Of);
                return Try(of.Known, typeof(long), result => Expression.Call(StepMethod, Expression.Constant(step.Kind), of.Value, result));
            case DaysValue days:
                var (later, earlier) = (Value(days.Later), Value(days.Earlier));
                var both = facts.Keep(Expression.AndAlso(later.Known, earlier.Known));
                return (both, facts.Keep(Expression.Condition(both, Expression.Call(DaysMethod, later.Value, earlier.Value), Expression.Constant(0m))));
            case RowValue row:
                return Value(row);
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private (Expression Known, Expression Value) Value(RowValue row)
    {
        var key = Value(row.Key);
        var (known, found) = Try(key.Known, typeof(ConstantValue), result => Expression.Call(RowMethod, Expression.Constant(row.Rows, typeof(IReadOnlyDictionary<string, ConstantValue>)), key.Value, result));
        var (read, otherwise) = row.Family switch
        {
            ValueFamily.Amount => (FusedRow.Amount, (Expression)Expression.Constant(0m)),
            ValueFamily.Code => (FusedRow.Code, Expression.Constant(0L)),
            _ => (FusedRow.Text, Expression.Constant("")),
        };
        return (known, facts.Keep(Expression.Condition(known, Expression.Call(read, found), otherwise)));
    }

    // Known if the inputs are known and the method succeeds; its result is in a local variable.
    private (Expression Known, Expression Value) Try(Expression inputs, Type type, Func<Expression, Expression> call)
    {
        var result = Expression.Variable(type);
        facts.Locals.Add(result);
        return (facts.Keep(Expression.AndAlso(inputs, call(result))), result);
    }

    private static ConstantExpression Constant(ConstantValue constant) => constant.Family switch
    {
        ValueFamily.Amount => Expression.Constant(constant.Amount),
        ValueFamily.Code => Expression.Constant(constant.Code),
        ValueFamily.Text => Expression.Constant(constant.Text),
        _ => Expression.Constant(constant.Words),
    };

    private static bool Row(IReadOnlyDictionary<string, ConstantValue> rows, string key, out ConstantValue? row) => rows.TryGetValue(key, out row);

    private static int Listed(IReadOnlyDictionary<string, bool> rows, string word) => !rows.TryGetValue(word, out var known) ? 0 : known ? 1 : 2;
}

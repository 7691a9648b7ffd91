using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>Computes values column by column: each has its own column, filled after its inputs.</summary>
internal sealed class ValueColumns
{
    private readonly Dictionary<Computed, int> _columns = [];
    private readonly List<Computed> _order = [];

    internal int Count => _order.Count;

    /// <summary>Assigns columns to a value and its inputs; returns the number of its own.</summary>
    internal int Add(Computed value)
    {
        if (!_columns.TryGetValue(value, out var column))
        {
            foreach (var part in Parts(value))
            {
                Add(part);
            }

            _columns.Add(value, column = _order.Count);
            _order.Add(value);
        }

        return column;
    }

    internal void Fill(in RowSpan rows)
    {
        for (var column = 0; column < _order.Count; column++)
        {
            var target = rows.Scratch.Values[column];
            target.Forget(rows.Count);
            Fill(_order[column], target, rows);
        }
    }

    private ValueColumn Find(Computed value, in RowSpan rows) => rows.Scratch.Values[_columns[value]];

    private static IEnumerable<Computed> Parts(Computed value) => value switch
    {
        EitherValue either => [either.First, either.Second],
        ArithmeticValue step => [step.Left, step.Right],
        MovedValue moved => [moved.Day, moved.By],
        DaysValue days => [days.Later, days.Earlier],
        YearStepValue step => [step.Of],
        RowValue row => [row.Key],
        _ => [],
    };

    private void Fill(Computed value, ValueColumn target, in RowSpan rows)
    {
        switch (value)
        {
            case ConstantValue { Value: not null } constant:
                FillConstant(constant, target, rows.Count);
                break;
            case SlotValue slot:
                FillSlot(slot, target, rows);
                break;
            case EitherValue either:
                var (first, second) = (Find(either.First, rows), Find(either.Second, rows));
                for (var i = 0; i < rows.Count; i++)
                {
                    target.Copy(first.Known[i] ? first : second, i);
                }

                break;
            case ArithmeticValue step:
                var (left, right) = (Find(step.Left, rows), Find(step.Right, rows));
                for (var i = 0; i < rows.Count; i++)
                {
                    if (left.Known[i] && right.Known[i] && ExactAmounts.TryCompute(left.Amounts[i], step.Kind, right.Amounts[i], out var result))
                    {
                        target.Put(i, result);
                    }
                }

                break;
            case RowValue row:
                var key = Find(row.Key, rows);
                for (var i = 0; i < rows.Count; i++)
                {
                    if (key.Known[i] && row.Rows.TryGetValue(key.Texts[i], out var found))
                    {
                        FillConstant(found, target, i, i + 1);
                    }
                }

                break;
            default:
                FillDay(value, target, rows);
                break;
        }
    }

    private void FillDay(Computed value, ValueColumn target, in RowSpan rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            switch (value)
            {
                case MovedValue moved when Find(moved.Day, rows) is var day && Find(moved.By, rows) is var by && day.Known[i] && by.Known[i]
                    && CalendarSteps.TryMove(day.Codes[i], moved.Back ? -by.Amounts[i] : by.Amounts[i], moved.InMonths, out var date):
                    target.Put(i, date);
                    break;
                case DaysValue days when Find(days.Later, rows) is var later && Find(days.Earlier, rows) is var earlier && later.Known[i] && earlier.Known[i]:
                    target.Put(i, CalendarSteps.Days(later.Codes[i], earlier.Codes[i]));
                    break;
                case YearStepValue step when Find(step.Of, rows) is var of && of.Known[i] && CalendarSteps.TryStep(step.Kind, of.Codes[i], out var date):
                    target.Put(i, date);
                    break;
            }
        }
    }

    private static void FillConstant(ConstantValue constant, ValueColumn target, int rows) => FillConstant(constant, target, 0, rows);

    private static void FillConstant(ConstantValue constant, ValueColumn target, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            (target.Known[i], target.Amounts[i], target.Codes[i], target.Texts[i], target.Sets[i]) = (true, constant.Amount, constant.Code, constant.Text, constant.Words);
        }
    }

    private static void FillSlot(SlotValue slot, ValueColumn target, in RowSpan rows)
    {
        var (facts, cell) = (rows.Facts, rows.Cell(slot.Slot));
        for (var i = 0; i < rows.Count; i++)
        {
            if (facts.Known[cell + i] == 0)
            {
                continue;
            }

            target.Known[i] = true;
            switch (slot.Family)
            {
                case ValueFamily.Amount:
                    target.Amounts[i] = facts.Amounts[cell + i];
                    break;
                case ValueFamily.Code:
                    target.Codes[i] = facts.Codes[cell + i];
                    break;
                case ValueFamily.Text:
                    target.Texts[i] = facts.Texts[cell + i]!;
                    break;
                default:
                    target.Sets[i] = facts.Sets[cell + i]!;
                    break;
            }
        }
    }
}

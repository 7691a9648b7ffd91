using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>Sum, difference, product or quotient. An error in either part is the result; text is no number.</summary>
internal sealed class ArithmeticNode(ArithmeticOperator how, FormulaNode left, FormulaNode right) : FormulaNode
{
    internal override int Height { get; } = 1 + Math.Max(left.Height, right.Height);

    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var a = left.Evaluate(cells, column);
        if (a.IsError)
        {
            return a;
        }

        var b = right.Evaluate(cells, column);
        if (b.IsError)
        {
            return b;
        }

        return a.Kind == CellKind.Text || b.Kind == CellKind.Text ? CellValue.NotANumber : Compute(cells, a.Number, b.Number);
    }

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
        left.Reads(column, tell);
        right.Reads(column, tell);
    }

    private CellValue Compute(ICells cells, Exact a, Exact b) => how switch
    {
        ArithmeticOperator.Add => CellValue.Of(cells.Add(a, b)),
        ArithmeticOperator.Subtract => CellValue.Of(cells.Add(a, -b)),
        ArithmeticOperator.Multiply => CellValue.Of(cells.Keep(a * b)),
        _ => b.Sign == 0 ? CellValue.DivisionByZero : CellValue.Of(cells.Keep(a / b)),
    };
}

/// <summary>The number with the other sign.</summary>
internal sealed class NegationNode(FormulaNode of) : FormulaNode
{
    internal override int Height { get; } = 1 + of.Height;

    internal override CellValue Evaluate(ICells cells, ProFormaColumn column)
    {
        var value = of.Evaluate(cells, column);
        return value.Kind switch
        {
            CellKind.Error => value,
            CellKind.Text => CellValue.NotANumber,
            _ => CellValue.Of(-value.Number),
        };
    }

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell) => of.Reads(column, tell);
}

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

/// <summary>Sum, difference, product or quotient. Text is no number.</summary>
internal sealed class ArithmeticNode(ArithmeticOperator how, FormulaNode left, FormulaNode right) : PairNode(left, right)
{
    private protected override CellValue Compute(ICells cells, CellValue a, CellValue b) =>
        a.Kind == CellKind.Text || b.Kind == CellKind.Text ? CellValue.NotANumber : Compute(cells, a.Number, b.Number);

    private CellValue Compute(ICells cells, Exact a, Exact b) => how switch
    {
        ArithmeticOperator.Add => CellValue.Of(cells.Add(a, b)),
        ArithmeticOperator.Subtract => CellValue.Of(cells.Add(a, -b)),
        ArithmeticOperator.Multiply => CellValue.Of(cells.Multiply(a, b)),
        _ => b.Sign == 0 ? CellValue.DivisionByZero : CellValue.Of(cells.Divide(a, b)),
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

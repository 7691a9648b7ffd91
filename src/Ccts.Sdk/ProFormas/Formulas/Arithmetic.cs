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

/// <summary>Sum, difference, product or quotient. Text does not count as a number.</summary>
internal sealed class ArithmeticNode(ArithmeticOperator how, FormulaNode left, FormulaNode right) : PairNode(left, right)
{
    private protected override CellValue Compute(ICells cells, CellValue a, CellValue b) =>
        a.Kind == CellKind.Text || b.Kind == CellKind.Text ? CellValue.NotANumber
        : b.IsZero ? WithZero(a)
        : !a.IsZero ? CellValue.Of(OfTwo(cells, a, b))
        : how switch
        {
            ArithmeticOperator.Add => b,
            ArithmeticOperator.Subtract => CellValue.Of(-b.Number),
            _ => CellValue.Zero,
        };

    /// <summary>The result where the second operand is 0, as most cells of a filing are. Adding 0 keeps the same object.</summary>
    private CellValue WithZero(CellValue a) => how switch
    {
        ArithmeticOperator.Add or ArithmeticOperator.Subtract => a.IsZero ? CellValue.Zero : a,
        ArithmeticOperator.Multiply => CellValue.Zero,
        _ => CellValue.DivisionByZero,
    };

    private Exact OfTwo(ICells cells, CellValue a, CellValue b) => how switch
    {
        ArithmeticOperator.Add => cells.Add(a.Number, b.Number),
        ArithmeticOperator.Subtract => cells.Add(a.Number, -b.Number),
        ArithmeticOperator.Multiply => cells.Multiply(a.Number, b.Number),
        _ => cells.Divide(a.Number, b.Number),
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

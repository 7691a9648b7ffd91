using System;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A node with two operands. An error in either becomes the result.</summary>
internal abstract class PairNode(FormulaNode left, FormulaNode right) : FormulaNode
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
        return b.IsError ? b : Compute(cells, a, b);
    }

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
        left.Reads(column, tell);
        right.Reads(column, tell);
    }

    private protected abstract CellValue Compute(ICells cells, CellValue a, CellValue b);
}

using System;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A part of a formula, ready to be computed in any column.</summary>
internal abstract class FormulaNode
{
    /// <summary>The nesting depth, counted from the innermost node: a measure of the stack that computing it needs.</summary>
    internal virtual int Height => 1;

    internal abstract CellValue Evaluate(ICells cells, ProFormaColumn column);

    /// <summary>Reports every cell that the node may read, as a field and a column.</summary>
    internal virtual void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
    }
}

using System;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A part of a formula, ready to be computed in any column.</summary>
internal abstract class FormulaNode
{
    /// <summary>Parts within parts, counted from the innermost: what computing it takes of the stack.</summary>
    internal virtual int Height => 1;

    internal abstract CellValue Evaluate(ICells cells, ProFormaColumn column);

    /// <summary>Tells every cell that the part may read, as a field and the column it is read in.</summary>
    internal virtual void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell)
    {
    }
}

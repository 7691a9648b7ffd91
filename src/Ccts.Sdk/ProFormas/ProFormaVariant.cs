using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Another formula for one cell.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Text">The formula as the form's data gives it.</param>
/// <param name="Node">The formula.</param>
/// <param name="IsLocked">Whether the workbook locks the cell, so that a figure can be entered only after unlocking it.</param>
internal sealed record CellFormula(int Field, ProFormaColumn Column, string Text, FormulaNode Node, bool IsLocked);

/// <summary>A set of cells with other formulas: those that the workbook prints by, or those of another reading.</summary>
internal sealed record ProFormaVariant(IReadOnlyList<CellFormula> Cells)
{
    /// <summary>The values of inputs that the plant leaves empty.</summary>
    internal IReadOnlyDictionary<int, FormulaNode> Blanks { get; init; } = new Dictionary<int, FormulaNode>();

    internal static ProFormaVariant None { get; } = new([]);
}

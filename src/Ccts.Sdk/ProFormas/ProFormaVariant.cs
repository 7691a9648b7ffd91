using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Another formula for one cell.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Text">The formula as the form's data gives it.</param>
/// <param name="Node">The formula.</param>
/// <param name="IsLocked">Whether the workbook locks it, so that nobody can state a figure there; whoever unlocks it can.</param>
internal sealed record CellFormula(int Field, ProFormaColumn Column, string Text, FormulaNode Node, bool IsLocked);

/// <summary>A set of cells that are computed otherwise: as the workbook prints them, or under another reading.</summary>
internal sealed record ProFormaVariant(IReadOnlyList<CellFormula> Cells)
{
    /// <summary>What stands in an input where the plant states nothing.</summary>
    internal IReadOnlyDictionary<int, FormulaNode> Blanks { get; init; } = new Dictionary<int, FormulaNode>();

    internal static ProFormaVariant None { get; } = new([]);
}

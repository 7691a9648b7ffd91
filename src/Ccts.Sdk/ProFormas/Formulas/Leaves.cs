using System;
using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A literal number, text or error in the formula, or a constant of the form.</summary>
internal sealed class LiteralNode(CellValue value) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => cells.Kept(value);
}

/// <summary>A choice that holds for the whole form, such as the sub-sector.</summary>
internal sealed class ChoiceNode(string name) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => cells.Choice(name);
}

/// <summary>Another field, in the column being computed or in a named one.</summary>
internal sealed class ReferenceNode(int field, ProFormaColumn? named) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => cells.Cell(field, named ?? column);

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell) => tell(field, named ?? column);
}

/// <summary>A row of one of the form's tables, by a name that the formula or a choice gives.</summary>
internal sealed class LookupNode(IReadOnlyDictionary<string, Exact> rows, FormulaNode name) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) =>
        rows.TryGetValue(name.Evaluate(cells, column).Text, out var value) ? CellValue.Of(cells.Keep(value)) : CellValue.NotFound;
}

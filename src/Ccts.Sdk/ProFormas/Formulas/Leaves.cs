using System;
using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A number, a text or an error that stands in the formula itself, or a constant of the form.</summary>
internal sealed class LiteralNode(CellValue value) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => value.Kind == CellKind.Number ? CellValue.Of(cells.Keep(value.Number)) : value;
}

/// <summary>A choice that holds for the whole form, such as the sub-sector.</summary>
internal sealed class ChoiceNode(string name) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => cells.Choice(name);
}

/// <summary>Another field: in the column that is computed, or in the one that is named.</summary>
internal sealed class ReferenceNode(int field, ProFormaColumn? named) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) => cells.Cell(field, named ?? column);

    internal override void Reads(ProFormaColumn column, Action<int, ProFormaColumn> tell) => tell(field, named ?? column);
}

/// <summary>A row of a table of the form, by a name that stands in the formula or that a choice gives.</summary>
internal sealed class LookupNode(IReadOnlyDictionary<string, Exact> rows, FormulaNode name) : FormulaNode
{
    internal override CellValue Evaluate(ICells cells, ProFormaColumn column) =>
        rows.TryGetValue(name.Evaluate(cells, column).Text, out var value) ? CellValue.Of(cells.Keep(value)) : CellValue.NotFound;
}

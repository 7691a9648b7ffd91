using System;
using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads the formulas of a form once all its names are known.</summary>
internal sealed class FormFormulas(IReadOnlyList<ProFormaField> fields, FormulaScope scope, ProblemList problems)
{
    private static readonly ProFormaColumn[] Columns = [ProFormaColumn.Year1, ProFormaColumn.Year2, ProFormaColumn.Year3, ProFormaColumn.Baseline, ProFormaColumn.Current];
    private readonly Dictionary<string, FormulaParser> _parsers = new(StringComparer.Ordinal);

    /// <summary>The formulas of the fields, five to a field in the order of the columns; null where nothing is computed.</summary>
    internal FormulaNode?[] OfFields(FieldTable table)
    {
        var formulas = new FormulaNode?[fields.Count * ProForma.CellCount];
        for (var i = 0; i < fields.Count; i++)
        {
            var (field, row) = (fields[i], table.Rows[i]);
            if (field.Kind is not (ProFormaFieldKind.Computed or ProFormaFieldKind.Default))
            {
                continue;
            }

            var (all, baseline, current) = (Parse(field.Formula, field.Sheet, row.PlaceOf("formula")), Parse(field.BaselineFormula, field.Sheet, row.PlaceOf("baseline")), Parse(field.CurrentFormula, field.Sheet, row.PlaceOf("current")));
            foreach (var column in Columns)
            {
                formulas[(i * ProForma.CellCount) + (int)column] = column switch
                {
                    ProFormaColumn.Baseline when field.BaselineFormula is not null => baseline,
                    ProFormaColumn.Current when field.CurrentFormula is not null => current,
                    _ => all,
                };
            }
        }

        return formulas;
    }

    /// <summary>The formula, or null when there is none. Also null when it cannot be read, which is reported as a problem.</summary>
    internal FormulaNode? Parse(string? text, string sheet, SourcePlace place)
    {
        if (text is null or FieldTable.Nothing)
        {
            return null;
        }

        if (!_parsers.TryGetValue(sheet, out var parser))
        {
            _parsers[sheet] = parser = new FormulaParser(scope, sheet);
        }

        var node = parser.Parse(text);
        if (node is null)
        {
            problems.Error("bad-formula", place, $"The formula \"{ShownText.Short(text)}\" cannot be read: {parser.Reason}", "a formula as docs/pro-formas.md describes it", parser.Hint);
        }

        return node;
    }

    /// <summary>Other formulas for some cells: <c>{ "field": key, "columns": […], "formula": … }</c>; without columns for all.</summary>
    internal List<CellFormula> OfCells(IReadOnlyList<LocatedNode> entries, ProFormaKeys keys)
    {
        var cells = new List<CellFormula>();
        foreach (var entry in entries)
        {
            var cell = new ObjectReader(entry, problems);
            var (index, formula) = (keys.Field(cell, "field"), cell.Text("formula"));
            var columns = keys.Columns(cell, Columns);
            var isLocked = cell.OptionalFlag("locked") ?? false;
            cell.Done();
            if (index is not { } field || formula is null || Parse(formula, fields[field].Sheet, entry.Member("formula")!.Place) is not { } node)
            {
                continue;
            }

            foreach (var column in columns)
            {
                cells.Add(new CellFormula(field, column, formula, node, isLocked));
            }
        }

        return cells;
    }
}

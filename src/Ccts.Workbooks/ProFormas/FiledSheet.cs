using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>One sheet of the published workbook: what it states, what it prints, and what stands where the form has no place for it.</summary>
internal sealed class FiledSheet(Workbook workbook, WorkbookLayout layout, WorkbookSheetLayout columns, FigureCells cells, ProFormaFilingBuilder builder)
{
    /// <summary>Fewer figures in the columns of sources and remarks are notes.</summary>
    private const int MostNotes = 5;

    private readonly WorkbookSheet _sheet = workbook.FindFiled(columns.Name)!;
    private readonly IReadOnlyList<(ProFormaColumn Column, int At)> _stated = Columns(columns, c => c != ProFormaColumn.Baseline);
    private readonly IReadOnlyList<(ProFormaColumn Column, int At)> _printed = Columns(columns, c => c is ProFormaColumn.Baseline or ProFormaColumn.Current);

    internal void State(IEnumerable<ProFormaField> fields, int years)
    {
        foreach (var field in fields.Where(IsStated))
        {
            foreach (var (column, at) in _stated)
            {
                if (_sheet.CellAt(field.Row, at) is { } cell && !(cell.HasFormula && IsComputed(field, column, cell, years)) && cells.Text(_sheet, cell, field.Kind != ProFormaFieldKind.Answer, field.Unit) is { } text)
                {
                    builder.State(field.Key, column, text, Unit(field), cells.PlaceOf(_sheet, cell));
                }
            }
        }
    }

    /// <summary>The published workbook lacks some formulas for what is computed where nothing is measured; it then takes 0.</summary>
    internal void TellMissing(IEnumerable<ProFormaField> fields, int years)
    {
        var missing = fields.Where(f => f.Kind == ProFormaFieldKind.Default)
            .SelectMany(f => _stated.Where(s => (int)s.Column < years || s.Column == ProFormaColumn.Current).Where(s => _sheet.CellAt(f.Row, s.At) is null && _stated.Any(o => _sheet.CellAt(f.Row, o.At)?.HasFormula == true)).Select(s => WorkbookCell.Letters(s.At) + f.Row))
            .ToList();
        if (missing.Count > 0)
        {
            cells.Notices.Add(new Problem("formula-missing", Severity.Warning, $"{string.Join(", ", missing)} of {_sheet.Name.Trim()} lack the formula that other columns have, so the workbook takes 0 there; the form's own counts.", new SourcePlace(workbook.File, 0, 0, "")) { Hint = "Copy the formula from the column beside, or state what was measured." });
        }
    }

    internal void Expect(IEnumerable<ProFormaField> fields)
    {
        var unsaved = 0;
        foreach (var field in fields.Where(f => f.Kind is not (ProFormaFieldKind.Heading or ProFormaFieldKind.Answer)))
        {
            foreach (var (column, at) in _printed.Where(p => field.Kind == ProFormaFieldKind.Computed || p.Column == ProFormaColumn.Baseline))
            {
                var cell = _sheet.CellAt(field.Row, at);
                unsaved += cell?.Kind == WorkbookCellKind.Unsaved ? 1 : 0;
                if (cell?.Kind == WorkbookCellKind.Number)
                {
                    builder.Expect(field.Key, column, cell.Text, asPrinted: true, cells.PlaceOf(_sheet, cell));
                }
                else if (cell?.Kind == WorkbookCellKind.Error)
                {
                    cells.Tell("printed-error", Severity.Warning, _sheet, cell, $"The workbook prints {cell.Text} for {field.Key}.");
                }
            }
        }

        if (unsaved > 0)
        {
            cells.Notices.Add(new Problem("results-not-saved", Severity.Info, $"{unsaved} formulas of {_sheet.Name.Trim()} have no saved results, so what the workbook prints is not compared.", new SourcePlace(workbook.File, 0, 0, "")) { Hint = "Open the workbook in a spreadsheet and save it." });
        }
    }

    /// <summary>Figures in cells that the workbook computes, and in rows that are no line of the form.</summary>
    internal void TellOthers(IEnumerable<ProFormaField> fields)
    {
        var (rows, figures) = (fields.ToDictionary(f => f.Row), _stated.Select(s => s.At).ToList());
        var others = _sheet.Cells.Where(c => figures.Contains(c.Column) && !(rows.TryGetValue(c.Row, out var field) && IsStated(field))).ToList();
        if (!others.Any(c => c.HasFormula))
        {
            // Saved as values alone, so that a figure where the form computes is a result.
            others.RemoveAll(c => rows.ContainsKey(c.Row));
        }

        foreach (var cell in others.Where(c => c is { Kind: WorkbookCellKind.Number, HasFormula: false }))
        {
            var message = rows.TryGetValue(cell.Row, out var field) && field.Kind == ProFormaFieldKind.Computed ? $"{cell.Text} is where the workbook computes {field.Key}; it does not count." : $"{cell.Text} is in a row that is no line of the form; it does not count.";
            cells.Tell("figure-not-counted", Severity.Warning, _sheet, cell, message, "a figure in a cell to fill in");
        }
    }

    internal void TellUnseen(IEnumerable<ProFormaField> fields, int years)
    {
        var rows = new HashSet<int>(fields.Where(f => f.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default).Select(f => f.Row));
        var stated = new HashSet<int>(_stated.Where(s => (int)s.Column < years || s.Column == ProFormaColumn.Current).Select(s => s.At));
        cells.TellUnseen(_sheet, (row, column) => rows.Contains(row) && stated.Contains(column) && _sheet.CellAt(row, column) is not { HasFormula: true });
    }

    /// <summary>A formula of the blank workbook, or one of a year that the baseline does not have.</summary>
    private bool IsComputed(ProFormaField field, ProFormaColumn column, WorkbookCell cell, int years) =>
        field.Kind == ProFormaFieldKind.Default || (column < ProFormaColumn.Baseline && (int)column >= years) || layout.Computed.Contains(columns.Name + "!" + cell.Reference, StringComparer.Ordinal);

    /// <summary>Figures beyond the columns of the form, such as another year's: a column that somebody added counts nowhere.</summary>
    internal void TellBeside(IEnumerable<ProFormaField> fields)
    {
        var (rows, last) = (new HashSet<int>(fields.Where(IsStated).Select(f => f.Row)), _stated.Max(s => s.At));
        foreach (var column in _sheet.Cells.Where(c => c.Column > last && rows.Contains(c.Row) && c is { Kind: WorkbookCellKind.Number, HasFormula: false }).GroupBy(c => c.Column).Where(c => c.Count() >= MostNotes))
        {
            cells.Tell("column-not-read", Severity.Warning, _sheet, column.First(), $"Column {WorkbookCell.Letters(column.Key)} holds {column.Count()} figures beside the form's lines; no column of the form is there, and none of them counts.", "figures in the columns of the form");
        }
    }

    /// <summary>The text in the column of units, where it is not the form's unit.</summary>
    private string? Unit(ProFormaField field) =>
        columns.Unit is { } at && field.Kind != ProFormaFieldKind.Answer && _sheet.CellAt(field.Row, WorkbookCell.ColumnOf(at))?.Text.Trim() is { Length: > 0 } unit && unit != field.Unit ? unit : null;

    private static bool IsStated(ProFormaField field) => field.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer;

    private static List<(ProFormaColumn Column, int At)> Columns(WorkbookSheetLayout layout, Func<ProFormaColumn, bool> which) =>
        layout.Columns.Where(c => which(c.Key)).OrderBy(c => c.Key).Select(c => (c.Key, WorkbookCell.ColumnOf(c.Value))).ToList();
}

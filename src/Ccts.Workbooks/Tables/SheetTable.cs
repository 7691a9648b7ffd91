using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Answers;

namespace Ccts.Workbooks.Tables;

/// <summary>A sheet as CSV, so that every CSV input can also be read from a workbook.</summary>
/// <remarks>Thread-safe. Line n of the CSV is row n of the sheet, so the places of problems stay correct.</remarks>
public static class SheetTable
{
    /// <summary>Finds the sheet: the one with this name; without a name the only visible one with content, or the only list of an answer that the tool wrote.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="name">A sheet's name, hidden ones too, or null.</param>
    /// <param name="sheet">The sheet, or null.</param>
    /// <param name="problems">Why there is none; and which hidden sheet was used or skipped.</param>
    public static bool TryChoose(Workbook workbook, string? name, [NotNullWhen(true)] out WorkbookSheet? sheet, out IReadOnlyList<Problem> problems)
    {
        _ = workbook ?? throw new ArgumentNullException(nameof(workbook));
        var filled = workbook.Sheets.Where(s => !s.IsHidden && s.Cells.Count > 0).ToList();

        // The tool's own answers have only single figures besides their lists, so an answer with one list is a table.
        var tables = filled.Count > 1 && filled[0].Name == AnswerWorkbook.First ? filled.Skip(1).ToList() : filled;
        sheet = name is not null ? workbook.Find(name) : tables.Count == 1 ? tables[0] : null;
        var names = string.Join(", ", filled.Select(s => "\"" + s.Name + "\""));
        problems = sheet is { IsHidden: true } ? [UnseenCells.HiddenSheet(workbook.File, sheet.Name, isRead: true)]
            : sheet is not null ? name is not null ? [] : [.. workbook.Sheets.Where(s => s.IsHidden && s.Cells.Count > 0).Select(s => UnseenCells.HiddenSheet(workbook.File, s.Name, isRead: false))]
            : name is not null ? [Error(workbook, "unknown-sheet", $"The workbook has no sheet \"{name}\".", names)]
            : filled.Count == 0 ? [Error(workbook, "no-sheet", "No visible sheet of the workbook holds anything.", "one sheet with a table")]
            : [Error(workbook, "several-sheets", $"The workbook has {filled.Count} sheets that hold something: {names}.", "the sheet's name behind the file's, such as file.xlsx!" + tables[0].Name)];
        return sheet is not null;
    }

    /// <summary>Writes a sheet as CSV; false when a cell has an error or a formula that was never computed, or is struck through, or when two tables are next to each other.</summary>
    /// <param name="workbook">The workbook, for places.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="csv">UTF-8, commas, or null.</param>
    /// <param name="problems">Errors and warnings: hidden rows count like the others and are reported.</param>
    public static bool TryWrite(Workbook workbook, WorkbookSheet sheet, [NotNullWhen(true)] out byte[]? csv, out IReadOnlyList<Problem> problems)
    {
        _ = workbook ?? throw new ArgumentNullException(nameof(workbook));
        _ = sheet ?? throw new ArgumentNullException(nameof(sheet));
        var found = CellProblems(workbook, sheet);
        if (TablesBeside.Of(workbook, sheet, HeaderRow(sheet)) is { } beside)
        {
            found.Add(beside);
        }

        problems = found;
        csv = found.Any(p => p.Severity == Severity.Error) ? null : Encoding.UTF8.GetBytes(Text(sheet));
        return csv is not null;
    }

    internal static List<Problem> CellProblems(Workbook workbook, WorkbookSheet sheet) => CellProblems(workbook, sheet, HeaderRow(sheet), Severity.Warning);

    internal static List<Problem> CellProblems(Workbook workbook, WorkbookSheet sheet, int header, Severity merged)
    {
        var found = new List<Problem>();
        foreach (var cell in sheet.Cells.Where(c => c.Kind is WorkbookCellKind.Error or WorkbookCellKind.Unsaved))
        {
            var place = workbook.PlaceOf(sheet.Name, cell.Row, cell.Column);
            found.Add(cell.Kind == WorkbookCellKind.Error
                ? new Problem("cell-error", Severity.Error, $"The cell shows {cell.Text}.", place) { Expected = "a value" }
                : new Problem("formula-not-saved", Severity.Error, "The result of the formula was not saved.", place) { Expected = "a value", Hint = "Open the workbook in a spreadsheet and save it." });
        }

        foreach (var cell in sheet.Cells.Where(c => c is { Kind: WorkbookCellKind.Number, ShownIn: not 1m }))
        {
            found.Add(UnseenCells.Scaled(workbook.PlaceOf(sheet.Name, cell.Row, cell.Column), cell));
        }

        var hidden = sheet.HiddenRows.Intersect(sheet.Cells.Select(c => c.Row)).OrderBy(r => r).ToList();
        if (hidden.Count > 0)
        {
            found.Add(new Problem("hidden-rows", Severity.Warning, $"{hidden.Count} rows of the sheet \"{sheet.Name}\" are hidden, the first is row {hidden[0]}; they are read like the others.", workbook.PlaceOf(sheet.Name, hidden[0], 1)) { Hint = "Show them and look whether they are meant." });
        }

        if (UnseenCells.Hidden(workbook, sheet, (row, column) => sheet.IsColumnHidden(column) && !sheet.HiddenRows.Contains(row)) is { } columns)
        {
            found.Add(columns);
        }

        var width = sheet.Cells.Where(c => c.Row == header).Select(c => c.Column).DefaultIfEmpty(0).Max();
        found.AddRange(UnseenCells.Merged(workbook, sheet, merged, (row, column) => row > header && column <= width));
        found.AddRange(UnseenCells.Struck(workbook, sheet, (row, column) => row >= header && column <= width));
        return found;
    }

    /// <summary>The row with the column names: the first with two cells or more. Titles above it are single or merged cells.</summary>
    internal static int HeaderRow(WorkbookSheet sheet)
    {
        var rows = sheet.Cells.GroupBy(c => c.Row).OrderBy(r => r.Key).ToList();
        return (rows.FirstOrDefault(r => r.Skip(1).Any()) ?? rows.FirstOrDefault())?.Key ?? 1;
    }

    private static string Text(WorkbookSheet sheet)
    {
        var header = HeaderRow(sheet);
        var width = sheet.Cells.Where(c => c.Row == header).Select(c => c.Column).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        var line = 1;
        foreach (var row in sheet.Cells.Where(c => c.Row >= header).GroupBy(c => c.Row).OrderBy(r => r.Key))
        {
            text.Append('\n', row.Key - line);
            line = row.Key;
            var cells = row.ToDictionary(c => c.Column);
            var last = Math.Max(width, cells.Keys.Max());
            for (var column = 1; column <= last; column++)
            {
                text.Append(column == 1 ? "" : ",").Append(Quoted(CellText.Of(cells.TryGetValue(column, out var cell) ? cell : null)));
            }
        }

        return text.Append('\n').ToString();
    }

    internal static string Quoted(string text) => text.IndexOfAny([',', '"']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";

    private static Problem Error(Workbook workbook, string code, string message, string expected) =>
        new(code, Severity.Error, message, new SourcePlace(workbook.File, 0, 0, "")) { Expected = expected };
}

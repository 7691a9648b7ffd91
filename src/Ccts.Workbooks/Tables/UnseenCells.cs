using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Workbooks.Tables;

/// <summary>Where the data of a sheet differ from what it shows: hidden cells that count, merged cells, whose value is only in the first cell, and cells that are struck through.</summary>
internal static class UnseenCells
{
    /// <summary>Cells that count in hidden columns, hidden rows or on a hidden sheet.</summary>
    /// <param name="workbook">The workbook, for places.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="counts">Whether a cell counts, by row and column.</param>
    internal static Problem? Hidden(Workbook workbook, WorkbookSheet sheet, Func<int, int, bool> counts)
    {
        var rows = new HashSet<int>(sheet.HiddenRows);
        var hidden = sheet.Cells.Where(c => (sheet.IsHidden || rows.Contains(c.Row) || sheet.IsColumnHidden(c.Column)) && counts(c.Row, c.Column)).ToList();
        return hidden.Count == 0 ? null : new Problem("hidden-cells", Severity.Warning, $"{(hidden.Count == 1 ? "A cell" : $"{hidden.Count} cells")} of the sheet \"{sheet.Name.Trim()}\" {(hidden.Count == 1 ? "counts and is" : "count and are")} hidden, the first is {hidden[0].Reference}.", workbook.PlaceOf(sheet.Name, hidden[0].Row, hidden[0].Column))
        {
            Hint = "Show them and look whether they are meant.",
        };
    }

    /// <summary>Cells that are merged although each may need its own value.</summary>
    /// <param name="workbook">The workbook, for places.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="severity">The severity: an error where a missing value has a meaning.</param>
    /// <param name="counts">Whether a cell counts, by row and column.</param>
    internal static IEnumerable<Problem> Merged(Workbook workbook, WorkbookSheet sheet, Severity severity, Func<int, int, bool> counts) =>
        Merged(sheet.Merged, (row, column) => workbook.PlaceOf(sheet.Name, row, column), severity, counts);

    /// <summary>The same for a sheet that is read row by row.</summary>
    internal static IEnumerable<Problem> Merged(IEnumerable<MergedCells> merged, Func<int, int, SourcePlace> place, Severity severity, Func<int, int, bool> counts) =>
        merged.Where(m => counts(m.FirstRow, m.FirstColumn) && m.Others().Any(o => counts(o.Row, o.Column))).Select(m => new Problem("merged-cells", severity, $"{m.Reference} are merged; the first alone has what they show, and the others are empty.", place(m.FirstRow, m.FirstColumn))
        {
            Expected = "each value in a cell of its own",
            Hint = "Unmerge them, and fill in each cell.",
        });

    /// <summary>Cells that count and are struck through, as people do with what no longer counts.</summary>
    internal static IEnumerable<Problem> Struck(Workbook workbook, WorkbookSheet sheet, Func<int, int, bool> counts) =>
        sheet.Cells.Where(c => c.IsStruck && counts(c.Row, c.Column)).ToList() is { Count: > 0 } struck ? [Struck(workbook.PlaceOf(sheet.Name, struck[0].Row, struck[0].Column), struck.Count)] : [];

    /// <summary>The same for a sheet that is read row by row.</summary>
    /// <param name="first">The first of the cells.</param>
    /// <param name="count">How many there are.</param>
    internal static Problem Struck(SourcePlace first, int count) =>
        new("struck-cells", Severity.Error, $"{(count == 1 ? "This cell is" : $"{count} cells, of which this is the first, are")} struck through, so it is unclear whether {(count == 1 ? "it counts" : "they count")}.", first)
        {
            Expected = "cells that all count",
            Hint = "Delete what no longer counts, and take the strikethrough off the rest.",
        };

    /// <summary>A number of which the cell shows a thousandth, so that another number is read than is seen.</summary>
    internal static Problem Scaled(SourcePlace place, WorkbookCell cell) =>
        new("cell-scaled", Severity.Error, $"The format of the cell shows a {cell.ShownIn.ToString(System.Globalization.CultureInfo.InvariantCulture)}th of its number, so the {cell.Text} that it holds is not seen.", place)
        {
            Expected = "a cell that shows its number",
            Hint = "Give the cell a format that shows the number as it is, and look which of the two is meant.",
        };

    /// <summary>A column of a table that is read and not shown.</summary>
    internal static Problem HiddenColumn(string? file, string sheet, int header, int column) =>
        new("hidden-cells", Severity.Warning, $"Column {WorkbookCell.Letters(column)} of the sheet \"{sheet.Trim()}\" is hidden, and is read like the others.", new SourcePlace(file, header, column, $"{sheet}!{WorkbookCell.Letters(column)}{header.ToString(System.Globalization.CultureInfo.InvariantCulture)}"))
        {
            Hint = "Show it and look whether it is meant.",
        };

    /// <summary>A hidden sheet that is read because it was named, or skipped because another one is visible.</summary>
    internal static Problem HiddenSheet(string? file, string sheet, bool isRead) =>
        new("hidden-sheet", Severity.Warning, $"The sheet \"{sheet.Trim()}\" is hidden, and {(isRead ? "is read because it was named" : "nothing of it is read")}.", new SourcePlace(file, 0, 0, sheet))
        {
            Hint = isRead ? "Show it and look whether it is meant." : "Show it and look whether it belongs to the table; what is meant is named.",
        };
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Takes figures out of cells; what is not a figure is reported with its place.</summary>
internal sealed class FigureCells(Workbook workbook)
{
    internal List<Problem> Notices { get; } = [];

    internal SourcePlace PlaceOf(WorkbookSheet sheet, WorkbookCell cell) => workbook.PlaceOf(sheet.Name, cell.Row, cell.Column);

    /// <summary>The text of a cell, or null when it states nothing that could be read.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isFigure">Whether a figure belongs there.</param>
    /// <param name="unit">Its unit: of per cent, a cell that shows 8 % holds 0.08, because a spreadsheet saves what was typed as "8%" so.</param>
    internal string? Text(WorkbookSheet sheet, WorkbookCell cell, bool isFigure, string? unit = null)
    {
        var text = cell.Text.Trim();
        switch (cell.Kind)
        {
            case WorkbookCellKind.Error:
                Tell("cell-error", Severity.Error, sheet, cell, $"The cell holds {cell.Text}.", "a figure, or nothing");
                return null;
            case WorkbookCellKind.Unsaved:
                Tell("formula-not-saved", Severity.Error, sheet, cell, "The cell holds a formula without its result.", "a figure, or a formula that a spreadsheet has computed", "Open the workbook in a spreadsheet and save it.");
                return null;
            case WorkbookCellKind.Number when isFigure && !cell.IsDay && cell.ShownIn != 1m:
                Notices.Add(UnseenCells.Scaled(PlaceOf(sheet, cell), cell));
                return null;
            case WorkbookCellKind.Number when isFigure && cell.IsDay:
                Tell("day-for-figure", Severity.Warning, sheet, cell, $"The cell is shown as a day; {text} is taken.", "a figure that is shown as one", "What was typed may have been read as a day: look at the cell.");
                return text;
            case WorkbookCellKind.Number when isFigure && cell.IsPercent && unit?.IndexOf('%') >= 0:
                var shown = CellText.InPercent(cell);
                Tell("percentage-for-figure", Severity.Warning, sheet, cell, $"The cell shows {CellText.Of(cell)} and holds {text}, and the field is in %: {shown} is taken.", "the number of per cent alone, such as 98", "BEE's workbook reckons with what the cell holds: format it as a number, and type the figure again.");
                return shown;
            case WorkbookCellKind.Text when isFigure && text.Length > 0 && text.All(c => c is '.' or (>= '0' and <= '9')):
                Tell("figure-as-text", Severity.Warning, sheet, cell, "The figure is text, and the sums of a workbook leave text out.", "a number");
                return text;
            default:
                return text.Length == 0 ? null : text;
        }
    }

    /// <summary>Figures that a spreadsheet does not show as they are read.</summary>
    internal void TellUnseen(WorkbookSheet sheet, Func<int, int, bool> isFigure)
    {
        if (UnseenCells.Hidden(workbook, sheet, isFigure) is { } hidden)
        {
            Notices.Add(hidden);
        }

        Notices.AddRange(UnseenCells.Merged(workbook, sheet, Severity.Error, isFigure));
        Notices.AddRange(UnseenCells.Struck(workbook, sheet, isFigure));
    }

    internal void Tell(string code, Severity severity, WorkbookSheet sheet, WorkbookCell cell, string message, string? expected = null, string? hint = null) =>
        Notices.Add(new Problem(code, severity, message, PlaceOf(sheet, cell)) { Expected = expected, Hint = hint });
}

using System;
using System.Collections.Generic;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>Reads the cells of one sheet, one after the other.</summary>
internal sealed class SheetCells(string[] strings, HashSet<uint> days)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>The cells that hold something, or null when there are too many.</summary>
    internal List<WorkbookCell>? Read(WorksheetPart sheet, int most)
    {
        var cells = new List<WorkbookCell>();
        using var reader = OpenXmlReader.Create(sheet);
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                (row, column) = (row + 1, 0);
                foreach (var attribute in reader.Attributes)
                {
                    row = attribute.LocalName == "r" && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : row;
                }
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement && reader.LoadCurrentElement() is Cell cell)
            {
                column = ColumnOf(cell.CellReference?.Value) is > 0 and var stated ? stated : column + 1;
                if (row is < 1 or > LastRow || column > LastColumn || Value(cell, row, column) is not { } value)
                {
                    continue;
                }

                if (cells.Count == most)
                {
                    return null;
                }

                cells.Add(value);
            }
        }

        return cells;
    }

    private WorkbookCell? Value(Cell cell, int row, int column)
    {
        var text = cell.CellValue?.Text ?? "";
        var hasFormula = cell.CellFormula is not null;
        var type = cell.DataType?.Value;
        if (type == CellValues.InlineString)
        {
            return Text(cell.InlineString?.InnerText ?? "", row, column, hasFormula);
        }

        if (type == CellValues.SharedString)
        {
            return Text(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Length ? strings[index] : "", row, column, hasFormula);
        }

        if (type == CellValues.String || type == CellValues.Date)
        {
            return Text(text, row, column, hasFormula);
        }

        if (type == CellValues.Error)
        {
            return new WorkbookCell(row, column, WorkbookCellKind.Error, text, hasFormula, IsDay: false);
        }

        if (type == CellValues.Boolean)
        {
            return new WorkbookCell(row, column, WorkbookCellKind.Boolean, text == "1" ? "TRUE" : "FALSE", hasFormula, IsDay: false);
        }

        if (text.Length == 0)
        {
            return hasFormula ? new WorkbookCell(row, column, WorkbookCellKind.Unsaved, "", HasFormula: true, IsDay: false) : null;
        }

        return Number(text, row, column, hasFormula, cell.StyleIndex?.Value is { } style && days.Contains(style));
    }

    private static WorkbookCell? Text(string text, int row, int column, bool hasFormula) =>
        text.Length == 0 ? null : new WorkbookCell(row, column, WorkbookCellKind.Text, text, hasFormula, IsDay: false);

    private static WorkbookCell Number(string text, int row, int column, bool hasFormula, bool isDay) => SavedNumber.TryRead(text, out var plain)
        ? new WorkbookCell(row, column, WorkbookCellKind.Number, plain, hasFormula, isDay)
        : new WorkbookCell(row, column, WorkbookCellKind.Text, text, hasFormula, IsDay: false);

    private static int ColumnOf(string? reference)
    {
        var end = 0;
        while (end < (reference ?? "").Length && reference![end] is >= 'A' and <= 'Z')
        {
            end++;
        }

        return end == 0 ? 0 : WorkbookCell.ColumnOf(reference!.Substring(0, end));
    }
}

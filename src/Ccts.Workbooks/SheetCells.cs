using System;
using System.Collections.Generic;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>Reads the cells of one sheet, one after the other.</summary>
internal sealed class SheetCells(string[] strings, HashSet<uint> days, bool countsFrom1904)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Days between the two ways in which workbooks count them.</summary>
    private const decimal From1900To1904 = 1462m;

    /// <summary>The rows that a spreadsheet does not show.</summary>
    internal List<int> HiddenRows { get; } = [];

    /// <summary>The columns that a spreadsheet does not show, and the cells that it shows as one.</summary>
    internal SheetLook Look { get; } = new();

    /// <summary>The cells that hold something, or null when there are too many.</summary>
    internal List<WorkbookCell>? Read(WorksheetPart sheet, int most)
    {
        var cells = new List<WorkbookCell>();
        foreach (var row in Rows(sheet))
        {
            if (cells.Count + row.Cells.Count > most)
            {
                return null;
            }

            if (row.IsHidden)
            {
                HiddenRows.Add(row.Number);
            }

            cells.AddRange(row.Cells);
        }

        return cells;
    }

    /// <summary>Row by row, forward only; earlier rows are not kept.</summary>
    internal IEnumerable<SheetRow> Rows(WorksheetPart sheet)
    {
        using var reader = OpenXmlReader.Create(sheet);
        SheetRow? current = null;
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                if (current is not null)
                {
                    yield return current;
                }

                (row, column) = (row + 1, 0);
                var isHidden = false;
                foreach (var attribute in reader.Attributes)
                {
                    isHidden |= attribute.LocalName == "hidden" && attribute.Value is "1" or "true";
                    row = attribute.LocalName == "r" && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : row;
                }

                current = new SheetRow(row, isHidden, []);
            }
            else if ((reader.ElementType == typeof(Column) || reader.ElementType == typeof(MergeCell)) && reader.IsStartElement)
            {
                Look.Add(reader);
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement && reader.LoadCurrentElement() is Cell cell)
            {
                column = ColumnOf(cell.CellReference?.Value) is > 0 and var stated ? stated : column + 1;
                if (current is not null && row is >= 1 and <= LastRow && column <= LastColumn && Value(cell, row, column) is { } value)
                {
                    current.Cells.Add(value);
                }
            }
        }

        if (current is not null)
        {
            yield return current;
        }
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

    private WorkbookCell Number(string text, int row, int column, bool hasFormula, bool isDay) => SavedNumber.TryRead(text, out var plain)
        ? new WorkbookCell(row, column, WorkbookCellKind.Number, isDay && countsFrom1904 ? From1904(plain) : plain, hasFormula, isDay)
        : new WorkbookCell(row, column, WorkbookCellKind.Text, text, hasFormula, IsDay: false);

    // Days are counted from 1900 in what we hand on, whatever the workbook does.
    private static string From1904(string plain) =>
        (decimal.Parse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + From1900To1904).ToString(CultureInfo.InvariantCulture);

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

/// <summary>A row of a sheet with the cells that hold something.</summary>
internal sealed record SheetRow(int Number, bool IsHidden, List<WorkbookCell> Cells);

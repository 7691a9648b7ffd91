using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>Reads the cells of one sheet, one after the other.</summary>
internal sealed class SheetCells(IReadOnlyList<string> strings, ShownFormats formats, bool countsFrom1904)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Days between the two ways in which workbooks count them.</summary>
    private const decimal From1900To1904 = 1462m;

    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly string[] s_days = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private readonly Dictionary<uint, bool> _sharedSums = [];

    /// <summary>The rows that a spreadsheet does not show.</summary>
    internal List<int> HiddenRows { get; } = [];

    /// <summary>The columns that a spreadsheet does not show, and the cells that it shows as one.</summary>
    internal SheetLook Look { get; } = new();

    /// <summary>The cells with content, or null when there are too many.</summary>
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
    /// <exception cref="InvalidDataException">A row or a cell occurs twice, or out of order: it is unknown which of them counts.</exception>
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

                (row, column, var above) = (row + 1, 0, row);
                var isHidden = false;
                foreach (var attribute in reader.Attributes)
                {
                    isHidden |= (attribute.LocalName == "hidden" && attribute.Value is "1" or "true") || (attribute.LocalName == "ht" && SheetLook.IsNothing(attribute.Value));
                    row = attribute.LocalName == "r" && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : row;
                }

                if (row <= above)
                {
                    throw new InvalidDataException();
                }

                current = new SheetRow(row, isHidden, []);
            }
            else if ((reader.ElementType == typeof(Column) || reader.ElementType == typeof(MergeCell)) && reader.IsStartElement)
            {
                Look.Add(reader);
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement && reader.LoadCurrentElement() is Cell cell)
            {
                var beside = column;
                column = ColumnOf(cell.CellReference?.Value) is > 0 and var stated ? stated : column + 1;
                if (column <= beside)
                {
                    throw new InvalidDataException();
                }

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
            return Text(cell.InlineString is { } inline ? SharedTexts.TextOf(inline) : "", row, column, hasFormula);
        }

        if (type == CellValues.SharedString)
        {
            // A missing text is not an empty cell: the cell's content is lost.
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
                ? Text(strings[index], row, column, hasFormula)
                : new WorkbookCell(row, column, WorkbookCellKind.Error, $"the text {(text.Length > 9 ? text.Substring(0, 9) : text)} of the workbook, which has {strings.Count.ToString(CultureInfo.InvariantCulture)}", hasFormula, IsDay: false);
        }

        if (type == CellValues.Date && DateTime.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new WorkbookCell(row, column, WorkbookCellKind.Number, SerialOf(day), hasFormula, IsDay: true);
        }

        if (type == CellValues.String || type == CellValues.Date)
        {
            return Text(text, row, column, hasFormula);
        }

        if (type == CellValues.Error)
        {
            return new WorkbookCell(row, column, WorkbookCellKind.Error, text, hasFormula, IsDay: false);
        }

        if (type == CellValues.Boolean && text.Length > 0)
        {
            // Spreadsheets save 1 and 0; other programs also write the words.
            return text.ToLowerInvariant() switch
            {
                "1" or "true" => new WorkbookCell(row, column, WorkbookCellKind.Boolean, "TRUE", hasFormula, IsDay: false),
                "0" or "false" => new WorkbookCell(row, column, WorkbookCellKind.Boolean, "FALSE", hasFormula, IsDay: false),
                _ => new WorkbookCell(row, column, WorkbookCellKind.Error, text, hasFormula, IsDay: false),
            };
        }

        if (text.Length == 0)
        {
            return hasFormula ? new WorkbookCell(row, column, WorkbookCellKind.Unsaved, "", HasFormula: true, IsDay: false) : null;
        }

        var number = Number(text, row, column, hasFormula, cell.StyleIndex?.Value);
        return cell.CellFormula is { } formula && AddsUp(formula, column) ? number with { AddsUp = true } : number;
    }

    /// <summary>A formula that is filled to the right is stored once; the other cells refer to it, with shifted references.</summary>
    private bool AddsUp(CellFormula formula, int column)
    {
        var adds = formula.Text is { Length: > 0 } text ? AddingFormula.Is(text, column) : formula.SharedIndex?.Value is { } named && _sharedSums.TryGetValue(named, out var first) && first;
        if (formula.SharedIndex?.Value is { } index && formula.Text is { Length: > 0 })
        {
            _sharedSums[index] = adds;
        }

        return adds;
    }

    private static WorkbookCell? Text(string text, int row, int column, bool hasFormula) =>
        text.Length == 0 ? null : new WorkbookCell(row, column, WorkbookCellKind.Text, text, hasFormula, IsDay: false);

    private WorkbookCell Number(string text, int row, int column, bool hasFormula, uint? style)
    {
        if (!SavedNumber.TryRead(text, out var plain))
        {
            return new WorkbookCell(row, column, WorkbookCellKind.Text, text, hasFormula, IsDay: false);
        }

        var isDay = style is { } index && formats.Days.Contains(index);
        return new WorkbookCell(row, column, WorkbookCellKind.Number, isDay && countsFrom1904 ? From1904(plain) : plain, hasFormula, isDay) { IsPercent = style is { } of && formats.Percents.Contains(of), ShownText = formats.Texts.Count > 0 && style is { } shown && formats.Texts.TryGetValue(shown, out var said) ? said : null, ShownIn = formats.Scales.Count > 0 && style is { } scaled && formats.Scales.TryGetValue(scaled, out var scale) ? scale : 1m };
    }

    // Dates returned count from 1900, whatever the workbook does; a time of day is the same in both systems.
    private static string From1904(string plain) =>
        decimal.Parse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) is var days && days is >= 0m and < 1m ? plain : (days + From1900To1904).ToString(CultureInfo.InvariantCulture);

    private static string SerialOf(DateTime day) => (((decimal)day.Ticks - Zero.Ticks) / TimeSpan.TicksPerDay).ToString("0.###############", CultureInfo.InvariantCulture);

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

/// <summary>A row of a sheet with its cells that have content.</summary>
internal sealed record SheetRow(int Number, bool IsHidden, List<WorkbookCell> Cells);

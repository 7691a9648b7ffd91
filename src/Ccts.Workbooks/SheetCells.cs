using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Ccts.Workbooks;

/// <summary>Reads the cells of one sheet, one after the other.</summary>
internal sealed class SheetCells(IReadOnlyList<SharedText> strings, ShownFormats formats, bool countsFrom1904)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Days between the two ways in which workbooks count them.</summary>
    private const decimal From1900To1904 = 1462m;

    private static readonly XmlReaderSettings s_settings = new() { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true };

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

    /// <summary>Row by row, forward only; earlier rows are not kept. Elements of other vocabularies, as programs add them, are passed over.</summary>
    /// <exception cref="InvalidDataException">A row or a cell occurs twice, or out of order: it is unknown which of them counts.</exception>
    internal IEnumerable<SheetRow> Rows(WorksheetPart sheet)
    {
        using var reader = XmlReader.Create(sheet.GetStream(FileMode.Open, FileAccess.Read), s_settings);
        SheetRow? current = null;
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !IsOfSheets(reader))
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    if (current is not null)
                    {
                        yield return current;
                    }

                    (row, column, var above) = (int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : row + 1, 0, row);
                    if (row <= above)
                    {
                        throw new InvalidDataException();
                    }

                    current = new SheetRow(row, reader.GetAttribute("hidden") is "1" or "true" || SheetLook.IsNothing(reader.GetAttribute("ht")), []);
                    break;
                case "col" or "mergeCell":
                    Look.Add(reader);
                    break;
                case "c":
                    var beside = column;
                    column = ColumnOf(reader.GetAttribute("r"), row) is > 0 and var stated ? stated : column + 1;
                    if (column <= beside || row > LastRow || column > LastColumn)
                    {
                        throw new InvalidDataException();
                    }

                    var saved = SavedCell.Read(reader);
                    var value = Value(saved, row, column);
                    if (current is not null && value is not null && row >= 1)
                    {
                        current.Cells.Add((saved.Style is { } style && formats.Struck.Contains(style)) || saved.IsInlineStruck ? value with { IsStruck = true } : value);
                    }

                    break;
            }
        }

        if (current is not null)
        {
            yield return current;
        }
    }

    private static bool IsOfSheets(XmlReader reader) => reader.NamespaceURI is SavedCell.Namespace or SavedCell.StrictNamespace;

    private WorkbookCell? Value(SavedCell cell, int row, int column)
    {
        var (text, hasFormula) = (cell.Text, cell.Formula is not null);
        switch (cell.Type)
        {
            case "inlineStr":
                return Text(cell.Inline, row, column, hasFormula);
            case "s":
                // A missing text is not an empty cell: the cell's content is lost.
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
                    ? Shared(strings[index], row, column, hasFormula)
                    : new WorkbookCell(row, column, WorkbookCellKind.Error, $"the text {(text.Length > 9 ? text.Substring(0, 9) : text)} of the workbook, which has {strings.Count.ToString(CultureInfo.InvariantCulture)}", hasFormula, IsDay: false);
            case "d" when DateTime.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return new WorkbookCell(row, column, WorkbookCellKind.Number, SerialOf(day), hasFormula, IsDay: true);
            case "str" or "d":
                return Text(text, row, column, hasFormula);
            case "e":
                return new WorkbookCell(row, column, WorkbookCellKind.Error, text, hasFormula, IsDay: false);
            case "b" when text.Length > 0:
                // Spreadsheets save 1 and 0; other programs also write the words.
                return text.ToLowerInvariant() switch
                {
                    "1" or "true" => new WorkbookCell(row, column, WorkbookCellKind.Boolean, "TRUE", hasFormula, IsDay: false),
                    "0" or "false" => new WorkbookCell(row, column, WorkbookCellKind.Boolean, "FALSE", hasFormula, IsDay: false),
                    _ => new WorkbookCell(row, column, WorkbookCellKind.Error, text, hasFormula, IsDay: false),
                };
            case not ("n" or "b"):
                throw new InvalidDataException();
        }

        if (text.Length == 0)
        {
            return hasFormula ? new WorkbookCell(row, column, WorkbookCellKind.Unsaved, "", HasFormula: true, IsDay: false) : null;
        }

        var number = Number(text, row, column, hasFormula, cell.Style);
        return hasFormula && AddsUp(cell, column) ? number with { AddsUp = true } : number;
    }

    /// <summary>A formula that is filled to the right is stored once; the other cells refer to it, with shifted references.</summary>
    private bool AddsUp(SavedCell cell, int column)
    {
        var adds = cell.Formula!.Length > 0 ? AddingFormula.Is(cell.Formula, column) : cell.SharedFormula is { } named && _sharedSums.TryGetValue(named, out var first) && first;
        if (cell.SharedFormula is { } index && cell.Formula.Length > 0)
        {
            _sharedSums[index] = adds;
        }

        return adds;
    }

    private static WorkbookCell? Shared(SharedText shared, int row, int column, bool hasFormula) =>
        Text(shared.Text, row, column, hasFormula) is { } cell ? shared.IsStruck ? cell with { IsStruck = true } : cell : null;

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

    /// <summary>The column of a cell's address; 0 if it has none. A cell that names another row than the one it is in may belong to either.</summary>
    private static int ColumnOf(string? reference, int row)
    {
        var (end, named) = (0, 0L);
        while (end < (reference ?? "").Length && reference![end] is >= 'A' and <= 'Z')
        {
            end++;
        }

        for (var i = end; i < (reference ?? "").Length && named <= LastRow; i++)
        {
            named = (named * 10) + (reference![i] - '0');
        }

        return end == 0 ? 0 : named == row ? WorkbookCell.ColumnOf(reference!.Substring(0, end)) : throw new InvalidDataException();
    }
}

/// <summary>A row of a sheet with its cells that have content.</summary>
internal sealed record SheetRow(int Number, bool IsHidden, List<WorkbookCell> Cells);

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Tables;

/// <summary>The rows of one sheet, read in order: a large sheet takes no more memory than its file, its texts and one row.</summary>
/// <remarks>Not thread-safe. Values are those the spreadsheet saved; no formula is computed.</remarks>
public sealed class WorkbookRows : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly IEnumerator<SheetRow> _rows;
    private readonly SheetLook _look;
    private readonly string? _file;
    private readonly WorkbookLimits _limits;
    private int _cells;
    private SheetRow _row = new(0, false, []);

    private WorkbookRows(SpreadsheetDocument document, SheetCells cells, WorksheetPart part, string sheet, string? file, WorkbookLimits limits) =>
        (_document, _rows, _look, Sheet, _file, _limits) = (document, cells.Rows(part).GetEnumerator(), cells.Look, sheet, file, limits);

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; }

    /// <summary>The row, from 1 as a person sees it; 0 before the first.</summary>
    public int Row => _row.Number;

    /// <summary>Whether the row is hidden.</summary>
    public bool IsHidden => _row.IsHidden;

    /// <summary>The cells of the row with content, in order.</summary>
    public IReadOnlyList<WorkbookCell> Cells => _row.Cells;

    /// <summary>Why reading ended before the end of the sheet; null if it did not.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>Opens a sheet: the one with this name, or without a name the only visible one with content.</summary>
    /// <param name="file">The workbook's bytes; read to the end, and not closed.</param>
    /// <param name="name">Its name in messages, or null.</param>
    /// <param name="sheet">The sheet's name, or null.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="rows">The rows, or null.</param>
    /// <param name="problems">Why it cannot be read; and which hidden sheet was read or skipped.</param>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static bool TryOpen(Stream file, string? name, string? sheet, WorkbookLimits limits, [NotNullWhen(true)] out WorkbookRows? rows, out IReadOnlyList<Problem> problems)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = limits ?? throw new ArgumentNullException(nameof(limits));
        rows = null;
        SpreadsheetDocument? document = null;
        try
        {
            if (WorkbookReader.Buffer(file, name, limits, out problems) is not { } bytes)
            {
                return false;
            }

            document = SpreadsheetDocument.Open(bytes, isEditable: false);
            var part = document.WorkbookPart ?? throw new InvalidDataException();
            var texts = SharedTexts.Of(part, limits.MaxCells);
            var formats = ShownFormats.Of(part.WorkbookStylesPart?.Stylesheet);
            SheetCells Fresh() => new(texts ?? [], formats, part.Workbook?.WorkbookProperties?.Date1904?.Value == true);
            (var chosen, problems) = texts is null ? (null, [WorkbookReader.TooManyCells(name, limits)]) : Choose(part, Fresh(), name, sheet);
            rows = chosen is null ? null : new WorkbookRows(document, Fresh(), chosen.Value.Part, chosen.Value.Name, name, limits);
        }
        catch (Exception cause) when (WorkbookReader.IsDamage(cause))
        {
            problems = [WorkbookReader.NoWorkbook(name)];
        }

        if (rows is null)
        {
            document?.Dispose();
        }

        return rows is not null;
    }

    /// <summary>The names of the visible sheets with content, in order; null where the workbook cannot be read.</summary>
    /// <param name="file">The workbook's bytes; read to the end, and not closed.</param>
    /// <param name="name">Its name in messages, or null.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="problems">Why it cannot be read; and which hidden sheets have content.</param>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static IReadOnlyList<string>? Names(Stream file, string? name, WorkbookLimits limits, out IReadOnlyList<Problem> problems)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = limits ?? throw new ArgumentNullException(nameof(limits));
        try
        {
            if (WorkbookReader.Buffer(file, name, limits, out problems) is not { } bytes)
            {
                return null;
            }

            using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
            var part = document.WorkbookPart ?? throw new InvalidDataException();
            var texts = SharedTexts.Of(part, limits.MaxCells);
            var cells = new SheetCells(texts ?? [], ShownFormats.Of(part.WorkbookStylesPart?.Stylesheet), part.Workbook?.WorkbookProperties?.Date1904?.Value == true);
            var filled = texts is null ? [] : Sheets(part).Where(s => cells.Rows(s.Part).Any(r => r.Cells.Count > 0)).ToList();
            problems = texts is null ? [WorkbookReader.TooManyCells(name, limits)] : [.. filled.Where(s => !s.IsShown).Select(s => UnseenCells.HiddenSheet(name, s.Name, isRead: false))];
            return texts is null ? null : [.. filled.Where(s => s.IsShown).Select(s => s.Name)];
        }
        catch (Exception cause) when (WorkbookReader.IsDamage(cause))
        {
            problems = [WorkbookReader.NoWorkbook(name)];
            return null;
        }
    }

    /// <summary>Moves to the next row with content; false at the end, or where <see cref="Fault"/> says that the rest cannot be read.</summary>
    public bool Read()
    {
        try
        {
            while (Fault is null && _rows.MoveNext())
            {
                _row = _rows.Current;
                _cells += _row.Cells.Count;
                if (_cells > _limits.MaxCells)
                {
                    Fault = WorkbookReader.TooManyCells(_file, _limits);
                }
                else if (_row.Cells.Count > 0)
                {
                    return true;
                }
            }
        }
        catch (Exception cause) when (WorkbookReader.IsDamage(cause))
        {
            Fault = WorkbookReader.NoWorkbook(_file);
        }

        return false;
    }

    /// <summary>Where the data differ from what the sheet shows, in some columns below a row: hidden columns, and merged cells with a value only in the first. Merged cells are known at the end of the sheet.</summary>
    /// <param name="header">The row with the column names.</param>
    /// <param name="columns">The columns that are read, from 1.</param>
    public IReadOnlyList<Problem> Unseen(int header, IReadOnlyCollection<int> columns)
    {
        _ = columns ?? throw new ArgumentNullException(nameof(columns));
        bool Counts(int row, int column) => row > header && columns.Contains(column);
        return [.. columns.Distinct().Where(_look.IsHidden).OrderBy(c => c).Select(c => UnseenCells.HiddenColumn(_file, Sheet, header, c)), .. UnseenCells.Merged(_look.Merged, (row, column) => new SourcePlace(_file, row, column, $"{Sheet}!{WorkbookCell.Letters(column)}{row.ToString(CultureInfo.InvariantCulture)}"), Severity.Error, Counts)];
    }

    /// <summary>The cell in a column of the row, from 1, or null when it is empty.</summary>
    public WorkbookCell? CellAt(int column)
    {
        // In a full row each cell is at its column's index.
        var cells = _row.Cells;
        return column >= 1 && column <= cells.Count && cells[column - 1].Column == column ? cells[column - 1] : cells.Find(c => c.Column == column);
    }

    /// <summary>The text of a cell in a table: a date as 2026-04-01, a time as 2026-04-01T09:30:00, a time of day alone as 09:30:00, all on one line; empty for none.</summary>
    public static string TextOf(WorkbookCell? cell) =>
        cell is { IsDay: true } && decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is >= 0m and < 1m
            ? TimeSpan.FromTicks(decimal.ToInt64(Math.Round(part * (TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond))) * TimeSpan.TicksPerSecond).ToString("hh':'mm':'ss", CultureInfo.InvariantCulture)
            : CellText.Of(cell);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _document.Dispose();
    }

    private static List<(WorksheetPart Part, string Name, bool IsShown)> Sheets(WorkbookPart part)
    {
        var sheets = new List<(WorksheetPart Part, string Name, bool IsShown)>();
        foreach (var sheet in part.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && part.TryGetPartById(id, out var found) && found is WorksheetPart worksheet)
            {
                sheets.Add((worksheet, sheet.Name?.Value ?? "", sheet.State?.Value is not { } state || state == SheetStateValues.Visible));
            }
        }

        return sheets;
    }

    private static ((WorksheetPart Part, string Name)? Chosen, IReadOnlyList<Problem> Notices) Choose(WorkbookPart part, SheetCells cells, string? file, string? name)
    {
        var sheets = Sheets(part);
        if (name is not null && sheets.FindIndex(s => string.Equals(s.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var at)
        {
            return ((sheets[at].Part, sheets[at].Name), sheets[at].IsShown ? [] : [UnseenCells.HiddenSheet(file, sheets[at].Name, isRead: true)]);
        }

        var filled = sheets.Where(s => s.IsShown && cells.Rows(s.Part).Any(r => r.Cells.Count > 0)).ToList();
        var names = string.Join(", ", filled.Select(s => "\"" + s.Name + "\""));
        return name is not null ? (null, [Error(file, "unknown-sheet", $"The workbook has no sheet \"{name}\".", names)])
            : filled.Count == 1 ? ((filled[0].Part, filled[0].Name), [.. sheets.Where(s => !s.IsShown && cells.Rows(s.Part).Any(r => r.Cells.Count > 0)).Select(s => UnseenCells.HiddenSheet(file, s.Name, isRead: false))])
            : filled.Count == 0 ? (null, [Error(file, "no-sheet", "No visible sheet of the workbook holds anything.", "one sheet with a table")])
            : (null, [Error(file, "several-sheets", $"The workbook has {filled.Count} sheets that hold something: {names}.", "the name of one, as \"sheet\"; where each is a table of its own, a source for each, or a list of those with the same columns")]);
    }

    private static Problem Error(string? file, string code, string message, string expected) => new(code, Severity.Error, message, new SourcePlace(file, 0, 0, "")) { Expected = expected };
}

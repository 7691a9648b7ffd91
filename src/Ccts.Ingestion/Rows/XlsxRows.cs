using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Ingestion.Rows;

/// <summary>Rows of a sheet of a workbook. The header is the first row that names every column of the mapping; titles may stand above it.</summary>
internal sealed class XlsxRows : RowReader, IDisposable
{
    /// <summary>The same bound as for CSV.</summary>
    private const int MostTitles = 50;
    private readonly WorkbookRows _rows;
    private readonly string _file;
    private readonly IReadOnlyList<string> _columns;
    private readonly int[] _at;
    private readonly TableLayout _layout;
    private readonly ProblemList _problems;
    private readonly WorkbookCell?[] _cells;
    private readonly int _header;
    private (int Count, SourcePlace First) _hidden;
    private (int Count, SourcePlace First) _struck;
    private int? _last;

    private XlsxRows(WorkbookRows rows, string file, IReadOnlyList<string> columns, SheetHeader header, TableLayout layout, ProblemList problems) =>
        (_rows, _file, _columns, _at, Titles, _layout, _problems, _cells, _header, Header) = (rows, file, columns, header.At, header.Titles, layout, problems, new WorkbookCell?[header.At.Length], rows.Row, header.Names);

    internal override int Row => _rows.Row;

    internal override IReadOnlyList<string> Header { get; }

    internal override IReadOnlyList<string> Titles { get; }

    internal static XlsxRows? Open(Stream bytes, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems)
    {
        var isOpen = WorkbookRows.TryOpen(bytes, file, layout.Sheets.Count == 0 ? null : layout.Sheets[0], WorkbookLimits.Default, out var rows, out var told);
        foreach (var problem in told)
        {
            problems.Add(problem);
        }

        if (!isOpen)
        {
            return null;
        }

        var header = Find(rows!, file, layout, columns, problems);
        if (header is null)
        {
            rows!.Dispose();
            return null;
        }

        var names = header.Names;
        var months = layout.HasMonthsAcross ? MonthsAcross.In(names, layout.MonthsFrom) : [];
        var table = new XlsxRows(rows!, file, [.. columns, .. months.Select(m => names[m.At])], header with { At = [.. header.At, .. months.Select(m => m.At + 1)] }, layout, problems) { Months = [.. months.Select(m => m.Month)], Above = header.Above };
        table.CountStruck();
        return table;
    }

    private static IReadOnlyList<string> Texts(WorkbookRows row) => row.Cells.Count == 0 ? [] : [.. Enumerable.Range(1, row.Cells.Max(c => c.Column)).Select(c => WorkbookRows.TextOf(row.CellAt(c)).Trim())];

    private static IReadOnlyList<string> Names(WorkbookRows header) => [.. Enumerable.Range(1, header.Cells.Max(c => c.Column)).Select(c => WorkbookRows.TextOf(header.CellAt(c)).Trim())];

    internal override bool Read()
    {
        var above = _rows.Row;
        while (_rows.Read())
        {
            for (var i = 0; i < _at.Length; i++)
            {
                _cells[i] = _rows.CellAt(_at[i]);
            }

            if (_rows.Cells.All(c => c.Text.Trim().Length == 0 && c.Kind == WorkbookCellKind.Text))
            {
                continue;
            }

            if (_rows.Row - _header <= _layout.Skip)
            {
                Passed.Add((_rows.Row, Texts(_rows)));
                above = _rows.Row;
                continue;
            }

            if (IsBelow(_layout, _rows.Cells.Select(c => WorkbookRows.TextOf(c).Trim())))
            {
                var (end, below) = (PlaceOf(0), 0);
                _last = _rows.Row - 1;
                while (_rows.Read())
                {
                    below += Array.TrueForAll(_at, a => WorkbookRows.TextOf(_rows.CellAt(a)).Trim().Length > 0) ? 1 : 0;
                }

                _problems.Add(EndOfTable(end, below));
                break;
            }

            if (_columns.Select((c, i) => IsName(_cells[i], c, _layout)).All(same => same))
            {
                _problems.Add(RepeatedHeader(_rows.Row - above > 1, PlaceOf(0)));
                above = _rows.Row;
                continue;
            }

            TellCells();
            Count++;
            return true;
        }

        if (_rows.Fault is { } fault)
        {
            _problems.Add(fault with { Place = new SourcePlace(_file, Math.Max(1, _rows.Row), 0, _rows.Sheet) });
        }

        TellUnseen();
        return false;
    }

    // Numbers come in the product's form, however the sheet shows them.
    internal override string? Cell(int column) => _cells[column] is not { } cell ? ""
        : cell is { Kind: WorkbookCellKind.Number, IsDay: false } ? cell.Text.Replace('.', _layout.Numbers.Decimal)
        : WorkbookRows.TextOf(cell).Trim();

    internal override bool IsDay(int column) => _cells[column] is { IsDay: true };

    internal override bool IsPercent(int column) => _cells[column] is { IsPercent: true };

    internal override string? ShownUnit(int column) => _cells[column]?.ShownText;

    internal override decimal ShownIn(int column) => _cells[column]?.ShownIn ?? 1m;

    internal override string Beside(int at) => WorkbookRows.TextOf(_rows.CellAt(at + 1)).Trim();

    internal override SourcePlace PlaceOfName(int column) => PlaceAt(_header, _at[column]);

    internal override SourcePlace PlaceOfHeader(int at) => PlaceAt(_header, at + 1);

    internal override SourcePlace PlaceOf(int column) => PlaceAt(_rows.Row, _at[column]);

    private SourcePlace PlaceAt(int row, int column) => new(_file, Math.Max(1, row), column, FormattableString.Invariant($"{_rows.Sheet}!{WorkbookCell.Letters(column)}{row}"));

    internal override bool IsBroken(int column) => _cells[column] is { Kind: WorkbookCellKind.Error or WorkbookCellKind.Unsaved };

    internal override bool AddsUp(int column) => _cells[column] is { AddsUp: true };

    internal override RowTotal? Total() => RowTotals.In(_rows.Cells.Where(c => c.Kind == WorkbookCellKind.Text).Select(c => c.Text.Trim()));

    public void Dispose() => _rows.Dispose();

    // A filter hides rows, and people strike out what no longer counts; merged cells below the last row are only a frame for a signature.
    private void TellUnseen()
    {
        if (_hidden.Count > 0)
        {
            _problems.Add(new Problem("hidden-rows", Severity.Warning, $"{(_hidden.Count == 1 ? "This row of the sheet is" : $"{_hidden.Count} rows of the sheet, of which this is the first, are")} hidden, by hand or by a filter; hidden rows are read like the others.", _hidden.First) { Hint = "Show them and look whether they are meant." });
        }

        if (_struck.Count > 0)
        {
            _problems.Error("struck-cells", _struck.First, $"{(_struck.Count == 1 ? "This cell is" : $"{_struck.Count} cells, of which this is the first, are")} struck through, so it is unclear whether {(_struck.Count == 1 ? "it counts" : "they count")}.", "cells that all count", "Delete what no longer counts, and take the strikethrough off the rest.");
        }

        foreach (var problem in _rows.Unseen(_header, _at).Where(p => p.Place.Line <= (_last ?? _rows.Row)))
        {
            _problems.Add(problem);
        }
    }

    private void TellCells()
    {
        if (_rows.IsHidden)
        {
            _hidden = (_hidden.Count + 1, _hidden.Count == 0 ? PlaceOf(0) : _hidden.First);
        }

        CountStruck();
        for (var i = 0; i < _cells.Length; i++)
        {
            if (_cells[i] is { Kind: WorkbookCellKind.Error } bad)
            {
                _problems.Error("cell-error", PlaceOf(i), $"The cell shows {ShownText.Short(bad.Text)}.", "a value");
            }
            else if (_cells[i] is { Kind: WorkbookCellKind.Unsaved })
            {
                _problems.Error("formula-not-saved", PlaceOf(i), "The result of the formula was not saved.", "a value", "Open the workbook in a spreadsheet and save it.");
            }
        }
    }

    private void CountStruck()
    {
        foreach (var at in _at.Where(a => _rows.CellAt(a) is { IsStruck: true }))
        {
            _struck = (_struck.Count + 1, _struck.Count == 0 ? PlaceAt(_rows.Row, at) : _struck.First);
        }
    }

    /// <summary>Where the columns of the mapping are, and the lines above.</summary>
    private sealed record SheetHeader(int[] At, IReadOnlyList<string> Names, IReadOnlyList<string> Titles)
    {
        internal IReadOnlyList<string> Above { get; init; } = [];
    }

    /// <summary>The names of a header of one row or, where the months stand below a year and the other names beside it, of two.</summary>
    private static IReadOnlyList<string> WithMonthsBelow(WorkbookRows rows, TableLayout layout, int[] at)
    {
        var names = Names(rows);
        if (!layout.HasMonthsAcross || MonthsAcross.In(names, layout.MonthsFrom).Count > 0 || !rows.Read() || rows.Cells.Count == 0)
        {
            return names;
        }

        var below = Names(rows);
        return MonthsAcross.In(below, layout.MonthsFrom).Count == 0 || at.Any(a => a <= below.Count && below[a - 1].Length > 0) ? names
            : [.. Enumerable.Range(0, Math.Max(names.Count, below.Count)).Select(i => i < below.Count && below[i].Length > 0 ? below[i] : i < names.Count ? names[i] : "")];
    }

    private static SheetHeader? Find(WorkbookRows rows, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems)
    {
        (int Row, List<string> Names) nearest = (0, []);
        var most = -1;
        var titles = new List<string>();
        IReadOnlyList<string> above = [];
        List<int> Named(string column) => [.. rows.Cells.Where(cell => IsName(cell, column, layout)).Select(cell => cell.Column)];
        for (var i = 0; i < MostTitles && rows.Read(); i++)
        {
            var at = columns.Select(c => Named(c) is { Count: 0 } && layout.OtherNames.TryGetValue(c, out var other) ? Named(other) : Named(c)).ToList();
            var found = at.Count(a => a.Count > 0);
            if (found == columns.Count)
            {
                var twice = columns.Where((_, c) => at[c].Count > 1).ToList();
                foreach (var column in twice)
                {
                    problems.Error("csv-duplicate-column", new SourcePlace(file, rows.Row, 0, rows.Sheet), $"The column \"{ShownText.Short(column)}\" occurs twice.", "each column once", "Give one of them another name in the sheet.");
                }

                int[] first = [.. at.Select(a => a[0])];
                return twice.Count > 0 ? null : new SheetHeader(first, WithMonthsBelow(rows, layout, first), titles) { Above = above };
            }

            above = Texts(rows);
            titles.Add(string.Join(" ", rows.Cells.Select(c => WorkbookRows.TextOf(c).Trim())));
            if (found > most)
            {
                (nearest, most) = ((rows.Row, rows.Cells.Select(c => c.Text.Trim()).ToList()), found);
            }
        }

        if (rows.Fault is { } fault)
        {
            problems.Add(fault);
            return null;
        }

        foreach (var missing in columns.Where(c => !nearest.Names.Contains(c, StringComparer.Ordinal)))
        {
            problems.Error("csv-missing-column", new SourcePlace(file, Math.Max(1, nearest.Row), 0, rows.Sheet), $"No row of the first {MostTitles} names the column \"{ShownText.Short(missing)}\" beside the others; this one comes nearest.", "the columns " + string.Join(", ", columns), problems.Nearest(missing, nearest.Names) ?? MonthsAcross.HintFor(nearest.Names) ?? "Look at the names of the columns, and whether this is the sheet that is meant.");
        }

        return null;
    }

    private static bool IsName(WorkbookCell? cell, string column, TableLayout layout) => cell is not null && layout.IsNamed(WorkbookRows.TextOf(cell).Trim(), column);
}

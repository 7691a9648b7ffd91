using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Reports;

/// <summary>The rows of a sheet of streams as lines of CSV, one for each period, and where each line comes from.</summary>
internal sealed class StreamLines
{
    private readonly Workbook _workbook;
    private readonly WorkbookSheet _sheet;
    private readonly int _header;
    private readonly List<StreamColumn> _columns;
    private readonly List<string> _names;
    private readonly List<(int Row, int Amount)> _lines = [];
    private readonly StringBuilder _text = new();

    internal StreamLines(Workbook workbook, WorkbookSheet sheet, List<Problem> problems)
    {
        (_workbook, _sheet) = (workbook, sheet);
        _header = HeaderRow(sheet);
        _columns = sheet.Cells.Where(c => c.Row == _header).Select(StreamColumn.Of).ToList();
        var isAcross = _columns.Any(c => c.Month is not null);
        foreach (var clash in _columns.Where(c => isAcross && c.Month is null && !c.IsUnit && c.Name is "period" or StreamColumn.Amount))
        {
            problems.Add(new Problem("months-and-periods", Severity.Error, $"Months are columns, and there is a column \"{clash.Name}\".", workbook.PlaceOf(sheet.Name, _header, clash.At)) { Expected = "one or the other", Hint = $"An amount of the year goes into a column \"{StreamColumn.WholeYear}\"." });
        }

        _names = _columns.Where(c => c.Month is null && !c.IsUnit).Select(c => c.Name).ToList();
        _names.AddRange(isAcross ? ["period", StreamColumn.Amount] : []);
        var named = new HashSet<int>(_columns.Select(c => c.At));
        foreach (var cell in sheet.Cells.Where(c => c.Row > _header && !named.Contains(c.Column)))
        {
            problems.Add(new Problem("cell-without-column", Severity.Error, $"\"{ShownText.Short(cell.Text)}\" is in a column without a name.", workbook.PlaceOf(sheet.Name, cell.Row, cell.Column)) { Expected = "the name of a member of the stream, or a month, in the header", Hint = "Name the column, or take the cell out; a note goes outside the sheet of streams." });
        }

        Add(_header, _columns.FirstOrDefault(c => c.Name == StreamColumn.Amount)?.At ?? 1, _names);
        foreach (var row in sheet.Cells.Where(c => c.Row > _header).GroupBy(c => c.Row).OrderBy(r => r.Key))
        {
            AddRow(row.Key, isAcross, problems);
        }
    }

    internal static int HeaderRow(WorkbookSheet sheet) => sheet.Cells.FirstOrDefault(c => string.Equals(c.Text.Trim(), "list", StringComparison.OrdinalIgnoreCase))?.Row ?? SheetTable.HeaderRow(sheet);

    internal string Text => _text.ToString();

    /// <summary>The same problem with the cell of the sheet instead of the place in the lines.</summary>
    internal Problem InSheet(Problem problem) => problem with { Place = InSheet(problem.Place) };

    /// <summary>The cell of a place in the lines.</summary>
    internal SourcePlace InSheet(SourcePlace place)
    {
        var at = place.Line - 1;
        if (at < 0 || at >= _lines.Count)
        {
            return place;
        }

        var name = place.Pointer.Substring(place.Pointer.LastIndexOf('/') + 1);
        var column = name == StreamColumn.Amount ? _lines[at].Amount : _columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase) && !c.IsUnit)?.At ?? 1;
        return _workbook.PlaceOf(_sheet.Name, _lines[at].Row, column);
    }

    private void AddRow(int row, bool isAcross, List<Problem> problems)
    {
        var own = _columns.Where(c => c.Month is null && !c.IsUnit).Select(c => Value(row, c, problems)).ToList();
        var months = _columns.Where(c => c.Month is not null && Cell(row, c.At) is not null).ToList();
        if (months.Count > 1 && months.Find(c => c.Month == "") is { } year)
        {
            problems.Add(new Problem("months-and-year", Severity.Error, $"The line has an amount of the whole year and of {months.Find(c => c != year)!.Month}.", _workbook.PlaceOf(_sheet.Name, row, year.At)) { Expected = "months, or the whole year" });
        }

        if (own.TrueForAll(v => v.Length == 0) && months.Count == 0)
        {
            return;
        }

        if (!isAcross || months.Count == 0)
        {
            Add(row, _columns.FirstOrDefault(c => c.Name == StreamColumn.Amount && !c.IsUnit)?.At ?? 1, isAcross ? [.. own, "", ""] : own);
        }

        foreach (var month in months)
        {
            // Values that do not change are in the first line of their stream; list and id are in every line.
            var isFirst = month == months[0];
            var shared = own.Select((v, i) => isFirst || _names[i] is "list" or "id" ? v : "").ToList();
            Add(row, month.At, [.. shared, month.Month!, Value(row, month, problems)]);
        }
    }

    /// <summary>Letters alone, as of a unit; a sign of money or a mark is none.</summary>
    private static bool IsUnit(string shown) => shown.Length <= LongestUnit && shown.Any(char.IsLetter) && shown.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '%' or '\'' or ' ');

    private const int LongestUnit = 12;
    private static readonly string[] s_tonnes = ["t", "mt", "ton", "tonne"];

    private static bool IsSame(string shown, string? unit)
    {
        static string Plain(string text) => text.Trim(' ', '.').ToLowerInvariant() is { Length: > 1 } word ? word.TrimEnd('s') : text.Trim(' ', '.').ToLowerInvariant();
        return unit is not null && (Plain(shown) == Plain(unit) || (s_tonnes.Contains(Plain(shown), System.StringComparer.Ordinal) && s_tonnes.Contains(Plain(unit), System.StringComparer.Ordinal)));
    }

    private string Value(int row, StreamColumn column, List<Problem> problems)
    {
        var cell = Cell(row, column.At);
        if (column.Name == "period" || column.Name.EndsWith(".period", StringComparison.Ordinal))
        {
            return StreamColumn.Period(cell);
        }

        var text = CellText.Of(cell);
        if (text.Length == 0 || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return text;
        }

        var stated = _columns.FirstOrDefault(c => c.IsUnit && c.Name == column.Name) is { } of ? CellText.Of(Cell(row, of.At)) : "";
        var unit = stated.Length > 0 ? stated : column.Unit;
        if (cell is { Kind: WorkbookCellKind.Number, ShownText: { } shown } && IsUnit(shown) && !IsSame(shown, unit))
        {
            problems.Add(new Problem("unit-differs", Severity.Error, $"The format of the cell shows {ShownText.Short(shown)}, and {(unit is null ? "nothing else states its unit" : "its unit is stated as " + ShownText.Short(unit))}.", _workbook.PlaceOf(_sheet.Name, row, column.At)) { Expected = "one unit", Hint = "State the unit in the header or in a column of units, and give the cell a format without one." });
        }

        return unit is null ? text : (unit == "%" && cell!.IsPercent ? CellText.InPercent(cell) : text) + " " + unit;
    }

    private WorkbookCell? Cell(int row, int column) => _sheet.CellAt(row, column);

    private void Add(int row, int amount, IReadOnlyList<string> values)
    {
        _lines.Add((row, amount));
        _text.Append(string.Join(",", values.Select(SheetTable.Quoted))).Append('\n');
    }
}

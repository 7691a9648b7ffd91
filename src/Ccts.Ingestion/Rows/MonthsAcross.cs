using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>A table whose months stand across, read as if each cell of a month had a row of its own: its month, its amount, and what the row says of itself.</summary>
/// <remarks>Columns that are no month and that no series names, such as a total of the year, are not read.</remarks>
internal sealed class MonthsAcross : RowReader, IDisposable
{
    /// <summary>What messages call that which stands in no column of its own.</summary>
    internal const string MonthName = "the headers of months";
    internal const string AmountName = "the columns of months";
    private const string FirstDay = "-01";
    private readonly RowReader _table;
    private readonly int[] _at;
    private readonly IReadOnlyList<(string Month, int Column)> _months;
    private int _month = -1;

    private MonthsAcross(RowReader table, int[] at, IReadOnlyList<(string Month, int Column)> months) =>
        (_table, _at, _months, Header) = (table, at, months, [.. table.Header, MonthName, AmountName]);

    internal override int Row => _table.Row;

    internal override IReadOnlyList<string> Header { get; }

    internal override IReadOnlyList<string> Titles => _table.Titles;

    /// <summary>The columns that a table of that kind has: those of the mapping but its month and amount.</summary>
    internal static IReadOnlyList<string> Real(IReadOnlyList<string> columns) => [.. columns.Where(c => c is not (MonthName or AmountName))];

    /// <summary>The months among the names of columns, and where they stand, from 0. A workbook's header may be the first day of the month.</summary>
    internal static IReadOnlyList<(string Month, int At)> In(IEnumerable<string> header) =>
        [.. header.Select((h, i) => (Month: (MonthText.FirstDay(h) ?? (h.EndsWith(FirstDay, StringComparison.Ordinal) ? MonthText.FirstDay(h.Substring(0, h.Length - FirstDay.Length)) : null))?.ToString("yyyy-MM", CultureInfo.InvariantCulture), At: i)).Where(m => m.Month is not null).Select(m => (m.Month!, m.At))];

    /// <summary>How such a table is read, where a header has months; null where it has none.</summary>
    internal static string? HintFor(IEnumerable<string> header) => In(header).Count > 1 ? "Months stand across here: say \"months\": \"across\" in \"time\" of the source, and name the rows of each series by \"where\"." : null;

    /// <summary>The table, whose columns are those of the mapping and then its months; null with the reason in <paramref name="problems"/>.</summary>
    internal static MonthsAcross? Of(RowReader table, IReadOnlyList<string> columns, ProblemList problems)
    {
        var real = Real(columns);
        var named = table.Months.Select((m, i) => (Month: m, Column: real.Count + i)).ToList();
        if (named.Count == 0)
        {
            problems.Error("csv-missing-column", table.PlaceOfName(0), "No header of the table is a month.", "headers such as Apr-25, April 2025 or 2025-04");
        }

        foreach (var twice in named.GroupBy(m => m.Month, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error("csv-duplicate-column", table.PlaceOfName(twice.Last().Column), $"The month {twice.Key} stands twice.", "each month once");
        }

        return problems.HasErrors ? null : new MonthsAcross(table, [.. columns.Select(c => c == MonthName ? -1 : c == AmountName ? -2 : real.ToList().IndexOf(c))], named);
    }

    internal override bool Read()
    {
        while (true)
        {
            // A month with nothing behind it is not there yet; one with nothing between others is told.
            if (_month >= 0 && ++_month < _months.Count && _months.Skip(_month).Any(m => !string.IsNullOrEmpty(_table.Cell(m.Column))))
            {
                return true;
            }

            if (!_table.Read())
            {
                return false;
            }

            (_month, Count) = (-1, Count + 1);
            if (_months.Any(m => !string.IsNullOrEmpty(_table.Cell(m.Column))))
            {
                _month = 0;
                return true;
            }
        }
    }

    internal override string? Cell(int column) => _at[column] switch { -1 => _months[_month].Month, -2 => _table.Cell(_months[_month].Column), var at => _table.Cell(at) };

    internal override string Beside(int at) => at < _table.Header.Count ? _table.Beside(at) : at == _table.Header.Count ? _months[_month].Month : _table.Cell(_months[_month].Column) ?? "";

    internal override SourcePlace PlaceOfName(int column) => _table.PlaceOfName(_at[column] < 0 ? _months[Math.Max(0, _month)].Column : _at[column]);

    internal override SourcePlace PlaceOf(int column) => _table.PlaceOf(_at[column] < 0 ? _months[_month].Column : _at[column]);

    internal override bool IsPercent(int column) => _at[column] == -2 && _table.IsPercent(_months[_month].Column);

    internal override bool AddsUp(int column) => _at[column] == -2 && _table.AddsUp(_months[_month].Column);

    internal override RowTotal? Total() => _table.Total();

    public void Dispose() => (_table as IDisposable)?.Dispose();
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>Rows of a CSV file. The header is the first row that names every column of the mapping; titles may stand above it.</summary>
internal sealed class CsvRows : RowReader
{
    /// <summary>Titles, addresses and units above a table take no more rows than this.</summary>
    private const int MostTitles = 50;
    private readonly LocatedCsv _csv;
    private readonly IReadOnlyList<string> _columns;
    private readonly int[] _at;
    private readonly CsvRow _header;
    private readonly TableLayout _layout;
    private readonly ProblemList _problems;
    private CsvRow _row;

    private CsvRows(LocatedCsv csv, CsvRow header, IReadOnlyList<string> titles, IReadOnlyList<string> columns, int[] at, TableLayout layout, ProblemList problems) =>
        (_csv, _header, _row, Titles, Header, _columns, _at, _layout, _problems) = (csv, header, header, titles, [.. header.Fields.Select(f => Trimmed(f.Text))], columns, at, layout, problems);

    internal override int Row => _row.Number;

    internal override IReadOnlyList<string> Header { get; }

    internal override IReadOnlyList<string> Titles { get; }

    internal static CsvRows? OpenCsv(TextReader text, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems)
    {
        var csv = new LocatedCsv(text, file, problems, 16 * 1024, layout.Separator);
        CsvRow? nearest = null;
        CsvRow? last = null;
        var titles = new List<string>();
        var most = -1;
        for (var i = 0; i < MostTitles && csv.ReadRow() is { } row; i++)
        {
            var found = columns.Count(c => IndexOf(row, c, layout) >= 0);
            if (found == columns.Count)
            {
                if (Opened(csv, layout.HasMonthsAcross ? WithMonthsBelow(row, csv, columns, layout) : row, titles, columns, layout, problems) is not { } opened)
                {
                    return null;
                }

                opened.Above = last is null ? [] : [.. last.Fields.Select(f => Trimmed(f.Text))];
                return opened;
            }

            last = row;

            titles.Add(string.Join(" ", row.Fields.Select(f => f.Text.Trim()).Where(t => t.Length > 0)));
            (nearest, most) = found > most ? (row, found) : (nearest, most);
        }

        if (problems.HasErrors)
        {
            return null;
        }

        if (nearest is null)
        {
            problems.Error("csv-no-header", new SourcePlace(file, 1, 1, ""), "The file has no rows.", "a row with the columns " + string.Join(", ", columns));
            return null;
        }

        foreach (var missing in columns.Where(c => IndexOf(nearest, c, layout) < 0))
        {
            problems.Error("csv-missing-column", nearest.Place, $"No row of the first {MostTitles} names the column \"{ShownText.Short(missing)}\" beside the others; this one comes nearest.", "the columns " + string.Join(", ", columns), TableLayout.SeparatorHint([.. nearest.Fields.Select(f => f.Text.Trim())], layout.Separator) ?? problems.Nearest(missing, nearest.Fields.Select(f => f.Text.Trim())) ?? MonthsAcross.HintFor(nearest.Fields.Select(f => f.Text.Trim())) ?? "Look at the separator, which is a comma unless something else is stated, and at the names of the columns.");
        }

        return null;
    }

    internal override bool Read()
    {
        var above = _row.Number;
        while (_csv.ReadRow() is { } row)
        {
            _row = row;
            if (row.Fields.All(f => f.Text.Trim().Length == 0))
            {
                continue;
            }

            if (row.Number - _header.Number <= _layout.Skip)
            {
                Passed.Add((row.Number, [.. row.Fields.Select(f => Trimmed(f.Text))]));
                above = row.Number;
                continue;
            }

            if (IsBelow(_layout, row.Fields.Select(f => Trimmed(f.Text))))
            {
                var (end, below) = (row.Place, 0);
                while (_csv.ReadRow() is { } rest)
                {
                    below += Array.TrueForAll(_at, i => i < rest.Fields.Length && rest.Fields[i].Text.Trim().Length > 0) ? 1 : 0;
                }

                _problems.Add(EndOfTable(end, below));
                return false;
            }

            // Historians and hand-made sheets repeat the header; a different header there would change the meaning of the columns.
            if (_at.All(i => i < row.Fields.Length && row.Fields[i].Text == _header.Fields[i].Text))
            {
                _problems.Add(RepeatedHeader(row.Number - above > 1, row.Place));
                above = row.Number;
                continue;
            }

            if (row.Fields.Length != _header.Fields.Length && Surplus(row))
            {
                _problems.Error("csv-row-length", row.Place, $"This row has {row.Fields.Length} fields.", $"{_header.Fields.Length} fields, as in the header", "Put a number with commas in double quotes, or take the row out when it is no row of the table. If each row ends with a separator, the header ends with one too.");
            }

            Count++;
            return true;
        }

        return false;
    }

    internal override string? Cell(int column) => _at[column] < _row.Fields.Length ? Trimmed(_row.Fields[_at[column]].Text) : null;

    internal override string Beside(int at) => at < _row.Fields.Length ? Trimmed(_row.Fields[at].Text) : "";

    internal override SourcePlace PlaceOfName(int column) => _header.PlaceOf(_at[column], _columns[column]);

    internal override SourcePlace PlaceOfHeader(int at) => _header.PlaceOf(at, Header[at]);

    internal override SourcePlace PlaceOf(int column) => _row.PlaceOf(_at[column], _columns[column]);

    internal override RowTotal? Total() => RowTotals.In(_row.Fields.Select(f => Trimmed(f.Text)));

    /// <summary>Whether the row is shorter, or longer by more than the empty cells that spreadsheets leave at the end.</summary>
    private bool Surplus(CsvRow row) => row.Fields.Length < _header.Fields.Length || row.Fields.Skip(_header.Fields.Length).Any(f => f.Text.Trim().Length > 0) || row.MayHaveSplitNumber();

    private static CsvRows? Opened(LocatedCsv csv, CsvRow header, IReadOnlyList<string> titles, IReadOnlyList<string> columns, TableLayout layout, ProblemList problems)
    {
        var twice = columns.Where(c => header.Fields.Count(f => IsName(f, c, layout)) > 1).ToList();
        foreach (var column in twice)
        {
            problems.Error("csv-duplicate-column", header.Place, $"The column \"{ShownText.Short(column)}\" occurs twice.", "each column once", "Give one of them another name, in the file or by exporting it anew.");
        }

        var months = layout.HasMonthsAcross ? MonthsAcross.In(header.Fields.Select(f => Trimmed(f.Text)), layout.MonthsFrom) : [];
        return twice.Count > 0 ? null : new CsvRows(csv, header, titles, [.. columns, .. months.Select(m => Trimmed(header.Fields[m.At].Text))], [.. columns.Select(c => IndexOf(header, c, layout)), .. months.Select(m => m.At)], layout, problems) { Months = [.. months.Select(m => m.Month)] };
    }

    /// <summary>A header of two rows: the months stand below a year, and the other names beside it.</summary>
    private static CsvRow WithMonthsBelow(CsvRow row, LocatedCsv csv, IReadOnlyList<string> columns, TableLayout layout)
    {
        if (MonthsAcross.In(row.Fields.Select(f => Trimmed(f.Text)), layout.MonthsFrom).Count > 0 || csv.ReadRow() is not { } below || MonthsAcross.In(below.Fields.Select(f => Trimmed(f.Text)), layout.MonthsFrom).Count == 0)
        {
            return row;
        }

        var both = below with { Fields = [.. below.Fields.Select((f, i) => f.Text.Trim().Length == 0 && i < row.Fields.Length ? row.Fields[i] : f)] };
        return columns.All(c => IndexOf(both, c, layout) >= 0) ? both : row;
    }

    private static int IndexOf(CsvRow row, string column, TableLayout layout) =>
        Array.FindIndex(row.Fields, f => IsName(f, column, layout)) is var at && at < 0 && layout.OtherNames.TryGetValue(column, out var other) ? Array.FindIndex(row.Fields, f => IsName(f, other, layout)) : at;

    private static bool IsName(CsvField field, string column, TableLayout layout) => layout.IsNamed(field.Text.Trim(), column);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>
/// A CSV file with a header row, read record by record under the names of its columns. Unknown, double and missing columns
/// and rows of another length become problems, never exceptions.
/// </summary>
public sealed class CsvTable
{
    private readonly LocatedCsv _csv;
    private readonly CsvColumns _columns;
    private readonly int _width;
    private readonly bool _isFound;

    private CsvTable(LocatedCsv csv, CsvRow header, IReadOnlyList<string> known, ProblemList problems, bool isFound)
    {
        (_csv, _width, Problems, _isFound) = (csv, header.Fields.Length, problems, isFound);
        _columns = new CsvColumns(header.Fields.Select(f => f.Text), known);
        for (var i = 0; i < _width; i++)
        {
            var name = header.Fields[i].Text;
            if (_columns.IndexOf(name) < i)
            {
                problems.Error("csv-duplicate-column", header.PlaceOf(i, name), $"The column \"{ShownText.Short(name)}\" stands twice.", "each column once");
            }
        }
    }

    internal ProblemList Problems { get; }

    /// <summary>
    /// Opens a table as people have it: in UTF-8 or UTF-16, separated by comma, semicolon, tab or bar, with title lines above the header or a line
    /// such as <c>sep=;</c>. Blanks around headers, empty rows and the empty columns that a spreadsheet leaves at the end are passed over; null
    /// with the reasons in <paramref name="problems"/>.
    /// </summary>
    public static CsvTable? OpenFound(byte[] bytes, string? file, ProblemList problems, int maxBytes, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        Require.NotNull(bytes);
        Require.NotNull(problems);
        Require.NotNull(required);
        Require.NotNull(optional);
        var known = new HashSet<string>(required.Concat(optional), StringComparer.Ordinal);
        return LocatedCsv.OpenFound(bytes, file, problems, maxBytes, known.Contains) is { } csv ? Open(csv, file, problems, required, optional, isFound: true) : null;
    }

    /// <summary>The same over a text that is read forward once, in bounded memory.</summary>
    public static CsvTable? OpenFound(TextReader text, string? file, ProblemList problems, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        Require.NotNull(text);
        Require.NotNull(problems);
        Require.NotNull(required);
        Require.NotNull(optional);
        var known = new HashSet<string>(required.Concat(optional), StringComparer.Ordinal);
        return Open(LocatedCsv.OpenFound(text, file, problems, known.Contains), file, problems, required, optional, isFound: true);
    }

    /// <summary>Reads the header; null when there is none or a column is missing, with the reasons in <paramref name="problems"/>.</summary>
    public static CsvTable? Open(LocatedCsv csv, string? file, ProblemList problems, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        Require.NotNull(csv);
        Require.NotNull(problems);
        Require.NotNull(required);
        Require.NotNull(optional);
        return Open(csv, file, problems, required, optional, isFound: false);
    }

    private static CsvTable? Open(LocatedCsv csv, string? file, ProblemList problems, IReadOnlyList<string> required, IReadOnlyList<string> optional, bool isFound)
    {
        var header = csv.ReadRow();
        header = isFound ? header?.Trimmed() : header;
        var known = required.Concat(optional).ToList();
        var expected = "the columns " + string.Join(", ", known);
        if (header is null)
        {
            problems.Error("csv-no-header", new SourcePlace(file, 1, 1, ""), "There is no header row.", expected);
            return null;
        }

        if (header.Fields.Length == 1 && known.Count > 1 && header.Fields[0].Text.IndexOfAny([';', '\t']) >= 0)
        {
            problems.Error("csv-separator", header.Place, "The columns are parted by semicolons or tabs.", "commas", "Save it again with the comma as separator.");
            return null;
        }

        if (known.Count > 1 && !header.Fields.Any(f => known.Contains(f.Text, StringComparer.Ordinal)))
        {
            problems.Error("csv-missing-column", header.Place, "The first row names none of the columns.", expected, "The row with the names of the columns comes first; delete what stands above it.");
            return null;
        }

        var table = new CsvTable(csv, header, known, problems, isFound);
        foreach (var missing in required.Where(c => !table.Has(c)))
        {
            problems.Error("csv-missing-column", header.Place, $"The column \"{missing}\" is missing.", expected);
        }

        foreach (var name in table._columns.Names.Distinct(StringComparer.Ordinal).Where(c => !known.Contains(c, StringComparer.Ordinal)))
        {
            problems.Error("csv-unknown-column", header.PlaceOf(table._columns.IndexOf(name), name), $"\"{ShownText.Short(name)}\" is not a column that belongs here.", expected, problems.Nearest(name, known));
        }

        return required.All(table.Has) ? table : null;
    }

    /// <summary>Whether the header names the column.</summary>
    public bool Has(string column) => _columns.IndexOf(column) >= 0;

    /// <summary>The next record, or null at the end.</summary>
    public CsvRecord? ReadRecord()
    {
        var row = _csv.ReadRow();
        while (_isFound && row?.IsBlank(0) == true)
        {
            row = _csv.ReadRow();
        }

        if (row is not null && row.Fields.Length != _width && !(_isFound && row.Fields.Length > _width && row.IsBlank(_width)))
        {
            ReportLength(row);
        }

        return row is null ? null : new CsvRecord(row, _columns, Problems);
    }

    private void ReportLength(CsvRow row)
    {
        var expected = $"{_width} fields, as in the header";
        if (SplitNumber.Find(row.Fields, row.Fields.Length - _width) is { } number)
        {
            Problems.Error("csv-row-length", row.PlaceOf(number.Field, _columns.Names.ElementAt(number.Field)), $"This row has {row.Fields.Length} fields; {number.Text} looks like one number with commas.", expected, $"Write {number.WithoutCommas}: numbers have no thousands separators.");
            return;
        }

        Problems.Error("csv-row-length", row.Place, $"This row has {row.Fields.Length} fields.", expected, "Look for a comma too many or too few; put text with commas in double quotes.");
    }
}

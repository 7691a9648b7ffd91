using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Csv.Mappings;
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
    private readonly int _headerWidth;
    private readonly bool _isFound;
    private readonly CsvMapping? _mapping;

    private CsvTable(LocatedCsv csv, CsvRow header, int headerWidth, IReadOnlyList<string> known, ProblemList problems, bool isFound, CsvMapping? mapping)
    {
        (_csv, _width, _headerWidth, Problems, _isFound, _mapping) = (csv, header.Fields.Length, headerWidth, problems, isFound, mapping);
        _columns = new CsvColumns(header.Fields.Select(f => mapping is null ? OwnName(f.Text, known, isFound) : mapping.NameOf(f.Text) ?? f.Text).Concat(mapping?.Constants ?? []), known);
        for (var i = 0; i < _width; i++)
        {
            var name = header.Fields[i].Text;
            if (_columns.IndexOf(mapping is null ? OwnName(name, known, isFound) : mapping.NameOf(name) ?? name) < i && mapping?.Ignores(name) != true)
            {
                problems.Error("csv-duplicate-column", header.PlaceOf(i, name), $"The column \"{ShownText.Short(name)}\" occurs twice.", "each column once");
            }
        }
    }

    internal ProblemList Problems { get; }

    // A workbook that we write has the names of the JSON, "returnsTo", for what a CSV file calls "returns-to"; spreadsheets begin names with a capital.
    private static string OwnName(string name, IReadOnlyList<string> known, bool isFound)
    {
        if (known.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        var hyphened = string.Concat(name.Select(c => c is >= 'A' and <= 'Z' ? "-" + (char)(c + ('a' - 'A')) : c.ToString()));
        return known.Contains(hyphened, StringComparer.Ordinal) ? hyphened : (isFound ? known.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase)) : null) ?? name;
    }

    /// <summary>
    /// Opens a table as people save it: in UTF-8 or UTF-16, separated by comma, semicolon, tab or bar, with title lines above the header or a line
    /// such as <c>sep=;</c>. Blanks around headers, their case, empty rows and the empty columns that a spreadsheet leaves at the end are ignored; null
    /// with the reasons in <paramref name="problems"/>.
    /// </summary>
    public static CsvTable? OpenFound(byte[] bytes, string? file, ProblemList problems, int maxBytes, IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
        OpenFound(bytes, file, problems, maxBytes, required, optional, mapping: null);

    /// <summary>The same for a table whose column names and values a mapping explains; null for a table with the reader's own names.</summary>
    public static CsvTable? OpenFound(byte[] bytes, string? file, ProblemList problems, int maxBytes, IReadOnlyList<string> required, IReadOnlyList<string> optional, CsvMapping? mapping)
    {
        Require.NotNull(bytes);
        Require.NotNull(problems);
        Require.NotNull(required);
        Require.NotNull(optional);
        var known = new HashSet<string>(required.Concat(optional), StringComparer.OrdinalIgnoreCase);
        return LocatedCsv.OpenFound(bytes, file, problems, maxBytes, mapping is null ? known.Contains : mapping.Knows) is { } csv ? Open(csv, file, problems, required, optional, isFound: true, mapping) : null;
    }

    /// <summary>The same for a text that is read once from start to end, in bounded memory.</summary>
    public static CsvTable? OpenFound(TextReader text, string? file, ProblemList problems, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        Require.NotNull(text);
        Require.NotNull(problems);
        Require.NotNull(required);
        Require.NotNull(optional);
        var known = new HashSet<string>(required.Concat(optional), StringComparer.OrdinalIgnoreCase);
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

    private static CsvTable? Open(LocatedCsv csv, string? file, ProblemList problems, IReadOnlyList<string> required, IReadOnlyList<string> optional, bool isFound, CsvMapping? mapping = null)
    {
        var header = csv.ReadRow();
        var headerWidth = header?.Fields.Length ?? 0;
        header = isFound ? header?.Trimmed() : header;
        var known = required.Concat(optional).ToList();
        var expected = "the columns " + string.Join(", ", mapping is null ? known : mapping.Sources.Values.Where(m => m.Column is not null).Select(m => m.Column));
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

        if (known.Count > 1 && !header.Fields.Any(f => mapping?.Knows(f.Text) ?? known.Contains(OwnName(f.Text, known, isFound), StringComparer.Ordinal)))
        {
            problems.Error("csv-missing-column", header.Place, "The first row names none of the columns.", expected, "The row with the names of the columns comes first; delete what is above it.");
            return null;
        }

        var table = new CsvTable(csv, header, headerWidth, known, problems, isFound, mapping);
        foreach (var missing in required.Where(c => !table.Has(c)))
        {
            problems.Error("csv-missing-column", header.Place, mapping?.Sources.TryGetValue(missing, out var source) == true ? $"The column \"{source.Column}\" is missing, from which \"{missing}\" is read." : $"The column \"{missing}\" is missing{(mapping is null ? "" : ", and the mapping names no source for it")}.", expected);
        }

        // With a mapping, a column that it names and the file lacks is missing even if the reader does not need it.
        foreach (var missing in mapping?.Sources.Where(m => m.Value.Column is not null && !table.Has(m.Key) && !required.Contains(m.Key, StringComparer.Ordinal)) ?? [])
        {
            problems.Error("csv-missing-column", header.Place, $"The column \"{missing.Value.Column}\" is missing, from which \"{missing.Key}\" is read.", expected);
        }

        foreach (var name in header.Fields.Select(f => f.Text).Distinct(StringComparer.Ordinal).Where(c => mapping is null ? !known.Contains(OwnName(c, known, isFound), StringComparer.Ordinal) : !mapping.Knows(c) && !mapping.Ignores(c)))
        {
            problems.Error("csv-unknown-column", header.PlaceOf(Array.FindIndex(header.Fields, f => f.Text == name), name), $"\"{ShownText.Short(name)}\" is not a column that belongs here.", expected, problems.Nearest(name, known));
        }

        return required.All(table.Has) ? table : null;
    }

    /// <summary>Whether the header names the column.</summary>
    public bool Has(string column) => _columns.IndexOf(column) >= 0;

    /// <summary>The next record, or null at the end.</summary>
    public CsvRecord? ReadRecord()
    {
        var row = NextRow();
        while (row is not null && _mapping is not null)
        {
            if (Mapped(row, _mapping) is { } mapped)
            {
                return new CsvRecord(mapped, _columns, Problems);
            }

            row = NextRow();
        }

        return row is null ? null : new CsvRecord(row, _columns, Problems);
    }

    private CsvRow? NextRow()
    {
        var row = _csv.ReadRow();
        while (_isFound && row?.IsBlank(0) == true)
        {
            row = _csv.ReadRow();
        }

        if (row is not null && row.Fields.Length != _width && !(_isFound && row.Fields.Length > _width && row.IsBlank(_width) && (row.Fields.Length <= _headerWidth || !row.MayHaveSplitNumber())))
        {
            ReportLength(row);
        }

        return row;
    }

    /// <summary>The row in the reader's words, with the values for every row at its end; null, with the reasons reported, if a cell cannot be read.</summary>
    private CsvRow? Mapped(CsvRow row, CsvMapping mapping)
    {
        var fields = new CsvField[_width + mapping.Constants.Count];
        var isRead = true;
        foreach (var (name, i) in _columns.Names.Select((n, i) => (n, i)))
        {
            var source = mapping.Sources.TryGetValue(name, out var found) ? found : null;
            if (i >= _width)
            {
                fields[i] = new CsvField(source!.Value!, row.Line, 1, quoted: false);
                continue;
            }

            var cell = i < row.Fields.Length ? row.Fields[i] : new CsvField("", row.Line, 1, quoted: false);
            fields[i] = cell;
            if (source?.TryRead(cell.Text.Trim(), out var read, out var expected) is { } understood)
            {
                if (understood)
                {
                    fields[i] = new CsvField(read!, cell.Line, cell.Column, cell.Quoted);
                    continue;
                }

                isRead = false;
                Problems.Unreadable(row.PlaceOf(i, source.Column!), cell.Text, expected);
            }
        }

        return isRead ? row with { Fields = fields } : null;
    }

    private void ReportLength(CsvRow row)
    {
        var expected = $"{_width} fields, as in the header";
        if (SplitNumber.Find(row.Fields, row.Fields.Length - _width) is { } number)
        {
            Problems.Error("csv-row-length", row.PlaceOf(number.Field, _columns.Names.ElementAt(number.Field)), $"This row has {row.Fields.Length} fields; {number.Text} looks like one number with commas.", expected, $"Write {number.WithoutCommas}: numbers have no thousands separators.");
            return;
        }

        Problems.Error("csv-row-length", row.Place, $"This row has {row.Fields.Length} fields.", expected, "Look for a comma too many or too few; put text with commas in double quotes. If each row ends with a comma, the header ends with one too.");
    }
}

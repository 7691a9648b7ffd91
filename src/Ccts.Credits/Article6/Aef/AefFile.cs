using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <summary>The tables as files: CSV, one table for each file, with a header of column names; JSON, all tables in one file.</summary>
/// <remarks>Pure and thread-safe. Files are in UTF-8. <see cref="AefCheck"/> checks the content.</remarks>
public static class AefFile
{
    private const int MaxBytes = 64 * 1024 * 1024;

    // The keys of the tables are those of the CAD Trust's code.
    private static readonly string[] Keys = ["aefT1Submission", "aefT2Authorizations", "aefT3Actions", "aefT4Holdings", "aefT5AuthorizedEntities"];

    /// <summary>A table as CSV.</summary>
    public static string ToCsv(AefReport report, AefTableKind table)
    {
        var text = new StringBuilder();
        Line(text, AefReport.Columns(table));
        foreach (var row in Require.NotNull(report).Of(table))
        {
            Line(text, row.Cells);
        }

        return text.ToString();
    }

    /// <summary>All tables as JSON.</summary>
    public static string ToJson(AefReport report)
    {
        Require.NotNull(report);
        var root = new JsonObject();
        foreach (AefTableKind table in Enumerable.Range(0, Keys.Length))
        {
            var rows = new JsonArray();
            foreach (var row in report.Of(table))
            {
                var item = new JsonObject();
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    item[AefColumns.Of(table)[i].Name] = JsonValue.Create(row.Cells[i]);
                }

                rows.Add((JsonNode)item);
            }

            root[Keys[(int)table]] = rows;
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            root.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads one file: JSON where it begins with a brace, otherwise CSV of the table that its columns match.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="report">The rows; null where the file cannot be read.</param>
    /// <param name="problems">Why not.</param>
    public static bool TryRead(byte[] utf8, string name, [NotNullWhen(true)] out AefReport? report, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(name);
        var found = new List<Problem>();
        report = null;
        if (Require.NotNull(utf8).Length > MaxBytes)
        {
            found.Add(Fault("aef-too-large", name, 0, "The file is larger than 64 MiB.", "a smaller file"));
        }
        else
        {
            var encoding = new ProblemList();
            var rows = FileContent.Of(utf8).Kind == ContentKind.Json ? Utf8Text.TryStrip(utf8, name, encoding, out var stripped) ? Json(stripped, name, found) : [] : Csv(utf8, name, found);
            found.AddRange(encoding.ToList());
            report = found.Count == 0 ? new AefReport(rows) : null;
        }

        problems = found;
        return report is not null;
    }

    private static List<AefRow> Csv(byte[] utf8, string name, List<Problem> problems)
    {
        var (rows, found) = (new List<AefRow>(), new ProblemList());
        var written = Written(utf8);
        if (CsvTable.OpenFound(utf8, name, found, MaxBytes, [], written) is { } csv)
        {
            var headers = written.Where(csv.Has).ToList();
            if (TableOf(headers) is { } table)
            {
                var columns = AefColumns.Of(table).Select(c => headers.Find(h => Same(h, c.Name))).ToList();
                while (csv.ReadRecord() is { } record)
                {
                    rows.Add(new AefRow(table, [.. columns.Select(c => c is null ? "" : record.OptionalText(c)?.Trim() ?? "")], new SourcePlace(name, record.Row.Line, 0, "")));
                }
            }
            else
            {
                problems.Add(Fault("aef-columns", name, 1, "The columns are those of no table.", "the names of the columns of one of the five tables, each once"));
            }
        }

        problems.AddRange(found.ToList());
        return rows;
    }

    // The names of all columns, as the header of the file writes them. Case does not matter.
    private static List<string> Written(byte[] utf8)
    {
        var names = Enumerable.Range(0, Keys.Length).SelectMany(t => AefColumns.Of((AefTableKind)t)).Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        var head = Encoding.UTF8.GetString(utf8, 0, Math.Min(utf8.Length, 4096)).Split(',', ';', '\t', '|', '\n', '\r').Select(c => c.Trim('\uFEFF', ' ', '"'));
        return [.. names, .. head.Where(h => !names.Contains(h, StringComparer.Ordinal) && names.Exists(n => Same(n, h))).Distinct(StringComparer.Ordinal)];
    }

    private static List<AefRow> Json(byte[] text, string name, List<Problem> problems)
    {
        var rows = new List<AefRow>();
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var at = Array.IndexOf(Keys, member.Name);
                if (at < 0)
                {
                    problems.Add(Fault("aef-table", name, 0, $"There is no table \"{member.Name}\".", string.Join(", ", Keys)));
                    continue;
                }

                var number = 0;
                foreach (var item in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value])
                {
                    rows.Add(Row((AefTableKind)at, item, name, $"/{member.Name}/{number++}", problems));
                }
            }
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            // A letter in an old encoding is no slip of the document.
            var syntax = new ProblemList();
            LocatedJson.Read(text, name, syntax, MaxBytes);
            problems.AddRange(syntax.HasErrors ? syntax.ToList() : [Fault("aef-json", name, 0, "The file is no JSON of the five tables.", "one object with a list for each table")]);
        }

        return rows;
    }

    private static AefRow Row(AefTableKind table, JsonElement item, string name, string pointer, List<Problem> problems)
    {
        var cells = AefColumns.Of(table).Select(_ => "").ToArray();
        var seen = new HashSet<int>();
        foreach (var member in item.EnumerateObject())
        {
            var at = AefColumns.Of(table).ToList().FindIndex(c => Same(c.Name, member.Name));
            if (at < 0 || !seen.Add(at) || member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
            {
                problems.Add(new Problem("aef-columns", Severity.Error, at < 0 ? $"The table has no column \"{member.Name}\"." : $"\"{member.Name}\" occurs twice, or is neither text nor a number.", new SourcePlace(name, 0, 0, pointer + "/" + member.Name)) { Expected = "columns of the table, each once, as text" });
                continue;
            }

            cells[at] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()!.Trim() : member.Value.ValueKind == JsonValueKind.Null ? "" : member.Value.GetRawText();
        }

        return new AefRow(table, cells, new SourcePlace(name, 0, 0, pointer));
    }

    // Among the tables that have all of these columns, and whose required columns are all there, the one with the fewest columns.
    private static AefTableKind? TableOf(List<string> headers)
    {
        var fits = Enumerable.Range(0, Keys.Length).Select(t => (AefTableKind)t)
            .Where(t => headers.All(h => AefColumns.Of(t).Any(c => Same(c.Name, h))) && AefColumns.Of(t).Where(c => c.Required).All(c => headers.Exists(h => Same(h, c.Name))))
            .OrderBy(t => AefColumns.Of(t).Count).ToList();
        return fits.Count > 0 && headers.Distinct(StringComparer.OrdinalIgnoreCase).Count() == headers.Count ? fits[0] : null;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static Problem Fault(string code, string name, int line, string message, string expected) => new(code, Severity.Error, message, new SourcePlace(name, line, 0, "")) { Expected = expected };

    private static void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            text.Append(i == 0 ? "" : ",").Append(cell.IndexOfAny([',', '"', '\n', '\r']) >= 0 ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell);
        }

        text.Append('\n');
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Ingestion.Suggesting;

/// <summary>A mapping proposed from the first rows of a file: a draft to be completed by someone who knows the plant.</summary>
/// <param name="Mapping">The mapping, with a report to be filled in.</param>
/// <param name="Notes">Guesses to be checked, one sentence each.</param>
public sealed record MappingSuggestion(JsonObject Mapping, IReadOnlyList<string> Notes)
{
    private const int MostRows = 400;
    private const int LongestHead = 256 * 1024;

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file: CSV, JSON lines or an .xlsx workbook with one sheet.</param>
    /// <param name="year">The compliance year of the report, e.g. <c>2025-26</c>.</param>
    /// <param name="fuels">Fuels of the ruleset, to be recognised in headers by their keys, their names and what people call them.</param>
    /// <param name="materials">Process materials of the ruleset, to be recognised in headers of compositions and in names; null knows none.</param>
    /// <exception cref="CctsDataException">The file is neither, or no row looks like the header of a table with a time and a number.</exception>
    public static MappingSuggestion Of(IngestionFile file, string year, IReadOnlyCollection<FuelFactor> fuels, IReadOnlyCollection<MaterialFactor>? materials = null)
    {
        Require.NotNull(file);
        Require.NotNull(fuels);
        var head = Head(file);
        var table = TableHead.Find(head, SuggestedTable.Fits) is { Fits: > 0 } found ? TableOf(found, string.Join(" ", head.Split('\n').Take(found.Line - 1)), Rows(head, found), ComplianceYear.TryParse(year, out var of, out _) ? of.StartYear : null) : null;
        if (table is null)
        {
            throw new CctsDataException([new Problem("no-table", Severity.Error, "No row looks like the header of a table with a column of times and one of numbers.", new SourcePlace(file.Name, 1, 1, "")) { Expected = "a table with a header row", Hint = "Write the mapping by hand after docs/ingestion.md." }]);
        }

        return new SuggestionWriter(table, file.Name, new SuggestedStreams(year, fuels, materials ?? [])).Write();
    }

    private static SuggestedTable? TableOf(TableHead head, string above, List<string[]> rows, int? monthsFrom) => SuggestedTable.Across(head, above, rows, monthsFrom) ?? SuggestedTable.Of(head, above, rows, monthsFrom);

    private static string Head(IngestionFile file)
    {
        var opened = file.Open();
        try
        {
            using var bytes = SniffedFile.Unpacked(opened, opened.CanSeek ? opened.Length : null);
            return bytes.Content.Kind switch
            {
                ContentKind.Workbook => HeadOfSheet(bytes, file.Name),
                ContentKind.Json => JsonHead.Of(HeadOfText(bytes, file.Name), file.Name),
                ContentKind.Text or ContentKind.Empty => HeadOfText(bytes, file.Name),
                _ => throw new CctsDataException([bytes.Content.NotThis(file.Name, "CSV or .xlsx")]),
            };
        }
        catch (InvalidDataException broken)
        {
            throw new CctsDataException([SniffedFile.Damaged(file.Name, broken)]);
        }
    }

    private static string HeadOfText(PeekedStream bytes, string name)
    {
        using var text = new StreamReader(bytes, SniffedFile.EncodingOf(bytes.Content, new TableLayout()));
        var head = new char[LongestHead];
        try
        {
            return new string(head, 0, text.ReadBlock(head, 0, head.Length));
        }
        catch (DecoderFallbackException)
        {
            throw new CctsDataException([new Problem("text-encoding", Severity.Error, "The file is no UTF-8 text.", new SourcePlace(name, 1, 1, "")) { Expected = "CSV in UTF-8, or .xlsx" }]);
        }
    }

    // The sheet as CSV, for the inspection below.
    private static string HeadOfSheet(Stream bytes, string name)
    {
        if (!WorkbookRows.TryOpen(bytes, name, null, WorkbookLimits.Default, out var rows, out var problems))
        {
            throw new CctsDataException(problems);
        }

        using (rows)
        {
            var head = new StringBuilder();
            for (var i = 0; i < MostRows && head.Length < LongestHead && rows.Read(); i++)
            {
                var width = rows.Cells.Max(c => c.Column);
                head.Append(string.Join(",", Enumerable.Range(1, width).Select(c => "\"" + WorkbookRows.TextOf(rows.CellAt(c)).Replace("\"", "\"\"") + "\""))).Append('\n');
            }

            return rows.Fault is { } fault ? throw new CctsDataException([fault]) : head.ToString();
        }
    }

    private static List<string[]> Rows(string head, TableHead table)
    {
        var csv = new LocatedCsv(new StringReader(head), null, new ProblemList(), separator: table.Separator);
        var rows = new List<string[]>();
        while (rows.Count < MostRows && csv.ReadRow() is { } row)
        {
            if (row.Place.Line > table.Line)
            {
                rows.Add([.. row.Fields.Select(f => f.Text.Trim())]);
            }
        }

        // The last row may be cut where the head ends.
        if (head.Length == LongestHead && rows.Count is > 1 and < MostRows)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }
}

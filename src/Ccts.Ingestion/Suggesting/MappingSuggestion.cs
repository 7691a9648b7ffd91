using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Suggesting;

/// <summary>A mapping proposed from the first rows of a CSV file: a beginning for whoever knows the plant, never a decision.</summary>
/// <param name="Mapping">The mapping, with a report to be filled in.</param>
/// <param name="Notes">What was guessed and has to be looked at, one sentence each.</param>
public sealed record MappingSuggestion(JsonObject Mapping, IReadOnlyList<string> Notes)
{
    private const int MostRows = 400;
    private const int LongestHead = 256 * 1024;

    /// <summary>Looks at a file.</summary>
    /// <param name="file">The file, CSV in UTF-8.</param>
    /// <param name="year">The compliance year of the report, e.g. <c>2025-26</c>.</param>
    /// <param name="fuels">Names of fuels that a report can have, to be recognised in headers.</param>
    /// <exception cref="CctsDataException">The file is no text, or no row looks like the header of a table with a time and a number.</exception>
    public static MappingSuggestion Of(IngestionFile file, string year, IReadOnlyCollection<string> fuels)
    {
        Require.NotNull(file);
        Require.NotNull(fuels);
        var head = Head(file);
        var table = TableHead.Separators.Select(s => TableHead.Find(Rows(head, s), s)).OrderByDescending(t => t?.Score ?? 0).First();
        if (table is null)
        {
            throw new CctsDataException([new Problem("no-table", Severity.Error, "No row looks like the header of a table with a column of times and one of numbers.", new SourcePlace(file.Name, 1, 1, "")) { Expected = "CSV with a header row", Hint = "Write the mapping by hand after docs/ingestion.md." }]);
        }

        return new SuggestionWriter(table, file.Name, year, fuels).Write();
    }

    private static string Head(IngestionFile file)
    {
        using var text = new StreamReader(file.Open(), new UTF8Encoding(false, true));
        var head = new char[LongestHead];
        try
        {
            var read = text.ReadBlock(head, 0, head.Length);
            return new string(head, 0, read);
        }
        catch (DecoderFallbackException)
        {
            throw new CctsDataException([new Problem("text-encoding", Severity.Error, "The file is no UTF-8 text.", new SourcePlace(file.Name, 1, 1, "")) { Expected = "CSV in UTF-8", Hint = "A workbook is saved as CSV first." }]);
        }
    }

    private static List<string[]> Rows(string head, char separator)
    {
        var csv = new LocatedCsv(new StringReader(head), null, new ProblemList(), separator: separator);
        var rows = new List<string[]>();
        while (rows.Count < MostRows && csv.ReadRow() is { } row)
        {
            rows.Add([.. row.Fields.Select(f => f.Text.Trim())]);
        }

        // The last row may be cut where the head ends.
        if (head.Length == LongestHead && rows.Count is > 1 and < MostRows)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }
}

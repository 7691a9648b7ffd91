using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Requests as a table: a row for each, with the columns purpose, year and date, perhaps id, and one for each fact under its name. An empty cell states nothing.</summary>
internal static class RequestRows
{
    private const string Id = "id";
    private const int MostTitles = 50;
    private static readonly string[] Required = ["purpose", "year", "date"];
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The requests; null where the file is no such table.</summary>
    /// <exception cref="CctsDataException">It cannot be read as one.</exception>
    internal static IReadOnlyList<RequestInput>? Find(byte[] file, string? name)
    {
        // The facts are those of each row's ruleset, so a column may have any name, and the reader of requests says which names are none.
        if (FileContent.Of(file) is not { Kind: ContentKind.Text } content)
        {
            return null;
        }

        if (Header(file, content) is not { } header)
        {
            return IsTable(file, content) ? throw new CctsDataException([new Problem("csv-missing-column", Severity.Error, $"No row of the first {MostTitles} has the columns {string.Join(", ", Required)}.", new SourcePlace(name, 1, 1, ""))
            {
                Expected = "a table with these columns and one for each fact, under its name; or JSON",
            }]) : null;
        }

        var problems = new ProblemList();
        var facts = header.Where(h => h.Length > 0 && h != Id && !Required.Contains(h, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).ToList();
        var table = CsvTable.OpenFound(file, name, problems, file.Length, Required, [Id, .. facts]);
        var requests = new List<RequestInput>();
        while (table?.ReadRecord() is { } row)
        {
            requests.Add(Request(row, name, facts));
        }

        if (requests.Count == 0 && !problems.HasErrors)
        {
            problems.Error("csv-no-rows", new SourcePlace(name, 1, 1, ""), "The table has no row.", "a request in each row");
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : requests;
    }

    private static string[]? Header(byte[] file, FileContent content)
    {
        using var text = new StreamReader(new MemoryStream(file), content.Encoding);
        for (var i = 0; i < MostTitles && text.ReadLine() is { } line; i++)
        {
            if (Array.ConvertAll(line.Split(Separators), h => h.Trim(' ', '"', '\uFEFF')) is var cells && Required.All(r => cells.Contains(r, StringComparer.OrdinalIgnoreCase)))
            {
                return cells;
            }
        }

        return null;
    }

    // A text with several cells in its first line, and no JSON with a slip.
    private static bool IsTable(byte[] file, FileContent content)
    {
        using var text = new StreamReader(new MemoryStream(file), content.Encoding);
        return text.ReadLine() is { } first && first.IndexOfAny(Separators) > 0 && first.IndexOfAny(['{', ':']) < 0;
    }

    private static RequestInput Request(CsvRecord row, string? name, IReadOnlyList<string> facts)
    {
        var request = new JsonObject();
        foreach (var column in Required.Prepend(Id))
        {
            Put(request, column, row);
        }

        var stated = new JsonObject();
        foreach (var fact in facts)
        {
            Put(stated, fact, row);
            // An empty cell says that the fact is not known, which is more than no column.
            stated.TryAdd(fact, null);
        }

        request["facts"] = stated;
        return new RequestInput(Encoding.UTF8.GetBytes(request.ToJsonString()), name, row.Row.Line) { Cell = pointer => row.PlaceOf(pointer[(pointer.LastIndexOf('/') + 1)..]) };
    }

    // Only a flag is written bare in JSON, and a spreadsheet writes it in capitals.
    private static void Put(JsonObject into, string member, CsvRecord row)
    {
        if (row.OptionalText(member)?.Trim() is { Length: > 0 } text)
        {
            into[member] = bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : JsonValue.Create(text);
        }
    }
}

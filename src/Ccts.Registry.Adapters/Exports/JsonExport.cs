using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of a JSON answer: a list, or an object that holds one; nested members are named with points.</summary>
internal sealed class JsonExport : IRowSource
{
    private const int MostBytes = 64 << 20;

    private readonly JsonDocument _document;
    private readonly JsonElement[] _items;
    private readonly string[] _headers;
    private Dictionary<string, string> _row = [];

    internal JsonExport(PeekedStream stream, string file)
    {
        _document = Parse(stream, file);
        if (JsonFailures.Find(_document.RootElement) is { } fails)
        {
            throw Refusal(file, "error-answer", fails, "Ask again, until the answer is the list alone.");
        }

        _items = [.. List(_document.RootElement, file).EnumerateArray()];
        if (new JsonPages(_items.Length, Sums()).Lacks(_document.RootElement) is { } lacks)
        {
            throw Refusal(file, "partial-list", $"{lacks} A page is not the whole statement.", "Ask for every page and join their rows into one list.");
        }

        var headers = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _items.Length; i++)
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Flatten(_items[i], "", row) is { } twice)
            {
                throw Refusal(file, "json-duplicate-key", $"Row {i + 1} has \"{CellText.Short(twice)}\" twice, and nothing says which of the two counts.");
            }

            headers.AddRange(row.Keys.Where(seen.Add));
        }

        _headers = [.. headers];
    }

    public IReadOnlyList<string> Headers => _headers;

    public int Line { get; private set; }

    public int Count => _headers.Length;

    public bool IsBad => false;

    public string? this[int column] => _row.TryGetValue(_headers[column], out var cell) ? cell : null;

    public bool Read()
    {
        if (Line == _items.Length)
        {
            return false;
        }

        _row = Flattened(_items[Line++]);
        return true;
    }

    public void Dispose() => _document.Dispose();

    private static Dictionary<string, string> Flattened(JsonElement item)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        _ = Flatten(item, "", row);
        return row;
    }

    private static JsonDocument Parse(PeekedStream stream, string file)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer, 0, buffer.Length); read > 0; read = stream.Read(buffer, 0, buffer.Length))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                throw Refusal(file, "file-too-large", $"The JSON has more than {MostBytes} bytes. Ask the registry for smaller pages.");
            }
        }

        try
        {
            bytes.Position = 0;
            return stream.Content.Form is TextForm.Utf8 or TextForm.SingleByte
                ? JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 })
                : JsonDocument.Parse(new StreamReader(bytes, ExportTable.EncodingOf(stream.Content.Form)).ReadToEnd(), new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            var problems = new ProblemList();
            throw LocatedJson.Read(bytes.ToArray(), file, problems, MostBytes) is null ? new CctsDataException(problems.ToList()) : Refusal(file, "json-syntax", "The JSON is nested too deep for a list of rows.");
        }
    }

    private static JsonElement List(JsonElement root, string file)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return root;
        }

        if (root.ValueKind == JsonValueKind.Object)
        {
            // An empty list of errors or warnings, and a list of sentences, are not a second list of rows.
            var lists = root.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).Select(m => m.Value).ToList();
            var filled = lists.FindAll(l => l.GetArrayLength() > 0);
            var rows = filled.FindAll(l => l.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object));
            if (lists.Count == 1 || filled.Count == 1 || rows.Count == 1 || (lists.Count > 0 && filled.Count == 0))
            {
                return (rows.Count == 1 ? rows : filled.Count == 1 ? filled : lists)[0];
            }
        }

        throw Refusal(file, "no-list", "There is no list of rows in this JSON, or more than one.");
    }

    // Sums of the rows' values by name, because a total beside them may be of tonnes.
    private HashSet<decimal> Sums()
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var member in _items.Where(i => i.ValueKind == JsonValueKind.Object).SelectMany(i => i.EnumerateObject()))
        {
            if (JsonPages.NumberOf(member.Value) is > 0 and < StatementEntry.MostUnits and var number)
            {
                sums[Name(member)] = number + (sums.TryGetValue(Name(member), out var sum) ? sum : 0);
            }
        }

        return [.. sums.Values];
    }

    // The name of a repeated member, if there is one: in one object, or once nested and once written with points.
    private static string? Flatten(JsonElement item, string prefix, Dictionary<string, string> row)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            var name = prefix.TrimEnd('.');
            var isNew = !row.ContainsKey(name);
            row[name] = Text(item);
            return isNew ? null : name;
        }

        string? twice = null;
        foreach (var member in item.EnumerateObject())
        {
            twice ??= Flatten(member.Value, prefix + Name(member) + (member.Value.ValueKind == JsonValueKind.Object ? "." : ""), row);
        }

        return twice;
    }

    // A lone surrogate is valid JSON but not text; it is reported as in the file, and refused.
    internal static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.Number => ExportNumbers.OfJson(value.GetRawText()) ?? value.GetRawText(),
                JsonValueKind.Array => Lines(value),
                _ => value.ToString(),
            };
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    // A list of serials reads like a cell with several; any other list as in the file.
    private static string Lines(JsonElement list) =>
        list.EnumerateArray().All(i => i.ValueKind is JsonValueKind.String or JsonValueKind.Number) ? string.Join("\n", list.EnumerateArray().Select(Text)) : list.GetRawText();

    internal static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static CctsDataException Refusal(string file, string code, string message, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(file, 1, 1, "")) { Hint = hint }]);
}

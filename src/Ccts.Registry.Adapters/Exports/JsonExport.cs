using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of a JSON answer: a list, or an object that holds one; nested members are named with points.</summary>
internal static class JsonExport
{
    private const int MostBytes = 64 << 20;

    internal static IEnumerable<Dictionary<string, string>> Rows(Stream stream, string file)
    {
        using var document = Parse(stream, file);
        foreach (var item in List(document.RootElement, file).EnumerateArray())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten(item, "", row);
            yield return row;
        }
    }

    private static JsonDocument Parse(Stream stream, string file)
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
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException broken)
        {
            // A registry's page in HTML, sent with status 200, ends here too.
            throw Refusal(file, "json-syntax", "This is not JSON: " + broken.Message);
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
            var lists = root.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array).ToArray();
            if (lists.Length == 1)
            {
                return lists[0].Value;
            }
        }

        throw Refusal(file, "no-list", "There is no list of rows in this JSON, or more than one.");
    }

    private static void Flatten(JsonElement item, string prefix, Dictionary<string, string> row)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            row[prefix.TrimEnd('.')] = item.ValueKind is JsonValueKind.Null or JsonValueKind.Array ? "" : Text(item);
            return;
        }

        foreach (var member in item.EnumerateObject())
        {
            Flatten(member.Value, prefix + Name(member) + (member.Value.ValueKind == JsonValueKind.Object ? "." : ""), row);
        }
    }

    // Half a surrogate pair is JSON and no text: what cannot be text is told as it stands in the file, and refused as whatever it should be.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static string Name(JsonProperty member)
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

    private static CctsDataException Refusal(string file, string code, string message) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(file, 1, 1, ""))]);
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ccts.Workbooks.Answers;

/// <summary>A list of an answer.</summary>
internal sealed record AnswerTable(string Path, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

/// <summary>Splits an answer into single values by their path, and lists as tables. A list inside a row stays in its cell.</summary>
internal sealed class AnswerParts
{
    private const string Key = "key";

    /// <summary>A cell holds so many letters.</summary>
    private const int LongestText = 32_000;

    private readonly List<(string, string)> _values = [];
    private readonly List<AnswerTable> _tables = [];

    internal AnswerParts(JsonObject answer) => Take("", answer);

    internal IReadOnlyList<(string Path, string Text)> Values => _values;

    internal IReadOnlyList<AnswerTable> Tables => _tables;

    private void Take(string path, JsonObject json)
    {
        foreach (var member in json)
        {
            var at = path.Length == 0 ? member.Key : path + "." + member.Key;
            switch (member.Value)
            {
                case JsonObject inner when inner.Count > 1 && inner.All(m => m.Value is JsonObject):
                    _tables.Add(Table(at, [.. inner.Select(m => Row(m.Value!, m.Key))]));
                    break;
                case JsonObject inner:
                    Take(at, inner);
                    break;
                case JsonArray { Count: > 0 } list when list.All(i => i is JsonObject):
                    _tables.Add(Table(at, [.. list.Select(i => Row(i!, null))]));
                    break;
                default:
                    _values.Add((at, Text(member.Value)));
                    break;
            }
        }
    }

    private static AnswerTable Table(string path, List<Dictionary<string, string>> rows) =>
        new(path, [.. rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal)], rows);

    private static Dictionary<string, string> Row(JsonNode item, string? key)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        if (key is not null)
        {
            row[Key] = key;
        }

        Fill(row, "", item.AsObject());
        return row;
    }

    private static void Fill(Dictionary<string, string> row, string path, JsonObject json)
    {
        foreach (var member in json)
        {
            var at = path.Length == 0 ? member.Key : path + "." + member.Key;
            if (member.Value is JsonObject inner)
            {
                Fill(row, at, inner);
            }
            else
            {
                row[at] = Text(member.Value);
            }
        }
    }

    private static string Text(JsonNode? value)
    {
        var text = value switch
        {
            null => "",
            JsonArray list when list.All(i => i is null or JsonValue) => string.Join("; ", list.Select(Text)),
            JsonValue single when single.GetValueKind() == JsonValueKind.String => single.GetValue<string>(),
            _ => value.ToJsonString(),
        };
        return text.Length <= LongestText ? text : text.Substring(0, LongestText) + " … (cut: --json has all of it)";
    }
}

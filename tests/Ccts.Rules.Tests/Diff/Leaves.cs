using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;

namespace Ccts.Rules.Tests.Diff;

/// <summary>Every leaf of the files of a ruleset: a JSON value, an empty list or object, a cell of a table; and the files with one of them changed.</summary>
internal static class Leaves
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static IEnumerable<Leaf> Of(RulesetFiles files) => files.Paths.SelectMany(path => path.EndsWith(".csv", StringComparison.Ordinal) ? Cells(files, path) : Values(files, path));

    private static IEnumerable<Leaf> Values(RulesetFiles files, string path)
    {
        var text = Encoding.UTF8.GetString(files.Find(path)!.Bytes);
        var root = JsonNode.Parse(text)!;
        foreach (var steps in Paths(root, []).ToList())
        {
            var (parent, last) = (steps.SkipLast(1).Aggregate((JsonNode?)root, Step), steps[^1]);
            var old = Step(parent, last);
            var @new = Changed(old);
            Set(parent, last, @new);
            var bytes = Encoding.UTF8.GetBytes(root.ToJsonString(Plain));
            Set(parent, last, old);
            yield return new Leaf(path, string.Join("/", steps), string.Join("/", steps.Select((s, i) => s is int || (i == 1 && steps[0] is "parameters" or "facts") || steps[i > 0 ? i - 1 : 0] is "table" ? "#" : s)), Said(old), Said(@new), files.With(path, bytes));
        }
    }

    private static IEnumerable<Leaf> Cells(RulesetFiles files, string path)
    {
        var rows = Csv.Parse(Encoding.UTF8.GetString(files.Find(path)!.Bytes));
        for (var row = 1; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                var old = rows[row][column];
                rows[row][column] = old + "7";
                var bytes = Encoding.UTF8.GetBytes(Csv.Write(rows));
                rows[row][column] = old;
                yield return new Leaf(path, rows[row][0] + "/" + rows[0][column], rows[0][column], old, old + "7", files.With(path, bytes));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject { Count: > 0 } members => members.SelectMany(m => Paths(m.Value, [.. path, m.Key])),
        JsonArray { Count: > 0 } items => items.SelectMany((item, i) => Paths(item, [.. path, i])),
        _ => [path],
    };

    private static JsonNode? Step(JsonNode? node, object step) => step is int index ? node![index] : node![(string)step];

    private static void Set(JsonNode? node, object step, JsonNode? value)
    {
        if (step is int index)
        {
            node![index] = value;
        }
        else
        {
            node![(string)step] = value;
        }
    }

    private static JsonNode Changed(JsonNode? old) => old?.GetValueKind() switch
    {
        JsonValueKind.String => (string)old! + "7",
        JsonValueKind.Number => (int)old! + 7,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Array => new JsonArray("7"),
        JsonValueKind.Object => new JsonObject { ["seven"] = "7" },
        _ => "7",
    };

    private static string Said(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string)node! : node?.ToJsonString(Plain) ?? "null";

    /// <summary>Tables as RFC 4180 has them.</summary>
    private static class Csv
    {
        internal static List<List<string>> Parse(string text)
        {
            var rows = new List<List<string>> { new() };
            var (field, quoted) = (new StringBuilder(), false);
            for (var i = 0; i < text.Length; i++)
            {
                if (quoted)
                {
                    if (text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        field.Append(text[++i]);
                    }
                    else if (text[i] == '"')
                    {
                        quoted = false;
                    }
                    else
                    {
                        field.Append(text[i]);
                    }
                }
                else if (text[i] == '"')
                {
                    quoted = true;
                }
                else if (text[i] is ',' or '\n')
                {
                    rows[^1].Add(field.ToString());
                    field.Clear();
                    if (text[i] == '\n')
                    {
                        rows.Add([]);
                    }
                }
                else if (text[i] != '\r')
                {
                    field.Append(text[i]);
                }
            }

            rows.RemoveAll(r => r.Count == 0);
            return rows;
        }

        internal static string Write(List<List<string>> rows) => string.Concat(rows.Select(r => string.Join(",", r.Select(c => "\"" + c.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + "\n"));
    }
}

/// <summary>A leaf that was changed.</summary>
/// <param name="File">Its file.</param>
/// <param name="Path">Where it stands, steps parted by a slash.</param>
/// <param name="Shape">The same without numbers of items: leaves of one shape mean the same of different things.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What stands there now.</param>
/// <param name="Files">The files with it changed.</param>
internal sealed record Leaf(string File, string Path, string Shape, string Old, string New, RulesetFiles Files);

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

    internal static IReadOnlyList<Leaf> Of(RulesetFiles files) => [.. files.Paths.SelectMany(path => path.EndsWith(".csv", StringComparison.Ordinal) ? Cells(files, path) : Values(files, path))];

    /// <summary>The files with these leaves changed.</summary>
    internal static RulesetFiles Change(RulesetFiles files, IEnumerable<Leaf> leaves) => leaves.GroupBy(l => l.File).Aggregate(files, (all, of) =>
    {
        var text = Encoding.UTF8.GetString(all.Find(of.Key)!.Bytes);
        return all.With(of.Key, Encoding.UTF8.GetBytes(of.Key.EndsWith(".csv", StringComparison.Ordinal) ? ChangeCells(text, of) : ChangeValues(text, of)));
    });

    private static string ChangeValues(string text, IEnumerable<Leaf> leaves)
    {
        var root = JsonNode.Parse(text)!;
        foreach (var leaf in leaves)
        {
            var parent = leaf.Steps.SkipLast(1).Aggregate((JsonNode?)root, Step);
            Set(parent, leaf.Steps[^1], Changed(Step(parent, leaf.Steps[^1])));
        }

        return root.ToJsonString(Plain);
    }

    private static string ChangeCells(string text, IEnumerable<Leaf> leaves)
    {
        var rows = Csv.Parse(text);
        foreach (var leaf in leaves)
        {
            rows[(int)leaf.Steps[0]][(int)leaf.Steps[1]] = leaf.New;
        }

        return Csv.Write(rows);
    }

    private static IEnumerable<Leaf> Values(RulesetFiles files, string path)
    {
        var root = JsonNode.Parse(Encoding.UTF8.GetString(files.Find(path)!.Bytes))!;
        return Paths(root, []).Select(steps =>
        {
            var old = steps.Aggregate((JsonNode?)root, Step);
            return new Leaf(path, steps, string.Join("/", steps), (string)steps.Last(s => s is string), Said(old), Said(Changed(old)));
        });
    }

    private static IEnumerable<Leaf> Cells(RulesetFiles files, string path)
    {
        var rows = Csv.Parse(Encoding.UTF8.GetString(files.Find(path)!.Bytes));
        return
            from row in Enumerable.Range(1, rows.Count - 1)
            from column in Enumerable.Range(0, rows[row].Count)
            select new Leaf(path, [row, column], rows[row][0] + "/" + rows[0][column], rows[0][column], rows[row][column], rows[row][column] + "7");
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

/// <summary>A leaf, and what it is changed to.</summary>
/// <param name="File">Its file.</param>
/// <param name="Steps">The way to it: names and numbers of a JSON text, row and column of a table.</param>
/// <param name="Path">The same in words.</param>
/// <param name="Shape">Its last name: leaves of one shape in one file mostly mean the same of different things.</param>
/// <param name="Old">What it holds.</param>
/// <param name="New">What it is changed to.</param>
internal sealed record Leaf(string File, object[] Steps, string Path, string Shape, string Old, string New);

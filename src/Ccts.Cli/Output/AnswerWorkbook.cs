using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Workbooks.Tables;

namespace Ccts.Cli.Output;

/// <summary>The answer that <c>--json</c> prints, as a workbook: a sheet for each list of it, and one for all that stands alone.</summary>
internal sealed class AnswerWorkbook
{
    private const int LongestName = 31;
    private readonly Option<string?> _path = new("--xlsx") { Description = "Write the answer as a workbook here; a file that is there already is left alone." };

    internal AnswerWorkbook(Command command) => command.Add(_path);

    /// <summary>Writes the workbook where one is asked for.</summary>
    internal void Write(ParseResult parsed, Func<JsonObject> answer)
    {
        if (parsed.GetValue(_path) is not { } path)
        {
            return;
        }

        using var made = new MemoryStream();
        TableWorkbook.Write(made, Tables(answer()));
        NewFile.Save(made, path);
    }

    internal static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string[]>>> Tables(JsonObject answer)
    {
        List<string[]> alone = [["what", "value"]];
        var tables = new List<KeyValuePair<string, IReadOnlyList<string[]>>>();
        foreach (var member in answer)
        {
            if (member.Value is JsonArray { Count: > 0 } list && list.All(i => i is JsonObject))
            {
                tables.Add(new(member.Key.Length > LongestName ? member.Key[..LongestName] : member.Key, Table([.. list.Select(i => Leaves(i, "").ToList())])));
            }
            else
            {
                alone.AddRange(Leaves(member.Value, member.Key).Select(l => new[] { l.Name, l.Text }));
            }
        }

        return [new("answer", alone), .. tables];
    }

    private static List<string[]> Table(List<List<(string Name, string Text)>> rows)
    {
        var names = rows.SelectMany(r => r.Select(l => l.Name)).Distinct(StringComparer.Ordinal).ToList();
        return [[.. names], .. rows.Select(r => names.Select(n => r.Find(l => l.Name == n).Text ?? "").ToArray())];
    }

    // What lies deeper is named by its path, and a list inside a row stands in one cell.
    private static IEnumerable<(string Name, string Text)> Leaves(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, name.Length == 0 ? m.Key : name + "." + m.Key)),
        JsonArray items => [(name, Cut(string.Join("\n", items.Select(i => i is JsonValue ? i.ToString() : string.Join(", ", Leaves(i, "").Where(l => l.Text.Length > 0).Select(l => l.Name + " " + l.Text))))))],
        null => [(name, "")],
        _ => [(name, Cut(node.ToString()))],
    };

    private static string Cut(string text) => text.Length <= 32_000 ? text : text[..32_000] + "…";
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ccts.Rules.Tests.Receipts;

/// <summary>Every way to change one thing in a JSON document: each value altered or taken away, each list and object made longer.</summary>
internal static class Tampering
{
    internal static IEnumerable<(string What, string Text)> Of(string text) => Of(text, Pointers(JsonNode.Parse(text), ""));

    /// <summary>The same of long documents: of the items of a list that have one shape, the first and the last.</summary>
    internal static IEnumerable<(string What, string Text)> OfEveryShape(string text) =>
        Of(text, Pointers(JsonNode.Parse(text), "").GroupBy(p => string.Join("/", p.Split('/').Select(s => s.All(char.IsDigit) ? "0" : s))).SelectMany(g => new[] { g.First(), g.Last() }.Distinct()));

    private static IEnumerable<(string What, string Text)> Of(string text, IEnumerable<string> pointers)
    {
        foreach (var pointer in pointers)
        {
            foreach (var (what, change) in Changes)
            {
                var root = JsonNode.Parse(text)!;
                if (change(root, pointer))
                {
                    yield return (what + " " + pointer, root.ToJsonString());
                }
            }
        }
    }

    private static IEnumerable<(string What, Func<JsonNode, string, bool> Change)> Changes =>
    [
        ("altered", (root, pointer) => Replace(root, pointer, Altered)),
        ("removed", Remove),
        ("longer", (root, pointer) => At(root, pointer) switch
        {
            JsonObject members => members.TryAdd("zz", "x"),
            JsonArray items => Append(items),
            _ => false,
        }),
    ];

    private static IEnumerable<string> Pointers(JsonNode? node, string path) => new[] { path }.Concat(node switch
    {
        JsonObject members => members.SelectMany(m => Pointers(m.Value, path + "/" + m.Key)),
        JsonArray items => items.SelectMany((item, i) => Pointers(item, path + "/" + i.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    });

    private static JsonNode? Altered(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "x",
        JsonValueKind.String => "1" + value.GetValue<string>(),
        JsonValueKind.Number => value.GetValue<long>() + 1,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        _ => null,
    };

    private static bool Append(JsonArray items)
    {
        items.Add("x");
        return true;
    }

    private static bool Replace(JsonNode root, string pointer, Func<JsonNode?, JsonNode?> change)
    {
        if (pointer.Length == 0)
        {
            return false;
        }

        var changed = change(At(root, pointer)?.DeepClone());
        switch (At(root, pointer[..pointer.LastIndexOf('/')]))
        {
            case JsonObject members:
                members[Last(pointer)] = changed;
                break;
            case JsonArray items:
                items[int.Parse(Last(pointer), CultureInfo.InvariantCulture)] = changed;
                break;
        }

        return true;
    }

    private static bool Remove(JsonNode root, string pointer)
    {
        switch (pointer.Length == 0 ? null : At(root, pointer[..pointer.LastIndexOf('/')]))
        {
            case JsonObject members:
                return members.Remove(Last(pointer));
            case JsonArray items:
                items.RemoveAt(int.Parse(Last(pointer), CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static string Last(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private static JsonNode? At(JsonNode root, string pointer) => pointer.Split('/').Skip(1)
        .Aggregate((JsonNode?)root, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)] : node![step]);
}

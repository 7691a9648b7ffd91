using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Rules.Tests.Reports;

/// <summary>The streams of a report in JSON as rows of CSV: one for each amount, and one for each item of a list inside a stream.</summary>
internal static class StreamRows
{
    internal static string Of(JsonObject report)
    {
        var rows = new List<Dictionary<string, string>>();
        foreach (var (list, streams) in report.Where(m => m.Value is JsonArray))
        {
            foreach (var stream in streams!.AsArray())
            {
                Add(rows, list, stream!.AsObject());
            }
        }

        var columns = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        return string.Join("\n", rows.Select(r => string.Join(",", columns.Select(c => Quoted(r.GetValueOrDefault(c, ""))))).Prepend(string.Join(",", columns)));
    }

    private static void Add(List<Dictionary<string, string>> rows, string list, JsonObject stream)
    {
        var shared = new Dictionary<string, string>(StringComparer.Ordinal) { ["list"] = list };
        var own = new List<Dictionary<string, string>>();
        foreach (var (member, value) in stream)
        {
            switch (value)
            {
                case JsonArray items:
                    own.AddRange(items.Select(i => i!.AsObject().ToDictionary(f => $"{member}.{f.Key}", f => f.Value!.ToString(), StringComparer.Ordinal)));
                    break;
                case JsonObject periods when member == "amounts":
                    own.AddRange(periods.Select(p => new Dictionary<string, string>(StringComparer.Ordinal) { ["period"] = p.Key, ["amount"] = p.Value!.ToString() }));
                    break;
                case JsonObject part:
                    foreach (var (name, text) in part)
                    {
                        shared[$"{member}.{name}"] = text!.ToString();
                    }

                    break;
                default:
                    if (member == "amount")
                    {
                        own.Add(new(StringComparer.Ordinal) { ["amount"] = value!.ToString() });
                    }
                    else
                    {
                        shared[member] = value!.ToString();
                    }

                    break;
            }
        }

        for (var i = 0; i < own.Count; i++)
        {
            var row = i == 0 ? shared : new(StringComparer.Ordinal) { ["list"] = list, ["id"] = shared["id"] };
            foreach (var (column, text) in own[i])
            {
                row[column] = text;
            }

            rows.Add(row);
        }
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Benchmarks.Engines;

/// <summary>
/// A ruleset of the size of a whole year: the shipped one of 2025-26 with all its files, its rows repeated under made-up
/// registration numbers and names until there are 745 targets, and its rules under other ids until there are 60.
/// </summary>
internal static class FullSchedule
{
    internal const int Targets = 745;
    internal const int Rules = 60;

    internal static Dictionary<string, byte[]> Files()
    {
        var shipped = EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2025-26");
        var files = shipped.Paths.ToDictionary(p => p, p => shipped.Find(p)!.Bytes, StringComparer.Ordinal);
        files["targets.csv"] = Repeat(files["targets.csv"]);
        files["rules.json"] = Multiply(files["rules.json"]);
        return files;
    }

    private static byte[] Repeat(byte[] targets)
    {
        var lines = Encoding.UTF8.GetString(targets).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Skip(1).Select(line => line.Split(',', 3)).ToList();
        var made = Enumerable.Range(1, Targets).Select(i => (Row: rows[i % rows.Count], Number: i.ToString("000", CultureInfo.InvariantCulture)))
            .Select(r => $"{r.Row[0][..5]}{r.Number}{r.Row[0][8..]},{r.Row[1]} {r.Number},{r.Row[2]}");
        return Encoding.UTF8.GetBytes(string.Join('\n', made.Prepend(lines[0])) + "\n");
    }

    private static byte[] Multiply(byte[] rules)
    {
        var root = JsonNode.Parse(rules)!;
        var list = root["rules"]!.AsArray();
        // A copy of a rule that an exception sets aside would contradict the exception.
        var setAside = list.SelectMany(r => r!["overrides"]?.AsArray().Select(o => o!.GetValue<string>()) ?? []).ToHashSet(StringComparer.Ordinal);
        var copies = list.Where(r => r!["overrides"] is null && !setAside.Contains(r["id"]!.GetValue<string>())).Take(Rules - list.Count).Select(r => r!.DeepClone());
        foreach (var rule in copies.ToList())
        {
            rule["id"] = rule["id"]!.GetValue<string>() + ".again";
            list.Add(rule);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ccts.Architecture.Tests;

/// <summary>Every number that a shipped ruleset or overlay states: parameters, factors, conditions, retention, rows of schedules; each with where it stands.</summary>
internal static partial class LawNumbers
{
    private static readonly string[] JsonFiles = ["parameters.json", "factors.json", "retention.json", "rules.json"];

    /// <summary>Members that hold text about a value, not a value.</summary>
    private static readonly HashSet<string> Prose = new(StringComparer.Ordinal) { "$schema", "source", "note", "title", "reason", "then", "id", "version", "dated", "year", "series", "from", "to", "number" };

    /// <summary>Small round numbers of ours, which no law states and every file has.</summary>
    private const string Thresholds = "plausibility.";

    internal static IReadOnlyDictionary<decimal, string> All { get; } = Find()
        .GroupBy(n => n.Number, n => n.Where)
        .ToDictionary(g => g.Key, g => string.Join(", ", g.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3)));

    private static IEnumerable<(decimal Number, string Where)> Find()
    {
        var folders = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "rulesets"), "*.json", SearchOption.AllDirectories).Select(Path.GetDirectoryName).Distinct(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var file in JsonFiles.Select(f => Path.Combine(folder!, f)).Where(File.Exists))
            {
                foreach (var found in In(JsonNode.Parse(File.ReadAllText(file)), Path.GetFileName(file)))
                {
                    yield return found;
                }
            }

            foreach (var row in Directory.GetFiles(folder!, "targets*.csv").SelectMany(f => File.ReadLines(f).Skip(1)))
            {
                foreach (var number in row.Split(',').SelectMany(Numbers))
                {
                    yield return (number, "targets");
                }
            }
        }
    }

    private static IEnumerable<(decimal Number, string Where)> In(JsonNode? node, string where) => node switch
    {
        JsonObject members => members.Where(m => !Prose.Contains(m.Key) && !m.Key.StartsWith(Thresholds, StringComparison.Ordinal)).SelectMany(m => In(m.Value, m.Value is JsonObject ? m.Key : where)),
        JsonArray items => items.SelectMany(i => In(i, where)),
        JsonValue value when value.TryGetValue<string>(out var text) => Numbers(text).Select(n => (n, where)),
        _ => [],
    };

    /// <summary>The number a text is, alone, before a unit or in a fraction.</summary>
    internal static IEnumerable<decimal> Numbers(string text) => Written().Match(text) is { Success: true } match
        ? match.Groups["number"].Captures.Select(c => decimal.Parse(c.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
        : [];

    [GeneratedRegex(@"^(?<number>-?\d{1,20}(\.\d{1,20})?)(/(?<number>\d{1,20}(\.\d{1,20})?))?( [A-Za-z%][\w/%]*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Writing;

namespace Ccts.Ingestion.Reports;

/// <summary>One value that two versions of a report do not share.</summary>
/// <param name="Pointer">Where it stands; streams by their ids, analyses by their periods, flows of carbon by their materials, such as <c>/fuels/kiln-coal/amounts/2025-04</c>.</param>
/// <param name="Before">The older value in its canonical unit, or null where there was none.</param>
/// <param name="After">The newer value, or null where there is none.</param>
public sealed record ReportChange(string Pointer, string? Before, string? After);

/// <summary>What a corrected report says otherwise than the one before it, value by value.</summary>
/// <remarks>Pure and thread-safe. Streams are matched by id, so their order makes no difference; nor do units and layout.</remarks>
public static class ReportComparison
{
    /// <summary>Every difference, in the order of the pointers.</summary>
    public static IReadOnlyList<ReportChange> Of(MonitoringReport older, MonitoringReport newer)
    {
        Require.NotNull(older);
        Require.NotNull(newer);
        var (before, after) = (Leaves(older), Leaves(newer));
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).OrderBy(k => k, StringComparer.Ordinal)
            .Select(k => new ReportChange(k, Find(before, k), Find(after, k)))
            .Where(c => c.Before != c.After)];
    }

    /// <summary>Every value of a report by its pointer, in canonical units.</summary>
    internal static Dictionary<string, string> Leaves(MonitoringReport report)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(leaves, "", MonitoringReportWriter.ToJson(report));
        return leaves;
    }

    /// <summary>The amount, or the part of a stock, that a value of the files is brought into; null where the report has none.</summary>
    internal static string? PointerOf(Dictionary<string, string> leaves, ReportedValue value)
    {
        var member = ValuePlace.PathOf(value);
        return Mapping.Measure.Lists.Select(list => $"/{list}/{Escaped(value.Stream)}/{member}").FirstOrDefault(leaves.ContainsKey);
    }

    private static string? Find(Dictionary<string, string> leaves, string key) => leaves.TryGetValue(key, out var value) ? value : null;

    private static void Add(Dictionary<string, string> leaves, string pointer, JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var member in members)
            {
                Add(leaves, pointer + "/" + Escaped(member.Key), member.Value);
            }
        }
        else if (node is JsonArray items)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < items.Count; i++)
            {
                var key = items[i] is JsonObject item && (item["id"] ?? item["period"] ?? item["material"] ?? item["component"]) is JsonValue id && id.TryGetValue<string>(out var name) ? Escaped(name) : i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                Add(leaves, pointer + "/" + (keys.Add(key) ? key : key + "#" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), items[i]);
            }
        }
        else if (node is not null)
        {
            leaves[pointer] = node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();
        }
    }

    private static string Escaped(string key) => key.Replace("~", "~0").Replace("/", "~1");
}

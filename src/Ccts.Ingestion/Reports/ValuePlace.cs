using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Reports;

/// <summary>The place of a value in its stream, as evidence names it, and how to write it there.</summary>
internal static class ValuePlace
{
    private const string Material = "material";
    private const string Component = "component";

    /// <summary>The value's path from its stream.</summary>
    internal static string PathOf(ReportedValue value) =>
        value.Member == "amounts" || value.Member.EndsWith("/amounts", StringComparison.Ordinal) ? $"{value.Member}/{value.Period}"
        : value.Member.StartsWith(LabResult.Prefix, StringComparison.Ordinal) ? $"analyses/{value.Period}/{value.Member.Substring(LabResult.Prefix.Length)}"
        : value.Member.StartsWith("stock.", StringComparison.Ordinal) ? value.Member.Replace('.', '/')
        : value.Member;

    /// <summary>Writes a text at a path. Flows of carbon on the path must exist; members and parts of a composition are created.</summary>
    internal static void Set(JsonObject stream, string path, string text)
    {
        JsonNode at = stream;
        var steps = path.Split('/').Select(s => s.Replace("~1", "/").Replace("~0", "~")).ToList();
        for (var i = 0; i < steps.Count - 1; i++)
        {
            at = at is JsonArray items ? Item(items, steps[i]) : at[steps[i]] ?? Made(at.AsObject(), steps[i]);
        }

        at[steps[steps.Count - 1]] = text;
    }

    private static JsonNode Made(JsonObject at, string step)
    {
        JsonNode made = step == LabResult.Composition ? new JsonArray() : new JsonObject();
        at[step] = made;
        return made;
    }

    private static JsonObject Item(JsonArray items, string name)
    {
        if (items.OfType<JsonObject>().FirstOrDefault(i => (i[Material] ?? i[Component])?.ToString() == name) is { } item)
        {
            return item;
        }

        var part = new JsonObject { [Component] = name };
        items.Add((JsonNode)part);
        return part;
    }
}

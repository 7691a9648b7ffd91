using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Reports;

/// <summary>Writes amounts and their evidence into the report of the mapping, and reads it as any report is read.</summary>
internal static class ReportFilling
{
    internal static (JsonObject Json, MonitoringReport Report)? Fill(IngestionMapping mapping, IReadOnlyList<ReportedValue> values, ProblemList problems)
    {
        if (values.Where(v => v.Member.EndsWith("amounts", StringComparison.Ordinal)).GroupBy(v => (v.Stream, v.Member)).FirstOrDefault(s => s.All(v => v.Amount is null)) is { } none)
        {
            problems.Warn("no-report", mapping.Root.Member("report")!.Place, $"No amount of the stream \"{ShownText.Short(none.Key.Stream)}\" can be given, so there is no report yet.");
            return null;
        }

        var json = mapping.Report.DeepClone().AsObject();
        foreach (var stream in values.GroupBy(v => v.Stream, StringComparer.Ordinal))
        {
            Write(Streams(json).First(s => s["id"]!.GetValue<string>() == stream.Key), [.. stream]);
        }

        if (!MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), null, out var report, out var found))
        {
            foreach (var problem in found)
            {
                problems.Add(problem with { Place = PlaceOf(mapping.Root, problem.Place.Pointer), Hint = problem.Hint ?? (problem.Code == "missing-key" && problem.Place.Pointer.EndsWith("/stock", StringComparison.Ordinal) ? "State it in \"stock\" of the stream in \"report\", or bring it in by a series with \"into\"." : null) });
            }

            return null;
        }

        return (json, report);
    }

    internal static IEnumerable<JsonObject> Streams(JsonObject report) =>
        Measure.Lists.Select(l => report[l]).OfType<JsonArray>().SelectMany(l => l).OfType<JsonObject>().Where(s => s["id"] is JsonValue id && id.TryGetValue<string>(out _));

    private static void Write(JsonObject stream, List<ReportedValue> values)
    {
        // Where a part of a stock is withheld, all its parts are.
        if (values.Exists(v => v.Amount is null && v.Member.StartsWith("stock.", StringComparison.Ordinal)))
        {
            stream.Remove("stock");
        }

        AnalysisFilling.Write(stream, [.. values.Where(v => v.Amount is not null)]);
        foreach (var value in values.Where(v => v.Amount is not null && !v.Member.StartsWith(LabResult.Prefix, StringComparison.Ordinal)))
        {
            ValuePlace.Set(stream, ValuePlace.PathOf(value), value.Amount!);
        }

        var evidence = stream["evidence"] as JsonArray;
        foreach (var document in values.Where(v => v.Amount is not null).SelectMany(ValueEvidence.Json))
        {
            if (evidence is null)
            {
                stream["evidence"] = evidence = [];
            }

            evidence.Add((JsonNode)document);
        }
    }

    /// <summary>The place in the mapping of a value that is wrong in the report; a value from a file has the place of its stream.</summary>
    private static SourcePlace PlaceOf(LocatedNode mapping, string pointer)
    {
        var node = mapping.Member("report")!;
        foreach (var key in pointer.Split('/').Skip(1))
        {
            var next = node.Kind == LocatedKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < node.Children.Count ? node.Children[at] : node.Member(key.Replace("~1", "/").Replace("~0", "~"));
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node.Place;
    }
}

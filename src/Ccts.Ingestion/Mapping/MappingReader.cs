using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>Reads a mapping strictly.</summary>
internal static class MappingReader
{
    internal static IngestionMapping? Read(byte[] utf8, string? file, ProblemList problems)
    {
        if (LocatedJson.Read(utf8, file, problems) is not { } root)
        {
            return null;
        }

        var fields = new ObjectReader(root, problems);
        fields.OptionalText("$schema");
        if (fields.Text("format") is { } format && format != IngestionMapping.Format)
        {
            problems.Error("unknown-format", root.Member("format")!.Place, $"\"{ShownText.Short(format)}\" is not a format this version reads.", IngestionMapping.Format);
        }

        var report = fields.Required("report");
        var sources = fields.List("sources");
        fields.Done();
        if (report is null || report.Kind != LocatedKind.Object)
        {
            if (report is not null)
            {
                problems.Error("wrong-type", report.Place, $"\"report\" holds {report.Describe()}.", "a monitoring report without amounts, { … }");
            }

            return null;
        }

        var streams = new ReportStreams(report, problems);
        if (!ComplianceYear.TryParse(report.Member("complianceYear")?.Value, out var year, out var wrongYear))
        {
            problems.Error("bad-value", (report.Member("complianceYear") ?? report).Place, "The report does not say its year.", "\"complianceYear\": " + wrongYear);
        }

        var read = sources.Select(s => SourceReading.Read(s, streams, problems)).Where(s => s is not null).Select(s => s!).ToList();
        if (sources.Count == 0 && !problems.HasErrors)
        {
            problems.Error("no-sources", root.Place, "The mapping has no source.", "at least one");
        }

        foreach (var twice in read.GroupBy(s => s.Id, System.StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error("duplicate-id", root.Place, $"Two sources are called \"{ShownText.Short(twice.Key)}\".", "each source a name of its own");
        }

        OneWayInto(read, problems);
        return problems.HasErrors ? null : new IngestionMapping(year, Parsed(utf8), root, read, Sha256.Of(utf8).Substring("sha256:".Length));
    }

    /// <summary>Amounts of one stream add up, so they need one measure; a month has one result, so one series gives it.</summary>
    private static void OneWayInto(List<SourceMapping> sources, ProblemList problems)
    {
        foreach (var again in sources.SelectMany(s => s.Series).Where(s => s.Result is not null).GroupBy(s => (s.Stream, s.Result!.Member)).SelectMany(g => g.Skip(1)))
        {
            problems.Error("series-twice", again.Place, $"Another series gives the {again.Result!.Name} of \"{ShownText.Short(again.Stream)}\" already.", "one series for each result of a stream", "Let one series read all its sheets, or part the stream by its fuels.");
        }

        var measures = new Dictionary<(string Stream, string? Flow), Measure>();
        foreach (var series in sources.SelectMany(s => s.Series).Where(s => s.Unit is not null && s.Result is null))
        {
            if (!measures.TryGetValue((series.Stream, series.Flow), out var first))
            {
                measures.Add((series.Stream, series.Flow), series.Unit!);
            }
            else if (first.Canonical != series.Unit!.Canonical)
            {
                problems.Error("stream-unit", series.Place, $"The stream \"{series.Stream}\" gets amounts in {first.Symbol} and in {series.Unit.Symbol}.", "one measure a stream", "Give the second a stream of its own.");
            }
        }
    }

    /// <summary>The report as it is; the bytes were already read as JSON, in whatever encoding, so parsing succeeds.</summary>
    private static JsonObject Parsed(byte[] bytes) => Utf8Text.TryStrip(bytes, null, new ProblemList(), out var utf8) ? JsonNode.Parse(utf8)!["report"]!.DeepClone().AsObject() : [];
}

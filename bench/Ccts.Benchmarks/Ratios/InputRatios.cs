using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Monitoring;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>Reading: a report of about 1 MB and the embedded rulesets, against merely parsing the same bytes.</summary>
internal static class InputRatios
{
    internal static IEnumerable<Ratio> All()
    {
        var report = AssessmentRatios.Report(fuels: 600, materials: 400, meters: 400);
        var bytes = Encoding.UTF8.GetBytes(MonitoringReportWriter.ToJson(report).ToJsonString());
        var rules = RulesetCatalog.Default.Resolve(report.Year, LocalDate.MaxIsoValue).Assessment;
        yield return new Ratio($"report/read-{bytes.Length / 1024}-kib", () => Parse(bytes), () => Sink.Take(MonitoringReportReader.Read(bytes, file: null)));
        yield return new Ratio("report/validate", () => Parse(bytes), () => Sink.Take(ReportValidator.Validate(report, rules)));

        var files = EmbeddedFiles();
        yield return new Ratio("ruleset/load-embedded", () => ParseAll(files), () => Sink.Take(EmbeddedRulesets.All().Select(RulesetReader.Read).ToList()));
    }

    private static void Parse(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        Sink.Take(document.RootElement.ValueKind);
    }

    private static void ParseAll(List<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, bytes) in files)
        {
            if (name.EndsWith(".json", System.StringComparison.Ordinal))
            {
                Parse(bytes);
            }
            else
            {
                Sink.Take(Encoding.UTF8.GetString(bytes).Split('\n').Select(line => line.Split(',')).ToArray());
            }
        }
    }

    private static List<(string Name, byte[] Bytes)> EmbeddedFiles()
    {
        var assembly = typeof(RulesetCatalog).Assembly;
        return [.. assembly.GetManifestResourceNames().Select(name => (name, Bytes(assembly.GetManifestResourceStream(name)!)))];
    }

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(copy);
        }

        return copy.ToArray();
    }
}

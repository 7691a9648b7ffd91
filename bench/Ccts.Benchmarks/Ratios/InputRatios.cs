using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Ccts.Benchmarks.Engines;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using NodaTime;

namespace Ccts.Benchmarks.Ratios;

/// <summary>Reading: a report of about 1 MB, a ruleset of a whole year and the embedded rulesets, against merely parsing the same bytes.</summary>
internal static class InputRatios
{
    internal static IEnumerable<Ratio> All()
    {
        var report = AssessmentRatios.Report(fuels: 600, materials: 400, meters: 400);
        var bytes = Encoding.UTF8.GetBytes(MonitoringReportWriter.ToJson(report).ToJsonString());
        var rules = RulesetCatalog.Default.Resolve(report.Year, LocalDate.MaxIsoValue).Assessment;
        yield return new Ratio($"report/read-{bytes.Length / 1024}-kib", () => Parse(bytes), () => Sink.Take(MonitoringReportReader.Read(bytes, file: null)));
        yield return new Ratio("report/validate", () => Parse(bytes), () => Sink.Take(ReportValidator.Validate(report, rules)));

        var full = FullSchedule.Files();
        var bare = full.Select(f => (f.Key, f.Value)).ToList();
        yield return new Ratio($"ruleset/load-{FullSchedule.Targets}-targets-{FullSchedule.Rules}-rules", () => ParseAll(bare), () => Sink.Take(RulesetReader.Read(RulesetFiles.FromMemory("made up", full))));
        var embedded = EmbeddedRulesets.All().SelectMany(files => files.Paths.Select(p => (p, files.Find(p)!.Bytes))).ToList();
        yield return new Ratio("ruleset/load-embedded", () => ParseAll(embedded), () => Sink.Take(EmbeddedRulesets.All().Select(RulesetReader.Read).ToList()));
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
}

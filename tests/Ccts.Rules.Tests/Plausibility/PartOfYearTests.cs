using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>A year that is not over ends on one day for all streams: one that ends earlier or later makes a surplus or a deficit of nothing.</summary>
public sealed class PartOfYearTests
{
    private const int Months = 6;
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;

    [Fact]
    public void Half_a_year_lacks_nothing()
    {
        var assessment = Assess(_ => { });

        Assert.Equal(AssessmentOutcome.Assessed, assessment.Outcome);
        Assert.DoesNotContain(assessment.Findings, f => f.Code is "period-gap" or "ends-later");
    }

    [Theory]
    [InlineData("products", 7, "ends-later")]
    [InlineData("products", 5, "period-gap")]
    [InlineData("processMaterials", 5, "period-gap")]
    [InlineData("electricity", 12, "ends-later")]
    public void A_stream_that_ends_on_another_day_withholds(string list, int months, string code)
    {
        var assessment = Assess(r => Cut(r[list]![0]!, months));

        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        var told = Assert.Single(assessment.Findings, f => f.Code == code);
        Assert.True(told.NeedsReason);
        Assert.StartsWith($"/{list}/0/amounts", told.Place.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_of_the_whole_year_beside_half_a_year_withholds() =>
        Assert.Contains(Assess(r => { var product = r["products"]![0]!.AsObject(); product.Remove("amounts"); product["amount"] = "3666138 t"; }).Findings, f => f is { Code: "ends-later", NeedsReason: true });

    [Fact]
    public void With_a_reason_it_is_assessed()
    {
        var assessment = Assess(r => { Cut(r["fuels"]![2]!, 5); r["fuels"]![2]!["whyGaps"] = "no light-up in September"; });

        Assert.Equal(AssessmentOutcome.Assessed, assessment.Outcome);
        Assert.Contains(assessment.Findings, f => f.Code == "period-gap" && f.Message.Contains("no light-up in September", StringComparison.Ordinal));
    }

    /// <summary>Half a year's product of 1,838,059 t is some 3.67 million in a year: more than three times that is a slip, whether or not the schedule prints an output.</summary>
    [Theory]
    [InlineData(3_700_000, null)]
    [InlineData(6_000_000, false)]
    [InlineData(37_000_000, true)]
    public void The_output_of_the_year_is_held_against_the_days_so_far(int tonnes, bool? isWithheld)
    {
        var told = Assess(
            r =>
            {
                r["entity"]!.AsObject().Remove("registration");
                r["ownTarget"] = JsonNode.Parse("""{ "target": "0.8032 tCO2e/t", "source": "gazette" }""");
            },
            Output.Of(tonnes, OutputBasis.Tonne)).Findings.SingleOrDefault(f => f.Code == "unusual-year-output");
        Assert.Equal(isWithheld, told?.NeedsReason);
        Assert.True(isWithheld != true || told!.Message.Contains("a digit too many", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7_332_276, true)]
    [InlineData(3_666_138, false)]
    public void A_year_that_is_over_has_no_other_output(int tonnes, bool isRefused)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(WholeYear().ToJsonString()), "kotputli");
        var isAssessed = Assessor.TryAssess(report, Rules, new AssessmentOptions { PartOfYear = true, YearOutput = Output.Of(tonnes, OutputBasis.Tonne) }, out _, out var problems);
        Assert.Equal((!isRefused, isRefused), (isAssessed, problems.Any(p => p.Code == "year-is-over")));
    }

    /// <summary>Half a year asks for no papers of the other half, and a stream that lacks a month asks for that month's.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(5, true)]
    public void Days_to_come_ask_for_no_documents(int months, bool isAsked) =>
        Assert.Equal(isAsked, MissingDocuments.Asked(Half(r => Cut(r["processMaterials"]![0]!, months)), Rules).Any(d => d.Document.Contains("days without an amount", StringComparison.Ordinal)));

    private static Assessment Assess(Action<JsonNode> change, Output? yearOutput = null) => Assessor.Assess(Half(change), Rules, new AssessmentOptions { PartOfYear = true, YearOutput = yearOutput });

    private static MonitoringReport Half(Action<JsonNode> change)
    {
        var json = WholeYear();
        foreach (var stream in Streams(json))
        {
            Keep(stream, Months);
        }

        change(json);
        return MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "kotputli");
    }

    /// <summary>The stream with so many months of the whole year.</summary>
    private static void Cut(JsonNode stream, int months)
    {
        stream["amounts"] = Streams(WholeYear()).First(s => (string)s["id"]! == (string)stream["id"]!)["amounts"]!.DeepClone();
        Keep(stream, months);
    }

    private static JsonNode WholeYear() => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", "kotputli-2025-26.json")))!;

    private static IEnumerable<JsonNode> Streams(JsonNode report) => report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).Select(s => s!);

    private static void Keep(JsonNode stream, int months)
    {
        stream.AsObject().Remove("stock");
        stream.AsObject().Remove("previousYear");
        if (stream["amounts"] is JsonObject amounts)
        {
            foreach (var later in amounts.Select(a => a.Key).Order(StringComparer.Ordinal).Skip(months).ToList())
            {
                amounts.Remove(later);
            }
        }
    }
}

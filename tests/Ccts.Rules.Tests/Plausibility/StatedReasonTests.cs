using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>A reason belongs to what it explains: a boiler that was commissioned says nothing about a product ten times too large, nor about electricity that is missing.</summary>
public sealed class StatedReasonTests
{
    private const string Boiler = "biomass boiler commissioned in April 2025";

    [Theory]
    [InlineData(Boiler)]
    [InlineData("no-electricity: " + Boiler)]
    [InlineData("unusual-intensity: " + Boiler)]
    [InlineData("unusual-intensity 0.83: " + Boiler)]
    public void A_reason_for_something_else_does_not_release_a_digit(string reason)
    {
        var assessment = Assess(r => { Times(r["products"]![0]!, 10m); r["whyUnusual"] = reason; });

        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == "unusual-intensity" && f.NeedsReason && f.Hint!.Contains($"\"unusual-intensity {Slip(assessment)}: ...\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_that_names_the_finding_releases_it_and_nothing_else()
    {
        void Change(JsonNode report) => report.AsObject().Remove("electricity");
        Assert.Contains(Assess(r => { Change(r); r["whyUnusual"] = Boiler; }).Findings, f => f.Code == "no-electricity" && f.NeedsReason);

        var named = Assess(r => { Change(r); r["whyUnusual"] = Boiler + "; no-electricity, no-fuel: the shafts are driven by steam"; }).Findings.Single(f => f.Code == "no-electricity");
        Assert.False(named.NeedsReason);
        Assert.EndsWith("The reason given: \"the shafts are driven by steam\".", named.Message, StringComparison.Ordinal);

        var both = Assess(r => { Change(r); Times(r["products"]![0]!, 10m); r["whyUnusual"] = "no-electricity: the shafts are driven by steam"; });
        Assert.DoesNotContain(both.Findings, f => f.Code == "no-electricity" && f.NeedsReason);
        Assert.Contains(both.Findings, f => f.Code == "unusual-intensity" && f.NeedsReason);
    }

    [Theory]
    [InlineData("no-electricity: Please note that the shafts are driven by steam", true)]
    [InlineData("no-electricity: please note: the shafts are driven by steam", true)]
    [InlineData("no-electricity: please state why", false)]
    [InlineData("no-electricity: Please note N/A", false)]
    public void A_courtesy_before_a_reason_does_not_make_it_a_prompt(string reason, bool states) =>
        Assert.NotEqual(states, Assess(r => { r.AsObject().Remove("electricity"); r["whyUnusual"] = reason; }).Findings.Single(f => f.Code == "no-electricity").NeedsReason);

    /// <summary>What is only told is shown with a plain reason, as before.</summary>
    [Fact]
    public void A_plain_reason_is_shown_with_what_is_told() =>
        Assert.Contains(Assess(r => { Times(r["products"]![0]!, 1.25m); r["whyUnusual"] = Boiler; }).Findings, f => f.Code == "unusual-intensity" && !f.NeedsReason && f.Message.Contains(Boiler, StringComparison.Ordinal));

    /// <summary>A plant of no sector of the ruleset has its emissions; with a target of its own it says why the sector is another.</summary>
    [Fact]
    public void A_plant_of_another_sector_is_assessed()
    {
        static void Change(JsonNode report) => report["entity"]!["sector"] = "Glass";
        var without = Assess(r => { Change(r); r.AsObject().Remove("ownTarget"); });
        Assert.Equal((AssessmentOutcome.Assessed, CertificateKind.NoTarget), (without.Outcome, without.Certificates.Kind));
        Assert.Contains(without.Findings, f => f.Code == "unknown-sector" && !f.NeedsReason && f.Hint!.Contains("Pulp & paper", StringComparison.Ordinal));
        Assert.Equal(CertificateKind.Withheld, Assess(Change).Certificates.Kind);
        Assert.NotEqual(CertificateKind.Withheld, Assess(r => { Change(r); r["whyUnusual"] = "unknown-sector: a glass works of the group"; }).Certificates.Kind);
    }

    private static string Slip(Assessment assessment) => Math.Round(assessment.Intensity.Unrounded.TonnesPerUnit, 4).ToString(CultureInfo.InvariantCulture).TrimEnd('0');

    private static void Times(JsonNode stream, decimal factor)
    {
        foreach (var (period, amount) in stream["amounts"]!.AsObject().ToList())
        {
            var words = ((string)amount!).Split(' ');
            stream["amounts"]![period] = FormattableString.Invariant($"{decimal.Parse(words[0], CultureInfo.InvariantCulture) * factor} {words[1]}");
        }
    }

    private static Assessment Assess(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants", "paper-integrated.json")))!;
        change(json);
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "paper");
        return Assessor.Assess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment);
    }
}

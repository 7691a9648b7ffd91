using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Compliance.Verification.Planning;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;

namespace Ccts.Compliance.Tests;

/// <summary>What a verifier's package says beyond the files.</summary>
public sealed class VerifierSectionsTests
{
    private static readonly AssessmentRules Rules = Years.Ruleset("2025-26").Assessment;

    // DPCM s.5(15)(v): coal may differ by 300 J/g, which is 0.3 GJ/t; what is beyond is added to the own value.
    [Theory]
    [InlineData("24.0 GJ/t", "24.5 GJ/t", "0.2 GJ/t", "24.2 GJ/t")]
    [InlineData("24.0 GJ/t", "24.3 GJ/t", "0 GJ/t", "24 GJ/t")]
    [InlineData("24.0 GJ/t", "23.0 GJ/t", "0 GJ/t", "24 GJ/t")]
    public void The_excess_of_the_external_laboratory_is_added_to_the_own_value(string own, string external, string excess, string counted)
    {
        var laboratory = Assert.Single(VerifierSections.Of(With(own, external), Rules)["laboratories"]!.AsArray())!;
        Assert.Equal(("0.3 GJ/t", excess, counted), (laboratory["allowed"]!.ToString(), laboratory["excess"]!.ToString(), laboratory["counted"]!.ToString()));
        Assert.Equal("BEE-DPCM s.5(13)-(15)", laboratory["clause"]!.ToString());
    }

    [Fact]
    public void What_is_compared_is_what_the_assessment_counts()
    {
        var report = With("24.0 GJ/t", "24.5 GJ/t");
        var counted = Assert.Single(LaboratoryComparison.Of(report, Rules.Emissions)).Counted;
        var step = Ccts.Sdk.Assessments.Assessor.Assess(report, Rules, new Ccts.Sdk.Assessments.AssessmentOptions { Steps = true }).Steps.Single(s => s.Title == "net calorific value that counts");
        Assert.Equal(step.Result, counted);
    }

    [Fact]
    public void The_sampling_plan_has_the_fewest_analyses_with_their_clause()
    {
        var sections = VerifierSections.Of(Samples.Kotputli, Rules);
        Assert.Null(sections["notSized"]);
        var solid = sections["sampling"]!.AsArray().Where(s => s!["leastAnalyses"] is not null).ToList();
        Assert.NotEmpty(solid);
        Assert.All(solid, s => Assert.StartsWith("BEE-DPCM s.5(13)", s!["clause"]!.ToString(), System.StringComparison.Ordinal));
        Assert.Equal(Rules.Ruleset.Digest, sections["ruleset"]!["digest"]!.ToString());
    }

    [Fact]
    public void Where_no_plan_can_be_sized_it_says_why()
    {
        var sections = VerifierSections.Of(Samples.Kotputli with { Products = [] }, Rules);
        Assert.Null(sections["sampling"]);
        Assert.NotEmpty(sections["notSized"]!.AsArray());
    }

    private static MonitoringReport With(string own, string external)
    {
        var json = MonitoringReportWriter.ToJson(Samples.Kotputli);
        var fuel = json["fuels"]!.AsArray().First(f => f!["state"]!.GetValue<string>() == "solid")!.AsObject();
        fuel["analyses"] = JsonNode.Parse($$"""[{"period":"2025-04","ncv":"{{own}}","externalNcv":"{{external}}","externalSource":"External report 7 (invented)"}]""");
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "r.json");
        return report with { Fuels = [.. report.Fuels.Select(f => f with { WhyUnusual = "A test of laboratories." })] };
    }
}

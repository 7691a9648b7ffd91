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

    // DPCM s.5(13) to s.5(15): the plant's own laboratory is to be NABL accredited within 3 years. Of the external one nothing that was read asks it.
    [Fact]
    public void What_an_accreditation_covers_stands_beside_its_laboratory_and_its_absence_is_told_by_the_law_alone()
    {
        var bare = VerifierSections.Of(With("24.0 GJ/t", "24.5 GJ/t"), Rules)["accreditations"]!.AsArray().Where(a => a!["periods"]!.AsArray().Any(p => p!.ToString() == "2025-04")).ToList();
        var (own, external) = (bare.Single(a => a!["whose"]!.ToString() == "own")!, bare.Single(a => a!["whose"]!.ToString() == "external")!);
        Assert.Equal("No accreditation is stated. NABL accreditation is asked for of the plant's own laboratory within 3 years; from which day they run is not known, and nothing that was read takes a result away meanwhile.", own["says"]!.ToString());
        Assert.Equal("BEE-DPCM s.5(13)-(15)", own["clause"]!.ToString());
        Assert.Equal(("External report 7 (invented)", "No accreditation is stated. Nothing that was read asks for one of the external laboratory."), (external["laboratory"]!.ToString(), external["says"]!.ToString()));
        Assert.Null(external["clause"]);

        var document = new EvidenceDocument("lab.csv", "Plant laboratory", null, null) { Of = "analyses/2025-04/ncv", Accreditation = "NABL TC-0000", AccreditedFrom = "2025-04-01", AccreditedUntil = "2025-04-30" };
        Assert.Null(Own(document)["says"]);
        Assert.Equal(["2025-04"], Own(document with { AccreditedFrom = "2025-04-02" })["notCovered"]!.AsArray().Select(p => p!.ToString()));
        Assert.StartsWith("The accreditation does not cover 2025-04.", Own(document with { AccreditedUntil = "2025-04-29" })["says"]!.ToString(), System.StringComparison.Ordinal);
        Assert.StartsWith("It is stated to have no accreditation.", Own(document with { Accreditation = "none", AccreditedFrom = null, AccreditedUntil = null })["says"]!.ToString(), System.StringComparison.Ordinal);
    }

    private static JsonNode Own(EvidenceDocument document)
    {
        var report = With("24.0 GJ/t", "24.5 GJ/t");
        report = report with { Fuels = [.. report.Fuels.Select(f => f.Analyses.Count > 0 ? f with { Evidence = [document] } : f)] };
        return VerifierSections.Of(report, Rules)["accreditations"]!.AsArray().Single(a => a!["laboratory"]!.ToString() == "Plant laboratory")!;
    }

    [Fact]
    public void A_gas_let_off_has_its_place_in_the_sampling_plan()
    {
        var gas = new GasStream { Id = "cf4", Gas = "CF4", Amounts = new Amounts<Ccts.Sdk.Quantities.Mass>([new PeriodAmount<Ccts.Sdk.Quantities.Mass>(ReportingPeriod.Year(Samples.Kotputli.Year), Ccts.Sdk.Quantities.Mass.FromTonnes(0.01m))]), Source = "Cylinders (invented)" };
        var sections = VerifierSections.Of(Samples.Kotputli with { Gases = [gas] }, Rules);
        Assert.True(sections["notSized"] is null, sections["notSized"]?.ToJsonString());
        Assert.Contains(sections["sampling"]!.AsArray(), s => s!["stream"]!.ToString() == "cf4");
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

using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>A target and a baseline that the caller states: used, and marked as the caller's everywhere.</summary>
public sealed class OwnTargetTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));

    [Fact]
    public void A_plant_that_the_ruleset_does_not_know_is_assessed_on_what_the_caller_states()
    {
        var assessment = Assessor.Assess(Report("CMTOE099RJ", "0.8032 tCO2e/t", "0.8086 tCO2e/t"), Rules, Unvalidated);

        Assert.Equal((CertificateKind.Surrender, 19797L), (assessment.Certificates.Kind, assessment.Certificates.Quantity!.Value));
        Assert.Equal(("0.8032 tCO2e/t", "0.8086 tCO2e/t"), (assessment.Intensity.Target.ToString(), assessment.Intensity.Baseline.ToString()));
        Assert.Equal("gazette, row 85", assessment.OwnTarget!.Source);
        Assert.All(["caller/target", "caller/baseline"], path => Assert.Equal((Force.None, Evidence.Assumption, "caller gazette, row 85"), Leaned(assessment, path)));
        var finding = Assert.Single(assessment.Findings, f => f.Code == "own-target");
        Assert.Equal((Severity.Info, "The target of 0.8032 tCO2e/t and the baseline of 0.8086 tCO2e/t are the caller's own. test/2025-26 has no row for this entity."), (finding.Severity, finding.Message));
        Assert.Equal("{\"target\":\"0.8032 tCO2e/t\",\"baseline\":\"0.8086 tCO2e/t\",\"source\":\"gazette, row 85\"}", AssessmentJson.Write(assessment)["ownTarget"]!.ToJsonString());
    }

    [Fact]
    public void Notes_of_the_sectors_schedule_apply_whoever_states_the_target()
    {
        var assessment = Assessor.Assess(Report("CMTOE099RJ", "0.8032 tCO2e/t", null), Rules, Unvalidated);

        Assert.Equal("7 months of output", Assert.Single(assessment.OtherReadings).Reading);
    }

    [Fact]
    public void A_target_instead_of_the_rulesets_is_a_warning_that_shows_both()
    {
        var assessment = Assessor.Assess(Report("CMTOE085RJ", "0.9 tCO2e/t", null), Rules, Unvalidated);

        Assert.Equal(("0.9 tCO2e/t", "0.8086 tCO2e/t"), (assessment.Intensity.Target.ToString(), assessment.Intensity.Baseline.ToString()));
        Assert.Equal(
            (Severity.Warning, "The target of 0.9 tCO2e/t is the caller's own. The row CMTOE085RJ of test/2025-26 has the target 0.8032 tCO2e/t."),
            assessment.Findings.Where(f => f.Code == "own-target").Select(f => (f.Severity, f.Message)).Single());
        Assert.DoesNotContain(assessment.Assumptions, v => v.Path.StartsWith("targets/", System.StringComparison.Ordinal));
    }

    [Fact]
    public void A_baseline_alone_leaves_the_rulesets_target()
    {
        var assessment = Assessor.Assess(Report("CMTOE085RJ", null, "0.85 tCO2e/t"), Rules, Unvalidated);

        Assert.Equal(("0.8032 tCO2e/t", "0.85 tCO2e/t"), (assessment.Intensity.Target.ToString(), assessment.Intensity.Baseline.ToString()));
        Assert.Contains(assessment.Assumptions, v => v.Path == "targets/CMTOE085RJ");
        Assert.Equal(CertificateKind.NoTarget, Assessor.Assess(Report("CMTOE099RJ", null, "0.85 tCO2e/t"), Rules, Unvalidated).Certificates.Kind);
    }

    [Fact]
    public void Without_documents_the_stated_baseline_is_deemed_achieved()
    {
        var report = Report("CMTOE099RJ", "0.8032 tCO2e/t", "0.85 tCO2e/t") with { DocumentsSubmitted = false };

        Assert.Equal("0.85 tCO2e/t", Assessor.Assess(report, Rules, Unvalidated).Intensity.Unrounded.ToString());
    }

    [Theory]
    [InlineData(null, null, null, "own-target-empty")]
    [InlineData("0 tCO2e/t", null, null, "own-target-not-above-zero")]
    [InlineData("0.8 tCO2e/t", "-1 tCO2e/t", null, "own-target-not-above-zero")]
    [InlineData("0.8 tCO2e/t", "0.8 tCO2e/MWh", null, "own-target-unit")]
    [InlineData("0.8 tCO2e/t", null, "draft-row", "own-target-twice")]
    [InlineData("0.8 tCO2e/MWh", null, null, "output-unit")]
    public void What_cannot_be_a_target_is_an_error(string? target, string? baseline, string? row, string code)
    {
        Assert.False(Assessor.TryAssess(Report("CMTOE099RJ", target, baseline) with { TargetRow = row }, Rules, null, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error);
    }

    [Fact]
    public void A_report_without_one_says_nothing_of_it() =>
        Assert.False(AssessmentJson.Write(Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 1m, 3_666_138m), Rules, Unvalidated)).ContainsKey("ownTarget"));

    private static readonly AssessmentOptions Unvalidated = new() { Validate = false };

    private static (Force, Evidence, string) Leaned(Assessment assessment, string path) =>
        assessment.Assumptions.Where(v => v.Path == path).Select(v => (v.Standing.Force, v.Standing.Evidence, v.Standing.Source.ToString())).Single();

    private static MonitoringReport Report(string registration, string? target, string? baseline) =>
        Reports.Of(registration, "2025-26", 0.8086m * 3_666_138m, 3_666_138m) with { OwnTarget = new OwnTarget(Of(target), Of(baseline), "gazette, row 85") };

    private static EmissionIntensity? Of(string? text) => text is null ? null : EmissionIntensity.Parse(text);
}

using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Quantities;

namespace Ccts.ProFormas.Tests;

/// <summary>A target of the caller's own in a filing: most plants have none in the shipped rulesets.</summary>
public sealed class OwnTargetTests
{
    [Fact]
    public void A_plant_without_a_row_is_assessed_by_what_it_states()
    {
        var filing = Filing("0.5900 tCO2e/t", "0.5950 tCO2e/t");
        filing["entity"]!["registration"] = "CMTOE999MP";
        var assessment = Cement.Assess(filing);
        Assert.Equal(CertificateKind.Issue, assessment.Certificates.Kind);
        Assert.Equal("0.59 tCO2e/t", assessment.Intensity!.Target.ToString());
        Assert.Contains(assessment.Assumptions, v => v.Path == "caller/target");
        Assert.Contains(assessment.Findings, f => f.Code == "own-target");
        Assert.Equal("0.59 tCO2e/t", (string)ProFormaJson.Write(assessment)["ownTarget"]!["target"]!);
    }

    [Fact]
    public void It_is_written_and_read_and_goes_into_the_report()
    {
        var read = Cement.Read(Filing("0.5900 tCO2e/t", "0.5950 tCO2e/t"));
        var again = ProFormaFilingReader.Read(Encoding.UTF8.GetBytes(ProFormaFilingWriter.ToJson(read, Cement.Form).ToJsonString()), null, Cement.Form);
        Assert.Equal(read.OwnTarget, again.OwnTarget);
        Assert.Equal("gazette, row 19", again.OwnTarget!.Source);
        Assert.Equal(read.OwnTarget, ProFormaReport.Make(Cement.Assess(Filing("0.5900 tCO2e/t", "0.5950 tCO2e/t"))).OwnTarget);
    }

    [Theory]
    [InlineData(null, null, "own-target-empty")]
    [InlineData("0 tCO2e/t", null, "own-target-not-above-zero")]
    [InlineData("0.59 tCO2e/MWh", null, "output-unit")]
    [InlineData("0.59 tCO2e/t", "0.6 tCO2e/MWh", "own-target-unit")]
    public void What_it_cannot_be_is_refused(string? target, string? baseline, string code)
    {
        Assert.False(ProFormaAssessor.TryAssess(Cement.Read(Filing(target, baseline)), Cement.Form, Cement.Ruleset.Assessment, null, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error);
    }

    /// <summary>A target above the baseline, or ten times it: the two were swapped, or a digit is wrong.</summary>
    [Fact]
    public void A_target_far_from_the_baseline_withholds()
    {
        var assessment = Cement.Assess(Filing("5.9000 tCO2e/t", "0.5950 tCO2e/t"));
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == "unusual-target" && f.NeedsReason);
    }

    [Fact]
    public void A_host_states_it_beside_the_filing()
    {
        var filing = Cement.Read(Cement.Sample());
        var own = filing.With(new OwnTarget(EmissionIntensity.Parse("0.5800 tCO2e/t"), null));
        Assert.Null(filing.OwnTarget);
        Assert.Equal(CertificateKind.Surrender, ProFormaAssessor.Assess(own, Cement.Form, Cement.Ruleset.Assessment, new ProFormaOptions { Account = false, Printed = false }).Certificates.Kind);
    }

    private static JsonObject Filing(string? target, string? baseline)
    {
        var filing = Cement.Sample();
        var own = new JsonObject { ["source"] = "gazette, row 19" };
        if (target is not null)
        {
            own["target"] = target;
        }

        if (baseline is not null)
        {
            own["baseline"] = baseline;
        }

        filing["ownTarget"] = own;
        return filing;
    }
}

using System;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Monitoring;

public sealed class SampleTests
{
    public static TheoryData<string> Good => Samples.Good;

    [Theory]
    [MemberData(nameof(Good))]
    public void Every_sample_says_that_its_activity_data_are_invented(string name)
    {
        var report = Samples.Read(name);

        Assert.Contains("invented", report.Illustrative, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Every_sample_can_be_assessed(string name)
    {
        var report = Samples.Read(name);

        Assert.True(Assessor.TryAssess(report, Samples.Rules(report.Year.ToString()), null, out _, out var problems), string.Join('\n', problems));
        Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("kotputli-2025-26.json", "19797.1452 t", 19797)]
    [InlineData("kotputli-2026-27.json", "71489.691 t", 71490)]
    public void Kotputli_performs_exactly_at_its_baseline(string name, string shortfall, int whole)
    {
        var report = Samples.Read(name);

        var assessment = Assessor.Assess(report, Samples.Rules(report.Year.ToString()));

        Assert.Equal("2964439.1868 t", assessment.Emissions.Total.ToString());
        Assert.Equal("3666138 t", assessment.Output.ToString());
        Assert.Equal("0.8086 tCO2e/t", assessment.Intensity.Unrounded.ToString());
        Assert.Equal(new CertificateResult(CertificateKind.Surrender, whole, Co2e.Parse(shortfall)), assessment.Certificates);
    }

    [Theory]
    [InlineData("maihar-2025-26.json", CertificateKind.Issue)]
    [InlineData("muddapur-2025-26.json", CertificateKind.Surrender)]
    [InlineData("kundanganj-2025-26.json", CertificateKind.NoTarget)]
    [InlineData("hirakud-2025-26-draft.json", CertificateKind.Surrender)]
    public void The_samples_show_every_kind_of_outcome(string name, CertificateKind kind) =>
        Assert.Equal(kind, Assessor.Assess(Samples.Read(name), Samples.Rules("2025-26")).Certificates.Kind);

    [Fact]
    public void A_draft_row_is_used_only_when_it_is_named()
    {
        var report = Samples.Read("hirakud-2025-26-draft.json") with { TargetRow = null };

        Assert.Equal(CertificateKind.NoTarget, Assessor.Assess(report, Samples.Rules("2025-26")).Certificates.Kind);
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>Whatever the numbers are, the answer is an assessment or a problem, never another exception.</summary>
public class HostileNumbersTests
{
    private const decimal Largest = 1_000_000_000_000m;
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m), TestRules.Target("CGUOE005UP", "2025-26", "0.0128", null, 2_787_464m));
    private static readonly AssessmentOptions Unvalidated = new() { Validate = false };

    [Fact]
    public void A_stream_that_overflows_is_named_when_nobody_validated_it()
    {
        var slope = new SlopePfc(Mass.FromTonnes(Largest), 1_000_000m, 1_000_000m, 1_000_000m, "test");
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 1m) with { Pfcs = [new PfcStream { Id = "pots", Measured = slope }] };
        Assert.Contains("\"pots\"", Assert.Single(Errors(report, Rules)).Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001", 1)]
    [InlineData("1", 100)]
    public void A_quotient_or_a_number_of_certificates_too_large_is_a_problem(string output, int streams)
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", Largest, Mass.Parse(output + " t").Tonnes);
        var heat = report.ImportedHeat[0] with { Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(1_000_000m) };
        report = report with { ImportedHeat = [.. Enumerable.Range(0, streams).Select(i => heat with { Id = "heat-" + i })] };
        Assert.Equal("overflow", Assert.Single(Errors(report, Rules)).Code);
    }

    [Theory]
    [InlineData("CMTOE085RJ")]
    [InlineData("CGUOE005UP")]
    public void A_product_in_another_unit_than_the_schedule_is_a_problem_when_the_sector_is_not_known_either(string registration)
    {
        var report = Reports.Of(registration, "2025-26", 1m, 1m);
        report = report with
        {
            Entity = report.Entity with { Sector = "Something else" },
            Products = [report.Products[0] with { Amounts = new ProductInMegawattHours(new(ReportingPeriod.Year(Reports.Year), ElectricalEnergy.FromMegawattHours(1m))) }],
        };
        Assert.Equal(["another-sector", "output-unit"], Errors(report, Rules).Select(e => e.Code));
    }

    [Fact]
    public void A_value_that_the_law_does_not_give_is_a_problem_that_says_who_can_settle_it()
    {
        var open = Rules with { Certificates = Rules.Certificates with { Rounding = LegalValue.Unknown<CertificateRounding>("certificates.rounding", Rules.Certificates.Rounding.Standing, "silent", "BEE") } };
        var error = Assert.Single(Errors(Reports.Of("CMTOE085RJ", "2025-26", 1m, 1m), open));
        Assert.Equal(("unknown-law", "certificates.rounding is unknown: silent (BEE can settle it)."), (error.Code, error.Message));
    }

    [Fact]
    public void No_months_of_output_leave_nothing_to_scale()
    {
        var none = Rules with { Certificates = Rules.Certificates with { OutputMonths = LegalValue.Known("certificates.output-months", 0, Rules.Certificates.OutputMonths.Standing) } };
        Assert.Equal(CertificateKind.Nil, Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 10m, 1m), none, Unvalidated).Certificates.Kind);
    }

    [Fact]
    public void A_plant_below_a_target_of_five_decimals_is_never_told_to_surrender()
    {
        var rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.80327", 3_666_138m));
        var below = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 80_326_000m, 100_000_000m), rules, Unvalidated);
        Assert.Equal((CertificateKind.Issue, 1000L, 0.80326m), (below.Certificates.Kind, below.Certificates.Quantity, below.Intensity.Achieved.TonnesPerUnit));
    }

    private static List<Problem> Errors(MonitoringReport report, AssessmentRules rules)
    {
        Assert.False(Assessor.TryAssess(report, rules, Unvalidated, out var assessment, out var problems));
        Assert.Null(assessment);
        return [.. problems.Where(p => p.Severity == Severity.Error)];
    }
}

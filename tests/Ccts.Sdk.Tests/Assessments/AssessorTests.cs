using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

public class AssessorTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m), TestRules.Target("CGUOE005UP", "2025-26", "0.0128", null, 2_787_464m));
    private static readonly AssessmentOptions Unvalidated = new() { Validate = false };

    [Fact]
    public void Baseline_performance_leaves_Kotputli_short_and_says_what_the_other_reading_of_the_note_gives()
    {
        var assessment = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 0.8086m * 3_666_138m, 3_666_138m), Rules, Unvalidated);
        Assert.Equal(new CertificateResult(CertificateKind.Surrender, 19797, Co2e.Parse("19797.1452 t")), assessment.Certificates);
        var other = Assert.Single(assessment.OtherReadings);
        Assert.Equal("7 months of output", other.Reading);
        Assert.Equal(11548.33m, decimal.Round(other.Certificates.Unrounded!.Value.Tonnes, 2));
        Assert.Contains(assessment.Assumptions, v => v.Path == other.Path);
    }

    [Fact]
    public void A_missing_target_is_no_obligation_and_not_zero()
    {
        var assessment = Assessor.Assess(Reports.Of("CGUOE005UP", "2025-26", 40_000m, 2_787_464m), Rules, Unvalidated);
        Assert.Equal(CertificateResult.NoTarget, assessment.Certificates);
        Assert.Null(assessment.Certificates.Quantity);
        Assert.Contains(assessment.Findings, f => f.Code == "no-target");
    }

    [Fact]
    public void An_entity_that_the_ruleset_does_not_know_has_no_figure_either_but_that_is_said_differently()
    {
        var assessment = Assessor.Assess(Reports.Of("CMTOE999RJ", "2025-26", 40_000m, 100_000m), Rules, Unvalidated);
        Assert.Equal(CertificateKind.NoTarget, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f is { Code: "target-not-in-ruleset", Severity: Severity.Warning });
    }

    [Fact]
    public void Without_documents_the_baseline_is_deemed_achieved()
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 3_666_138m) with { DocumentsSubmitted = false };
        var assessment = Assessor.Assess(report, Rules, Unvalidated);
        Assert.Equal("0.8086 tCO2e/t", assessment.Intensity.Unrounded.ToString());
        Assert.Equal(19797, assessment.Certificates.Quantity);
        Assert.Contains(assessment.Findings, f => f.Code == "deemed-baseline" && f.Clause == "GEI-2025 r.4(5)");
    }

    [Fact]
    public void The_total_is_the_sum_of_its_parts_whatever_the_order_of_streams()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var report = Reports.Random(seed);
            var forward = Assessor.Assess(report, Rules, Unvalidated);
            var backward = Assessor.Assess(report with { Fuels = [.. report.Fuels.Reverse()], ProcessMaterials = [.. report.ProcessMaterials.Reverse()], Electricity = [.. report.Electricity.Reverse()], Products = [.. report.Products.Reverse()] }, Rules, Unvalidated);
            var parts = forward.Emissions;
            Assert.Equal(parts.Combustion + parts.Process + parts.Electricity + parts.Heat + parts.Adjustments, parts.Total);
            Assert.Equal(forward.Emissions, backward.Emissions);
            Assert.Equal(forward.Certificates, backward.Certificates);
        }
    }

    [Fact]
    public void The_choice_of_unit_never_changes_a_result()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var report = Reports.Random(seed);
            var inKilograms = report with { ProcessMaterials = [.. report.ProcessMaterials.Select(s => s with { Amounts = new(s.Amounts.Select(a => a with { Amount = Mass.Parse(a.Amount.ToString(MassUnit.Kilogram)) })) })], Electricity = [.. report.Electricity.Select(s => s with { Amounts = new(s.Amounts.Select(a => a with { Amount = ElectricalEnergy.Parse(a.Amount.ToString(ElectricalEnergyUnit.KilowattHour)) })) })] };
            Assert.Equal(Assessor.Assess(report, Rules, Unvalidated).Emissions, Assessor.Assess(inKilograms, Rules, Unvalidated).Emissions);
        }
    }

    [Fact]
    public void Twice_the_plant_has_the_same_intensity_and_twice_the_certificates()
    {
        for (var tonnes = 2_000_000m; tonnes < 4_000_000m; tonnes += 123_457.25m)
        {
            var one = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", tonnes, 3_000_000m), Rules, Unvalidated);
            var two = Assessor.Assess(Reports.Of("CMTOE085RJ", "2025-26", 2m * tonnes, 6_000_000m), Rules, Unvalidated);
            Assert.Equal(one.Intensity, two.Intensity);
            Assert.Equal(2m * one.Certificates.Unrounded!.Value, two.Certificates.Unrounded!.Value);
        }
    }

    [Fact]
    public void Certificates_of_renewable_energy_are_refused_with_the_clause_and_change_nothing()
    {
        var report = Reports.Random(3);
        var offering = report with { RenewableCertificates = [new OfferedCertificates { Id = "rec", Amount = ElectricalEnergy.FromMegawattHours(1000m) }] };
        var assessment = Assessor.Assess(offering, Rules, Unvalidated);
        Assert.Equal(Assessor.Assess(report, Rules, Unvalidated).Emissions, assessment.Emissions);
        Assert.Contains(assessment.Findings, f => f.Code == "rec-refused" && f.Clause == "BEE-DPCM s.5(17)");
    }

    [Fact]
    public void No_production_is_an_error()
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 1m);
        foreach (var none in new[] { report with { Products = [] }, Reports.Of("CMTOE085RJ", "2025-26", 1m, 0m) })
        {
            Assert.False(Assessor.TryAssess(none, Rules, Unvalidated, out var assessment, out var problems));
            Assert.Null(assessment);
            Assert.Contains(problems, p => p.Code == "no-production");
        }
    }

    [Fact]
    public void Every_error_is_listed_not_only_the_first()
    {
        var report = Reports.Random(5) with
        {
            Fuels =
            [
                new FuelStream { Id = "a", Fuel = "unobtainium", State = FuelState.Solid, Measured = new WeighedFuel(new(ReportingPeriod.Year(Reports.Year), Mass.FromTonnes(1m)), NetCalorificValue.FromGigajoulesPerTonne(1m)) },
                new FuelStream { Id = "b", Fuel = "petroleum-coke", State = FuelState.Solid, Measured = new WeighedFuel(new(ReportingPeriod.Year(Reports.Year), Mass.FromTonnes(1m)), null) },
            ],
        };
        var error = Assert.Throws<CctsDataException>(() => Assessor.Assess(report, Rules, Unvalidated));
        Assert.Equal(["missing-calorific-value", "unknown-fuel"], error.Problems.Select(p => p.Code).Order());
    }
}

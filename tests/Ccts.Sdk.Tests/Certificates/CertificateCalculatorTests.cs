using System;
using System.Linq;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Certificates;

public class CertificateCalculatorTests
{
    [Fact]
    public void A_million_cases_whose_exact_answer_is_whole_come_out_whole()
    {
        var random = new Random(20261122);
        var wrongWhenDividedFirst = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var product = random.Next(1, 9_000_000);
            var target = random.Next(1, 200_000) / 10_000m;
            var answer = random.Next(-50_000, 50_000);
            var emissions = (target * product) - answer;
            var result = CertificateCalculator.Calculate(Co2e.FromTonnes(emissions), Output.Of(product, OutputBasis.Tonne), EmissionIntensity.Of(target, OutputBasis.Tonne), Exact, new(keepSteps: false));
            if (result.Unrounded!.Value.Tonnes != Math.Abs(answer) || result.Quantity != Math.Abs(answer))
            {
                Assert.Fail($"target {target} x {product} - {emissions} gave {result}, not {answer}");
            }

            wrongWhenDividedFirst += (target - (emissions / product)) * product == answer ? 0 : 1;
        }

        Assert.True(wrongWhenDividedFirst > 100_000, "dividing first would have been wrong in " + wrongWhenDividedFirst);
    }

    [Fact]
    public void Issue_and_surrender_mirror_each_other()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var product = Output.Of(random.Next(1, 9_000_000), OutputBasis.Tonne);
            var target = EmissionIntensity.Of(random.Next(10_000, 200_000) / 10_000m, OutputBasis.Tonne);
            var margin = Co2e.FromTonnes(random.Next(1, 90_000_000) / 1000m);
            var below = Calculate((target * product) - margin, product, target);
            var above = Calculate((target * product) + margin, product, target);
            Assert.Equal(below.Quantity, above.Quantity);
            Assert.Equal(below.Unrounded!.Value.Tonnes, below.Kind == CertificateKind.Nil ? -above.Unrounded!.Value.Tonnes : above.Unrounded!.Value.Tonnes);
            Assert.True(below.Kind == CertificateKind.Nil ? above.Kind == CertificateKind.Nil : (below.Kind, above.Kind) == (CertificateKind.Issue, CertificateKind.Surrender));
        }
    }

    [Fact]
    public void The_intensity_is_rounded_before_it_is_compared_and_the_margin_is_kept()
    {
        var product = Output.Of(1_000_000m, OutputBasis.Tonne);
        var target = EmissionIntensity.Parse("0.8032 tCO2e/t");
        var even = Calculate(Co2e.FromTonnes(803_249m), product, target);
        Assert.Equal(new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(-49m)), even);
        var over = Calculate(Co2e.FromTonnes(803_151m), product, target);
        Assert.Equal(new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(49m)), over);
        var short1 = Calculate(Co2e.FromTonnes(803_250m), product, target);
        Assert.Equal(new CertificateResult(CertificateKind.Surrender, 50, Co2e.FromTonnes(50m)), short1);
    }

    [Fact]
    public void A_nil_result_that_rounding_made_keeps_its_side()
    {
        // 0.8032 x 3,000 t = 2,409.6 t.
        var product = Output.Of(3000m, OutputBasis.Tonne);
        var target = EmissionIntensity.Parse("0.8032 tCO2e/t");
        Assert.Equal(new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(-0.3m)) { Side = CertificateKind.Surrender }, Calculate(Co2e.FromTonnes(2409.9m), product, target));
        Assert.Equal(new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(0.3m)) { Side = CertificateKind.Issue }, Calculate(Co2e.FromTonnes(2409.3m), product, target));
    }

    [Fact]
    public void Issue_and_surrender_may_round_apart()
    {
        var product = Output.Of(1000m, OutputBasis.Tonne);
        var target = EmissionIntensity.Parse("1 tCO2e/t");
        var prudent = TestRules.Certificates with
        {
            Rounding = LegalValue.Known("rounding", CertificateRounding.TowardZero, TestRules.Certificates.Rounding.Standing),
            SurrenderRounding = LegalValue.Known("rounding.surrender", CertificateRounding.AwayFromZero, TestRules.Certificates.Rounding.Standing),
        };

        var issue = CertificateCalculator.Calculate(Co2e.FromTonnes(989.1m), product, target, prudent);
        Assert.Equal((CertificateKind.Issue, 10L), (issue.Value.Kind, issue.Value.Quantity!.Value));
        Assert.Contains(issue.Assumptions, v => v.Path == "rounding");
        var surrender = CertificateCalculator.Calculate(Co2e.FromTonnes(1010.1m), product, target, prudent);
        Assert.Equal((CertificateKind.Surrender, 11L), (surrender.Value.Kind, surrender.Value.Quantity!.Value));
        Assert.Contains(surrender.Assumptions, v => v.Path == "rounding.surrender");
        Assert.All(issue.Steps.Concat(surrender.Steps), s => Assert.Equal(s.Result, s.Recompute()));
    }

    [Theory]
    [InlineData("19797.0001", CertificateRounding.AwayFromZero, 19798)]
    [InlineData("19797.5", CertificateRounding.Nearest, 19798)]
    [InlineData("19797.4999", CertificateRounding.Nearest, 19797)]
    [InlineData("19797.9999", CertificateRounding.TowardZero, 19797)]
    public void Certificates_are_rounded_once_by_policy(string tonnes, CertificateRounding rounding, long quantity) =>
        Assert.Equal(quantity, CertificateCalculator.Whole(CertificateKind.Issue, decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture), rounding).Quantity);

    [Fact]
    public void Both_rounding_points_are_flagged_while_the_law_is_silent()
    {
        var leaned = CertificateCalculator.Calculate(Co2e.FromTonnes(1m), Output.Of(1m, OutputBasis.Tonne), EmissionIntensity.Parse("2 tCO2e/t"), TestRules.Certificates).Assumptions;
        Assert.Contains(leaned, v => v.Path == "rounding/intensity");
        Assert.Contains(leaned, v => v.Path == "rounding/certificates");
    }

    [Fact]
    public void Deemed_baseline_counts_the_baseline_intensity_as_achieved()
    {
        var calculated = CertificateCalculator.CalculateDeemed(EmissionIntensity.Parse("0.8086 tCO2e/t"), Output.Of(3_666_138m, OutputBasis.Tonne), EmissionIntensity.Parse("0.8032 tCO2e/t"), TestRules.Certificates);
        Assert.Equal(new CertificateResult(CertificateKind.Surrender, 19797, Co2e.Parse("19797.1452 t")), calculated.Value);
        Assert.Equal("GEI-2025 r.4(5)", calculated.Steps[0].Clause!.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_production_is_an_error_not_infinity(int product) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calculate(Co2e.FromTonnes(1m), Output.Of(product, OutputBasis.Tonne), EmissionIntensity.Parse("1 tCO2e/t")));

    [Fact]
    public void Output_units_never_mix() =>
        Assert.Throws<UnitMismatchException>(() => Calculate(Co2e.FromTonnes(1m), Output.Of(1m, OutputBasis.RefineryBarrel), EmissionIntensity.Parse("1 tCO2e/t")));

    [Fact]
    public void Too_much_to_hold_is_an_overflow() =>
        Assert.Throws<OverflowException>(() => Calculate(Co2e.FromTonnes(1m), Output.Of(decimal.MaxValue, OutputBasis.Tonne), EmissionIntensity.Parse("2 tCO2e/t")));

    private static readonly CertificateRules Exact = TestRules.Certificates with { IntensityDecimals = LegalValue.Known("exact", 28, TestRules.Certificates.IntensityDecimals.Standing) };

    private static CertificateResult Calculate(Co2e emissions, Output product, EmissionIntensity target) =>
        CertificateCalculator.Calculate(emissions, product, target, TestRules.Certificates).Value;
}

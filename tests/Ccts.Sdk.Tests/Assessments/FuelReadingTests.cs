using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>A fuel factor that the texts give twice: one is used, and the figure under the other is shown.</summary>
public sealed class FuelReadingTests
{
    private static readonly ReportingPeriod Period = ReportingPeriod.Year(ComplianceYear.Parse("2025-26"));

    // 1,000 t of coal at 25 GJ/t are 25 TJ: 2,365 t CO2 at 94.6, 2,402.5 t at 96.1, 37.5 t more. On 5,000 t of product at a target of 0.5, 2,500 t may be emitted.
    [Fact]
    public void The_figure_under_the_other_reading_is_shown_and_in_the_range()
    {
        var assessment = Assessor.Assess(Report(("coal", 1000m)), Rules(("coal", "94.60", ["96.10"])), Unvalidated);

        Assert.Equal((135L, 135m), (assessment.Certificates.Quantity!.Value, assessment.Certificates.Unrounded!.Value.Tonnes));
        var other = Assert.Single(assessment.OtherReadings, r => r.Path == "fuels.coal");
        Assert.Equal(("94.6 tCO2/TJ", "96.1 tCO2/TJ", 98L, 97.5m), (other.Used, other.Reading, other.Certificates.Quantity!.Value, other.Certificates.Unrounded!.Value.Tonnes));
        Assert.Contains(assessment.Assumptions, v => v.Path == "fuels.coal");
        Assert.Equal((97.5m, 135m), (assessment.Range!.Lowest.Unrounded!.Value.Tonnes, assessment.Range.Highest.Unrounded!.Value.Tonnes));
    }

    // The second fuel: 1,000 t at 25 GJ/t, 10 t/TJ or 9 or 12: 250 t, 25 t less or 50 t more. Both fuels: 2,615 t, from -25 to +87.5.
    [Fact]
    public void Readings_of_several_fuels_add_in_the_range()
    {
        var assessment = Assessor.Assess(Report(("coal", 1000m), ("mix", 1000m)), Rules(("coal", "94.60", ["96.10"]), ("mix", "10", ["9", "12"])), Unvalidated);

        Assert.Equal(115m, assessment.Certificates.Unrounded!.Value.Tonnes);
        Assert.Equal([("fuels.coal", 152.5m), ("fuels.mix", 90m), ("fuels.mix", 165m)], assessment.OtherReadings.Where(r => r.Path.StartsWith("fuels.", System.StringComparison.Ordinal)).Select(r => (r.Path, r.Certificates.Unrounded!.Value.Tonnes)));
        Assert.Equal((202.5m, 90m), (assessment.Range!.Lowest.Unrounded!.Value.Tonnes, assessment.Range.Highest.Unrounded!.Value.Tonnes));
    }

    [Fact]
    public void A_factor_of_the_stream_itself_has_no_other_reading()
    {
        var report = Report(("coal", 1000m));
        var own = report with { Fuels = [report.Fuels[0] with { Factor = new FactorChoice<EnergyEmissionFactor>(FactorTier.TypeII, EnergyEmissionFactor.Parse("95 tCO2/TJ"), "laboratory", null) }] };

        Assert.DoesNotContain(Assessor.Assess(own, Rules(("coal", "94.60", ["96.10"])), Unvalidated).OtherReadings, r => r.Path == "fuels.coal");
    }

    private static readonly AssessmentOptions Unvalidated = new() { Validate = false };

    private static MonitoringReport Report(params (string Fuel, decimal Tonnes)[] fuels) => new()
    {
        Entity = new ObligatedEntity(RegistrationNumber.Parse("CMTOE085RJ"), "x", "Cement"),
        Year = ComplianceYear.Parse("2025-26"),
        Fuels = [.. fuels.Select(f => new FuelStream { Id = f.Fuel, Fuel = f.Fuel, State = FuelState.Solid, Measured = new WeighedFuel(new(Period, Mass.FromTonnes(f.Tonnes)), NetCalorificValue.FromGigajoulesPerTonne(25m)) })],
        Products = [new ProductStream { Id = "cement", Product = "cement", Amounts = new ProductInTonnes(new(Period, Mass.FromTonnes(5000m))) }],
    };

    private static AssessmentRules Rules(params (string Key, string Value, string[] Others)[] fuels)
    {
        var rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.6", "0.5", 5000m));
        var standing = new Standing(new LegalSource("BEE-DPCM", "Annexure IV"), Force.InForce, Evidence.Derived);
        return rules with
        {
            Emissions = rules.Emissions with
            {
                Fuels = fuels.ToDictionary(f => f.Key, f => new FuelFactor(f.Key, f.Key, Known(f.Key, f.Value, standing), false, null, standing) { OtherReadings = [.. f.Others.Select(o => Known(f.Key, o, standing))] }),
            },
            Certificates = rules.Certificates with { OtherOutputMonths = new Dictionary<string, LegalValue<int>>() },
        };
    }

    private static LegalValue<EnergyEmissionFactor> Known(string key, string value, Standing standing) => LegalValue.Known("fuels." + key, EnergyEmissionFactor.Parse(value + " tCO2/TJ"), standing);
}

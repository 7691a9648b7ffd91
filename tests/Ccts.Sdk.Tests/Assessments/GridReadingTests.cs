using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>The other reading of the grid factor: 0.716 for 0.727 t/MWh, for what is bought and for what is sold.</summary>
public sealed class GridReadingTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 1_000_000m));

    // 900,000 t and 96,800 t above the target. 100,000 MWh bought are 1,100 t less, 40,000 MWh sold 440 t more.
    [Theory]
    [InlineData(100_000, 0, "electricity/reading", -1100)]
    [InlineData(0, 40_000, "electricity/export", 440)]
    [InlineData(100_000, 40_000, "electricity/reading", -660)]
    public void It_reaches_what_is_bought_and_what_is_sold(int bought, int sold, string path, int change)
    {
        var assessment = Assess(bought, sold, factor: null);

        var reading = Assert.Single(assessment.OtherReadings, r => r.Reading == "0.716 tCO2/MWh");
        Assert.Equal((path, (decimal)change), (reading.Path, reading.Certificates.Unrounded!.Value.Tonnes - assessment.Certificates.Unrounded!.Value.Tonnes));
        Assert.Contains(reading.Certificates.Unrounded.Value.Tonnes, new[] { -assessment.Range!.Lowest.Unrounded!.Value.Tonnes, assessment.Range.Lowest.Unrounded.Value.Tonnes, assessment.Range.Highest.Unrounded!.Value.Tonnes, reading.Certificates.Unrounded.Value.Tonnes });
    }

    [Fact]
    public void The_plants_own_factor_of_power_sold_has_no_other_reading()
    {
        Assert.DoesNotContain(Assess(0, 40_000, ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.9m)).OtherReadings, r => r.Reading == "0.716 tCO2/MWh");
        Assert.Equal(-1100m, Change(Assess(100_000, 40_000, ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.9m))));
    }

    private static decimal Change(Assessment assessment) =>
        assessment.OtherReadings.Single(r => r.Reading == "0.716 tCO2/MWh").Certificates.Unrounded!.Value.Tonnes - assessment.Certificates.Unrounded!.Value.Tonnes;

    private static Assessment Assess(int bought, int sold, ElectricityEmissionFactor? factor)
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", 900_000m, 1_000_000m);
        var year = ReportingPeriod.Year(report.Year);
        return Assessor.Assess(
            report with
            {
                Electricity = bought == 0 ? [] : [new ElectricityStream { Id = "grid", Supply = ElectricitySupply.Grid, Amounts = new(year, ElectricalEnergy.FromMegawattHours(bought)) }],
                ExportedPower = sold == 0 ? [] : [new ExportedPowerStream { Id = "sold", Amounts = new(year, ElectricalEnergy.FromMegawattHours(sold)), Factor = factor, FactorSource = factor is null ? null : "heat rate" }],
            },
            Rules);
    }
}

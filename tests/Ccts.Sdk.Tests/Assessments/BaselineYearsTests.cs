using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>A baseline of one to three years is mean emissions over mean product, as BEE's workbook has it, and not the mean of intensities.</summary>
public sealed class BaselineYearsTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));

    // Hand-worked: (90000 + 60000 + 120000) / (100000 + 100000 + 100000) = 0.9; with unequal years (80000 + 30000) / (100000 + 20000) = 0.91666.
    [Fact]
    public void Years_count_by_what_they_made()
    {
        var three = BaselineYears.Assess([Year("2023-24", 120_000m, 100_000m), Year("2021-22", 90_000m, 100_000m), Year("2022-23", 60_000m, 100_000m)], Rules);
        Assert.Equal(("0.9 tCO2e/t", "90000 t", "100000 t"), (three.Intensity.ToString(), three.Emissions.ToString(), three.Output.ToString()));
        Assert.Equal(["2021-22", "2022-23", "2023-24"], three.Years.Select(y => y.Year.ToString()));
        Assert.Equal("0.9167 tCO2e/t", BaselineYears.Assess([Year("2022-23", 80_000m, 100_000m), Year("2023-24", 30_000m, 20_000m)], Rules).Intensity.ToString());
        Assert.Equal("0.8086 tCO2e/t", BaselineYears.Assess([Year("2023-24", 80_860m, 100_000m)], Rules).Intensity.ToString());
    }

    [Fact]
    public void What_makes_no_baseline_is_refused()
    {
        Assert.Equal("baseline-years", Code());
        Assert.Equal("baseline-years", Code(Year("2023-24", 1m, 1m), Year("2023-24", 1m, 1m)));
        Assert.Equal("baseline-years", Code(Year("2025-26", 1m, 1m)));
        Assert.Equal("baseline-years", Code(Year("2020-21", 1m, 1m), Year("2021-22", 1m, 1m), Year("2022-23", 1m, 1m), Year("2023-24", 1m, 1m)));
        Assert.Equal("baseline-years", Code(Year("2022-23", 1m, 1m), Reports.Of("CMTOE086RJ", "2023-24", 1m, 1m)));
        Assert.Equal("no-production", Code(Year("2023-24", 1m, 0m)));
    }

    /// <summary>Years of another plant, sector or product are no baseline of this one, unless the report says why they are.</summary>
    [Fact]
    public void Years_of_another_plant_are_refused()
    {
        var year = Year("2025-26", 1m, 1m);
        var own = year with { Entity = year.Entity with { State = "RJ" } };
        var before = Year("2023-24", 80_860m, 100_000m);
        MonitoringReport With(System.Func<Ccts.Sdk.Entities.ObligatedEntity, Ccts.Sdk.Entities.ObligatedEntity> change) => before with { Entity = change(before.Entity) };

        Assert.Equal("0.8086 tCO2e/t", BaselineYears.Assess([before], Rules, own).Intensity.ToString());
        foreach (var other in new[] { With(e => e with { Sector = "Textile" }), With(e => e with { Registration = null, Name = "Quite Another Mill" }), With(e => e with { Registration = null, State = "TN" }) })
        {
            Assert.Equal("baseline-years", Assert.Throws<CctsDataException>(() => BaselineYears.Assess([other], Rules, own)).Problems[0].Code);
        }

        var renamed = With(e => e with { Registration = null, Name = "Quite Another Mill" }) with { WhyUnusual = "another-plant: renamed in 2024" };
        var taken = BaselineYears.Assess([renamed], Rules, own);
        Assert.Equal("0.8086 tCO2e/t", taken.Intensity.ToString());
        Assert.Equal(("another-plant", true), (Assert.Single(taken.Findings).Code, taken.Findings[0].Message.Contains("renamed in 2024", System.StringComparison.Ordinal)));
        Assert.Throws<CctsDataException>(() => BaselineYears.Assess([renamed with { WhyUnusual = "two months stop for a rebuild of the machine" }], Rules, own));
        Assert.Throws<CctsDataException>(() => BaselineYears.Assess([renamed with { WhyUnusual = "-" }], Rules, own));
    }

    private static MonitoringReport Year(string year, decimal tonnes, decimal output) => Reports.Of("CMTOE085RJ", year, tonnes, output);

    private static string Code(params MonitoringReport[] years) =>
        Assert.Throws<CctsDataException>(() => BaselineYears.Assess(years, Rules)).Problems.First(p => p.Severity == Severity.Error).Code;
}

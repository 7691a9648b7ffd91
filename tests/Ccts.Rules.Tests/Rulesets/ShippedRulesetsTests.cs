using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>The shipped rulesets hold what the instruments say, with its standing.</summary>
public sealed class ShippedRulesetsTests
{
    private static readonly LocalDate Known = new(2026, 11, 28);

    public static TheoryData<string> Years => ["2025-26", "2026-27"];

    [Theory]
    [MemberData(nameof(Years))]
    public void Fifty_three_fuels_and_ten_materials_carry_Annexure_IV(string year)
    {
        var rules = Rules(year).Emissions;

        Assert.Equal(53, rules.Fuels.Count);
        Assert.Equal(11, rules.Fuels.Values.Count(f => f.Biogenic));
        Assert.Equal(10, rules.Materials.Count);
        Assert.Equal(EnergyEmissionFactor.Parse("97.5 tCO2/TJ"), rules.Fuels["petroleum-coke"].Factor.Value);
        Assert.Equal(NetCalorificValue.Parse("32.5 GJ/t"), rules.Fuels["petroleum-coke"].IpccNetCalorificValue);
        Assert.Null(rules.Fuels["orimulsion"].IpccNetCalorificValue);
        Assert.Equal(MassEmissionFactor.Parse("0.7328 tCO2/t"), rules.Materials["Urea"].Factor.Value);
        Assert.Equal(["other-bituminous-coal"], rules.Fuels.Values.Where(f => !f.Standing.IsSettled).Select(f => f.Key));
        Assert.Equal("BEE-DPCM Annexure IV", rules.Materials["CaCO3"].Factor.Standing.Source.ToString());
    }

    [Theory]
    [InlineData("2023-24")]
    [InlineData("2025-26")]
    [InlineData("2026-27")]
    public void Other_bituminous_coal_is_as_the_workbook_has_it_and_as_the_copy_prints_it(string year)
    {
        var fuels = RulesetCatalog.Default.Find("in-ccts/" + year)!.Factors.Fuels;
        var coal = fuels["other-bituminous-coal"];

        Assert.Equal(EnergyEmissionFactor.Parse("94.6 tCO2/TJ"), coal.Factor.Value);
        Assert.Equal((Force.InForce, Evidence.Derived), (coal.Standing.Force, coal.Standing.Evidence));
        Assert.Contains("cement workbook", coal.Standing.Note, System.StringComparison.Ordinal);
        var other = Assert.Single(coal.OtherReadings);
        Assert.Equal(EnergyEmissionFactor.Parse("96.1 tCO2/TJ"), other.Value);
        Assert.Equal(("BEE-DPCM Annexure IV", Evidence.Verbatim), (other.Standing.Source.ToString(), other.Standing.Evidence));
        Assert.Equal(EnergyEmissionFactor.Parse("96.1 tCO2/TJ"), fuels["sub-bituminous-coal"].Factor.Value);
        Assert.All(fuels.Values.Where(f => f != coal), f => Assert.Empty(f.OtherReadings));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_authority_of_Article_6_is_that_of_2025_and_the_enforcement_rules_are_listed(string year)
    {
        var ruleset = Ruleset(year);

        Assert.Equal(("S.O. 2504(E)", Force.Superseded), (ruleset.Instruments["NDAIAPA-2022"].Reference, ruleset.Instruments["NDAIAPA-2022"].Status));
        Assert.Equal(("G.S.R. 569(E)", Force.InForce), (ruleset.Instruments["NDA-ART6-2025"].Reference, ruleset.Instruments["NDA-ART6-2025"].Status));
        Assert.Equal("NDA-ART6-2025", ruleset.Rules.Find("export.letter-present")!.Standing.Source.Instrument);
        Assert.Equal("2025-10-22", ruleset.Instruments["EC-ENFORCE-2025"].Date);
        var reach = Assert.Single(Assert.Single(ruleset.Parameters["enforcement.rules-cover-scheme"].Rows).Values);
        Assert.Equal((null, "Ministry of Power"), (reach.Text, reach.SettledBy));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void What_the_workbook_computes_with_stands_beside_the_procedure(string year)
    {
        var parameters = Ruleset(year).Parameters;

        Assert.Equal(("yes", "BEE-CEMENT-MRV"), Only("carbon.type-ii-factor.times-1000"));
        Assert.Equal(("0.90", "BEE-DPCM"), Only("calorific.net-over-gross.gaseous"));
        Assert.Equal(("0.95", "BEE-CEMENT-MRV"), Only("calorific.net-over-gross.gaseous.workbook"));

        (string?, string) Only(string path)
        {
            var value = Assert.Single(Assert.Single(parameters[path].Rows).Values);
            return (value.Text, value.Standing.Source.Instrument);
        }
    }

    /// <summary>What was published is never edited again: a later revision stands in a folder of its own, and the day decides.</summary>
    [Theory]
    [InlineData("2023-24", "sha256:714a31dd6132b99a1c4bb0a618431fad4f14e01ca9ff494f8b6f0713f1f9106e")]
    [InlineData("2025-26", "sha256:f2672fca526c577dcbc970cf4ebfa54854273c3e7b65038c127e979da9e69486")]
    [InlineData("2026-27", "sha256:6229780f5af9f61d44ae181a9825b931d7eee76e4e55f653ebd8d97d5aa54477")]
    public void The_first_revision_stays_byte_for_byte(string year, string digest)
    {
        Assert.Equal(digest, RulesetCatalog.Default.Find("in-ccts/" + year, 1)!.Identity.Digest);
        Assert.Equal(2, RulesetCatalog.Default.Find("in-ccts/" + year)!.Identity.Revision);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_day_of_knowledge_decides_between_revisions(string year)
    {
        Assert.Equal(1, RulesetCatalog.Default.Resolve(ComplianceYear.Parse(year), Known.PlusDays(-1)).Identity.Revision);
        Assert.Equal(2, Ruleset(year).Identity.Revision);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_frozen_grid_factor_is_an_explicit_unknown_with_two_readings(string year)
    {
        var rules = Rules(year).Emissions;

        Assert.False(rules.FrozenGridFactor.IsKnown);
        Assert.Equal("BEE", rules.FrozenGridFactor.SettledBy);
        Assert.Equal(ElectricityEmissionFactor.Parse("0.727 tCO2/MWh"), rules.GridFactorReading.Value);
        Assert.Equal(Evidence.Assumption, rules.GridFactorReading.Standing.Evidence);
        Assert.Equal([ElectricityEmissionFactor.Parse("0.716 tCO2/MWh")], rules.OtherGridFactorReadings.Select(r => r.Value));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Limits_and_policies_are_bound(string year)
    {
        var rules = Rules(year);

        Assert.Equal(ElectricityEmissionFactor.Parse("1.19 tCO2/MWh"), rules.Emissions.PpaDefaultFactor.Value);
        Assert.Equal(0.95m, rules.Emissions.NetOverGrossSolidLiquid.Value);
        Assert.Equal(0.90m, rules.Emissions.NetOverGrossGaseous.Value);
        Assert.Equal(1m, rules.Emissions.DefaultOxidationFactor.Value);
        Assert.Equal(new CarbonToCo2(3.664m, 1m), rules.Emissions.CarbonToCo2.Value);
        Assert.Equal("BEE-DPCM s.5(7)(iii)", rules.Emissions.CarbonToCo2.Standing.Source.ToString());
        Assert.False(rules.Emissions.CarbonToCo2.Standing.IsSettled);
        Assert.Equal(new CarbonToCo2(44m, 12m), rules.Emissions.OtherCarbonToCo2.Value);
        Assert.Equal(6630m, rules.Emissions.GlobalWarmingPotentials["CF4"].Value);
        Assert.Equal(0.02m, rules.Monitoring.Materiality.Value);
        Assert.Equal(0.10m, rules.Monitoring.SmallSourceShare.Value);
        Assert.Equal(Mass.Parse("20000 t"), rules.Monitoring.SolidFuelPerSample.Value);
        Assert.Equal(Mass.Parse("50 kt"), rules.Monitoring.CarbonatePerSample.Value);
        Assert.Equal(52, rules.Monitoring.GasSamplesPerYear.Value);
        Assert.Equal(9, rules.Emissions.StreamDecimals.Value);
        Assert.Equal(4, rules.Certificates.IntensityDecimals.Value);
        Assert.Equal(CertificateRounding.Nearest, rules.Certificates.Rounding.Value);
        Assert.Equal(2m, rules.Certificates.CompensationMultiple.Value);
        Assert.Equal(90, rules.Certificates.CompensationDays.Value);
        Assert.False(rules.Certificates.ValidityMonths.IsKnown);
        Assert.Equal(12, rules.Certificates.OutputMonths.Value);
        Assert.Equal("GEI-2025 r.4(5)", rules.Certificates.DeemedBaseline.Source.ToString());
        Assert.False(rules.Certificates.Rounding.Standing.IsSettled);
    }

    [Fact]
    public void Only_the_part_year_has_another_reading_of_the_notes()
    {
        Assert.Equal([("GEI-2025", 7), ("GEI-AMD-2026", 3)], Rules("2025-26").Certificates.OtherOutputMonths.Select(r => (r.Key, r.Value.Value)));
        Assert.Empty(Rules("2026-27").Certificates.OtherOutputMonths);
    }

    [Theory]
    [InlineData("2025-26", "CMTOE085RJ", "0.8032 tCO2e/t")]
    [InlineData("2026-27", "CMTOE085RJ", "0.7891 tCO2e/t")]
    [InlineData("2025-26", "CMTOE087GJ", "0.7935 tCO2e/t")]
    [InlineData("2026-27", "CMTOE019MP", "0.5788 tCO2e/t")]
    [InlineData("2025-26", "CMTOE001KA", "0.444 tCO2e/t")]
    [InlineData("2025-26", "CGUOE005UP", null)]
    [InlineData("2026-27", "CGUOE005UP", "0.0125 tCO2e/t")]
    public void Gazetted_cement_rows(string year, string registration, string? target)
    {
        var row = Rules(year).Targets[registration];

        Assert.Equal(target, row.Target?.ToString());
        Assert.Equal((Force.InForce, Evidence.Transcribed), (row.Standing.Force, row.Standing.Evidence));
        Assert.Equal(ComplianceYear.Parse("2023-24"), row.BaselineYear);
    }

    [Fact]
    public void Draft_rows_are_kept_apart_and_rows_without_a_read_target_serve_nobody()
    {
        var ruleset = Ruleset("2026-27");
        var rules = ruleset.Assessment;

        Assert.Equal(5, rules.Targets.Count);
        Assert.Equal("12.8259 tCO2e/t", rules.TargetsOnRequest["draft-2025-04-vedanta-jharsuguda-2"].Target.ToString());
        Assert.Equal("7.03 tCO2e/MBBLS/NRGF", rules.TargetsOnRequest["draft-2025-06-iocl-guwahati"].Target.ToString());
        Assert.False(rules.TargetsOnRequest.ContainsKey("secondary-bpcl-bina"));
        Assert.Equal(TargetStatus.NotRead, ruleset.Schedule.Single(r => r.Entity.Key == "secondary-bpcl-bina").Status);
        Assert.All(rules.TargetsOnRequest.Values, r => Assert.NotEqual(Force.InForce, r.Standing.Force));
    }

    [Fact]
    public void The_calendar_gives_dates_only_where_they_can_be_computed()
    {
        var calendar = Rules("2025-26").Deadlines;

        Assert.Equal(new LocalDate(2026, 7, 31), calendar.Single(d => d.Form == "E2, Form A, Form B").Due);
        Assert.Null(calendar.Single(d => d.Form == "Form D").Due);
        Assert.Equal(15, calendar.Count);
    }

    [Fact]
    public void Sectors_know_what_their_intensity_is_divided_by()
    {
        var sectors = Rules("2025-26").Sectors;

        Assert.Equal(OutputBasis.RefineryBarrel, sectors["Petroleum refinery"].Basis);
        Assert.Equal(490, sectors.Values.Sum(s => s.EntityCount));
        Assert.False(sectors.ContainsKey("Iron & steel"));
        Assert.Equal(Force.Draft, Rules("2026-27").Sectors["Iron & steel"].Standing.Force);
    }

    [Fact]
    public void The_grid_series_is_a_record_and_not_a_choice()
    {
        var grid = RulesetCatalog.Default.ResolveBaseline(ComplianceYear.Parse("2023-24"), Known).Factors.Grid;

        Assert.Equal("0.727 tCO2/MWh", grid.Single(g => g.FinancialYear == "2023-24" && g.Series == "weighted-average-incl-imports").Factor.Value.ToString());
        Assert.Equal(32, grid.Count);
    }

    [Fact]
    public void Every_value_names_a_listed_instrument()
    {
        foreach (var ruleset in RulesetCatalog.Default.Rulesets)
        {
            var standings = ruleset.Parameters.Values.SelectMany(p => p.Rows).SelectMany(r => r.Values).Select(v => v.Standing)
                .Concat(ruleset.Factors.Fuels.Values.Select(f => f.Standing))
                .Concat(ruleset.Factors.Grid.Select(g => g.Factor.Standing))
                .Concat(ruleset.Schedule.Select(t => t.Entity.Standing));
            Assert.All(standings, s => Assert.True(ruleset.Instruments.ContainsKey(s.Source.Instrument)));
        }
    }

    private static Ruleset Ruleset(string year) => RulesetCatalog.Default.Resolve(ComplianceYear.Parse(year), Known);

    private static AssessmentRules Rules(string year) => Ruleset(year).Assessment;
}

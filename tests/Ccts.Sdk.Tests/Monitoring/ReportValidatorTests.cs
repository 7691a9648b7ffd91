using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;
using Ccts.Tests.Shared;

namespace Ccts.Sdk.Tests.Monitoring;

public sealed class ReportValidatorTests
{
    private static readonly MonitoringReport Good = Samples.Read("kotputli-2025-26.json");
    private static readonly AssessmentRules Rules = Samples.Rules("2025-26");
    private static readonly ReportingPeriod Year = ReportingPeriod.Year(Good.Year);

    /// <summary>One mistake each: code, severity, clause or null, place, and the mistake.</summary>
    private static readonly Dictionary<string, (Severity Severity, string? Clause, string Place, Func<MonitoringReport, MonitoringReport> Mistake)> Mistakes = new(StringComparer.Ordinal)
    {
        ["wrong-year"] = (Severity.Error, null, "", r => Yearless(r) with { Year = new ComplianceYear(2026) }),
        ["unknown-sector-code"] = (Severity.Info, null, "", r => r with { Entity = r.Entity with { Registration = RegistrationNumber.Parse("XYZOE085RJ") } }),
        ["unknown-sector"] = (Severity.Warning, null, "", r => r with { Entity = r.Entity with { Sector = "Cemant" } }),
        ["unknown-target-row"] = (Severity.Error, null, "", r => r with { TargetRow = "draft" }),
        ["no-production"] = (Severity.Error, null, "", r => r with { Products = [] }),
        ["output-unit"] = (Severity.Error, "BEE-DPCM Annexure IV", "/products/0/amounts", r => r with { Products = [r.Products[0] with { Amounts = new ProductInMegawattHours(new(Year, ElectricalEnergy.FromMegawattHours(1m))) }] }),
        ["duplicate-id"] = (Severity.Error, null, "/electricity/1/id", r => r with { Electricity = [r.Electricity[0], r.Electricity[1] with { Id = "kiln-coal" }, r.Electricity[2]] }),
        ["no-amounts"] = (Severity.Error, null, "/products/0/amounts", r => r with { Products = [r.Products[0] with { Amounts = new ProductInTonnes(new([])) }] }),
        ["negative-amount"] = (Severity.Error, null, "/memo/0/amounts/2025-26", r => r with { Memo = [r.Memo[0] with { Amounts = new(Year, Co2e.FromTonnes(-1m)) }] }),
        ["implausible-amount"] = (Severity.Error, null, "/memo/0/amounts/2025-26", r => r with { Memo = [r.Memo[0] with { Amounts = new(Year, Co2e.FromTonnes(1_000_000_000_001m)) }] }),
        ["period-outside-year"] = (Severity.Error, null, "/electricity/1/amounts/2025-03", r => r with { Electricity = Second(r, s => Periods(s, "2025-03", "2025-26")) }),
        ["period-overlap"] = (Severity.Error, null, "/electricity/1/amounts/2025-04-30~12026-03-31", r => r with { Electricity = Second(r, s => Periods(s, "2025-04-30/2026-03-31", "2025-04")) }),
        ["period-gap"] = (Severity.Error, null, "/electricity/1/amounts", r => r with { Electricity = Second(r, s => Periods(s, "2025-05-01/2026-03-31")) }),
        ["missing-calorific-value"] = (Severity.Error, "BEE-DPCM test", "/fuels/0/ncv", r => Fuel(r, Weighed(r, w => w with { Net = null }))),
        ["ncv-above-gcv"] = (Severity.Error, null, "/fuels/0/ncv", r => Fuel(r, Weighed(r, w => w with { Gross = GrossCalorificValue.FromGigajoulesPerTonne(20m) }))),
        ["unknown-fuel"] = (Severity.Error, null, "/fuels/0/fuel", r => Fuel(r, r.Fuels[0] with { Fuel = "petroleum-cake", Factor = new(FactorTier.TypeI, null, null, "no laboratory") })),
        ["fuel-not-listed"] = (Severity.Info, null, "/fuels/0/fuel", r => Fuel(r, r.Fuels[0] with { Fuel = "petroleum-cake" })),
        ["fuel-unit"] = (Severity.Error, null, "/fuels/2/state", r => r with { Fuels = [r.Fuels[0], r.Fuels[1], r.Fuels[2] with { State = FuelState.Gas, Samples = 52 }] }),
        ["factor-without-source"] = (Severity.Error, "BEE-DPCM test", "/fuels/0/factor/source", r => Fuel(r, r.Fuels[0] with { Factor = r.Fuels[0].Factor with { Source = " " } })),
        ["type-ii-without-value"] = (Severity.Error, "BEE-DPCM test", "/fuels/0/factor", r => Fuel(r, r.Fuels[0] with { Factor = new(FactorTier.TypeII, null, null, null) })),
        ["type-ii-required"] = (Severity.Error, "BEE-DPCM test", "/fuels/0/factor", r => Fuel(r, r.Fuels[0] with { Factor = FactorChoice<EnergyEmissionFactor>.RulesetDefault })),
        ["type-i-used"] = (Severity.Warning, "BEE-DPCM test", "/fuels/0/factor", r => Fuel(r, r.Fuels[0] with { Factor = new(FactorTier.TypeI, null, null, "laboratory burnt down") })),
        ["negative-factor"] = (Severity.Error, null, "/fuels/0/factor/value", r => Fuel(r, r.Fuels[0] with { Factor = r.Fuels[0].Factor with { Value = EnergyEmissionFactor.FromTonnesPerTerajoule(-1m) } })),
        ["implausible-factor"] = (Severity.Error, null, "/fuels/0/factor/value", r => Fuel(r, r.Fuels[0] with { Factor = r.Fuels[0].Factor with { Value = EnergyEmissionFactor.FromTonnesPerTerajoule(10_001m) } })),
        ["fraction-out-of-range"] = (Severity.Error, null, "/fuels/0/oxidationFactor", r => Fuel(r, r.Fuels[0] with { OxidationFactor = 1.01m })),
        ["carbon-content-unit"] = (Severity.Error, null, "/fuels/2/carbonContent", r => r with { Fuels = [r.Fuels[0], r.Fuels[1], r.Fuels[2] with { CarbonContent = 0.8m }] }),
        ["samples-not-reported"] = (Severity.Warning, "BEE-DPCM test", "/fuels/0/samples", r => Fuel(r, r.Fuels[0] with { Samples = null })),
        ["too-few-samples"] = (Severity.Warning, "BEE-DPCM test", "/fuels/0/samples", r => Fuel(r, r.Fuels[0] with { Samples = 11 })),
        ["stock-balance"] = (Severity.Error, "POLICY test", "/fuels/0/stock", r => Fuel(r, r.Fuels[0] with { Stock = r.Fuels[0].Stock! with { Closing = Mass.FromTonnes(8000m) } })),
        ["stock-unit"] = (Severity.Error, null, "/fuels/2/stock", r => r with { Fuels = [r.Fuels[0], r.Fuels[1], r.Fuels[2] with { Stock = r.Fuels[0].Stock }] }),
        ["changed-since-previous-year"] = (Severity.Warning, "POLICY test", "/fuels/0/amounts", r => Fuel(r, Weighed(r, w => w with { PreviousYear = Mass.FromTonnes(100_000m) }))),
        ["unknown-material"] = (Severity.Error, null, "/processMaterials/0/material", r => r with { ProcessMaterials = [r.ProcessMaterials[0] with { Material = "CaCo3", Samples = 200 }] }),
        ["carbon-out-above-in"] = (Severity.Warning, null, "/massBalances/0/outputs", r => r with { MassBalances = [new MassBalanceStream { Id = "balance", Inputs = [Flow(1m)], Outputs = [Flow(2m)] }] }),
        ["factor-not-used"] = (Severity.Warning, null, "/electricity/1/factor", r => r with { Electricity = Second(r, s => s with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.9m), FactorSource = "lab" }) }),
        ["input-not-used"] = (Severity.Warning, null, "/electricity/0/noDoubleCountUndertaking", r => r with { Electricity = [r.Electricity[0] with { NoDoubleCountUndertaking = true }, r.Electricity[1], r.Electricity[2]] }),
        ["coefficient-basis-not-stated"] = (Severity.Warning, null, "/pfcs/0/coefficientBasis", r => r with { Pfcs = [new PfcStream { Id = "pots", Measured = new OvervoltagePfc(Mass.FromTonnes(1m), 2.5m, 0.96m, 1.16m, 0.121m, "published") }] }),
        ["export-of-zero-rated-power"] = (Severity.Warning, "POLICY test", "/exportedPower/0", r => r with { ExportedPower = [new ExportedPowerStream { Id = "sold", Amounts = new(Year, ElectricalEnergy.FromMegawattHours(1m)) }] }),
        ["production-too-small"] = (Severity.Error, null, "", r => r with { Products = [r.Products[0] with { Amounts = new ProductInTonnes(new(Year, Mass.FromTonnes(0.0004m))) }] }),
        ["missing-destination"] = (Severity.Error, null, "/capturedCo2/0/destination", r => r with { CapturedCo2 = [new CapturedCo2Stream { Id = "captured", Amounts = new(Year, Co2e.FromTonnes(1m)), Destination = "" }] }),
        ["renewable-without-undertaking"] = (Severity.Warning, "BEE-DPCM s.5(17)", "/electricity/2", r => r with { Electricity = [r.Electricity[0], r.Electricity[1], r.Electricity[2] with { NoDoubleCountUndertaking = false }] }),
        ["rec-refused"] = (Severity.Warning, "BEE-DPCM s.5(17)", "", r => r with { RenewableCertificates = [new OfferedCertificates { Id = "rec", Amount = ElectricalEnergy.FromMegawattHours(1m) }] }),
        ["another-sector"] = (Severity.Error, "GEI-2025 First Schedule", "", r => r with { TargetRow = "draft-2025-04-hindalco-hirakud" }),
        ["no-emissions"] = (Severity.Warning, null, "", r => r with { Fuels = [], ProcessMaterials = [], Electricity = [] }),
        ["negative-total"] = (Severity.Warning, null, "", r => r with { CapturedCo2 = [new CapturedCo2Stream { Id = "captured", Amounts = new(Year, Co2e.FromTonnes(10_000_000m)), Destination = "urea" }] }),
        ["target-not-in-ruleset"] = (Severity.Warning, null, "", r => r with { Entity = r.Entity with { Registration = RegistrationNumber.Parse("CMTOE999RJ") } }),
    };

    public static TheoryData<string> Codes => new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_mistake_is_found_with_its_place_and_clause(string code)
    {
        var (severity, clause, place, mistake) = Mistakes[code];

        var problems = ReportValidator.Validate(mistake(Good), Rules).Except(ReportValidator.Validate(Good, Rules)).ToList();

        var problem = Assert.Single(problems, p => string.Equals(p.Code, code, StringComparison.Ordinal));
        Assert.Equal((severity, clause, place), (problem.Severity, problem.Clause, problem.Place.Pointer ?? ""));
        Assert.All(problems.Where(p => p.Severity == Severity.Error), p => Assert.Equal(code, p.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_report_with_an_error_is_not_assessed_and_one_with_a_warning_is(string code)
    {
        var (severity, _, _, mistake) = Mistakes[code];

        Assert.Equal(severity != Severity.Error, Assessor.TryAssess(mistake(Good), Rules, null, out _, out _));
    }

    /// <summary>A plant whose row of the schedule is of cement is no steel works, whether the ruleset knows that sector or not.</summary>
    [Theory]
    [InlineData("Steel", true)]
    [InlineData("Aluminium", true)]
    [InlineData("Iron and steel", true)]
    [InlineData("cement", false)]
    [InlineData("Cement works", false)]
    public void A_plant_is_of_the_sector_of_its_row(string sector, bool isAnother) =>
        Assert.Equal(!isAnother, Assessor.TryAssess(Good with { Entity = Good.Entity with { Sector = sector } }, Rules, null, out _, out _));

    [Fact]
    public void A_good_report_leaves_only_what_its_maker_explained()
    {
        var problems = ReportValidator.Validate(Good, Rules);

        Assert.Equal("type-i-used type-i-used", string.Join(' ', problems.Select(p => p.Code)));
        Assert.Equal(problems, Assessor.Assess(Good, Rules).Findings);
    }

    [Fact]
    public void Places_lead_into_the_file()
    {
        var stream = Good.Fuels[0];

        var problem = ReportValidator.Validate(Fuel(Good, stream with { Samples = 1 }), Rules)[0];

        Assert.Equal($"kotputli-2025-26.json({stream.Place.Line},{stream.Place.Column}) /fuels/0/samples", problem.Place.ToString());
    }

    [Fact]
    public void A_report_built_in_memory_is_pointed_into_by_list_and_index()
    {
        var problem = ReportValidator.Validate(Fuel(Good, Good.Fuels[0] with { Place = default, Samples = 1 }), Rules)[0];

        Assert.Equal("/fuels/0/samples", problem.Place.ToString());
    }

    [Fact]
    public void A_liquid_fuel_may_stay_at_Type_I_only_below_a_tenth_of_the_total()
    {
        var diesel = Good.Fuels[2];
        var small = Good with { Fuels = [diesel], ProcessMaterials = [], Electricity = [] };

        Assert.Contains(ReportValidator.Validate(small, Rules), p => p is { Code: "type-ii-required", Severity: Severity.Error } && p.Message.Contains(" the fuel gas-diesel-oil is not below 10 % of the total", StringComparison.Ordinal));
        Assert.False(Assessor.TryAssess(small, Rules, null, out _, out _));

        var explained = small with { Fuels = [diesel with { Factor = new(FactorTier.TypeI, null, null, "supplier gives none") }] };
        Assert.Contains(ReportValidator.Validate(explained, Rules), p => p is { Code: "type-i-used", Severity: Severity.Warning });
        Assert.True(Assessor.TryAssess(explained, Rules, null, out _, out _));
    }

    /// <summary>5,000 t of 40,000 t each, together a quarter; and 5,000 t of 60,000 t of which 20,000 t are deducted: a twelfth before, an eighth after.</summary>
    [Fact]
    public void The_tenth_is_of_the_fuel_in_all_its_streams_and_of_emissions_before_deductions()
    {
        var rules = TestRules.Of("2025-26");
        FuelStream Oil(string id, decimal tonnes) => new() { Id = id, Fuel = "residual-fuel-oil", State = FuelState.Liquid, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(tonnes / 0.0774m / 40m)), NetCalorificValue.FromGigajoulesPerTonne(40m)) };
        MonitoringReport Report(decimal heat, decimal captured, params FuelStream[] fuels) => Reports.Of("CMTOE085RJ", "2025-26", heat, 1000m) with { Fuels = fuels, CapturedCo2 = captured == 0m ? [] : [new CapturedCo2Stream { Id = "captured", Amounts = new(Year, Co2e.FromTonnes(captured)), Destination = "urea" }] };

        var split = ReportValidator.Validate(Report(35_000m, 0m, Oil("one", 3_000m), Oil("two", 3_000m)), rules).Where(p => p.Code == "type-ii-required").ToList();
        Assert.Equal(["/fuels/0/factor", "/fuels/1/factor"], split.Select(p => p.Place.Pointer));
        Assert.DoesNotContain(ReportValidator.Validate(Report(35_000m, 0m, Oil("one", 3_000m)), rules), p => p.Code == "type-ii-required");
        Assert.DoesNotContain(ReportValidator.Validate(Report(55_000m, 20_000m, Oil("one", 5_000m)), rules), p => p.Code == "type-ii-required");
    }

    [Fact]
    public void A_gap_with_a_reason_is_a_warning_and_so_is_one_in_a_part_of_the_year()
    {
        var gap = Good with { Electricity = Second(Good, s => Periods(s, "2025-05-01/2026-03-31")) };
        Assert.False(Assessor.TryAssess(gap, Rules, null, out _, out _));
        Assert.True(Assessor.TryAssess(gap, Rules, new AssessmentOptions { PartOfYear = true }, out _, out var problems));
        Assert.Equal(Severity.Warning, Assert.Single(problems, p => p.Code == "period-gap").Severity);

        var explained = gap with { Electricity = [.. gap.Electricity.Select(e => e with { WhyGaps = "meter commissioned in May" })] };
        Assert.True(Assessor.TryAssess(explained, Rules, null, out _, out problems));
        Assert.Contains("meter commissioned in May", Assert.Single(problems, p => p.Code == "period-gap").Message, StringComparison.Ordinal);
    }

    /// <summary>1,000 t of 55.2 % carbon x 44/12 = 2,024 t; 1,000 t x 18.19 GJ/t x 96.1 t/TJ = 1,748.059 t.</summary>
    [Fact]
    public void A_carbon_content_beside_a_calorific_value_tells_both_figures()
    {
        var fuel = new FuelStream { Id = "coal", Fuel = "petroleum-coke", State = FuelState.Solid, Samples = 12, CarbonContent = 0.552m, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(1000m)), NetCalorificValue.FromGigajoulesPerTonne(18.19m)), Factor = new(FactorTier.TypeII, EnergyEmissionFactor.FromTonnesPerTerajoule(96.1m), "lab", null) };
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 1000m) with { Fuels = [fuel] };

        var told = Assert.Single(ReportValidator.Validate(report, TestRules.Of("2025-26")), p => p.Code == "input-not-used");
        Assert.Contains("it counts 2024 t where the others say 1748.059 t", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportValidator.Validate(report with { Fuels = [fuel with { CarbonContent = null }] }, TestRules.Of("2025-26")), p => p.Code == "input-not-used");
    }

    [Fact]
    public void What_is_stated_and_not_used_is_told_everywhere()
    {
        var source = Good with
        {
            Electricity = [Good.Electricity[0] with { FactorSource = "letter" }, Good.Electricity[1], Good.Electricity[2]],
            ExportedPower = [new ExportedPowerStream { Id = "sold", Amounts = new(Year, ElectricalEnergy.FromMegawattHours(1m)), FactorSource = "letter" }],
            Products = [Good.Products[0] with { EquivalenceSource = "norm" }],
            Fuels = [Good.Fuels[0], Good.Fuels[1], Good.Fuels[2] with { Factor = Good.Fuels[2].Factor with { Source = "list" } }],
            ProcessMaterials = [Good.ProcessMaterials[0] with { Factor = Good.ProcessMaterials[0].Factor with { Source = "list" } }],
        };

        var told = ReportValidator.Validate(source, Rules).Where(p => p.Code == "input-not-used").Select(p => p.Place.Pointer).Order(StringComparer.Ordinal);
        Assert.Equal(["/electricity/0/factorSource", "/exportedPower/0/factorSource", "/fuels/2/factor/source", "/processMaterials/0/factor/source", "/products/0/equivalenceSource"], told);
    }

    /// <summary>A value that an analysis of every amount takes the place of, and a reason for what there is.</summary>
    [Theory]
    [InlineData(true, "/fuels/0/factor/value", "/fuels/0/ncv")]
    [InlineData(false, "/fuels/0/factor/value")]
    public void What_analyses_take_the_place_of_is_told(bool withNet, params string[] told)
    {
        var analysis = new FuelAnalysis(Year) { Net = withNet ? 25m : null, Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(93m), Samples = 12, Source = "laboratory, report 3" };
        var fuel = new FuelStream { Id = "coal", Fuel = "petroleum-coke", State = FuelState.Solid, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(1000m)), NetCalorificValue.FromGigajoulesPerTonne(33m)), Factor = new(FactorTier.TypeII, EnergyEmissionFactor.FromTonnesPerTerajoule(96.1m), "lab", null), Analyses = [analysis] };

        Assert.Equal(told, Unused(fuel));
        Assert.Empty(Unused(fuel with { Analyses = [analysis with { Period = ReportingPeriod.Month(2025, 4) }], Measured = new WeighedFuel(new([new(ReportingPeriod.Month(2025, 4), Mass.FromTonnes(10m)), new(ReportingPeriod.Month(2025, 5), Mass.FromTonnes(10m))]), NetCalorificValue.FromGigajoulesPerTonne(33m)) }));
        Assert.Equal(["/fuels/0/factor/whyTypeI"], Unused(fuel with { Analyses = [], Factor = fuel.Factor with { WhyTypeI = "no laboratory" } }));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("N/A", 1)]
    [InlineData("works laboratory", 0)]
    public void A_carbon_content_says_where_it_comes_from(string? source, int told)
    {
        var fuel = new FuelStream { Id = "coal", Fuel = "petroleum-coke", State = FuelState.Solid, Samples = 12, CarbonContent = 0.86m, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(1000m)), null), Factor = new(FactorTier.TypeII, null, source, null) };
        Assert.Equal(told, ReportValidator.Validate(Fuel(Good, fuel), Rules).Count(p => p.Code == "factor-without-source" && p.Place.Pointer == "/fuels/0/factor/source"));
    }

    private static IEnumerable<string> Unused(FuelStream fuel) => ReportValidator.Validate(Fuel(Good, fuel), Rules).Where(p => p.Code == "input-not-used").Select(p => p.Place.Pointer).Order(StringComparer.Ordinal);

    /// <summary>400,000 t of six months beside 1,000,000 t of product in twelve would earn 0.8032 x 1,000,000 - 400,000 = 403,200 certificates.</summary>
    [Fact]
    public void Six_months_of_fuel_beside_a_year_of_product_earn_nothing()
    {
        var half = new ImportedIntermediateStream { Id = "half", Material = "clinker", Factor = MassEmissionFactor.FromTonnesPerTonne(1m), Source = "guideline", Amounts = new(new ReportingPeriod(new(2025, 4, 1), new(2025, 9, 30)), Mass.FromTonnes(400_000m)) };
        var report = Reports.Of("CMTOE085RJ", "2025-26", 1m, 1_000_000m) with { ImportedHeat = [], ImportedIntermediates = [half] };

        Assert.False(Assessor.TryAssess(report, Rules, null, out _, out var problems));
        Assert.Contains(problems, p => p is { Code: "period-gap", Severity: Severity.Error } && p.Message.Contains("from 2025-10-01 to 2026-03-31", StringComparison.Ordinal));
        var said = Assessor.Assess(report with { ImportedIntermediates = [half with { WhyGaps = "the kiln stood still from October" }] }, Rules);
        Assert.Equal((CertificateKind.Issue, 403_200), (said.Certificates.Kind, said.Certificates.Quantity));
        Assert.Contains(said.Findings, f => f.Code == "period-gap" && f.Message.Contains("the kiln stood still", StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_grow_with_the_mass()
    {
        // 193,400 t of petroleum coke at 20,000 t a sample is 10, so monthly sampling decides; ten times as much is 97.
        var coke = (WeighedFuel)Good.Fuels[0].Measured;
        var tenfold = Good.Fuels[0] with { Stock = null, Measured = coke with { PreviousYear = null, Amounts = new(coke.Amounts.Select(a => a with { Amount = a.Amount * 10m })) } };

        Assert.DoesNotContain(ReportValidator.Validate(Fuel(Good, tenfold with { Samples = 97 }), Rules), p => string.Equals(p.Code, "too-few-samples", StringComparison.Ordinal));
        Assert.Equal("at least 97 samples", ReportValidator.Validate(Fuel(Good, tenfold with { Samples = 96 }), Rules).Single(p => string.Equals(p.Code, "too-few-samples", StringComparison.Ordinal)).Expected);
    }

    [Fact]
    public void Without_documents_a_report_needs_nothing_but_its_products()
    {
        var report = Good with { Fuels = [], ProcessMaterials = [], Electricity = [], Memo = [], DocumentsSubmitted = false };

        Assert.Empty(ReportValidator.Validate(report, Rules));
        Assert.True(Assessor.TryAssess(report, Rules, null, out var assessment, out _));
        Assert.Equal(19797, assessment!.Certificates.Quantity);
    }

    [Fact]
    public void All_mistakes_are_found_at_once()
    {
        var report = Fuel(Good, Good.Fuels[0] with { Samples = -1, OxidationFactor = 2m, Stock = null }) with { Year = new ComplianceYear(2026), Products = [] };

        var codes = ReportValidator.Validate(report, Rules).Select(p => p.Code).Distinct(StringComparer.Ordinal).ToList();

        Assert.Superset(new HashSet<string>(["wrong-year", "no-production", "negative-amount", "fraction-out-of-range", "period-outside-year"], StringComparer.Ordinal), codes.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Duplicate_ids_are_found_among_many_streams()
    {
        var many = Enumerable.Range(0, 5000).Select(i => Good.Memo[0] with { Id = "m" + (i % 4999) }).ToList();

        var problem = Assert.Single(ReportValidator.Validate(Good with { Memo = many }, Rules), p => string.Equals(p.Code, "duplicate-id", StringComparison.Ordinal));

        Assert.EndsWith("/id", problem.Place.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_report_with_nothing_to_say()
    {
        var clean = Good with { ProcessMaterials = [], Fuels = [Good.Fuels[0], Good.Fuels[1], Good.Fuels[3]] };
        var workings = new Workings(keepSteps: false);
        ReportValidator.Validate(clean, Rules, workings, partOfYear: false);
        Assert.Equal(0, workings.Problems.Count);

        Assert.InRange(Allocations.Of(() => ReportValidator.Validate(clean, Rules, workings, partOfYear: false)), 0, 128);
    }

    [Fact]
    public void Every_code_is_described_and_the_example_of_the_description_can_be_read()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "monitoring-report.md"));
        var example = text.Split("```json", 2)[1].Split("```", 2)[0];

        Assert.All(Mistakes.Keys, code => Assert.Contains($"`{code}`", text, StringComparison.Ordinal));
        Assert.Equal("2025-26", MonitoringReportReader.Read(Encoding.UTF8.GetBytes(example), "example").Year.ToString());
    }

    private static MonitoringReport Fuel(MonitoringReport report, FuelStream first) => report with { Fuels = [first, .. report.Fuels.Skip(1)] };

    private static FuelStream Weighed(MonitoringReport report, Func<WeighedFuel, WeighedFuel> change) => report.Fuels[0] with { Measured = change((WeighedFuel)report.Fuels[0].Measured) };

    private static List<ElectricityStream> Second(MonitoringReport report, Func<ElectricityStream, ElectricityStream> change) => [report.Electricity[0], change(report.Electricity[1]), report.Electricity[2]];

    private static ElectricityStream Periods(ElectricityStream stream, params string[] periods) =>
        stream with { Amounts = new(periods.Select(p => new PeriodAmount<ElectricalEnergy>(ReportingPeriod.TryParse(p, out var period, out _) ? period : default, ElectricalEnergy.FromMegawattHours(1m)))) };

    private static CarbonFlow Flow(decimal tonnes) => new("anodes", new(Year, Mass.FromTonnes(tonnes)), 0.9m);

    /// <summary>A report whose amounts fit no particular year.</summary>
    private static MonitoringReport Yearless(MonitoringReport report)
    {
        var next = ReportingPeriod.Year(new ComplianceYear(2026));
        return report with
        {
            Fuels = [],
            ProcessMaterials = [],
            Electricity = [],
            Memo = [],
            Products = [report.Products[0] with { Amounts = new ProductInTonnes(new(next, Mass.FromTonnes(1m))) }],
        };
    }
}

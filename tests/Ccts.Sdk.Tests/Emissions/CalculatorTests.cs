using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Emissions;

/// <summary>Each calculator on its own, with numbers that can be checked by hand.</summary>
public class CalculatorTests
{
    private static readonly ReportingPeriod Year = ReportingPeriod.Year(Reports.Year);

    [Fact]
    public void Fuel_is_activity_times_ncv_times_factor_times_oxidation()
    {
        // 1000 t x 32.5 GJ/t = 32,500 GJ; x 97.5 t/TJ = 3168.75 t; x 0.98 = 3105.375 t.
        var whole = Combustion.Calculate(Coke(1000m), TestRules.Emissions);
        Assert.Equal("3168.75 t", whole.Value.ToString());
        Assert.Equal("3105.375 t", Combustion.Calculate(Coke(1000m) with { OxidationFactor = 0.98m }, TestRules.Emissions).Value.ToString());
        Assert.Equal(["fuel burnt", "energy", "combustion CO2"], whole.Steps.Select(s => s.Title));
    }

    [Theory]
    [InlineData(FuelState.Solid, "3010.3125 t")]
    [InlineData(FuelState.Liquid, "3010.3125 t")]
    [InlineData(FuelState.Gas, "2851.875 t")]
    public void Gross_values_fall_back_to_95_percent_and_to_90_for_gas(FuelState state, string tonnes)
    {
        var stream = Coke(1000m) with { State = state, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(1000m)), null, GrossCalorificValue.FromGigajoulesPerTonne(32.5m)) };
        Assert.Equal(tonnes, Combustion.Calculate(stream, TestRules.Emissions).Value.ToString());
    }

    [Fact]
    public void Carbon_content_gives_44_over_12_by_policy_or_3664()
    {
        // 1200 t x 0.45 = 540 t C; x 44/12 = 1980 t; x 3.664 = 1978.56 t.
        var stream = Coke(1200m) with { CarbonContent = 0.45m };
        Assert.Equal("1980 t", Combustion.Calculate(stream, TestRules.Emissions).Value.ToString());
        var other = TestRules.Emissions with { CarbonToCo2 = TestRules.Emissions.OtherCarbonToCo2 };
        Assert.Equal("1978.56 t", Combustion.Calculate(stream, other).Value.ToString());
    }

    [Fact]
    public void Mass_balance_multiplies_first_and_divides_last()
    {
        var balance = new MassBalanceStream
        {
            Id = "balance",
            Inputs = [new CarbonFlow("anode", new(Year, Mass.FromTonnes(100m)), 0.97m)],
            Outputs = [new CarbonFlow("butts", new(Year, Mass.FromTonnes(10m)), 0.94m)],
        };
        // 97 - 9.4 = 87.6 t C; x 44 / 12 = 321.2 t.
        Assert.Equal("321.2 t", MassBalanceEmissions.Calculate(balance, TestRules.Emissions).Value.ToString());
        var turned = balance with { Inputs = balance.Outputs, Outputs = balance.Inputs };
        Assert.Equal("-321.2 t", MassBalanceEmissions.Calculate(turned, TestRules.Emissions).Value.ToString());
    }

    [Fact]
    public void Pfcs_are_weighted_with_ar5()
    {
        Assert.Equal("7740 t", Pfc(new MeasuredPfc(Mass.FromTonnes(1m), Mass.FromTonnes(0.1m))));
        // 1000 t x 2 min x 0.5 kg / 1000 = 1 t CF4; 0.1 t C2F6.
        Assert.Equal("7740 t", Pfc(new SlopePfc(Mass.FromTonnes(1000m), 2m, 0.5m, 0.1m, "made up")));
        // 1000 t x 1.9 mV x 50 kg / 95 / 1000 = 1 t CF4; the coefficient for a fraction is a hundredth of the one for per cent.
        Assert.Equal("7740 t", Pfc(new OvervoltagePfc(Mass.FromTonnes(1000m), 1.9m, 0.95m, 50m, 0.1m, "made up") { Basis = CoefficientBasis.PerCent }));
        Assert.Equal("7740 t", Pfc(new OvervoltagePfc(Mass.FromTonnes(1000m), 1.9m, 0.95m, 0.5m, 0.1m, "made up") { Basis = CoefficientBasis.Fraction }));
        // 1 t x 9200 + 2 t x 7910.
        Assert.Equal("25020 t", Pfc(new MeasuredPfc(default, default) { C4F10 = Mass.FromTonnes(1m), C6F14 = Mass.FromTonnes(2m) }));
    }

    /// <summary>
    /// Regulation (EU) 2025/2547, Annex II B.7.2, equation 24, takes the current efficiency in per cent: 100,000 t x 2.5 mV x 1.16 / 96 / 1000
    /// = 3.02083 t CF4, 0.36552 t C2F6.
    /// </summary>
    [Theory]
    [InlineData(null)]
    [InlineData(CoefficientBasis.PerCent)]
    public void A_published_overvoltage_coefficient_goes_with_per_cent(CoefficientBasis? basis) =>
        Assert.Equal("24085.40625 t", Pfc(new OvervoltagePfc(Mass.FromTonnes(100_000m), 2.5m, 0.96m, 1.16m, 0.121m, "published") { Basis = basis }));

    [Fact]
    public void A_ppa_takes_the_suppliers_factor_or_the_default()
    {
        var ppa = Supply(ElectricitySupply.PowerPurchaseAgreement);
        Assert.Equal("1190 t", Electricity(ppa));
        Assert.Equal("500 t", Electricity(ppa with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.5m), FactorSource = "supplier" }));
    }

    [Theory]
    [InlineData(ElectricitySupply.RenewableOnSite)]
    [InlineData(ElectricitySupply.RenewableOpenAccess)]
    [InlineData(ElectricitySupply.GreenTariff)]
    public void Renewable_supply_is_zero_only_with_the_undertaking(ElectricitySupply supply)
    {
        Assert.Equal("0 t", Electricity(Supply(supply) with { NoDoubleCountUndertaking = true }));
        var without = ElectricityEmissions.Calculate(Supply(supply), TestRules.Emissions);
        Assert.Equal("727 t", without.Value.ToString());
        Assert.Equal("727 t", Electricity(Supply(supply) with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0m), FactorSource = "supplier" }));
        Assert.Equal("renewable-without-undertaking", Assert.Single(without.Findings).Code);
    }

    [Fact]
    public void The_grid_factor_is_the_frozen_one_when_known_the_plants_own_when_given_and_a_flagged_reading_otherwise()
    {
        var grid = Supply(ElectricitySupply.Grid);
        var reading = ElectricityEmissions.Calculate(grid, TestRules.Emissions);
        Assert.Equal("727 t", reading.Value.ToString());
        Assert.Equal(["electricity/frozen", "electricity/reading", "rounding/stream"], reading.Assumptions.Select(v => v.Path));
        Assert.Equal("716 t", Electricity(grid with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.716m), FactorSource = "BEE letter" }));
        var settled = TestRules.Emissions with { FrozenGridFactor = TestRules.Emissions.PpaDefaultFactor };
        Assert.Equal("1190 t", ElectricityEmissions.Calculate(grid, settled).Value.ToString());
        Assert.Equal("0 t", Electricity(Supply(ElectricitySupply.Captive)));
    }

    [Fact]
    public void Exported_power_takes_the_plants_factor_or_the_cea_average()
    {
        var sold = new ExportedPowerStream { Id = "sold", Amounts = new(Year, ElectricalEnergy.FromMegawattHours(1000m)) };
        Assert.Equal("727 t", Adjustments.Calculate(sold, TestRules.Emissions).Value.ToString());
        Assert.Equal("910 t", Adjustments.Calculate(sold with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.91m), FactorSource = "heat rate" }, TestRules.Emissions).Value.ToString());
    }

    [Fact]
    public void Heat_counts_at_the_factor_given()
    {
        var bought = new ImportedHeatStream { Id = "steam", Amounts = new(Year, Energy.FromGigajoules(1000m)), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(70m), Source = "supplier" };
        Assert.Equal("70 t", HeatEmissions.Calculate(bought, TestRules.Emissions).Value.ToString());
        var sold = new ExportedHeatStream { Id = "sold", Amounts = new(Year, Energy.FromGigajoules(1000m)), Factor = EnergyEmissionFactor.FromTonnesPerTerajoule(70m), Source = "boiler" };
        Assert.Equal("70 t", Adjustments.Calculate(sold, TestRules.Emissions).Value.ToString());
    }

    /// <summary>1,000 toe at 2.5 t/toe; 1,000 Gcal at 0.4 g/kcal: 4,186.8 GJ are 10^9 kcal.</summary>
    [Fact]
    public void Factors_per_toe_and_per_kilocalorie_count_exactly()
    {
        var toe = new ImportedHeatStream { Id = "steam", Amounts = new(Year, Energy.Parse("1000 toe")), Factor = EnergyEmissionFactor.Parse("2.5 tCO2/toe"), Source = "supplier" };
        Assert.Equal("2500 t", HeatEmissions.Calculate(toe, TestRules.Emissions).Value.ToString());
        var kilocalorie = Coke(1m) with { Measured = new WeighedFuel(new(Year, Mass.FromTonnes(200m)), NetCalorificValue.Parse("5000 kcal/kg")), Factor = new(FactorTier.TypeII, EnergyEmissionFactor.Parse("0.4 gCO2/kcal"), "laboratory", null) };
        var calculated = Combustion.Calculate(kilocalorie, TestRules.Emissions);
        Assert.Equal("400 t", calculated.Value.ToString());
        Assert.All(calculated.Steps, s => Assert.Equal(s.Result, s.Recompute()));
        Assert.Equal("tCO2/toe", calculated.Steps[^1].Operands[1].Unit);
    }

    [Fact]
    public void Each_answer_comes_with_steps_that_give_it_again()
    {
        foreach (var calculated in new[] { Combustion.Calculate(Coke(123.456m), TestRules.Emissions), PfcEmissions.Calculate(new PfcStream { Id = "pfc", Measured = new SlopePfc(Mass.FromTonnes(7m), 0.3m, 0.143m, 0.121m, "made up") }, TestRules.Emissions) })
        {
            Assert.All(calculated.Steps, s => Assert.Equal(s.Result, s.Recompute()));
        }
    }

    [Fact]
    public void Factors_of_the_report_name_their_source_in_the_steps()
    {
        var measured = Coke(1m) with { Factor = new(FactorTier.TypeII, EnergyEmissionFactor.FromTonnesPerTerajoule(95m), "laboratory X", null) };
        Assert.Contains(Combustion.Calculate(measured, TestRules.Emissions).Steps[^1].Operands, o => o.Source?.Instrument == "laboratory X");
        var ppa = Supply(ElectricitySupply.PowerPurchaseAgreement) with { Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.5m), FactorSource = "supplier Y" };
        Assert.Contains(ElectricityEmissions.Calculate(ppa, TestRules.Emissions).Steps[^1].Operands, o => o.Source?.Instrument == "supplier Y");
        var slope = new PfcStream { Id = "pots", Measured = new SlopePfc(Mass.FromTonnes(1m), 1m, 1m, 0.1m, "study Z") };
        Assert.Contains(PfcEmissions.Calculate(slope, TestRules.Emissions).Steps[0].Operands, o => o.Source?.Instrument == "study Z");
    }

    [Fact]
    public void A_fuel_nobody_knows_is_an_error_with_a_hint()
    {
        var error = Assert.Throws<CctsDataException>(() => Combustion.Calculate(Coke(1m) with { Fuel = "petroleum-cokes" }, TestRules.Emissions));
        Assert.Equal("Did you mean \"petroleum-coke\"? \"ccts factors\" lists them all.", Assert.Single(error.Problems).Hint);
    }

    private static FuelStream Coke(decimal tonnes) => new() { Id = "kiln", Fuel = "petroleum-coke", State = FuelState.Solid, Measured = new WeighedFuel(new(Year, Mass.FromTonnes(tonnes)), NetCalorificValue.FromGigajoulesPerTonne(32.5m)) };

    private static ElectricityStream Supply(ElectricitySupply supply) => new() { Id = "meter", Supply = supply, Amounts = new(Year, ElectricalEnergy.FromMegawattHours(1000m)) };

    private static string Electricity(ElectricityStream stream) => ElectricityEmissions.Calculate(stream, TestRules.Emissions).Value.ToString();

    private static string Pfc(PfcMeasurement measured) => PfcEmissions.Calculate(new PfcStream { Id = "pots", Measured = measured }, TestRules.Emissions).Value.ToString();
}

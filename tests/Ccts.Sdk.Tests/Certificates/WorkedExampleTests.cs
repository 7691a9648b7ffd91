using System.Globalization;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Certificates;

/// <summary>The worked examples of the fact files, by their ids there.</summary>
public class WorkedExampleTests
{
    private static readonly ReportingPeriod Year = ReportingPeriod.Year(Reports.Year);

    [Fact]
    public void WE1_intensity_of_an_illustrative_steel_plant()
    {
        var intensity = (Co2e.FromTonnes(2_200_000m) + Co2e.FromTonnes(300_000m)) / Mass.FromTonnes(1_000_000m);
        Assert.Equal("2.5 tCO2e/t", intensity.ToString());
    }

    [Theory]
    [InlineData("WE2", "2.40", "2.30", "1000000", CertificateKind.Issue, 100_000)]
    [InlineData("WE3", "2.40", "2.55", "1000000", CertificateKind.Surrender, 150_000)]
    [InlineData("WE9 issue", "1.5", "1.2", "10000", CertificateKind.Issue, 3_000)]
    [InlineData("WE9 surrender", "1.5", "1.8", "10000", CertificateKind.Surrender, 3_000)]
    [InlineData("WE9 even", "1.5", "1.5", "10000", CertificateKind.Nil, 0)]
    public void Certificates_of_a_stated_intensity(string example, string target, string achieved, string product, CertificateKind kind, long quantity)
    {
        var result = At(target, achieved, product);
        Assert.True(result.Kind == kind && result.Quantity == quantity, example + ": " + result);
    }

    [Theory]
    [InlineData("WE12", "0.8032", "0.8086", "3666138", "19797.1452")]
    [InlineData("WE13", "0.7891", "0.8086", "3666138", "71489.691")]
    [InlineData("WE14", "0.5788", "0.5923", "5390695", "72774.3825")]
    [InlineData("WE15", "0.4402", "0.4455", "3532948", "18724.6244")]
    [InlineData("WE16", "0.0125", "0.0128", "2787464", "836.2392")]
    public void Doing_nothing_leaves_gazetted_plants_short(string example, string target, string baseline, string product, string shortBy)
    {
        var result = At(target, baseline, product);
        Assert.True(result.Kind == CertificateKind.Surrender, example);
        Assert.Equal(decimal.Parse(shortBy, CultureInfo.InvariantCulture), result.Unrounded!.Value.Tonnes);
        Assert.Equal((long)decimal.Round(result.Unrounded.Value.Tonnes, 0, System.MidpointRounding.AwayFromZero), result.Quantity);
    }

    [Theory]
    [InlineData("800", "240000000 INR")]
    [InlineData("1200", "360000000 INR")]
    public void WE4_compensation_is_twice_the_average_price(string price, string amount)
    {
        var owed = EnvironmentalCompensation.Calculate(150_000, Inr.Parse(price + " INR"), TestRules.Certificates);
        Assert.Equal(amount, owed.Amount.ToString());
        Assert.Equal(90, owed.DaysToPay);
    }

    [Fact]
    public void Compensation_is_undefined_when_nothing_was_traded_and_nil_when_nothing_is_short()
    {
        Assert.Null(EnvironmentalCompensation.Calculate(1, averagePrice: null, TestRules.Certificates).Amount);
        Assert.Equal(Inr.FromRupees(0m), EnvironmentalCompensation.Calculate(0, averagePrice: null, TestRules.Certificates).Amount);
        Assert.Throws<System.ArgumentOutOfRangeException>(() => EnvironmentalCompensation.Calculate(-1, null, TestRules.Certificates));
        Assert.Throws<System.ArgumentOutOfRangeException>(() => EnvironmentalCompensation.Calculate(1, Inr.FromRupees(-1m), TestRules.Certificates));
    }

    [Fact]
    public void WE5_is_wrong_by_ten_in_its_source()
    {
        var emissions = Co2e.FromTonnes(20_800_000m) + Co2e.FromTonnes(800_000m);
        var output = Output.Of(800_000m, OutputBasis.Tonne);
        Assert.Equal("27 tCO2e/t", (emissions / Mass.FromTonnes(800_000m)).ToString());
        var result = CertificateCalculator.Calculate(emissions, output, EmissionIntensity.Parse("2.645 tCO2e/t"), TestRules.Certificates).Value;
        Assert.NotEqual(44_000, result.Quantity);
        Assert.Equal(19_484_000, result.Quantity);
    }

    [Fact]
    public void WE6_scope_2_of_a_published_report()
    {
        var tonnes = ElectricalEnergy.Parse("3683858.31 kWh") * ElectricityEmissionFactor.Parse("0.727 kgCO2/kWh");
        Assert.Equal(2678.165m, decimal.Round(tonnes.Tonnes, 3));
        Assert.InRange(tonnes.Tonnes, 2678.16m - 0.01m, 2678.16m + 0.01m);
    }

    [Fact]
    public void WE7_intensity_over_equivalent_product()
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", 12000m, 5000m);
        report = report with { Products = [.. report.Products, new ProductStream { Id = "other", Product = "other", Equivalence = 0.5m, Amounts = new ProductInTonnes(new(Year, Mass.FromTonnes(2000m))) }] };
        var assessment = Ccts.Sdk.Assessments.Assessor.Assess(report, TestRules.Of("2025-26"), new() { Validate = false });
        Assert.Equal("6000 t", assessment.Output.ToString());
        Assert.Equal("2 tCO2e/t", assessment.Intensity.Unrounded.ToString());
    }

    [Fact]
    public void WE8_full_stack()
    {
        var report = Reports.Of("CMTOE085RJ", "2025-26", 0m, 1m) with
        {
            ImportedHeat = [],
            Fuels = [new FuelStream { Id = "fuel", Fuel = "any", State = FuelState.Liquid, Measured = new MeteredLiquid(new(Year, Volume.FromKilolitres(200m)), VolumeNetCalorificValue.FromGigajoulesPerKilolitre(0.035m)), Factor = new(FactorTier.TypeII, EnergyEmissionFactor.FromTonnesPerTerajoule(2600m), "WE8", null) }],
            ProcessMaterials = [new ProcessMaterialStream { Id = "process", Material = "any", Amounts = new(Year, Mass.FromTonnes(5000m)), Factor = new(FactorTier.TypeII, MassEmissionFactor.FromTonnesPerTonne(0.5m), "WE8", null) }],
            Electricity = [new ElectricityStream { Id = "grid", Supply = ElectricitySupply.Grid, Amounts = new(Year, ElectricalEnergy.FromMegawattHours(2000m)), Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.82m), FactorSource = "WE8" }],
            ExportedPower = [new ExportedPowerStream { Id = "export", Amounts = new(Year, ElectricalEnergy.FromMegawattHours(500m)), Factor = ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.82m), FactorSource = "WE8" }],
            CapturedCo2 = [new CapturedCo2Stream { Id = "captured", Amounts = new(Year, Co2e.FromTonnes(200m)), Destination = "WE8" }],
        };
        var totals = Ccts.Sdk.Assessments.Inventory.GhgInventory.Calculate(report, TestRules.Emissions).Value;
        Assert.Equal(("18.2 t", "2500 t", "1640 t", "-610 t"), (totals.Combustion.ToString(), totals.Process.ToString(), totals.Electricity.ToString(), totals.Adjustments.ToString()));
        Assert.Equal("3548.2 t", totals.Total.ToString());
    }

    private static CertificateResult At(string target, string achieved, string product)
    {
        var output = Output.Of(decimal.Parse(product, CultureInfo.InvariantCulture), OutputBasis.Tonne);
        var emissions = EmissionIntensity.Parse(achieved + " tCO2e/t") * output;
        return CertificateCalculator.Calculate(emissions, output, EmissionIntensity.Parse(target + " tCO2e/t"), TestRules.Certificates).Value;
    }
}

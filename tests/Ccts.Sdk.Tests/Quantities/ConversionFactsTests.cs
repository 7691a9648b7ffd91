using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Conversions and products whose answers were published or follow from a definition.</summary>
public sealed class ConversionFactsTests
{
    [Fact]
    public void One_kilocalorie_is_4_1868_kilojoules() =>
        Assert.Equal(4.1868m, Energy.Of(1m, EnergyUnit.Kilocalorie).In(EnergyUnit.Kilojoule));

    [Fact]
    public void One_toe_is_ten_gigacalories() =>
        Assert.Equal(Energy.Of(10m, EnergyUnit.Gigacalorie), Energy.Of(1m, EnergyUnit.TonneOfOilEquivalent));

    [Fact]
    public void One_kilowatt_hour_is_3600_kilojoules() =>
        Assert.Equal(3600m, Energy.Of(1m, EnergyUnit.KilowattHour).In(EnergyUnit.Kilojoule));

    [Fact]
    public void One_million_units_is_one_gigawatt_hour() =>
        Assert.Equal(ElectricalEnergy.Parse("1 GWh"), ElectricalEnergy.Parse("1 MU"));

    [Fact]
    public void One_crore_is_a_hundred_lakh() => Assert.Equal(Inr.Parse("100 lakh"), Inr.Parse("1 crore"));

    /// <summary>DPCM s.5(13)-(15) prints its laboratory limit in both units: 300 J/g is 71.7 kcal/kg, rounded.</summary>
    [Fact]
    public void Three_hundred_joules_per_gram_is_71_7_kilocalories_per_kilogram() =>
        Assert.Equal(71.7m, decimal.Round(
            NetCalorificValue.Of(300m, CalorificValueUnit.JoulePerGram).In(CalorificValueUnit.KilocaloriePerKilogram), 1));

    /// <summary>ccts-facts, section 10: 96.1 t/TJ = 0.4024 g/kcal.</summary>
    [Fact]
    public void Coal_at_96_1_tonnes_per_terajoule_is_0_4024_grams_per_kilocalorie() =>
        Assert.Equal(0.4024m, decimal.Round(
            HeatEmissionFactor.Parse("96.1 tCO2/TJ").In(HeatEmissionFactorUnit.GramPerKilocalorie), 4));

    /// <summary>WE10: residual fuel oil, IPCC NCV 40.4 TJ/Gg, DPCM Annexure IV 77.4 tCO2/TJ.</summary>
    [Fact]
    public void WE10_residual_fuel_oil() => Assert.Equal(
        MassEmissionFactor.FromTonnesPerTonne(3.12696m),
        NetCalorificValue.Parse("40.4 TJ/Gg") * EnergyEmissionFactor.Parse("77.4 tCO2/TJ"));

    /// <summary>WE10 by way of energy: the order of the steps does not change the answer.</summary>
    [Fact]
    public void WE10_residual_fuel_oil_by_energy() => Assert.Equal(
        "3126.96 t",
        (Mass.Parse("1 kt") * NetCalorificValue.Parse("40.4 GJ/t") * EnergyEmissionFactor.Parse("77.4 kgCO2/GJ")).ToString());

    /// <summary>WE11: natural gas, 38.0 MJ/Sm3 and 56.1 tCO2/TJ; the source prints 0.002132.</summary>
    [Fact]
    public void WE11_natural_gas()
    {
        var factor = GasNetCalorificValue.Parse("38.0 MJ/Sm3") * EnergyEmissionFactor.FromTonnesPerTerajoule(56.1m);

        Assert.Equal(0.0021318m, factor.TonnesPerStandardCubicMetre);
        Assert.Equal(0.002132m, decimal.Round(factor.TonnesPerStandardCubicMetre, 6));
    }

    /// <summary>WE6: 3,683,858.31 kWh at 0.727 kg/kWh is 2,678.165 t; the company published 2,678.16.</summary>
    [Fact]
    public void WE6_purchased_electricity()
    {
        var emissions = ElectricalEnergy.Parse("3683858.31 kWh") * ElectricityEmissionFactor.Parse("0.727 kgCO2/kWh");

        Assert.Equal(2678.16499137m, emissions.Tonnes);
    }

    /// <summary>WE12: CMTOE085RJ, FY2025-26 target against baseline, at baseline output.</summary>
    [Fact]
    public void WE12_intensity_times_output_is_exact()
    {
        var gap = EmissionIntensity<Mass>.Parse("0.8086 tCO2e/t") - EmissionIntensity<Mass>.Of(0.8032m);

        Assert.Equal(Co2e.Parse("19797.1452 tCO2e"), gap * Mass.FromTonnes(3_666_138m));
    }

    /// <summary>Heat in TOE x tCO2/TOE (DPCM Annexure III) stays exact although energy is held in GJ.</summary>
    [Theory]
    [InlineData("1 toe", "3 tCO2/toe", "3 t")]
    [InlineData("123.4567 toe", "2.345 tCO2/toe", "289.5059615 t")]
    [InlineData("41.868 GJ", "0.05 tCO2/GJ", "2.0934 t")]
    public void Heat_times_its_factor_is_exact(string heat, string factor, string emissions) =>
        Assert.Equal(emissions, (Energy.Parse(heat) * HeatEmissionFactor.Parse(factor)).ToString());

    /// <summary>DPCM s.5(9)(iii): 95 % for solid and liquid fuels, 90 % for gases, supplied by the caller.</summary>
    [Fact]
    public void Gross_becomes_net_by_the_ratio_given()
    {
        Assert.Equal("19 GJ/t", GrossCalorificValue.Parse("20 MJ/kg").ToNet(0.95m).ToString());
        Assert.Equal("34.2 GJ/kl", VolumeGrossCalorificValue.Parse("36 MJ/l").ToNet(0.95m).ToString());
        Assert.Equal("0.036 GJ/Sm3", GasGrossCalorificValue.Parse("40 MJ/Sm3").ToNet(0.90m).ToString());
    }

    /// <summary>The schedules reckon a refinery's baseline emissions as output x NRGF x intensity.</summary>
    [Fact]
    public void Refinery_emissions_are_output_times_nrgf_times_intensity() => Assert.Equal(
        Co2e.FromTonnes(10m * 8.5m * 4.2m),
        EmissionIntensity<RefineryThroughput>.Of(4.2m) * RefineryThroughput.Of(10m, 8.5m));
}

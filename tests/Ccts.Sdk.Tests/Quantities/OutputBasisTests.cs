using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Outputs and intensities whose basis is data: right when it agrees, an exception when it does not.</summary>
public sealed class OutputBasisTests
{
    private static readonly Output Tonnes = Output.Parse("1000 t");
    private static readonly Output Power = Output.Parse("1000 MWh");
    private static readonly Output Barrels = Output.Parse("1000 MBBLS/NRGF");

    [Fact]
    public void Outputs_carry_the_basis_of_their_unit()
    {
        Assert.Equal(OutputBasis.Tonne, Tonnes.Basis);
        Assert.Equal(OutputBasis.MegawattHour, Output.Parse("1 MU").Basis);
        Assert.Equal(Power, Output.Parse("1 GWh"));
        Assert.Equal(OutputBasis.RefineryBarrel, Barrels.Basis);
        Assert.Equal("1000 MBBLS/NRGF", Barrels.ToString());
    }

    [Fact]
    public void Typed_and_tagged_lead_back_to_each_other()
    {
        Assert.Equal(Mass.Parse("1 kt"), Output.From(Mass.Parse("1 kt")).ToMass());
        Assert.Equal(ElectricalEnergy.Parse("1 MWh"), Output.From(ElectricalEnergy.Parse("1 MWh")).ToElectricalEnergy());
        Assert.Equal(RefineryThroughput.Of(2m, 3m), Output.From(RefineryThroughput.Of(2m, 3m)).ToRefineryThroughput());
        var typed = EmissionIntensity<ElectricalEnergy>.Parse("0.9 tCO2e/MWh");
        Assert.Equal(EmissionIntensity.Parse("0.9 tCO2e/MWh"), typed.ToTagged());
        Assert.Equal(typed, typed.ToTagged().ToTyped<ElectricalEnergy>());
    }

    [Fact]
    public void A_conversion_to_another_basis_names_both()
    {
        var mismatch = Assert.Throws<UnitMismatchException>(() => Power.ToMass());
        Assert.Equal((OutputBasis.Tonne, OutputBasis.MegawattHour), (mismatch.Expected, mismatch.Actual));
        Assert.IsAssignableFrom<InvalidOperationException>(mismatch);
        Assert.Throws<UnitMismatchException>(() => Tonnes.ToElectricalEnergy());
        Assert.Throws<UnitMismatchException>(() => Tonnes.ToRefineryThroughput());
        Assert.Throws<UnitMismatchException>(() => EmissionIntensity.Parse("1 tCO2e/MWh").ToTyped<Mass>());
    }

    [Fact]
    public void Emissions_over_output_and_back_agree_with_the_typed_way()
    {
        var emissions = Co2e.FromTonnes(2500m);

        Assert.Equal(EmissionIntensity.Parse("2.5 tCO2e/t"), emissions / Tonnes);
        Assert.Equal((emissions / Tonnes.ToMass()).ToTagged(), emissions / Tonnes);
        Assert.Equal((emissions / Power.ToElectricalEnergy()).ToTagged(), emissions / Power);
        Assert.Equal((emissions / Barrels.ToRefineryThroughput()).ToTagged(), emissions / Barrels);
        Assert.Equal(emissions, emissions / Barrels * Barrels);
    }

    [Fact]
    public void No_output_is_an_error_not_infinity()
    {
        var emissions = Co2e.FromTonnes(1m);
        Assert.Throws<DivideByZeroException>(() => emissions / default(Mass));
        Assert.Throws<DivideByZeroException>(() => emissions / default(ElectricalEnergy));
        Assert.Throws<DivideByZeroException>(() => emissions / default(RefineryThroughput));
        Assert.Throws<DivideByZeroException>(() => emissions / default(Output));
    }

    [Fact]
    public void Mixing_bases_throws_in_every_operation()
    {
        var perTonne = EmissionIntensity.Of(1m, OutputBasis.Tonne);
        var perMegawattHour = EmissionIntensity.Of(1m, OutputBasis.MegawattHour);
        Action[] mixtures =
        [
            () => _ = Tonnes + Power, () => _ = Tonnes - Power, () => _ = Tonnes / Power, () => _ = Tonnes < Power,
            () => _ = Tonnes > Power, () => _ = Tonnes <= Power, () => _ = Tonnes >= Power, () => Tonnes.CompareTo(Barrels),
            () => _ = perTonne + perMegawattHour, () => _ = perTonne - perMegawattHour, () => _ = perTonne / perMegawattHour,
            () => _ = perTonne < perMegawattHour, () => _ = perTonne > perMegawattHour, () => _ = perTonne <= perMegawattHour,
            () => _ = perTonne >= perMegawattHour, () => perTonne.CompareTo(perMegawattHour), () => _ = perTonne * Power,
        ];
        Assert.All(mixtures, mixture => Assert.Throws<UnitMismatchException>(mixture));
    }

    [Fact]
    public void Values_on_different_bases_are_never_equal()
    {
        Assert.NotEqual(Tonnes, Power);
        Assert.NotEqual(Output.Of(0m, OutputBasis.Tonne), Output.Of(0m, OutputBasis.MegawattHour));
        Assert.NotEqual(EmissionIntensity.Of(1m, OutputBasis.Tonne), EmissionIntensity.Of(1m, OutputBasis.RefineryBarrel));
    }
}

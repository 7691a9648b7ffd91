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

    /// <summary>Whether the law has a unit is data; what it is counted in, and that it never mixes, is not.</summary>
    [Fact]
    public void A_unit_that_the_core_does_not_know_is_an_output_of_its_own()
    {
        var cloth = Output.Parse("12000.50 m");
        Assert.Equal((12000.5m, "m", "12000.5 m"), (cloth.Value, cloth.Basis.Symbol, cloth.ToString()));
        Assert.Equal(cloth, Output.Of(12000.5m, OutputBasis.Parse("m")));
        Assert.Equal("0.5 tCO2e/m", EmissionIntensity.Parse("0.50 tCO2e/m").ToString());
        Assert.Equal(Co2e.FromTonnes(6000.25m), EmissionIntensity.Parse("0.5 tCO2e/m") * cloth);
        Assert.True(EmissionIntensity.TryReadUnit("tCO2e/m", out var basis));
        Assert.Equal(cloth.Basis, basis);
        Assert.False(basis.IsBuiltIn);
        Assert.Throws<UnitMismatchException>(() => cloth + Tonnes);
        Assert.Throws<UnitMismatchException>(() => cloth.ToMass());
        Assert.Equal(OutputBasis.Tonne, OutputBasis.Parse("t"));
        Assert.Equal(default, OutputBasis.Tonne);
    }

    [Theory]
    [InlineData("kt", "is a multiple")]
    [InlineData("kWh", "is a multiple")]
    [InlineData("MT", "a million of them")]
    [InlineData("mwh", "write \"MWh\"")]
    [InlineData("tonnes", "a tonne is")]
    [InlineData("", "is no unit of output")]
    [InlineData("2m", "is no unit of output")]
    [InlineData("m of cloth", "is no unit of output")]
    [InlineData("abcdefghijklmnopqrstuvwxy", "is no unit of output")]
    [InlineData(null, "The unit is missing")]
    public void A_multiple_a_misspelling_and_what_is_no_unit_are_refused(string? symbol, string why)
    {
        Assert.False(OutputBasis.TryParse(symbol, out _, out var reason));
        Assert.Contains(why, reason, StringComparison.Ordinal);
        Assert.False(Output.TryParse($"5 {symbol} ", out _, out _));
    }

    [Theory]
    [InlineData("0.00000000000000000000000000001 m", "cannot be held exactly in m")]
    [InlineData("5 tonnes", "a tonne is")]
    [InlineData("5,000 m", "is not a plain decimal number")]
    public void The_reason_names_what_is_wrong_with_the_amount(string text, string why)
    {
        Assert.False(Output.TryParse(text, out var output, out var reason));
        Assert.Equal(default, output);
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_on_different_bases_are_never_equal()
    {
        Assert.NotEqual(Tonnes, Power);
        Assert.NotEqual(Output.Of(0m, OutputBasis.Tonne), Output.Of(0m, OutputBasis.MegawattHour));
        Assert.NotEqual(EmissionIntensity.Of(1m, OutputBasis.Tonne), EmissionIntensity.Of(1m, OutputBasis.RefineryBarrel));
    }
}

using System;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Arithmetic on quantities allocates nothing: they are the bare decimal at run time.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void Arithmetic_allocates_nothing()
    {
        Sum(10);
        var total = default(Co2e);

        Assert.Equal(0L, Allocations.Of(() => total = Sum(1000)));
        Assert.True(total > default(Co2e));
    }

    [Fact]
    public void Conversion_allocates_nothing()
    {
        Convert(10);

        Assert.Equal(0L, Allocations.Of(() => Convert(1000)));
    }

    private static Co2e Sum(int times)
    {
        var total = default(Co2e);
        for (var i = 1; i <= times; i++)
        {
            var fuel = Mass.FromTonnes(i) * NetCalorificValue.FromGigajoulesPerTonne(40.4m);
            var gas = GasVolume.FromStandardCubicMetres(i) * GasNetCalorificValue.FromGigajoulesPerStandardCubicMetre(0.038m);
            total += (fuel * EnergyEmissionFactor.FromTonnesPerTerajoule(77.4m))
                + (gas * EnergyEmissionFactor.FromTonnesPerTerajoule(56.1m))
                + (fuel * HeatEmissionFactor.FromTonnesPerToe(3m))
                + (ElectricalEnergy.FromMegawattHours(i) * ElectricityEmissionFactor.FromTonnesPerMegawattHour(0.727m));
            var output = Mass.FromTonnes(i);
            total = (total / output * output) - (total / Output.From(output) * Output.From(output)) + (1.5m * total);
            total = total > Co2e.FromTonnes(1_000_000m) || total == default ? Co2e.FromTonnes(i) : total;
        }

        return total;
    }

    private static void Convert(int times)
    {
        for (var i = 1; i <= times; i++)
        {
            _ = NetCalorificValue.Of(i, CalorificValueUnit.KilocaloriePerKilogram).In(CalorificValueUnit.MegajoulePerKilogram);
        }
    }
}

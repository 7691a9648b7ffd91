using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The energy in a plant's fuels, including biogenic ones, to compare with its use.</summary>
internal static class BurntEnergy
{
    /// <summary>Net energy for each tonne of CO2 that natural gas gives off, which has 56.1 t/TJ. Used if no calorific value is stated: few fuels have more, so the energy is not underestimated.</summary>
    private const decimal GigajoulesPerTonneOfCo2 = 18m;

    /// <summary>The same for each tonne of carbon in a mass balance: methane has 50 GJ/t and three quarters of carbon.</summary>
    private const decimal GigajoulesPerTonneOfCarbon = 67m;

    /// <summary>Net energy of a fuel, GJ.</summary>
    internal static decimal Of(FuelStream stream, EmissionRules rules, Workings workings) =>
        stream.Analyses.Count == 0 ? Of(new FuelLot(stream), rules, workings) : FuelLots.Of(stream, rules, workings).Sum(l => Of(l, rules, workings));

    /// <summary>The most that the carbon of mass balances can have brought, GJ.</summary>
    internal static decimal OfBalances(MonitoringReport report) =>
        report.MassBalances.Sum(b => b.Inputs.Sum(Carbon)) * GigajoulesPerTonneOfCarbon;

    private static decimal Of(FuelLot lot, EmissionRules rules, Workings workings)
    {
        var stream = lot.Stream;
        var hasValue = stream.Measured is BilledEnergy or WeighedFuel { Net: not null } or WeighedFuel { Gross: not null } or MeteredLiquid { Net: not null } or MeteredLiquid { Gross: not null } or MeteredGas { Net: not null } or MeteredGas { Gross: not null };
        return hasValue && FuelEnergy.TryEnergy(lot, rules, workings, out var energy, out _) ? energy : Combustion.Tonnes(stream, rules, workings) * GigajoulesPerTonneOfCo2;
    }

    /// <summary>Tonnes of carbon in a flow.</summary>
    internal static decimal Carbon(CarbonFlow flow) => flow.Amounts.TryTotal(out var tonnes) ? tonnes * flow.CarbonContent : 0m;
}

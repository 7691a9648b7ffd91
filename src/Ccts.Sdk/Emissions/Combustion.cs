using System;
using Ccts.Sdk.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Emissions;

/// <summary>CO2 from fuel: activity x NCV x EF x OF (DPCM Annexure III), or weighed carbon x 44/12 x OF.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class Combustion
{
    private const decimal GigajoulesPerTerajoule = 1000m;

    /// <summary>Emissions of one fuel stream, biogenic or not; t CO2.</summary>
    /// <exception cref="CctsDataException">The fuel is not in the ruleset, or a calorific value is missing.</exception>
    public static Calculated<Co2e> Calculate(FuelStream stream, EmissionRules rules) =>
        Calculated.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(FuelStream stream, EmissionRules rules, Workings workings)
    {
        var oxidation = OxidationFactor(stream, rules, workings);
        if (stream.CarbonContent is { } carbon && stream.Measured is WeighedFuel weighed)
        {
            return CarbonTonnes(stream, weighed, carbon, oxidation, rules, workings);
        }

        if (!TryEnergy(stream, rules, workings, out var energy, out var energyStep) || !TryFactor(stream, rules, workings, out var factor, out var source))
        {
            return 0m;
        }

        var tonnes = rules.Quantise(energy * factor.TonnesPerTerajoule * oxidation / GigajoulesPerTerajoule, workings);
        if (workings.Steps is not null)
        {
            workings.Note(
                stream.Id,
                "combustion CO2",
                [
                    new(OperandRole.Times, "energy", energy, "GJ", energyStep),
                    new(OperandRole.Times, "emission factor " + Tier(stream.Factor.Tier), factor.TonnesPerTerajoule, "tCO2/TJ", 0, source),
                    new(OperandRole.Times, "oxidation factor", oxidation, "", 0, stream.OxidationFactor is null ? rules.DefaultOxidationFactor.Standing.Source : null),
                    new(OperandRole.DividedBy, "GJ per TJ", GigajoulesPerTerajoule, "GJ/TJ"),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    private static decimal CarbonTonnes(FuelStream stream, WeighedFuel weighed, decimal carbon, decimal oxidation, EmissionRules rules, Workings workings)
    {
        workings.LeanOn(rules.CarbonToCo2);
        var ratio = rules.CarbonToCo2.Value;
        var mass = weighed.Amounts.CanonicalTotal;
        var tonnes = rules.Quantise(mass * carbon * oxidation * ratio.Numerator / ratio.Denominator, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream.Id, "fuel burnt", weighed.Amounts, mass);
            workings.Note(
                stream.Id,
                "combustion CO2 from carbon content",
                [
                    new(OperandRole.Times, "fuel burnt", mass, "t", sum),
                    new(OperandRole.Times, "carbon content Type II", carbon, "t/t", 0, Activity.Given(stream.Factor.Source, workings)),
                    new(OperandRole.Times, "oxidation factor", oxidation, "", 0, stream.OxidationFactor is null ? rules.DefaultOxidationFactor.Standing.Source : null),
                    new(OperandRole.Times, "CO2 over carbon, numerator", ratio.Numerator, "", 0, rules.CarbonToCo2.Standing.Source),
                    new(OperandRole.DividedBy, "CO2 over carbon, denominator", ratio.Denominator, "", 0, rules.CarbonToCo2.Standing.Source),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    private static decimal OxidationFactor(FuelStream stream, EmissionRules rules, Workings workings)
    {
        if (stream.OxidationFactor is { } measured)
        {
            return measured;
        }

        workings.LeanOn(rules.DefaultOxidationFactor);
        return rules.DefaultOxidationFactor.Value;
    }

    private static bool TryEnergy(FuelStream stream, EmissionRules rules, Workings workings, out decimal energy, out int step)
    {
        switch (stream.Measured)
        {
            case WeighedFuel weighed:
                return TryEnergy(stream, weighed.Amounts, weighed.Net?.GigajoulesPerTonne, weighed.Gross?.GigajoulesPerTonne, "GJ/t", rules, workings, out energy, out step);
            case MeteredLiquid liquid:
                return TryEnergy(stream, liquid.Amounts, liquid.Net?.GigajoulesPerKilolitre, liquid.Gross?.GigajoulesPerKilolitre, "GJ/kl", rules, workings, out energy, out step);
            case MeteredGas gas:
                return TryEnergy(stream, gas.Amounts, gas.Net?.GigajoulesPerStandardCubicMetre, gas.Gross?.GigajoulesPerStandardCubicMetre, "GJ/Sm3", rules, workings, out energy, out step);
            default:
                throw new ArgumentException("A fuel is weighed, or metered as liquid or gas.", nameof(stream));
        }
    }

    private static bool TryEnergy<T>(FuelStream stream, Amounts<T> amounts, decimal? net, decimal? gross, string unit, EmissionRules rules, Workings workings, out decimal energy, out int step)
        where T : struct, IQuantity
    {
        (energy, step) = (0m, 0);
        var fallbackStep = 0;
        if (net is null)
        {
            if (gross is null)
            {
                workings.Problems.Error("missing-calorific-value", stream.Place, $"\"{stream.Id}\" has no calorific value.", "a measured net calorific value", "Give \"ncv\", or \"gcv\" for the fallback.", rules.NetOverGrossSolidLiquid.Standing.Source.ToString());
                return false;
            }

            net = NetFromGross(stream, gross.Value, unit, rules, workings, out fallbackStep);
        }

        var amount = amounts.CanonicalTotal;
        energy = amount * net.Value;
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream.Id, "fuel burnt", amounts, amount);
            step = workings.Note(
                stream.Id,
                "energy",
                [new(OperandRole.Times, "fuel burnt", amount, Activity.UnitOf(amounts), sum), new(OperandRole.Times, "net calorific value", net.Value, unit, fallbackStep)],
                energy,
                "GJ");
        }

        return true;
    }

    private static decimal NetFromGross(FuelStream stream, decimal gross, string unit, EmissionRules rules, Workings workings, out int step)
    {
        var ratio = stream.State == FuelState.Gas ? rules.NetOverGrossGaseous : rules.NetOverGrossSolidLiquid;
        workings.LeanOn(ratio);
        var net = gross * ratio.Value;
        step = workings.Steps is null
            ? 0
            : workings.Note(
                stream.Id,
                "net calorific value by fallback",
                [new(OperandRole.Times, "gross calorific value", gross, unit), new(OperandRole.Times, "net over gross", ratio.Value, "", 0, ratio.Standing.Source)],
                net,
                unit,
                clause: ratio.Standing.Source);
        return net;
    }

    private static bool TryFactor(FuelStream stream, EmissionRules rules, Workings workings, out EnergyEmissionFactor factor, out LegalSource? source)
    {
        if (stream.Factor.Value is { } own)
        {
            (factor, source) = (own, Activity.Given(stream.Factor.Source, workings));
            return true;
        }

        (factor, source) = (default, null);
        if (!rules.Fuels.TryGetValue(stream.Fuel, out var listed))
        {
            workings.Problems.Error("unknown-fuel", stream.Place, $"\"{stream.Fuel}\" is not a fuel of the ruleset.", "a fuel of the ruleset, or a factor of its own", NearestFactor.Hint(stream.Fuel, rules.Fuels.Values));
            return false;
        }

        workings.LeanOn(listed.Factor);
        (factor, source) = (listed.Factor.Value, listed.Factor.Standing.Source);
        return true;
    }

    private static string Tier(FactorTier tier) => tier == FactorTier.TypeII ? "Type II" : "Type I";
}

using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>CO2 from fuel: activity x NCV x EF x OF (DPCM Annexure III), or its carbon x 44/12 x OF; by lot if laboratories give results by month or lot.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class Combustion
{
    /// <summary>Emissions of one fuel stream, biogenic or not; t CO2.</summary>
    /// <exception cref="CctsDataException">The fuel is not in the ruleset, or a calorific value is missing.</exception>
    public static Calculated<Co2e> Calculate(FuelStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(FuelStream stream, EmissionRules rules, Workings workings)
    {
        var tonnes = stream.Analyses.Count == 0 ? OfLot(new FuelLot(stream), rules, workings) : OfLots(stream, rules, workings);
        return stream.Unburnt.Count == 0 ? tonnes : UnburntCarbon.Less(stream, tonnes, rules, workings);
    }

    private static decimal OfLots(FuelStream stream, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        foreach (var lot in FuelLots.Of(stream, rules, workings))
        {
            total.Add(lot.Name, OfLot(lot, rules, workings));
        }

        if (workings.Steps is not null)
        {
            total.Noted("combustion CO2 of all lots", subject: stream.Id);
        }

        return total.Tonnes;
    }

    private static decimal OfLot(FuelLot lot, EmissionRules rules, Workings workings)
    {
        var stream = lot.Stream;
        var oxidation = OxidationFactor(stream, rules, workings);
        if (stream.CarbonContent is { } carbon && stream.Measured is WeighedFuel weighed)
        {
            return CarbonTonnes(lot, weighed, carbon, oxidation, rules, workings);
        }

        if (stream.Composition is { } made && stream.Measured is MeteredGas gas)
        {
            return GasCarbon.Tonnes(stream, gas, made, oxidation, rules, workings);
        }

        if (!FuelEnergy.TryEnergy(lot, rules, workings, out var energy, out var energyStep) || !TryFactor(stream, rules, workings, out var factor, out var source))
        {
            return 0m;
        }

        var tonnes = rules.Quantise(energy * factor.Kept * oxidation / factor.GigajoulesPerUnit, workings);
        if (workings.Steps is not null)
        {
            var used = new Operand(OperandRole.Times, "emission factor " + Tier(stream.Factor.Tier), factor.Kept, "tCO2/" + factor.EnergyUnit, 0, source);
            workings.Note(
                stream.Id,
                "combustion CO2",
                [
                    new(OperandRole.Times, "energy", energy, "GJ", energyStep),
                    stream.Factor.Value is null ? used : used.By(stream, lot.PathOf("factor"), workings),
                    Oxidation(stream, oxidation, rules, workings),
                    HeatEmissions.GigajoulesPer(factor),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    private static decimal CarbonTonnes(FuelLot lot, WeighedFuel weighed, decimal carbon, decimal oxidation, EmissionRules rules, Workings workings)
    {
        workings.LeanOn(rules.CarbonToCo2);
        var stream = lot.Stream;
        var ratio = rules.CarbonToCo2.Value;
        var mass = FuelEnergy.Burnt(lot, weighed.Amounts, "t", workings, out var sum);
        var tonnes = rules.Quantise(mass * carbon * oxidation * ratio.Numerator / ratio.Denominator, workings);
        if (workings.Steps is not null)
        {
            workings.Note(
                stream.Id,
                "combustion CO2 from carbon content",
                [
                    new(OperandRole.Times, "fuel burnt", mass, "t", sum),
                    new Operand(OperandRole.Times, "carbon content Type II", carbon, "t/t", lot.CarbonStep, Activity.Given(stream.Factor.Source, workings)).By(stream, lot.PathOf("carbonContent"), workings),
                    Oxidation(stream, oxidation, rules, workings),
                    new(OperandRole.Times, "CO2 over carbon, numerator", ratio.Numerator, "", 0, rules.CarbonToCo2.Standing.Source),
                    new(OperandRole.DividedBy, "CO2 over carbon, denominator", ratio.Denominator, "", 0, rules.CarbonToCo2.Standing.Source),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    internal static Operand Oxidation(FuelStream stream, decimal oxidation, EmissionRules rules, Workings workings) => stream.OxidationFactor is null
        ? new(OperandRole.Times, "oxidation factor", oxidation, "", 0, rules.DefaultOxidationFactor.Standing.Source)
        : new Operand(OperandRole.Times, "oxidation factor", oxidation, "").By(stream, "oxidationFactor", workings);

    private static decimal OxidationFactor(FuelStream stream, EmissionRules rules, Workings workings)
    {
        if (stream.OxidationFactor is { } measured)
        {
            return measured;
        }

        workings.LeanOn(rules.DefaultOxidationFactor);
        return rules.DefaultOxidationFactor.Value;
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

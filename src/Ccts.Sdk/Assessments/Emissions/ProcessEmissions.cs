using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>CO2 given off by materials, and notional emissions of imported intermediates (DPCM Annexure III, s.4.4(3)).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ProcessEmissions
{
    /// <summary>Emissions of one process material: amount x EF x conversion factor; t CO2.</summary>
    /// <exception cref="CctsDataException">The material is not in the ruleset and has no factor of its own.</exception>
    public static Calculated<Co2e> Calculate(ProcessMaterialStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    /// <summary>Notional emissions of one imported intermediate; t CO2.</summary>
    public static Calculated<Co2e> Calculate(ImportedIntermediateStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(ProcessMaterialStream stream, EmissionRules rules, Workings workings)
    {
        if (stream.Analyses.Count == 0)
        {
            return OfLot(new MaterialLot(stream), rules, workings);
        }

        var total = new Subtotal(workings);
        foreach (var lot in MaterialLots.Of(stream, rules, workings))
        {
            total.Add(lot.Name, OfLot(lot, rules, workings));
        }

        if (workings.Steps is not null)
        {
            total.Noted("process CO2 of all lots", subject: stream.Id);
        }

        return total.Tonnes;
    }

    private static decimal OfLot(MaterialLot lot, EmissionRules rules, Workings workings)
    {
        var stream = lot.Stream;
        var conversion = new Operand(OperandRole.Times, "conversion factor", stream.ConversionFactor ?? 1m, "");
        conversion = stream.ConversionFactor is null ? conversion : conversion.By(stream, lot.PathOf("conversionFactor"), workings);
        if (stream.Factor.Value is { } own)
        {
            var measured = new Operand(OperandRole.Times, "emission factor", own.TonnesPerTonne, "tCO2/t", lot.FactorStep, Activity.Given(stream.Factor.Source, workings)).By(stream, lot.PathOf("factor"), workings);
            return Activity.TimesFactor(stream, "process CO2", stream.Amounts, measured, conversion, rules, workings);
        }

        if (stream.CarbonContent is not null || stream.Composition.Count > 0)
        {
            return MaterialCarbon.Tonnes(stream, conversion, rules, workings);
        }

        if (!rules.Materials.TryGetValue(stream.Material, out var listed))
        {
            workings.Problems.Error("unknown-material", stream.Place, $"\"{stream.Material}\" is not a process material of the ruleset.", "a material of the ruleset, or a factor of its own", NearestFactor.Hint(stream.Material, rules.Materials.Values));
            return 0m;
        }

        workings.LeanOn(listed.Factor);
        var factor = new Operand(OperandRole.Times, "emission factor Type I", listed.Factor.Value.TonnesPerTonne, "tCO2/t", 0, listed.Factor.Standing.Source);
        return Activity.TimesFactor(stream, "process CO2", stream.Amounts, factor, conversion, rules, workings);
    }

    internal static decimal Tonnes(ImportedIntermediateStream stream, EmissionRules rules, Workings workings)
    {
        var factor = new Operand(OperandRole.Times, "notional factor", stream.Factor.TonnesPerTonne, "tCO2/t", 0, Activity.Given(stream.Source, workings)).By(stream, "factor", workings);
        return Activity.TimesFactor(stream, "notional CO2 of an imported intermediate", stream.Amounts, factor, second: null, rules, workings);
    }
}

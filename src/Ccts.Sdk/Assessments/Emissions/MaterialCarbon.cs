using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>CO2 of a process material by analysis: by its carbon, as for organic carbon in raw meal, or by its carbonates, as for dolomite.</summary>
internal static class MaterialCarbon
{
    internal static decimal Tonnes(ProcessMaterialStream stream, Operand conversion, EmissionRules rules, Workings workings)
    {
        var mass = stream.Amounts.CanonicalTotal;
        return stream.CarbonContent is { } carbon ? OfCarbon(stream, mass, carbon, conversion, rules, workings) : OfComposition(stream, mass, conversion, rules, workings);
    }

    private static decimal OfCarbon(ProcessMaterialStream stream, decimal mass, decimal carbon, Operand conversion, EmissionRules rules, Workings workings)
    {
        workings.LeanOn(rules.CarbonToCo2);
        var ratio = rules.CarbonToCo2.Value;
        var tonnes = rules.Quantise(mass * carbon * conversion.Value * ratio.Numerator / ratio.Denominator, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream, "amount", stream.Amounts, mass);
            workings.Note(
                stream.Id,
                "process CO2 from carbon content",
                [
                    new(OperandRole.Times, "amount", mass, "t", sum),
                    new Operand(OperandRole.Times, "carbon content", carbon, "t/t", 0, Activity.Given(stream.AnalysisSource, workings)).By(stream, "carbonContent", workings),
                    conversion,
                    new(OperandRole.Times, "CO2 over carbon, numerator", ratio.Numerator, "", 0, rules.CarbonToCo2.Standing.Source),
                    new(OperandRole.DividedBy, "CO2 over carbon, denominator", ratio.Denominator, "", 0, rules.CarbonToCo2.Standing.Source),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    private static decimal OfComposition(ProcessMaterialStream stream, decimal mass, Operand conversion, EmissionRules rules, Workings workings)
    {
        var operands = workings.Steps is null ? null : new List<Operand>();
        var each = 0m;
        foreach (var (component, share) in stream.Composition)
        {
            if (!rules.Materials.TryGetValue(component, out var listed))
            {
                workings.Problems.Error("unknown-material", stream.Place, $"\"{component}\" in \"{stream.Id}\" is not a process material of the ruleset.", "materials of the ruleset", NearestFactor.Hint(component, rules.Materials.Values));
                continue;
            }

            workings.LeanOn(listed.Factor);
            var factor = listed.Factor.Value.TonnesPerTonne;
            each += share * factor;
            if (operands is not null)
            {
                var step = workings.Note(
                    stream.Id,
                    "CO2 of " + component,
                    [new Operand(OperandRole.Times, component, share, "t/t", 0, Activity.Given(stream.AnalysisSource, workings)).By(stream, EvidencePath.Of("composition", component, "share"), workings), new(OperandRole.Times, "emission factor", factor, "tCO2/t", 0, listed.Factor.Standing.Source)],
                    share * factor,
                    "tCO2/t");
                operands.Add(new(OperandRole.Plus, "CO2 of " + component, share * factor, "tCO2/t", step));
            }
        }

        var sum = operands is { Count: > 0 } ? workings.Note(stream.Id, "emission factor by composition", [.. operands], each, "tCO2/t") : 0;
        var by = new Operand(OperandRole.Times, "emission factor by composition", each, "tCO2/t", sum);
        return Activity.TimesFactor(stream, "process CO2", stream.Amounts, by, conversion, rules, workings);
    }
}

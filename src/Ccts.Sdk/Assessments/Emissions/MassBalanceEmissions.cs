using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>CO2 as carbon in minus carbon out, times 44/12 (DPCM Annexure III; s.5(7)(iii) prints 3.664 instead).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class MassBalanceEmissions
{
    /// <summary>Emissions of one mass balance; t CO2, negative when more carbon leaves than enters.</summary>
    public static Calculated<Co2e> Calculate(MassBalanceStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(MassBalanceStream stream, EmissionRules rules, Workings workings)
    {
        workings.LeanOn(rules.CarbonToCo2);
        var operands = workings.Steps is null ? null : new List<Operand>();
        var carbon = Carbon(stream, "inputs", stream.Inputs, OperandRole.Plus, workings, operands) - Carbon(stream, "outputs", stream.Outputs, OperandRole.Minus, workings, operands);
        var ratio = rules.CarbonToCo2.Value;
        var tonnes = rules.Quantise(carbon * ratio.Numerator / ratio.Denominator, workings);
        if (operands is not null)
        {
            var net = workings.Note(stream.Id, "net carbon", [.. operands], carbon, "t");
            workings.Note(
                stream.Id,
                "mass-balance CO2",
                [
                    new(OperandRole.Times, "net carbon", carbon, "t", net),
                    new(OperandRole.Times, "CO2 over carbon, numerator", ratio.Numerator, "", 0, rules.CarbonToCo2.Standing.Source),
                    new(OperandRole.DividedBy, "CO2 over carbon, denominator", ratio.Denominator, "", 0, rules.CarbonToCo2.Standing.Source),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    internal static decimal Carbon(MonitoredStream stream, string list, IReadOnlyList<CarbonFlow> flows, OperandRole role, Workings workings, List<Operand>? operands)
    {
        var total = 0m;
        foreach (var flow in flows)
        {
            var mass = flow.Amounts.CanonicalTotal;
            var carbon = mass * flow.CarbonContent;
            total += carbon;
            if (operands is not null)
            {
                var path = EvidencePath.Of(list, flow.Material) + "/";
                var sum = Activity.Note(workings, stream, flow.Material, flow.Amounts, mass, path: path + "amounts/");
                var content = new Operand(OperandRole.Times, "carbon content", flow.CarbonContent, "t/t").By(stream, path + "carbonContent", workings);
                var step = workings.Note(stream.Id, "carbon in " + flow.Material, [new(OperandRole.Times, flow.Material, mass, "t", sum), content], carbon, "t");
                operands.Add(new Operand(role, flow.Material, carbon, "t", step));
            }
        }

        return total;
    }
}

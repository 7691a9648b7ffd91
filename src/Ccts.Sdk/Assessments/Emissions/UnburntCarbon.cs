using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>
/// Oxidation from the unburnt rest: OF = 1 - carbon in ash and flue dust / carbon of the fuel (DPCM s.5(7)(v)). The CO2 of that carbon is subtracted from the CO2 of
/// all the carbon, which gives the same result without a division; the factor is recorded as well.
/// </summary>
internal static class UnburntCarbon
{
    internal static decimal Less(FuelStream stream, decimal burnt, EmissionRules rules, Workings workings)
    {
        workings.LeanOn(rules.CarbonToCo2);
        var ratio = rules.CarbonToCo2.Value;
        var all = workings.Steps?.Count ?? 0;
        var operands = workings.Steps is null ? null : new List<Operand>();
        var carbon = MassBalanceEmissions.Carbon(stream, "unburnt", stream.Unburnt, OperandRole.Plus, workings, operands);
        var kept = rules.Quantise(carbon * ratio.Numerator / ratio.Denominator, workings);
        var tonnes = burnt - kept;
        if (operands is not null)
        {
            var sum = workings.Note(stream.Id, "carbon unburnt", [.. operands], carbon, "t");
            var left = workings.Note(
                stream.Id,
                "CO2 of carbon unburnt",
                [
                    new(OperandRole.Times, "carbon unburnt", carbon, "t", sum),
                    new(OperandRole.Times, "CO2 over carbon, numerator", ratio.Numerator, "", 0, rules.CarbonToCo2.Standing.Source),
                    new(OperandRole.DividedBy, "CO2 over carbon, denominator", ratio.Denominator, "", 0, rules.CarbonToCo2.Standing.Source),
                ],
                kept,
                "t",
                rules.StreamDecimals.Value);
            if (burnt > 0m)
            {
                Operand[] share = [new(OperandRole.Times, "CO2 given off", tonnes, "t"), new(OperandRole.DividedBy, "CO2 of all the carbon", burnt, "t", all)];
                workings.Note(stream.Id, "oxidation factor", share, Step.Evaluate(share, decimals: null), "", clause: rules.DefaultOxidationFactor.Standing.Source);
            }

            workings.Note(stream.Id, "combustion CO2 by ash analysis", [new(OperandRole.Plus, "CO2 of all the carbon", burnt, "t", all), new(OperandRole.Minus, "CO2 of carbon unburnt", kept, "t", left)], tonnes, "t");
        }

        return tonnes;
    }
}

using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>CO2 of a gas by its composition: the kilomoles of carbon in it, including CO2 that it already contains, times the molar mass of CO2.</summary>
internal static class GasCarbon
{
    /// <summary>As BEE's cement workbook has it.</summary>
    private const decimal KilogramsPerKilomoleOfCo2 = 44.0095m;
    private const decimal KilogramsPerTonne = 1000m;

    internal static decimal Tonnes(FuelStream stream, MeteredGas gas, GasComposition made, decimal oxidation, EmissionRules rules, Workings workings)
    {
        if ((made.MolarVolume ?? (gas.Stated is null ? null : GasReduction.MolarVolume(gas.Stated.Amounts))) is not { } molar)
        {
            workings.Problems.Error("incomplete-composition", stream.Place, $"\"{stream.Id}\" has a composition without a molar volume.", "\"molarVolume\", or the \"conditions\" of the amounts");
            return 0m;
        }

        var operands = workings.Steps is null ? null : new List<Operand>();
        var carbon = 0m;
        foreach (var (component, share) in made.Shares)
        {
            decimal atoms = GasComposition.CarbonOf(component) ?? 0;
            carbon += share * atoms;
            if (operands is not null && atoms > 0m)
            {
                var step = workings.Note(stream.Id, "carbon of " + component, [new Operand(OperandRole.Times, component, share, "", 0, Activity.Given(made.Source, workings)).By(stream, EvidencePath.Of("composition", component, "share"), workings), new(OperandRole.Times, "atoms of carbon", atoms, "")], share * atoms, "kmol/kmol");
                operands.Add(new(OperandRole.Plus, "carbon of " + component, share * atoms, "kmol/kmol", step));
            }
        }

        var volume = gas.Amounts.CanonicalTotal;
        var tonnes = rules.Quantise(volume * carbon * KilogramsPerKilomoleOfCo2 * oxidation / molar / KilogramsPerTonne, workings);
        if (operands is not null)
        {
            var unit = gas.Conditions.Unit();
            var sum = operands.Count == 0 ? 0 : workings.Note(stream.Id, "carbon of the gas", [.. operands], carbon, "kmol/kmol");
            var burnt = Activity.Note(workings, stream, "fuel burnt", gas.Amounts, volume, unit);
            var divisor = made.MolarVolume is null
                ? new Operand(OperandRole.DividedBy, "molar volume", molar, MonitoredUnits.MolarVolume, GasReduction.Noted(stream, gas.Stated!, molar, workings))
                : new Operand(OperandRole.DividedBy, "molar volume", molar, MonitoredUnits.MolarVolume, 0, Activity.Given(made.Source, workings)).By(stream, "molarVolume", workings);
            workings.Note(
                stream.Id,
                "combustion CO2 from composition",
                [
                    new(OperandRole.Times, "fuel burnt", volume, unit, burnt),
                    new(OperandRole.Times, "carbon of the gas", carbon, "kmol/kmol", sum),
                    new(OperandRole.Times, "molar mass of CO2", KilogramsPerKilomoleOfCo2, "kg/kmol"),
                    Combustion.Oxidation(stream, oxidation, rules, workings),
                    divisor,
                    new(OperandRole.DividedBy, "kg per t", KilogramsPerTonne, "kg/t"),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value);
        }

        return tonnes;
    }
}

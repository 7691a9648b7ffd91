using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>
/// Power sold by the plant's own factor: the CO2 of all its units by their net heat rates and fuels, over all their net generation (DPCM s.5(16)(ii)).
/// Units that burn nothing count as generation, so that waste heat and sun lower the factor.
/// </summary>
internal static class OwnGeneration
{
    internal static decimal Tonnes(ExportedPowerStream stream, EmissionRules rules, Workings workings)
    {
        var (emissions, net) = (0m, 0m);
        var (byUnit, generated) = workings.Steps is null ? (null, null) : (new List<Operand>(), new List<Operand>());
        foreach (var unit in stream.Generation)
        {
            net += unit.Net.MegawattHours;
            generated?.Add(new Operand(OperandRole.Plus, unit.Unit, unit.Net.MegawattHours, "MWh").By(stream, EvidencePath.Of("generation", unit.Unit, "net"), workings));
            if (unit.GigajoulesPerMegawattHour is not { } rate || unit.Factor is not { } factor)
            {
                continue;
            }

            var tonnes = unit.Net.MegawattHours * rate * factor.Kept / factor.GigajoulesPerUnit;
            emissions += tonnes;
            if (byUnit is not null)
            {
                var path = EvidencePath.Of("generation", unit.Unit) + "/";
                var step = workings.Note(
                    stream.Id,
                    "CO2 of " + unit.Unit,
                    [
                        new Operand(OperandRole.Times, "net generation", unit.Net.MegawattHours, "MWh").By(stream, path + "net", workings),
                        new Operand(OperandRole.Times, "net heat rate", rate, MonitoredUnits.HeatRate, 0, Activity.Given(stream.FactorSource, workings)).By(stream, path + "heatRate", workings),
                        new Operand(OperandRole.Times, "emission factor", factor.Kept, "tCO2/" + factor.EnergyUnit).By(stream, path + "factor", workings),
                        HeatEmissions.GigajoulesPer(factor),
                    ],
                    tonnes,
                    "t");
                byUnit.Add(new(OperandRole.Plus, "CO2 of " + unit.Unit, tonnes, "t", step));
            }
        }

        if (net == 0m)
        {
            return 0m;
        }

        var sold = stream.Amounts.CanonicalTotal;
        var deducted = rules.Quantise(sold * emissions / net, workings);
        if (byUnit is not null)
        {
            var all = byUnit.Count == 0 ? 0 : workings.Note(stream.Id, "CO2 of own generation", [.. byUnit], emissions, "t");
            var made = workings.Note(stream.Id, "net generation", [.. generated!], net, "MWh");
            var sum = Activity.Note(workings, stream, "amount", stream.Amounts, sold);
            workings.Note(
                stream.Id,
                "CO2 of power sold",
                [new(OperandRole.Times, "amount", sold, "MWh", sum), new(OperandRole.Times, "CO2 of own generation", emissions, "t", all), new(OperandRole.DividedBy, "net generation", net, "MWh", made)],
                deducted,
                "t",
                rules.StreamDecimals.Value,
                rules.ExportFallbackFactor.Standing.Source);
        }

        return deducted;
    }
}

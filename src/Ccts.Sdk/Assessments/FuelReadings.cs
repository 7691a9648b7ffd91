using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>The certificates under the other readings of the fuel factors that a report uses.</summary>
internal static class FuelReadings
{
    /// <summary>
    /// How much lower and higher combustion can be at most, all fuels together. Every combination of readings lies between the two, so
    /// the extremes of certificates are at these two, because the fuels' emissions simply add up.
    /// </summary>
    internal static (Co2e Least, Co2e Most) Add(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EmissionIntensity target, IReadOnlyList<ILegalValue> assumptions)
    {
        var (least, most) = (default(Co2e), default(Co2e));
        foreach (var key in report.Fuels.Select(f => f.Fuel).Distinct(StringComparer.Ordinal))
        {
            if (!rules.Emissions.Fuels.TryGetValue(key, out var fuel) || !assumptions.Contains(fuel.Factor))
            {
                continue;
            }

            var changes = fuel.OtherReadings.Where(r => r.IsKnown).Select(other => (Other: other, Change: Combustion(report, With(rules.Emissions, fuel, other)) - emissions.Combustion)).ToList();
            foreach (var (other, change) in changes)
            {
                Readings.Add(readings, emissions with { Combustion = emissions.Combustion + change }, output, target, rules.Certificates, fuel.Factor.Path, fuel.Factor.Text, other.Text);
            }

            least += Co2e.FromTonnes(changes.Select(c => c.Change.Tonnes).Append(0m).Min());
            most += Co2e.FromTonnes(changes.Select(c => c.Change.Tonnes).Append(0m).Max());
        }

        return (least, most);
    }

    private static EmissionRules With(EmissionRules rules, FuelFactor fuel, LegalValue<EnergyEmissionFactor> other) => rules with
    {
        Fuels = rules.Fuels.ToDictionary(f => f.Key, f => ReferenceEquals(f.Value, fuel) ? fuel with { Factor = other } : f.Value, StringComparer.Ordinal),
    };

    private static Co2e Combustion(MonitoringReport report, EmissionRules rules)
    {
        var workings = new Workings(keepSteps: false);
        var memo = new Subtotal(workings);
        return Co2e.FromTonnes(GhgInventory.Fuels(report, rules, workings, ref memo).Tonnes);
    }
}

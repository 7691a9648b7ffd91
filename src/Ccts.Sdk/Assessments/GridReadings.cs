using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>
/// The certificates under the other readings of the frozen grid factor. Power bought and power sold follow the same reading: the average
/// used for power sold is the factor of the same edition of the CEA (DPCM s.5(7)(vi), s.5(16)).
/// </summary>
internal static class GridReadings
{
    /// <summary>Electricity and adjustments under each reading, the one used first.</summary>
    internal static List<PowerReading> Add(List<OtherReading> readings, MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EmissionIntensity target, Workings workings)
    {
        var power = new List<PowerReading> { new(emissions.Electricity, emissions.Adjustments) };
        var (grid, export) = (rules.Emissions.GridFactorReading, rules.Emissions.ExportFallbackFactor);
        var (bought, sold) = (workings.Assumptions.Contains(grid), Follows(export, grid) && workings.Assumptions.Contains(export) && workings.Edition != Edition.First);
        if (!bought && !sold)
        {
            return power;
        }

        var used = bought ? grid : export;
        foreach (var other in rules.Emissions.OtherGridFactorReadings.Where(r => r.IsKnown))
        {
            var read = rules.Emissions with { GridFactorReading = other, ExportFallbackFactor = sold ? other : export };
            var beside = workings.Beside();
            var reading = new PowerReading(Co2e.FromTonnes(GhgInventory.Electricity(report, read, beside).Tonnes), Co2e.FromTonnes(-GhgInventory.Deducted(report, read, beside).Tonnes));
            power.Add(reading);
            Readings.Add(readings, reading.In(emissions), output, target, rules.Certificates, used.Path, used.Text, other.Text);
        }

        return power;
    }

    /// <summary>A fallback that the ruleset sets to another figure than the frozen factor does not follow the readings.</summary>
    private static bool Follows(LegalValue<ElectricityEmissionFactor> export, LegalValue<ElectricityEmissionFactor> grid) =>
        export.IsKnown && grid.IsKnown && export.Value == grid.Value;
}

/// <summary>Power bought and sold under one reading.</summary>
/// <param name="Electricity">Electricity consumed.</param>
/// <param name="Adjustments">Deductions, zero or negative.</param>
internal readonly record struct PowerReading(Co2e Electricity, Co2e Adjustments)
{
    internal EmissionTotals In(EmissionTotals emissions) => emissions with { Electricity = Electricity, Adjustments = Adjustments };
}

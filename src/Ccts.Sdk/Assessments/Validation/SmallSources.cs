using System.Collections.Generic;
using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// A liquid or gaseous fuel may keep a Type I factor only while it stays below a tenth of the total (DPCM s.5(10)(vi)): the fuel in all
/// its streams, and the emissions before deductions. Otherwise splitting a stream or selling power would change the answer.
/// </summary>
internal static class SmallSources
{
    internal static void Check(MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Workings workings)
    {
        var byStream = workings.Edition == Edition.First;
        var total = byStream ? emissions.Total.Tonnes : (emissions.Total - emissions.Adjustments).Tonnes;
        if (total <= 0m || !rules.Monitoring.SmallSourceShare.TryGet(out var share))
        {
            return;
        }

        // First checks whether any stream has a Type I factor, because most reports have few.
        Dictionary<string, decimal>? byFuel = null;
        for (var i = 0; i < report.Fuels.Count; i++)
        {
            var stream = report.Fuels[i];
            if (!Counts(stream, rules) || FuelLots.IsTypeII(stream, rules.Emissions))
            {
                continue;
            }

            var tonnes = byStream ? Tonnes(stream, rules, workings) : (byFuel ??= ByFuel(report, rules, workings))[stream.Fuel];
            if (tonnes >= share * total)
            {
                var check = new ReportCheck(report, rules, workings.Problems, workings.Edition);
                check.TurnTo(stream, "fuels", i);
                FactorCheck.TypeIIRequired(check, stream.Factor.WhyTypeI, Because(stream, tonnes, share, byStream));
            }
        }
    }

    private static string Because(FuelStream stream, decimal tonnes, decimal share, bool byStream)
    {
        var subject = byStream ? "it" : $"the fuel {ShownText.Short(stream.Fuel)}";
        return $"with {Co2e.FromTonnes(tonnes)} CO2 {subject} is not below {QuantityText.Format(100 * share)} % of the total";
    }

    private static Dictionary<string, decimal> ByFuel(MonitoringReport report, AssessmentRules rules, Workings workings)
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var stream in report.Fuels)
        {
            if (Counts(stream, rules))
            {
                sums[stream.Fuel] = (sums.TryGetValue(stream.Fuel, out var sum) ? sum : 0m) + Tonnes(stream, rules, workings);
            }
        }

        return sums;
    }

    private static bool Counts(FuelStream stream, AssessmentRules rules) =>
        stream.State != FuelState.Solid && !(rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic);

    private static decimal Tonnes(FuelStream stream, AssessmentRules rules, Workings workings) => Combustion.Tonnes(stream, rules.Emissions, workings.Beside());
}

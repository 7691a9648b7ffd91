using Ccts.Sdk.Calculations;
using Ccts.Sdk.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>Total GHG = direct (energy) + direct (process) + indirect (electricity, heat) - adjusted (DPCM Annexure III).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class GhgInventory
{
    /// <summary>The parts and the total of a report.</summary>
    /// <exception cref="CctsDataException">A stream cannot be computed; all errors are listed.</exception>
    public static Calculated<EmissionTotals> Calculate(MonitoringReport report, EmissionRules rules)
    {
        Require.NotNull(report);
        Require.NotNull(rules);
        var workings = new Workings(keepSteps: true);
        return Calculated<EmissionTotals>.From(Total(report, rules, workings), workings);
    }

    internal static EmissionTotals Total(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var (combustion, biogenic) = Fuels(report, rules, workings);
        var totals = new EmissionTotals(
            Co2e.FromTonnes(combustion),
            Co2e.FromTonnes(Process(report, rules, workings)),
            Co2e.FromTonnes(Electricity(report, rules, workings)),
            Co2e.FromTonnes(Heat(report, rules, workings)),
            Co2e.FromTonnes(-Adjusted(report, rules, workings)),
            Co2e.FromTonnes(biogenic + Memo(report, rules, workings)));
        if (workings.Steps is not null)
        {
            workings.Note(
                "report",
                "total GHG",
                [
                    new(OperandRole.Plus, "combustion", totals.Combustion.Tonnes, "t"),
                    new(OperandRole.Plus, "process", totals.Process.Tonnes, "t"),
                    new(OperandRole.Plus, "electricity", totals.Electricity.Tonnes, "t"),
                    new(OperandRole.Plus, "heat", totals.Heat.Tonnes, "t"),
                    new(OperandRole.Plus, "adjustments", totals.Adjustments.Tonnes, "t"),
                ],
                totals.Total.Tonnes,
                "t");
        }

        return totals;
    }

    internal static (decimal Counted, decimal Biogenic) Fuels(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var (counted, biogenic) = (0m, 0m);
        for (var i = 0; i < report.Fuels.Count; i++)
        {
            var stream = report.Fuels[i];
            var tonnes = Combustion.Tonnes(stream, rules, workings);
            if (rules.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic)
            {
                biogenic += tonnes;
            }
            else
            {
                counted += tonnes;
            }
        }

        return (counted, biogenic);
    }

    internal static decimal Process(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = 0m;
        for (var i = 0; i < report.ProcessMaterials.Count; i++)
        {
            total += ProcessEmissions.Tonnes(report.ProcessMaterials[i], rules, workings);
        }

        for (var i = 0; i < report.MassBalances.Count; i++)
        {
            total += MassBalance.Tonnes(report.MassBalances[i], rules, workings);
        }

        for (var i = 0; i < report.Pfcs.Count; i++)
        {
            total += PfcEmissions.Tonnes(report.Pfcs[i], rules, workings);
        }

        for (var i = 0; i < report.ImportedIntermediates.Count; i++)
        {
            total += ProcessEmissions.Tonnes(report.ImportedIntermediates[i], rules, workings);
        }

        return total;
    }

    internal static decimal Electricity(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = 0m;
        for (var i = 0; i < report.Electricity.Count; i++)
        {
            total += ElectricityEmissions.Tonnes(report.Electricity[i], rules, workings);
        }

        for (var i = 0; i < report.RenewableCertificates.Count; i++)
        {
            workings.Problems.Add(ElectricityEmissions.Refused(report.RenewableCertificates[i], rules));
        }

        return total;
    }

    private static decimal Heat(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = 0m;
        for (var i = 0; i < report.ImportedHeat.Count; i++)
        {
            total += HeatEmissions.Tonnes(report.ImportedHeat[i], rules, workings);
        }

        return total;
    }

    private static decimal Adjusted(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = 0m;
        for (var i = 0; i < report.ExportedPower.Count; i++)
        {
            total += Adjustments.Tonnes(report.ExportedPower[i], rules, workings);
        }

        for (var i = 0; i < report.ExportedHeat.Count; i++)
        {
            total += Adjustments.Tonnes(report.ExportedHeat[i], rules, workings);
        }

        for (var i = 0; i < report.CapturedCo2.Count; i++)
        {
            var stream = report.CapturedCo2[i];
            total += Adjustments.Tonnes(stream, "CO2 captured", stream.Amounts, rules, workings);
        }

        return total;
    }

    private static decimal Memo(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = 0m;
        for (var i = 0; i < report.Memo.Count; i++)
        {
            var stream = report.Memo[i];
            total += Adjustments.Tonnes(stream, "memo item " + stream.Kind, stream.Amounts, rules, workings);
        }

        return total;
    }
}

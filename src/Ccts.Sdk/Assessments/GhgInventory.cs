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
    internal const string TotalTitle = "total GHG";

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
        var memo = new Subtotal(workings);
        var combustion = Fuels(report, rules, workings, ref memo);
        var process = Process(report, rules, workings);
        var electricity = Electricity(report, rules, workings);
        var heat = Heat(report, rules, workings);
        var deducted = Deducted(report, rules, workings);
        AddMemo(report, rules, workings, ref memo);
        var totals = new EmissionTotals(
            Co2e.FromTonnes(combustion.Tonnes),
            Co2e.FromTonnes(process.Tonnes),
            Co2e.FromTonnes(electricity.Tonnes),
            Co2e.FromTonnes(heat.Tonnes),
            Co2e.FromTonnes(-deducted.Tonnes),
            Co2e.FromTonnes(memo.Tonnes));
        if (workings.Steps is not null)
        {
            memo.Noted("memo items, not counted");
            workings.Note(
                "report",
                TotalTitle,
                [
                    combustion.Noted("combustion"),
                    process.Noted("process"),
                    electricity.Noted("electricity"),
                    heat.Noted("heat"),
                    deducted.Noted("adjustments, deducted", OperandRole.Minus),
                ],
                totals.Total.Tonnes,
                "t");
        }

        return totals;
    }

    /// <summary>Fuels that count; biogenic ones go to the memo items (DPCM s.4.4(3)).</summary>
    internal static Subtotal Fuels(MonitoringReport report, EmissionRules rules, Workings workings, ref Subtotal memo)
    {
        var counted = new Subtotal(workings);
        for (var i = 0; i < report.Fuels.Count; i++)
        {
            var stream = report.Fuels[i];
            var tonnes = Combustion.Tonnes(stream, rules, workings);
            if (rules.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic)
            {
                memo.Add(stream.Id, tonnes);
            }
            else
            {
                counted.Add(stream.Id, tonnes);
            }
        }

        return counted;
    }

    internal static Subtotal Process(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        for (var i = 0; i < report.ProcessMaterials.Count; i++)
        {
            total.Add(report.ProcessMaterials[i].Id, ProcessEmissions.Tonnes(report.ProcessMaterials[i], rules, workings));
        }

        for (var i = 0; i < report.MassBalances.Count; i++)
        {
            total.Add(report.MassBalances[i].Id, MassBalance.Tonnes(report.MassBalances[i], rules, workings));
        }

        for (var i = 0; i < report.Pfcs.Count; i++)
        {
            total.Add(report.Pfcs[i].Id, PfcEmissions.Tonnes(report.Pfcs[i], rules, workings));
        }

        for (var i = 0; i < report.ImportedIntermediates.Count; i++)
        {
            total.Add(report.ImportedIntermediates[i].Id, ProcessEmissions.Tonnes(report.ImportedIntermediates[i], rules, workings));
        }

        return total;
    }

    internal static Subtotal Electricity(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        for (var i = 0; i < report.Electricity.Count; i++)
        {
            total.Add(report.Electricity[i].Id, ElectricityEmissions.Tonnes(report.Electricity[i], rules, workings));
        }

        for (var i = 0; i < report.RenewableCertificates.Count; i++)
        {
            workings.Problems.Add(ElectricityEmissions.Refused(report.RenewableCertificates[i], rules));
        }

        return total;
    }

    private static Subtotal Heat(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        for (var i = 0; i < report.ImportedHeat.Count; i++)
        {
            total.Add(report.ImportedHeat[i].Id, HeatEmissions.Tonnes(report.ImportedHeat[i], rules, workings));
        }

        return total;
    }

    private static Subtotal Deducted(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        for (var i = 0; i < report.ExportedPower.Count; i++)
        {
            total.Add(report.ExportedPower[i].Id, Adjustments.Tonnes(report.ExportedPower[i], rules, workings));
        }

        for (var i = 0; i < report.ExportedHeat.Count; i++)
        {
            total.Add(report.ExportedHeat[i].Id, Adjustments.Tonnes(report.ExportedHeat[i], rules, workings));
        }

        for (var i = 0; i < report.CapturedCo2.Count; i++)
        {
            var stream = report.CapturedCo2[i];
            total.Add(stream.Id, Adjustments.Tonnes(stream, "CO2 captured", stream.Amounts, rules, workings));
        }

        return total;
    }

    private static void AddMemo(MonitoringReport report, EmissionRules rules, Workings workings, ref Subtotal memo)
    {
        for (var i = 0; i < report.Memo.Count; i++)
        {
            var stream = report.Memo[i];
            memo.Add(stream.Id, Adjustments.Tonnes(stream, "memo item " + stream.Kind, stream.Amounts, rules, workings));
        }
    }
}

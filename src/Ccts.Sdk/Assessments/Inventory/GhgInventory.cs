using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

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
        return Calculated<EmissionTotals>.From(Total(StatedTexts.Of(report, workings.Problems), rules, workings), workings);
    }

    internal static EmissionTotals Total(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var memo = new Subtotal(workings);
        var combustion = Fuels(report, rules, workings, ref memo);
        var process = Process(report, rules, workings, ref memo);
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
                StepTitles.TotalGhg,
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
            var tonnes = Tonnes(stream, Combustion.Tonnes, rules, workings);
            if (NotCounted.Of(stream, rules) is { } share)
            {
                NotCounted.Split(stream, tonnes, share, rules, workings, ref counted, ref memo);
            }
            else
            {
                counted.Add(stream.Id, tonnes);
            }
        }

        return counted;
    }

    /// <summary>Process emissions that count; the biogenic part goes to the memo items, and so do gases whose potential the ruleset does not have.</summary>
    internal static Subtotal Process(MonitoringReport report, EmissionRules rules, Workings workings, ref Subtotal memo)
    {
        var total = new Subtotal(workings);
        for (var i = 0; i < report.ProcessMaterials.Count; i++)
        {
            var stream = report.ProcessMaterials[i];
            var tonnes = Tonnes(stream, ProcessEmissions.Tonnes, rules, workings);
            if (stream.BiogenicShare is { } share)
            {
                NotCounted.Split(stream, tonnes, (share, stream.BiogenicShareSource), rules, workings, ref total, ref memo);
            }
            else
            {
                total.Add(stream.Id, tonnes);
            }
        }

        for (var i = 0; i < report.Gases.Count; i++)
        {
            var stream = report.Gases[i];
            var tonnes = Tonnes(stream, GasEmissions.Tonnes, rules, workings);
            if (GasEmissions.Counts(stream, rules))
            {
                total.Add(stream.Id, tonnes);
            }
            else
            {
                memo.Add(stream.Id, tonnes);
            }
        }

        AddAll(ref total, report.MassBalances, MassBalanceEmissions.Tonnes, rules, workings);
        AddAll(ref total, report.Pfcs, PfcEmissions.Tonnes, rules, workings);
        AddAll(ref total, report.ImportedIntermediates, ProcessEmissions.Tonnes, rules, workings);
        return total;
    }

    internal static Subtotal Electricity(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        AddAll(ref total, report.Electricity, ElectricityEmissions.Tonnes, rules, workings);
        for (var i = 0; i < report.RenewableCertificates.Count; i++)
        {
            workings.Problems.Add(ElectricityEmissions.Refused(report.RenewableCertificates[i], rules));
        }

        return total;
    }

    private static Subtotal Heat(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        AddAll(ref total, report.ImportedHeat, HeatEmissions.Tonnes, rules, workings);
        return total;
    }

    internal static Subtotal Deducted(MonitoringReport report, EmissionRules rules, Workings workings)
    {
        var total = new Subtotal(workings);
        AddAll(ref total, report.ExportedPower, Adjustments.Tonnes, rules, workings);
        AddAll(ref total, report.ExportedHeat, Adjustments.Tonnes, rules, workings);
        AddAll(ref total, report.CapturedCo2, Adjustments.Tonnes, rules, workings);
        return total;
    }

    private static void AddMemo(MonitoringReport report, EmissionRules rules, Workings workings, ref Subtotal memo) =>
        AddAll(ref memo, report.Memo, static (stream, r, w) => Adjustments.Tonnes(stream, "memo item " + stream.Kind, stream.Amounts, r, w), rules, workings);

    private static void AddAll<T>(ref Subtotal total, IReadOnlyList<T> streams, Func<T, EmissionRules, Workings, decimal> calculator, EmissionRules rules, Workings workings)
        where T : MonitoredStream
    {
        for (var i = 0; i < streams.Count; i++)
        {
            total.Add(streams[i].Id, Tonnes(streams[i], calculator, rules, workings));
        }
    }

    /// <summary>One stream, or the problem that its numbers exceed a decimal.</summary>
    private static decimal Tonnes<T>(T stream, Func<T, EmissionRules, Workings, decimal> calculator, EmissionRules rules, Workings workings)
        where T : MonitoredStream
    {
        try
        {
            return calculator(stream, rules, workings);
        }
        catch (OverflowException)
        {
            workings.Problems.Error("overflow", stream.Place, $"The amounts and factors of \"{stream.Id}\" multiply to more than can be computed with.", "less than 7.9 x 10^28 in every step", "Check the units.");
            return 0m;
        }
    }
}

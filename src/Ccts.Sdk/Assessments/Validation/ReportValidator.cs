using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks a monitoring report against the rules of its year.</summary>
/// <remarks>
/// Pure and thread-safe. With an error there is no assessment; a warning is something a verifier would ask about. Each
/// problem has its place, the clause it rests on where the ruleset names one, and a hint how to mend it.
/// </remarks>
public static class ReportValidator
{
    /// <summary>Every problem of a report at once, in reading order; empty if there is none.</summary>
    public static IReadOnlyList<Problem> Validate(MonitoringReport report, AssessmentRules rules) => Validate(report, rules, partOfYear: false);

    /// <summary>The same for part of a year: days after the one on which most streams end are not gaps.</summary>
    internal static IReadOnlyList<Problem> Validate(MonitoringReport report, AssessmentRules rules, bool partOfYear)
    {
        var workings = new Workings(keepSteps: false);
        report = StatedTexts.Of(Require.NotNull(report), workings.Problems);
        Validate(report, Require.NotNull(rules), workings, partOfYear);
        ReportedTarget.Find(report, rules, workings);
        if (!workings.Problems.HasErrors)
        {
            var totals = Computing.Guard(report, workings, () => GhgInventory.Total(report, rules.Emissions, workings));
            if (!workings.Problems.HasErrors)
            {
                ValidateTotals(report, rules, totals!, workings);
                var row = ReportedTarget.Find(report, rules, workings.Beside());
                if (EquivalentProduct.Of(report, rules, workings.Beside()) is { } output)
                {
                    ResultPlausibility.Check(report, rules, totals!, output, row, workings, partOfYear);
                }
            }
        }

        return workings.Problems.Count == 0 ? [] : workings.Problems.ToList();
    }

    /// <summary>The checks that need no emissions: one pass, without allocation if there is no problem.</summary>
    internal static void Validate(MonitoringReport report, AssessmentRules rules, Workings workings, bool partOfYear)
    {
        var check = new ReportCheck(report, rules, workings.Problems, workings.Edition, partOfYear);
        EntityCheck.Check(check);
        ProductCheck.Check(check);
        DuplicateIds.Find(check);

        CheckDirect(check, report);
        CheckIndirect(check, report);
        EvidenceOfValues.Check(check);
    }

    /// <summary>The checks that need the emissions.</summary>
    internal static void ValidateTotals(MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Workings workings)
    {
        TotalCheck.Check(report, emissions.Total, workings.Edition != Edition.First && rules.Monitoring.Plausibility is not null, workings.Problems);
        SmallSources.Check(report, rules, emissions, workings);
        NameCheck.Check(new ReportCheck(report, rules, workings.Problems, workings.Edition));
        if (workings.Edition != Edition.First)
        {
            ExportCheck.Check(report, rules, workings.Problems);
        }
    }

    private static void CheckDirect(ReportCheck check, MonitoringReport report)
    {
        Each(check, report.Fuels, "fuels", FuelCheck.Check);
        Each(check, report.ProcessMaterials, "processMaterials", ProcessCheck.Check);
        Each(check, report.MassBalances, "massBalances", ProcessCheck.Check);
        Each(check, report.Pfcs, "pfcs", ProcessCheck.Check);
        Each(check, report.Gases, "gases", GasCheck.Check);
        Each(check, report.ImportedIntermediates, "importedIntermediates", ProcessCheck.Check);
    }

    private static void CheckIndirect(ReportCheck check, MonitoringReport report)
    {
        Each(check, report.Electricity, "electricity", EnergyCheck.Check);
        Each(check, report.ImportedHeat, "importedHeat", EnergyCheck.Check);
        Each(check, report.ExportedPower, "exportedPower", EnergyCheck.Check);
        Each(check, report.ExportedHeat, "exportedHeat", EnergyCheck.Check);
        Each(check, report.CapturedCo2, "capturedCo2", EnergyCheck.Check);
        Each(check, report.Memo, "memo", EnergyCheck.Check);
        Each(check, report.RenewableCertificates, "renewableCertificates", EnergyCheck.Check);
    }

    private static void Each<T>(ReportCheck check, IReadOnlyList<T> streams, string list, Action<ReportCheck, T> rules) where T : MonitoredStream
    {
        for (var i = 0; i < streams.Count; i++)
        {
            check.TurnTo(streams[i], list, i);
            rules(check, streams[i]);
        }
    }
}

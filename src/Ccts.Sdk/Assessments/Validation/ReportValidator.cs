using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks a monitoring report against the rules of its year.</summary>
/// <remarks>
/// Pure and thread-safe. Errors are what an assessment cannot stand on; warnings are what a verifier would ask about. Each
/// problem has its place, the clause it rests on where the ruleset names one, and a hint how to mend it.
/// </remarks>
public static class ReportValidator
{
    /// <summary>Every problem of a report at once, in reading order; empty when there is nothing to say.</summary>
    public static IReadOnlyList<Problem> Validate(MonitoringReport report, AssessmentRules rules) => Validate(report, rules, partOfYear: false);

    /// <summary>The same of a part of the year: days after the one on which most streams end lack nothing.</summary>
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

    /// <summary>The checks that need no emissions: one pass, without allocation while there is nothing to say.</summary>
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
        for (var i = 0; i < report.Fuels.Count; i++)
        {
            check.TurnTo(report.Fuels[i], "fuels", i);
            FuelCheck.Check(check, report.Fuels[i]);
        }

        for (var i = 0; i < report.ProcessMaterials.Count; i++)
        {
            check.TurnTo(report.ProcessMaterials[i], "processMaterials", i);
            ProcessCheck.Check(check, report.ProcessMaterials[i]);
        }

        for (var i = 0; i < report.MassBalances.Count; i++)
        {
            check.TurnTo(report.MassBalances[i], "massBalances", i);
            ProcessCheck.Check(check, report.MassBalances[i]);
        }

        for (var i = 0; i < report.Pfcs.Count; i++)
        {
            check.TurnTo(report.Pfcs[i], "pfcs", i);
            ProcessCheck.Check(check, report.Pfcs[i]);
        }

        for (var i = 0; i < report.Gases.Count; i++)
        {
            check.TurnTo(report.Gases[i], "gases", i);
            GasCheck.Check(check, report.Gases[i]);
        }

        for (var i = 0; i < report.ImportedIntermediates.Count; i++)
        {
            check.TurnTo(report.ImportedIntermediates[i], "importedIntermediates", i);
            ProcessCheck.Check(check, report.ImportedIntermediates[i]);
        }
    }

    private static void CheckIndirect(ReportCheck check, MonitoringReport report)
    {
        for (var i = 0; i < report.Electricity.Count; i++)
        {
            check.TurnTo(report.Electricity[i], "electricity", i);
            EnergyCheck.Check(check, report.Electricity[i]);
        }

        for (var i = 0; i < report.ImportedHeat.Count; i++)
        {
            check.TurnTo(report.ImportedHeat[i], "importedHeat", i);
            EnergyCheck.Check(check, report.ImportedHeat[i]);
        }

        for (var i = 0; i < report.ExportedPower.Count; i++)
        {
            check.TurnTo(report.ExportedPower[i], "exportedPower", i);
            EnergyCheck.Check(check, report.ExportedPower[i]);
        }

        for (var i = 0; i < report.ExportedHeat.Count; i++)
        {
            check.TurnTo(report.ExportedHeat[i], "exportedHeat", i);
            EnergyCheck.Check(check, report.ExportedHeat[i]);
        }

        for (var i = 0; i < report.CapturedCo2.Count; i++)
        {
            check.TurnTo(report.CapturedCo2[i], "capturedCo2", i);
            EnergyCheck.Check(check, report.CapturedCo2[i]);
        }

        for (var i = 0; i < report.Memo.Count; i++)
        {
            check.TurnTo(report.Memo[i], "memo", i);
            EnergyCheck.Check(check, report.Memo[i]);
        }

        for (var i = 0; i < report.RenewableCertificates.Count; i++)
        {
            check.TurnTo(report.RenewableCertificates[i], "renewableCertificates", i);
            EnergyCheck.Check(check, report.RenewableCertificates[i]);
        }
    }
}

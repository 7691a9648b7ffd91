using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// Checks a filing with the checks of a monitoring report: each fuel's calorific value and oxidation by the fuel's name, the
/// heat that the kilns need, the power that the fuels can generate. This also finds slips that the baseline years share.
/// </summary>
internal static class FormAsReport
{
    // Codes that the form does not check itself. Others, such as production, would be reported twice.
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "unusual-calorific-value", "unusual-emission-factor", "unusual-oxidation-factor", "unusual-electricity-factor", "unusual-target", "too-little-heat", "too-much-power",
    };

    // Findings that depend on the fuel's name. The form's own checks treat all fuels alike.
    private static readonly HashSet<string> OfOneFuel = new(StringComparer.Ordinal) { "unusual-calorific-value", "unusual-emission-factor" };

    /// <summary>Reports grave findings, and figures that are unusual for the fuel. Runs only where the filing earns or owes certificates.</summary>
    internal static void Check(ProFormaAssessment assessment, FormEvaluation cells, AssessmentRules rules, EntityTarget? target, ProblemList problems)
    {
        var filing = assessment.Filing;
        if (rules.Monitoring.Plausibility is not { } plausible || assessment.Certificates.Quantity is null || assessment.Form.Streams.Count == 0
            || !ProFormaReport.TryMake(assessment, cells, out var report, out _))
        {
            return;
        }

        foreach (var finding in Findings(report with { WhyUnusual = null }, rules, plausible, target).Where(f => f.NeedsReason ? Codes.Contains(f.Code) : OfOneFuel.Contains(f.Code)))
        {
            Suspicion.Tell(problems, finding.Code, filing.Place, finding.Message, filing.WhyUnusual, finding.NeedsReason, plausible);
        }
    }

    /// <summary>The checks of single streams and of the plant's energy. A whole assessment would find the same and take longer than the form itself.</summary>
    private static IReadOnlyList<Problem> Findings(MonitoringReport report, AssessmentRules rules, PlausibilityRules plausible, EntityTarget? target)
    {
        var workings = new Workings(keepSteps: false);
        ReportValidator.Validate(report, rules, workings, partOfYear: false);
        if (!workings.Problems.HasErrors && Computing.Guard(report, workings, () => GhgInventory.Total(report, rules.Emissions, workings)) is { } emissions
            && EquivalentProduct.Of(report, rules, workings.Beside()) is { Value: > 0m } output)
        {
            EnergyBalance.Check(new Result(report, rules, plausible, emissions, output, target, workings, partOfYear: false));
        }

        return workings.Problems.Count == 0 ? [] : workings.Problems.ToList();
    }
}

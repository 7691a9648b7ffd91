using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// Checks a filing like the monitoring report made from it: each fuel's calorific value and oxidation by the fuel's name, the
/// heat that the kilns need, the power that the fuels can make. This also finds a slip that is in the baseline years too.
/// </summary>
internal static class FormAsReport
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "unusual-calorific-value", "unusual-emission-factor", "unusual-oxidation-factor", "unusual-electricity-factor", "too-little-heat", "too-much-power",
    };

    /// <summary>Reports grave findings, only if the filing would give certificates.</summary>
    internal static void Check(ProFormaAssessment assessment, FormEvaluation cells, AssessmentRules rules, ProblemList problems)
    {
        var filing = assessment.Filing;
        if (rules.Monitoring.Plausibility is not { } plausible || assessment.Certificates.Quantity is null || assessment.Form.Streams.Count == 0
            || !ProFormaReport.TryMake(assessment, cells, out var report, out _)
            || !Assessor.TryAssess(report with { WhyUnusual = null }, rules, null, out var made, out _))
        {
            return;
        }

        foreach (var finding in made.Findings.Where(f => f.NeedsReason && Codes.Contains(f.Code)))
        {
            Suspicion.Tell(problems, finding.Code, filing.Place, finding.Message, filing.WhyUnusual, needsReason: true, plausible);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// A filing against what the monitoring report is held against that it comes to: each fuel's calorific value and oxidation by the name of the fuel, the
/// heat that the kilns need, the power that the fuels can make. A slip of the baseline years too does not hide from that.
/// </summary>
internal static class FormAsReport
{
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "unusual-calorific-value", "unusual-emission-factor", "unusual-oxidation-factor", "unusual-electricity-factor", "too-little-heat", "too-much-power",
    };

    /// <summary>Tells what is grave; only where certificates would come of the filing.</summary>
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

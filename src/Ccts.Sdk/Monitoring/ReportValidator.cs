using System.Collections.Generic;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring;

/// <summary>Checks a monitoring report against the rules of its year.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ReportValidator
{
    /// <summary>Every problem of a report at once, in reading order.</summary>
    public static IReadOnlyList<Problem> Validate(MonitoringReport report, AssessmentRules rules)
    {
        var problems = new ProblemList();
        Validate(Require.NotNull(report), Require.NotNull(rules), problems);
        return problems.ToList();
    }

    internal static void Validate(MonitoringReport report, AssessmentRules rules, ProblemList problems)
    {
        if (report.Year != rules.Year)
        {
            problems.Error("wrong-year", report.Place, $"The report is for {report.Year}, the rules are for {rules.Year}.", $"rules of {report.Year}");
        }
    }
}

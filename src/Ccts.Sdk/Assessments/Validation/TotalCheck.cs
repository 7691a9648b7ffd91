using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A plant with emissions of zero or less would earn a certificate for every tonne of its target. More often a list is missing or a unit is wrong.</summary>
internal static class TotalCheck
{
    /// <param name="report">The report.</param>
    /// <param name="total">What it came to.</param>
    /// <param name="withholds">Whether such a total withholds the assessment unless the report says why.</param>
    /// <param name="problems">Where to tell it.</param>
    internal static void Check(MonitoringReport report, Co2e total, bool withholds, ProblemList problems)
    {
        if (total.Tonnes < 0m)
        {
            problems.Add(Of("negative-total", report, $"More is deducted than emitted: the total is {total} CO2e.", "Check the units of captured CO2, of exports and of the carbon that leaves mass balances.", withholds));
        }
        else if (total.Tonnes == 0m && report.DocumentsSubmitted)
        {
            problems.Add(Of("no-emissions", report, "Nothing in the report gives off CO2, so the total is zero.", "Give the plant's fuels, process materials, electricity and heat.", withholds));
        }
    }

    private static Problem Of(string code, MonitoringReport report, string message, string hint, bool withholds) =>
        new(code, Severity.Warning, message, report.Place) { Expected = "a total above zero", Hint = withholds ? $"{hint} Or say in \"whyUnusual\" why it is right: \"{code}: ...\"" : hint, NeedsReason = withholds && StatedReason.For(report.WhyUnusual, code, needsName: true) is null };
}

using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A plant that emits nothing, or less than nothing, earns a certificate for every tonne of its target: more often a list was left out or a unit is wrong.</summary>
internal static class TotalCheck
{
    internal static void Check(MonitoringReport report, Co2e total, ProblemList problems)
    {
        if (total.Tonnes < 0m)
        {
            problems.Warn("negative-total", report.Place, $"More is deducted than emitted: the total is {total} CO2e.", "a total above zero", "Check the units of captured CO2, of exports and of the carbon that leaves mass balances.");
        }
        else if (total.Tonnes == 0m && report.DocumentsSubmitted)
        {
            problems.Warn("no-emissions", report.Place, "Nothing in the report gives off CO2, so the total is zero.", "a total above zero", "Give the plant's fuels, process materials, electricity and heat.");
        }
    }
}

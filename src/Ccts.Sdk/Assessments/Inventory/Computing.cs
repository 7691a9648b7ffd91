using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>Turns into problems what no check of a single stream finds: sums beyond a decimal, and rules without a value that the report needs.</summary>
internal static class Computing
{
    internal static T? Guard<T>(MonitoringReport report, Workings workings, Func<T?> compute)
        where T : class
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            workings.Problems.Error("overflow", report.Place, "The numbers of the report come to more than can be computed with.", "sums and quotients below 7.9 x 10^28, and fewer than 2^53 certificates", "Check the units of the largest amounts and of the products.");
        }
        catch (UnknownLawException unknown)
        {
            workings.Problems.Error("unknown-law", report.Place, unknown.Message, "a ruleset that gives the value, or a reading of it");
        }

        return null;
    }
}

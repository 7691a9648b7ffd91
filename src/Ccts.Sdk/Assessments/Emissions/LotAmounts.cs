using System;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Amounts by the days of an analysis.</summary>
internal static class LotAmounts
{
    internal static bool Covers(ReportingPeriod whole, ReportingPeriod part) => whole.From <= part.From && part.To <= whole.To;

    /// <summary>The amounts of these periods, or null if there is none.</summary>
    internal static Amounts<T>? Within<T>(Amounts<T> amounts, Func<ReportingPeriod, bool> isOf)
        where T : struct, IQuantity
    {
        var some = amounts.Where(a => isOf(a.Period)).ToList();
        return some.Count == 0 ? null : new Amounts<T>(some);
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks that every amount lies within one analysis, or outside all of them.</summary>
internal static class LotPeriods
{
    internal static void Check(ReportCheck check, List<ReportingPeriod> analyses, List<ReportingPeriod> amounts)
    {
        var year = check.Report.Year;
        for (var i = 0; i < analyses.Count; i++)
        {
            check.TurnToPart("analyses", i);
            var period = analyses[i];
            if (period.From < year.FirstDay || period.To > year.LastDay)
            {
                check.Error("period-outside-year", "period", $"An analysis of \"{check.Stream.Id}\" is of {period}, which is not within {year}.", "days of the year");
            }
            else if (analyses.Take(i).Any(before => Meet(before, period)))
            {
                check.Error("period-overlap", "period", $"There is an earlier analysis of \"{check.Stream.Id}\" for days of {period}.", "one analysis for each day", "Give what was fired at the same time streams of their own.");
            }
            else if (amounts.Find(a => Meet(a, period) && !LotAmounts.Covers(period, a)) is { } split && split != default)
            {
                check.Error("analysis-splits-amount", "period", $"The analysis for {period} is of a part of the amount for {split}.", "amounts that lie within one analysis", "Give the amounts of \"" + check.Stream.Id + "\" by month or lot, as the analyses are.");
            }
            else if (!amounts.Exists(a => LotAmounts.Covers(period, a)))
            {
                UnusedInputs.Warn(check, "period", $"an analysis for {period}", "there is no amount of these days", "Give the amount, or delete the analysis.");
            }
        }

        check.TurnBack();
    }

    private static bool Meet(ReportingPeriod one, ReportingPeriod other) => one.From <= other.To && other.From <= one.To;
}

using System;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>Calendar arithmetic on days as ordered numbers; false if the result is outside the calendar.</summary>
internal static class CalendarSteps
{
    private const decimal MostSteps = 100_000m;

    internal static bool TryMove(long day, decimal by, bool inMonths, out long moved)
    {
        moved = 0;
        if (by != decimal.Truncate(by) || Math.Abs(by) > MostSteps)
        {
            return false;
        }

        try
        {
            var date = DateCode.ToDate(day);
            moved = DateCode.Of(inMonths ? date.PlusMonths((int)by) : date.PlusDays((int)by));
            return true;
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    internal static decimal Days(long later, long earlier) => Period.DaysBetween(DateCode.ToDate(earlier), DateCode.ToDate(later));

    internal static bool TryStep(YearStepKind kind, long day, out long step)
    {
        var date = DateCode.ToDate(day);
        step = 0;
        if (date.Year is < 1901 or > 2997)
        {
            return false;
        }

        step = kind switch
        {
            YearStepKind.FirstDay => day,
            YearStepKind.LastDay => DateCode.Of(ComplianceYear.Of(date).LastDay),
            YearStepKind.FirstDayOfQuarter => DateCode.Of(Quarters.FirstDayOf(date)),
            _ => DateCode.Of(ComplianceYear.Of(date).FirstDay),
        };
        return true;
    }
}

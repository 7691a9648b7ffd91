using System;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>A day as one number that is ordered as days are, so that slots and limits of dates compare as integers.</summary>
internal static class DateCode
{
    internal static long Of(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException($"The date is in the calendar {date.Calendar.Id}; days of the law are days of the ISO calendar.", nameof(date));
        }

        return (date.Year * 512L) + (date.Month * 32) + date.Day;
    }

    internal static LocalDate ToDate(long code) => new((int)(code >> 9), (int)((code >> 5) & 15), (int)(code & 31));
}

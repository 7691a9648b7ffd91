using NodaTime;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>The quarters of the calendar: a compliance year begins with one, so that they are its quarters too.</summary>
internal static class Quarters
{
    private const int Months = 3;

    internal static LocalDate FirstDayOf(LocalDate day) => new(day.Year, ((day.Month - 1) / Months * Months) + 1, 1);
}

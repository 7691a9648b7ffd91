using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Dates as numbers such as 20260331; 0 is no date.</summary>
internal static class DayDigits
{
    internal static long ToYearMonthDayNumber(this LocalDate date) => (date.Year * 10000L) + (date.Month * 100) + date.Day;

    internal static LocalDate FromYearMonthDayNumber(long number) => new((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100));
}

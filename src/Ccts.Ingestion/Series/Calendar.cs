using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Ingestion.Series;

/// <summary>The months of a compliance year as seconds of the plant's clock.</summary>
internal sealed class Calendar
{
    internal const int Months = 12;
    private readonly long[] _starts = new long[Months + 1];
    private readonly ComplianceYear _year;

    internal Calendar(ComplianceYear year)
    {
        _year = year;
        for (var i = 0; i <= Months; i++)
        {
            _starts[i] = TimeForm.SecondsOf(year.FirstDay.PlusMonths(i).AtMidnight());
        }
    }

    internal long Start => _starts[0];

    internal long End => _starts[Months];

    internal long StartOf(int month) => _starts[month];

    internal string NameOf(int month) => Name(_year.FirstDay.PlusMonths(month));

    internal string Year => _year.ToString();

    /// <summary>The month that a time falls in; -1 before the year and 12 from its end on.</summary>
    internal int MonthOf(long at)
    {
        var month = -1;
        while (month < Months && at >= _starts[month + 1])
        {
            month++;
        }

        return month;
    }

    /// <summary>The end of a month where the time is nearer to it than half an interval: a register that is read seven minutes late closes the month all the same.</summary>
    internal long Snap(long at, int seconds)
    {
        foreach (var start in _starts)
        {
            var away = at - start;
            if (away > -seconds && away < seconds && away * 2 < seconds && -away * 2 < seconds)
            {
                return start;
            }
        }

        return at;
    }

    /// <summary>Whether a time lies in the year, or in the month before or after it.</summary>
    internal bool IsNear(long at) => at >= TimeForm.SecondsOf(_year.FirstDay.PlusMonths(-1).AtMidnight()) && at < TimeForm.SecondsOf(_year.FirstDay.PlusMonths(Months + 1).AtMidnight());

    internal static string Text(long at)
    {
        var local = TimeForm.LocalOf(at);
        return local.TimeOfDay == LocalTime.Midnight ? NodaTime.Text.LocalDatePattern.Iso.Format(local.Date) : NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(local);
    }

    internal static string Name(LocalDate first) => NodaTime.Text.YearMonthPattern.Iso.Format(new YearMonth(first.Year, first.Month));
}

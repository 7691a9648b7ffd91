using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Sdk.Entities.Calendars;

/// <summary>On which days people work: the weekdays that are off and the holidays, as the host states them. None is built in.</summary>
/// <remarks>Immutable and thread-safe. Of a calendar year for which no holiday is stated nothing is known.</remarks>
public sealed class WorkingDays
{
    private readonly HashSet<IsoDayOfWeek> _off;
    private readonly Dictionary<LocalDate, string> _holidays;
    private readonly HashSet<int> _years;

    /// <summary>A calendar of working days.</summary>
    /// <param name="off">Weekdays on which nobody works.</param>
    /// <param name="holidays">Holidays with their names.</param>
    public WorkingDays(IEnumerable<IsoDayOfWeek> off, IReadOnlyDictionary<LocalDate, string> holidays)
    {
        _off = [.. Require.NotNull(off)];
        _holidays = Require.NotNull(holidays).ToDictionary(h => h.Key, h => h.Value);
        _years = [.. _holidays.Keys.Select(d => d.Year)];
    }

    /// <summary>Nothing is known of any year.</summary>
    public static WorkingDays Unknown { get; } = new([], new Dictionary<LocalDate, string>());

    /// <summary>Whether people work on a day; null where nothing is known of its year.</summary>
    public bool? IsWorking(LocalDate day) => _years.Contains(day.Year) ? !_off.Contains(day.DayOfWeek) && !_holidays.ContainsKey(day) : null;

    /// <summary>The name of a holiday, or null.</summary>
    public string? HolidayOn(LocalDate day) => _holidays.TryGetValue(day, out var name) ? name : null;

    /// <summary>The day itself where people work on it, else the next on which they do; null where a year on the way is not known.</summary>
    public LocalDate? OnOrAfter(LocalDate day)
    {
        while (IsWorking(day) == false && day < LocalDate.MaxIsoValue)
        {
            day = day.PlusDays(1);
        }

        return IsWorking(day) == true ? day : null;
    }

    /// <summary>The working day that is so many working days after a day, which itself does not count; null where a year on the way is not known, or nobody works at all.</summary>
    public LocalDate? Add(LocalDate day, int count)
    {
        for (var left = count; left > 0;)
        {
            if (day == LocalDate.MaxIsoValue)
            {
                return null;
            }

            day = day.PlusDays(1);
            if (IsWorking(day) is not { } works)
            {
                return null;
            }

            left -= works ? 1 : 0;
        }

        return day;
    }
}

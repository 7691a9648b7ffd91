using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Sdk.Entities.Calendars;

/// <summary>Working days, from the weekdays and holidays that the host states as free. None is built in.</summary>
/// <remarks>Immutable and thread-safe. A calendar year without a stated holiday is unknown.</remarks>
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

    /// <summary>Whether people work on a day; null if its year is unknown.</summary>
    public bool? IsWorking(LocalDate day) => _years.Contains(day.Year) ? !_off.Contains(day.DayOfWeek) && !_holidays.ContainsKey(day) : null;

    /// <summary>The name of a holiday, or null.</summary>
    public string? HolidayOn(LocalDate day) => _holidays.TryGetValue(day, out var name) ? name : null;

    /// <summary>The day itself if it is a working day, else the next one; null if a year in between is unknown.</summary>
    public LocalDate? OnOrAfter(LocalDate day)
    {
        while (IsWorking(day) == false && day < LocalDate.MaxIsoValue)
        {
            day = day.PlusDays(1);
        }

        return IsWorking(day) == true ? day : null;
    }

    /// <summary>The working day a number of working days after a day, not counting the day itself; null if a year in between is unknown or no day is a working day.</summary>
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

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Entities.Calendars;

/// <summary>Reads working days from CSV: <c>day,name,source</c>, where a day is a date or the English name of a weekday that is off.</summary>
public static class WorkingDaysReader
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly string[] Columns = ["day", "name", "source"];

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = typeof(IsoDayOfWeek).GetEnumNames().Where(n => n != nameof(IsoDayOfWeek.None))
        .ToDictionary(n => n, n => Enum.TryParse<IsoDayOfWeek>(n, out var day) ? day : IsoDayOfWeek.None, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the file.</summary>
    /// <param name="bytes">CSV, as people save it.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">A row cannot be read, a day is repeated, or a holiday has no source.</exception>
    public static WorkingDays Read(byte[] bytes, string? file = null)
    {
        Require.NotNull(bytes);
        var problems = new ProblemList();
        var off = new HashSet<IsoDayOfWeek>();
        var holidays = new Dictionary<LocalDate, string>();
        if (CsvTable.OpenFound(bytes, file, problems, MaxBytes, Columns, []) is { } table)
        {
            while (table.ReadRecord() is { } row)
            {
                var (day, name, source) = (row.Text("day"), row.Text("name"), row.Text("source"));
                if (day is null || name is null || source is null)
                {
                    continue;
                }

                var isWeekday = Weekdays.TryGetValue(day, out var weekday);
                var date = LocalDatePattern.Iso.Parse(day);
                if (!isWeekday && !date.Success)
                {
                    problems.Error("bad-value", row.PlaceOf("day"), $"\"{ShownText.Short(day)}\" is no day.", "a date such as 2026-01-26, or a weekday such as Sunday");
                }
                else if (isWeekday ? !off.Add(weekday) : holidays.ContainsKey(date.Value))
                {
                    problems.Error("duplicate-id", row.PlaceOf("day"), $"{day} occurs twice.", "each day once", "Delete one of the two.");
                }
                else if (!isWeekday)
                {
                    holidays.Add(date.Value, name);
                }
            }
        }

        if (off.Count == Weekdays.Count)
        {
            problems.Error("bad-value", new SourcePlace(file, 1, 1, ""), "Every weekday is off.", "at least one working day");
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : new WorkingDays(off, holidays);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Years.Agencies;

/// <summary>Reads a register of agencies from CSV: <c>agency,number,sectors,from,until,source</c>, sectors separated by semicolons; and <c>agency,entity,work,from,until,source</c>, where a column <c>registration</c> may follow.</summary>
/// <remarks>Thread-safe.</remarks>
public static class AgencyRegisterReader
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private static readonly string[] AccreditationColumns = ["agency", "number", "sectors", "from", "until", "source"];
    private static readonly string[] EngagementColumns = ["agency", "entity", "work", "from", "until", "source"];
    private static readonly string[] NoMore = [];
    private static readonly string[] Registration = ["registration"];

    /// <summary>Reads accreditations.</summary>
    /// <param name="bytes">CSV, as people save it.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">A row cannot be read.</exception>
    public static IReadOnlyList<Accreditation> ReadAccreditations(byte[] bytes, string? file = null) => Rows(bytes, file, AccreditationColumns, NoMore, (row, from, until, problems) =>
        new Accreditation(Cell(row, "agency"), Cell(row, "number"), [.. Cell(row, "sectors").Split(';').Select(s => s.Trim()).Where(s => s.Length > 0)], from, until, Cell(row, "source")));

    /// <summary>Reads other work of agencies.</summary>
    /// <param name="bytes">CSV, as people save it.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">A row cannot be read, or its entity is one number and its registration another.</exception>
    public static IReadOnlyList<Engagement> ReadEngagements(byte[] bytes, string? file = null) => Rows(bytes, file, EngagementColumns, Registration, (row, from, until, problems) =>
        new Engagement(Cell(row, "agency"), Cell(row, "entity"), Cell(row, "work"), from, until, Cell(row, "source"), RegistrationOf(row, problems)));

    private static List<T> Rows<T>(byte[] bytes, string? file, string[] columns, string[] optional, Func<CsvRecord, LocalDate, LocalDate, ProblemList, T> make)
    {
        var problems = new ProblemList();
        var rows = new List<T>();
        if (CsvTable.OpenFound(Require.NotNull(bytes), file, problems, MaxBytes, columns, optional) is { } table)
        {
            while (table.ReadRecord() is { } row)
            {
                // Reading a missing cell reports it.
                var missing = columns.Count(c => row.Text(c) is null);
                if (missing == 0 && Day(row, "from", problems) is { } from && Day(row, "until", problems) is { } until)
                {
                    if (until < from)
                    {
                        problems.Error("bad-value", row.PlaceOf("until"), "It ends before it begins.", "a day that is not before \"from\"");
                    }

                    rows.Add(make(row, from, until, problems));
                }
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : rows;
    }

    private static RegistrationNumber? RegistrationOf(CsvRecord row, ProblemList problems)
    {
        if (row.OptionalValue<RegistrationNumber>("registration", RegistrationNumber.TryParse) is not { } number)
        {
            return null;
        }

        if (RegisteredEntity.Of(Cell(row, "entity")) is { Number: { } other } && !PlainName.Same(other, number.Text))
        {
            problems.Error("bad-value", row.PlaceOf("registration"), $"The entity is {other} and its registration {number.Text}.", "one number");
        }

        return number;
    }

    private static string Cell(CsvRecord row, string column) => row.Text(column)!;

    private static LocalDate? Day(CsvRecord row, string column, ProblemList problems)
    {
        var text = Cell(row, column);
        var day = LocalDatePattern.Iso.Parse(text);
        if (day.Success)
        {
            return day.Value;
        }

        problems.Error("bad-value", row.PlaceOf(column), $"\"{ShownText.Short(text)}\" is no day.", "a day such as 2026-03-31");
        return null;
    }
}

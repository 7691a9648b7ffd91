using System.Diagnostics.CodeAnalysis;
using System;
using System.Globalization;
using NodaTime;

namespace Ccts.Sdk.Entities;

/// <summary>An Indian financial year, 1 April to 31 March, written <c>2025-26</c> (DPCM s.1).</summary>
/// <remarks>Immutable; ordered by start. <c>default</c> is no real compliance year and prints as <c>0000-01</c>.</remarks>
public readonly record struct ComplianceYear : IComparable<ComplianceYear>
{
    /// <summary>The year that starts on 1 April of <paramref name="startYear"/>.</summary>
    /// <param name="startYear">Calendar year, 1900 to 2998.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1900 to 2998.</exception>
    public ComplianceYear(int startYear)
    {
        if (startYear is < 1900 or > 2998)
        {
            throw new ArgumentOutOfRangeException(nameof(startYear), startYear, "A compliance year starts between 1900 and 2998.");
        }

        StartYear = startYear;
    }

    /// <summary>The calendar year in which it starts.</summary>
    public int StartYear { get; }

    /// <summary>1 April.</summary>
    public LocalDate FirstDay => new(StartYear, 4, 1);

    /// <summary>31 March of the following calendar year.</summary>
    public LocalDate LastDay => new(StartYear + 1, 3, 31);

    /// <summary>The year after.</summary>
    public ComplianceYear Next => new(StartYear + 1);

    /// <summary>The year before.</summary>
    public ComplianceYear Previous => new(StartYear - 1);

    /// <summary>The compliance year in which a date falls.</summary>
    public static ComplianceYear Of(LocalDate date) => new(date.Month >= 4 ? date.Year : date.Year - 1);

    /// <summary>Reads <c>2025-26</c>; the second number must be the year after the first.</summary>
    public static bool TryParse(string? text, out ComplianceYear year, [NotNullWhen(false)] out string? reason)
    {
        year = default;
        reason = "a compliance year such as 2025-26";
        if (text is not { Length: 7 } || text[4] != '-' || !Digits(text, 0, 4, out var start) || !Digits(text, 5, 2, out var end))
        {
            return false;
        }

        if (start is < 1900 or > 2998 || (start + 1) % 100 != end)
        {
            reason = "two consecutive years such as 2025-26";
            return false;
        }

        year = new ComplianceYear(start);
        reason = null;
        return true;
    }

    /// <summary>Reads <c>2025-26</c>.</summary>
    /// <exception cref="FormatException">The text is not a compliance year.</exception>
    public static ComplianceYear Parse(string text) =>
        TryParse(text, out var year, out var reason) ? year : throw new FormatException($"\"{text}\" is not {reason}.");

    /// <inheritdoc/>
    public int CompareTo(ComplianceYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>Whether one year is before another.</summary>
    public static bool operator <(ComplianceYear left, ComplianceYear right) => left.StartYear < right.StartYear;

    /// <summary>Whether one year is after another.</summary>
    public static bool operator >(ComplianceYear left, ComplianceYear right) => left.StartYear > right.StartYear;

    /// <summary>Whether one year is not after another.</summary>
    public static bool operator <=(ComplianceYear left, ComplianceYear right) => left.StartYear <= right.StartYear;

    /// <summary>Whether one year is not before another.</summary>
    public static bool operator >=(ComplianceYear left, ComplianceYear right) => left.StartYear >= right.StartYear;

    /// <summary><c>2025-26</c>.</summary>
    public override string ToString() =>
        StartYear.ToString("0000", CultureInfo.InvariantCulture) + "-" + ((StartYear + 1) % 100).ToString("00", CultureInfo.InvariantCulture);

    private static bool Digits(string text, int start, int count, out int number)
    {
        number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (text[i] - '0');
        }

        return true;
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Formats.Csv.Mappings;

/// <summary>Where a mapped table has a value that a reader asks for, and how it is written there.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CsvSource
{
    private const int Group = 3;

    /// <summary>The name of its column; null if <see cref="Value"/> holds for every row.</summary>
    public string? Column { get; init; }

    /// <summary>The value for every row, in the reader's words; null if a column has it.</summary>
    public string? Value { get; init; }

    /// <summary>The unit of its numbers, if the table does not write it, e.g. <c>INR</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>What separates groups of digits in its numbers; null for nothing.</summary>
    public char? Thousands { get; init; }

    /// <summary>How its days or times are written, e.g. <c>dd-MM-yyyy HH:mm:ss</c>; null for ISO 8601.</summary>
    public string? Pattern { get; init; }

    /// <summary>The offset of its times; null for days.</summary>
    public Offset? Offset { get; init; }

    /// <summary>The reader's word for each of its words; null if they are the same.</summary>
    public IReadOnlyDictionary<string, string>? Words { get; init; }

    /// <summary>What the cell says in the reader's words; an empty cell stays empty.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="read">The text for the reader, or null.</param>
    /// <param name="expected">What was expected, when it cannot be read.</param>
    internal bool TryRead(string text, [NotNullWhen(true)] out string? read, [NotNullWhen(false)] out string? expected)
    {
        (read, expected) = (text, null);
        if (text.Length == 0)
        {
            return true;
        }

        if (Words is not null)
        {
            (read, expected) = Words.TryGetValue(text, out var word) ? (word, (string?)null) : (null, "one of " + string.Join(", ", Words.Keys));
            return read is not null;
        }

        if (Pattern is not null)
        {
            read = Offset is { } offset
                ? LocalDateTimePattern.CreateWithInvariantCulture(Pattern).Parse(text) is { Success: true } time ? InstantPattern.ExtendedIso.Format(time.Value.WithOffset(offset).ToInstant()) : null
                : LocalDatePattern.CreateWithInvariantCulture(Pattern).Parse(text) is { Success: true } day ? LocalDatePattern.Iso.Format(day.Value) : null;
            expected = Offset is null ? "a day such as " + Pattern : "a time such as " + Pattern;
            return read is not null;
        }

        if (Thousands is { } mark && text.Contains(mark))
        {
            expected = $"a number whose groups are parted by \"{mark}\", such as 1{mark}00{mark}000 or 100{mark}000";
            if (!AreGroups(text.Split('.')[0].TrimStart('-').Split(mark)) || text.Split('.').Skip(1).Any(part => part.Contains(mark)))
            {
                read = null;
                return false;
            }

            read = string.Concat(text.Where(c => c != mark));
        }

        read += Unit is null ? "" : " " + Unit;
        return true;
    }

    // The first group has one to three digits and the last three; those between have three, or two as lakh and crore are written.
    private static bool AreGroups(string[] groups) =>
        groups[0].Length is >= 1 and <= Group && groups[groups.Length - 1].Length == Group
        && groups.Skip(1).Take(groups.Length - 2).Select(g => g.Length).Distinct().ToList() is [] or [Group] or [Group - 1];
}

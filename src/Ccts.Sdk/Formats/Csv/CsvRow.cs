using System;
using System.Globalization;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>One row of a CSV file.</summary>
/// <param name="File">The file's name, or null.</param>
/// <param name="Number">The row's number as a spreadsheet shows it: the first row is 1.</param>
/// <param name="Line">The line it begins on; later than its number once a field held a line break.</param>
/// <param name="Fields">At least one field.</param>
public sealed record CsvRow(string? File, int Number, int Line, CsvField[] Fields)
{
    /// <summary>The place of the first line of the row.</summary>
    public SourcePlace Place => new(File, Line, 1, Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether every field from this one on is blank.</summary>
    internal bool IsBlank(int from) => Array.FindIndex(Fields, from, f => f.Text.Trim().Length > 0) < 0;

    /// <summary>Whether two neighbouring fields may be one number that was written with a comma and without quotes, such as 1,000 or 27,5. In a row that is longer than its header, the fields behind it are then those of other columns.</summary>
    public bool MayHaveSplitNumber()
    {
        for (var i = 1; i < Fields.Length; i++)
        {
            if (IsNumber(Fields[i - 1]) && IsNumber(Fields[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(CsvField field)
    {
        var text = field.Text.Trim();
        var (digits, points) = (0, 0);
        for (var i = text.Length > 0 && text[0] == '-' ? 1 : 0; i < text.Length; i++)
        {
            digits += text[i] is >= '0' and <= '9' ? 1 : 0;
            points += text[i] == '.' ? 1 : 0;
        }

        return !field.Quoted && digits > 0 && digits + points == text.TrimStart('-').Length && points <= 1;
    }

    /// <summary>A header row without blanks around its names and without the empty columns at its end.</summary>
    internal CsvRow Trimmed()
    {
        var last = Array.FindLastIndex(Fields, f => f.Text.Trim().Length > 0);
        return this with { Fields = Array.ConvertAll(Fields.AsSpan(0, last + 1).ToArray(), f => new CsvField(f.Text.Trim(), f.Line, f.Column, f.Quoted)) };
    }

    /// <summary>Where a field stands; beyond the last field, where the row begins.</summary>
    /// <param name="field">Its index, from 0.</param>
    /// <param name="column">The name of its column, for the pointer.</param>
    public SourcePlace PlaceOf(int field, string column)
    {
        var pointer = Number.ToString(CultureInfo.InvariantCulture) + "/" + Require.NotNull(column);
        return field < Fields.Length
            ? new SourcePlace(File, Fields[field].Line, Fields[field].Column, pointer)
            : new SourcePlace(File, Line, 1, pointer);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>One row of a <see cref="CsvTable"/>, read by column name. An empty field is an absent value.</summary>
public sealed class CsvRecord(CsvRow row, CsvColumns columns, ProblemList problems)
{
    /// <summary>The row with every cell.</summary>
    public CsvRow Row => row;

    /// <summary>Where the cell of a column stands.</summary>
    public SourcePlace PlaceOf(string column) => row.PlaceOf(columns.IndexOf(column) is >= 0 and var at ? at : int.MaxValue, column);

    /// <summary>The field, or null when it is empty or the column absent.</summary>
    public string? OptionalText(string column) =>
        columns.IndexOf(column) is >= 0 and var at && at < row.Fields.Length && row.Fields[at].Text is { Length: > 0 } text ? text : null;

    /// <summary>The text of a cell that must be there; null, and a problem reported, when it is empty.</summary>
    public string? Text(string column)
    {
        var text = OptionalText(column);
        if (text is null)
        {
            problems.Error("csv-empty-field", PlaceOf(column), $"\"{column}\" is empty.", "a value");
        }

        return text;
    }

    /// <summary>The value of a cell that must be there; null, and a problem reported, when it is empty or cannot be read.</summary>
    public T? Value<T>(string column, TextParser<T> parser)
        where T : struct => ValueOf(column, Text(column), parser);

    /// <summary>The value of a cell that may be empty; null if it is empty, and null with a problem if it cannot be read.</summary>
    public T? OptionalValue<T>(string column, TextParser<T> parser)
        where T : struct => ValueOf(column, OptionalText(column), parser);

    /// <summary>One of a closed set of words.</summary>
    public T? Choice<T>(string column, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct
    {
        var text = required ? Text(column) : OptionalText(column);
        if (text is null)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        problems.Error("unknown-word", PlaceOf(column), $"\"{ShownText.Short(text)}\" is not one of the words for \"{column}\".", string.Join(", ", words.Keys.OrderBy(w => w, StringComparer.Ordinal)), problems.Nearest(text, words.Keys));
        return null;
    }

    private T? ValueOf<T>(string column, string? text, TextParser<T> parser)
        where T : struct
    {
        if (text is null)
        {
            return null;
        }

        if (parser(text, out var value, out var reason))
        {
            return value;
        }

        problems.Unreadable(PlaceOf(column), text, reason);
        return null;
    }
}

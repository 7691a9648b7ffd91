using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>One row of a <see cref="CsvTable"/>, read by column name. An empty field is an absent value.</summary>
internal sealed class CsvRecord(CsvRow row, CsvColumns columns, ProblemList problems)
{
    internal CsvRow Row => row;

    internal SourcePlace PlaceOf(string column) => row.PlaceOf(columns.IndexOf(column) is >= 0 and var at ? at : int.MaxValue, column);

    /// <summary>The field, or null when it is empty or the column absent.</summary>
    internal string? OptionalText(string column) =>
        columns.IndexOf(column) is >= 0 and var at && at < row.Fields.Length && row.Fields[at].Text is { Length: > 0 } text ? text : null;

    internal string? Text(string column)
    {
        var text = OptionalText(column);
        if (text is null)
        {
            problems.Error("csv-empty-field", PlaceOf(column), $"\"{column}\" is empty.", "a value");
        }

        return text;
    }

    internal T? Value<T>(string column, TextParser<T> parser)
        where T : struct => ValueOf(column, Text(column), parser);

    internal T? OptionalValue<T>(string column, TextParser<T> parser)
        where T : struct => ValueOf(column, OptionalText(column), parser);

    /// <summary>One of a closed set of words.</summary>
    internal T? Choice<T>(string column, IReadOnlyDictionary<string, T> words, bool required = true)
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

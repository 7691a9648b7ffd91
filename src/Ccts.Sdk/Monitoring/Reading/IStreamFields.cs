using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>
/// One stream of a report, field by field, from a JSON object or from rows of a CSV file. What cannot be read
/// becomes a problem and is null, so that reading continues and finds the rest.
/// </summary>
internal interface IStreamFields
{
    ProblemList Problems { get; }

    /// <summary>Where the stream begins.</summary>
    SourcePlace Place { get; }

    SourcePlace PlaceOf(string field);

    string? Text(string field);

    string? OptionalText(string field);

    T? Value<T>(string field, TextParser<T> parser)
        where T : struct;

    T? OptionalValue<T>(string field, TextParser<T> parser)
        where T : struct;

    T? Choice<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct;

    bool? OptionalFlag(string field);

    int? OptionalInteger(string field);

    /// <summary>A group of fields, or null when none of them is given.</summary>
    IStreamFields? OptionalPart(string field);

    /// <summary>Groups of fields that may be repeated.</summary>
    IReadOnlyList<IStreamFields> Parts(string field);

    /// <summary>Groups of fields that all count, even if two are equal; in CSV each row that has one.</summary>
    IReadOnlyList<IStreamFields> EachPart(string field);

    /// <summary>The days of a group: its <c>period</c>, in CSV that of its row, else the whole year.</summary>
    ReportingPeriod Period(ReportingPeriod year);

    /// <summary>The amounts as text, one for each period; an amount without a period is for all of <paramref name="year"/>.</summary>
    IReadOnlyList<RawAmount> Amounts(ReportingPeriod year);

    /// <summary>Reports every field that was not asked for.</summary>
    void Done();
}

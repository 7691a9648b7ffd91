using System.Collections.Generic;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>The source of a schedule's rows, if it differs from the ruleset's source of their sectors.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ScheduleImportOptions
{
    /// <summary>Id of the instrument that prints the schedule; null: the instrument of each row's sector. If it is a draft, so are the rows.</summary>
    public string? Instrument { get; init; }

    /// <summary>The schedule within the instrument, e.g. <c>First Schedule</c>; null: the clause of each row's sector.</summary>
    public string? Clause { get; init; }

    /// <summary>How well the rows are known: <see cref="Evidence.Transcribed"/> unless the reader holds the gazette itself.</summary>
    public Evidence Evidence { get; init; } = Evidence.Transcribed;

    /// <summary>Rulesets of other years: the schedule's columns for their years are compared with their targets.</summary>
    public IReadOnlyList<Ruleset> OtherYears { get; init; } = [];
}

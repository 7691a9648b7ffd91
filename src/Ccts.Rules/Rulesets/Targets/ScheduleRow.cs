using Ccts.Sdk.Entities;

namespace Ccts.Rules.Rulesets.Targets;

/// <summary>A row of a target schedule and what it says about the target.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Entity">The row.</param>
/// <param name="Status">Whether there is a target.</param>
public sealed record ScheduleRow(EntityTarget Entity, TargetStatus Status);

/// <summary>Whether a row has a target for its year.</summary>
public enum TargetStatus
{
    /// <summary>It prints a target.</summary>
    Set,

    /// <summary>It prints a dash: no obligation in this year. Not zero.</summary>
    None,

    /// <summary>The figure could not be read; no plant can be assessed on this row.</summary>
    NotRead,
}

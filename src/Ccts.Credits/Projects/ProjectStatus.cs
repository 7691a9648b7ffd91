using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Projects;

/// <summary>
/// The status of a project, as a word of the ruleset's tables. The state machine gives those named here a meaning; a ruleset may add others between them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word: small letters, digits and hyphens.</param>
public sealed record ProjectStatus(string Word)
{
    /// <summary>Those with a meaning to the state machine.</summary>
    public static IReadOnlyList<ProjectStatus> Known { get; } = [.. OffsetTables.ProjectStages.Select(w => new ProjectStatus(w))];

    /// <summary>Registered.</summary>
    public static ProjectStatus Registered { get; } = new("registered");

    /// <summary>Validated.</summary>
    public static ProjectStatus Validated { get; } = new("validated");

    /// <summary>Operational.</summary>
    public static ProjectStatus Operational { get; } = new("operational");

    /// <summary>Completed. Final.</summary>
    public static ProjectStatus Completed { get; } = new("completed");

    /// <summary>Stopped until a decision: no report, verification or issuance meanwhile.</summary>
    public static ProjectStatus Suspended { get; } = new("suspended");

    /// <summary>Cancelled. Final.</summary>
    public static ProjectStatus Cancelled { get; } = new("cancelled");

    /// <summary>Whether the status is final.</summary>
    public bool IsFinal => this == Completed || this == Cancelled;

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Projects;

/// <summary>
/// How far a project has come. By the word of the ruleset's tables: those named here mean something to the machine, and a ruleset may name others between them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word: small letters, digits and hyphens.</param>
public sealed record ProjectStatus(string Word)
{
    /// <summary>Those that mean something to the machine.</summary>
    public static IReadOnlyList<ProjectStatus> Known { get; } = [.. OffsetTables.ProjectStages.Select(w => new ProjectStatus(w))];

    /// <summary>Registered.</summary>
    public static ProjectStatus Registered { get; } = new("registered");

    /// <summary>Validated.</summary>
    public static ProjectStatus Validated { get; } = new("validated");

    /// <summary>Works.</summary>
    public static ProjectStatus Operational { get; } = new("operational");

    /// <summary>Done. Final.</summary>
    public static ProjectStatus Completed { get; } = new("completed");

    /// <summary>Stopped until it is known what becomes of it: no report, verification or issuance meanwhile.</summary>
    public static ProjectStatus Suspended { get; } = new("suspended");

    /// <summary>Given up. Final.</summary>
    public static ProjectStatus Cancelled { get; } = new("cancelled");

    /// <summary>Whether nothing follows.</summary>
    public bool IsFinal => this == Completed || this == Cancelled;

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}

using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Unknowns;

/// <summary>A value that is not both in force and read word for word, or is not known at all.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Path">Its path in the ruleset, e.g. <c>electricity.grid.frozen-factor</c>.</param>
/// <param name="Value">The value with its unit, or null for an explicit unknown.</param>
/// <param name="Standing">Source, force, evidence and note.</param>
/// <param name="Reason">For an unknown: why.</param>
/// <param name="SettledBy">For an unknown: who could settle it.</param>
public sealed record UnsettledValue(string Path, string? Value, Standing Standing, string? Reason = null, string? SettledBy = null)
{
    /// <summary>What reads it: <c>calculators</c>, and the ids of rules.</summary>
    public IReadOnlyList<string> Touches { get; init; } = [];
}

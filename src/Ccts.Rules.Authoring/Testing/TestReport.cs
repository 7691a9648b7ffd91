using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Cases;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>The results of a ruleset's cases.</summary>
/// <remarks>Two are equal only when they hold the same list objects.</remarks>
/// <param name="Ruleset">The ruleset.</param>
/// <param name="Results">Each case of a decision that ran, in the order of files.</param>
/// <param name="Coverage">What no case reached.</param>
public sealed record TestReport(RulesetIdentity Ruleset, IReadOnlyList<CaseResult> Results, Coverage Coverage)
{
    /// <summary>Each case with figures that ran.</summary>
    public IReadOnlyList<FigureResult> Figures { get; init; } = [];

    /// <summary>Whether every case gave what it expects. Coverage does not fail a run.</summary>
    public bool Passed => Results.All(r => r.Passed) && Figures.All(f => f.Passed);
}

/// <summary>The result of a case.</summary>
/// <remarks>Two are equal only when they hold the same list objects.</remarks>
/// <param name="Case">The case.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Differences">What differs from the expectation; empty if the case passed.</param>
public sealed record CaseResult(RuleCase Case, ReasonedDecision Decision, IReadOnlyList<string> Differences)
{
    /// <summary>Whether everything is as expected.</summary>
    public bool Passed => Differences.Count == 0;
}

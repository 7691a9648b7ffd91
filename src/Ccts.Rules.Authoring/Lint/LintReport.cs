using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>The findings of lint about a valid ruleset.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the same list objects.</remarks>
/// <param name="Ruleset">The ruleset.</param>
/// <param name="Findings">In the order of files and lines: warnings, which need an answer, and remarks, which do not.</param>
/// <param name="Evidence">The number of values by force and evidence.</param>
public sealed record LintReport(RulesetIdentity Ruleset, IReadOnlyList<Problem> Findings, IReadOnlyList<EvidenceCount> Evidence)
{
    /// <summary>Whether no finding is a warning.</summary>
    public bool IsClean => Findings.All(f => f.Severity == Severity.Info);
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>What a look at a valid ruleset found that its author should know.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
/// <param name="Ruleset">The ruleset.</param>
/// <param name="Findings">In the order of files and lines: warnings, which want an answer, and infos, which want none.</param>
/// <param name="Evidence">How many values have which force and evidence.</param>
public sealed record LintReport(RulesetIdentity Ruleset, IReadOnlyList<Problem> Findings, IReadOnlyList<EvidenceCount> Evidence)
{
    /// <summary>Whether no finding is a warning.</summary>
    public bool IsClean => Findings.All(f => f.Severity == Severity.Info);
}

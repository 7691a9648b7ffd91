using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Looks at a valid ruleset for what is allowed and probably not meant: rules that never fire, conditions that always hold
/// or never do, gaps and overlaps in tables, unused parameters, rules no case reaches, dead overrides, gaps in Hindi,
/// missing clauses. The codes are listed in docs/rules.md.
/// </summary>
/// <remarks>Thread-safe. What it reports is so; it does not find everything that is.</remarks>
public static class RulesetLinter
{
    /// <summary>Lints a ruleset.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="files">Its own files; with overlays those of the last one, whose texts and cases are then looked at.</param>
    /// <exception cref="CctsDataException">A test file has errors, all of them listed.</exception>
    public static LintReport Run(Ruleset ruleset, RulesetFiles files)
    {
        Require.NotNull(ruleset);
        var remarks = new ProblemList();
        var subject = new LintSubject(ruleset, Require.NotNull(files), remarks);
        ClauseCheck.Check(subject);
        if (ruleset.Kind == RulesetKind.ComplianceYear)
        {
            ReachabilityCheck.Check(subject);
            ConditionCheck.Check(subject);
            TableCheck.Check(subject);
            BandCheck.Check(subject);
            ParameterUseCheck.Check(subject);
            CaseCheck.Check(subject);
            LanguageCheck.Check(subject);
        }

        return new LintReport(ruleset.Identity, remarks.ToList(), EvidenceCount.Of(ruleset));
    }
}

using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Checks a valid ruleset for what is allowed but probably not meant: rules that never fire, conditions that always hold
/// or never do, gaps and overlaps in tables, unused parameters, rules no case reaches, dead overrides, gaps in Hindi,
/// missing clauses. The codes are listed in docs/rules.md.
/// </summary>
/// <remarks>Thread-safe. Every finding is true, but it does not find every fault.</remarks>
public static class RulesetLinter
{
    /// <summary>Lints a ruleset.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="files">Its own files; with overlays those of the last one, whose texts and cases are then checked.</param>
    /// <param name="previous">The ruleset of the year before, to find what was copied from it; null if none is available.</param>
    /// <param name="earlier">The revision before this one, or one of the same number with other contents, which takes precedence over the year before for comparison; null if none is available.</param>
    /// <exception cref="CctsDataException">A test file has errors, all of them listed.</exception>
    public static LintReport Run(Ruleset ruleset, RulesetFiles files, Ruleset? previous = null, Ruleset? earlier = null)
    {
        Require.NotNull(ruleset);
        var remarks = new ProblemList();
        var subject = new LintSubject(ruleset, Require.NotNull(files), remarks);
        ClauseCheck.Check(subject);
        InstrumentCheck.Check(subject);
        FigureCheck.Check(subject);
        PublishedCheck.Check(subject, earlier);
        if ((earlier ?? previous) is { } before)
        {
            ChangedEntryCheck.Check(subject, before);
            NewRowCheck.Check(subject, before);
        }

        if (ruleset.Kind == RulesetKind.ComplianceYear)
        {
            ReachabilityCheck.Check(subject);
            ConditionCheck.Check(subject);
            TableCheck.Check(subject);
            BandCheck.Check(subject);
            NothingLeftCheck.Check(subject);
            ParameterUseCheck.Check(subject);
            CaseCheck.Check(subject);
            LanguageCheck.Check(subject);
            YearCheck.Check(subject, previous);
            RowOfYearCheck.Check(subject, previous, earlier);
            if ((earlier ?? previous) is { } whole)
            {
                LeftOutCheck.CheckNames(subject, whole);
            }

            if (earlier is not null)
            {
                LeftOutCheck.CheckFiles(subject, earlier);
            }
        }

        return new LintReport(ruleset.Identity, remarks.ToList(), EvidenceCount.Of(ruleset));
    }

    /// <summary>What a new year copied from the one before, such as last year's due days; lint reports it too.</summary>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="previous">The ruleset of the year before, or null.</param>
    /// <param name="earlier">The revision before this one, or null.</param>
    public static IReadOnlyList<Problem> CheckYear(Ruleset ruleset, Ruleset? previous, Ruleset? earlier = null)
    {
        Require.NotNull(ruleset);
        var remarks = new ProblemList();
        var subject = new LintSubject(ruleset, ruleset.Files, remarks);
        PublishedCheck.Check(subject, earlier);
        if (earlier is not null)
        {
            ChangedEntryCheck.CheckHeader(subject, earlier);
        }

        if (ruleset.Kind == RulesetKind.ComplianceYear)
        {
            YearCheck.Check(subject, previous);
        }

        return remarks.ToList();
    }
}

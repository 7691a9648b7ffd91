using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing.Content;

/// <summary>Everything the pages show, worked out once for both languages.</summary>
internal sealed record KitContent
{
    internal required Ruleset Draft { get; init; }

    internal required Ruleset Against { get; init; }

    internal required RulesetDiff Diff { get; init; }

    internal required LintReport Lint { get; init; }

    internal required TestReport Tests { get; init; }

    internal required ImpactReport Impact { get; init; }

    /// <summary>Whether the impact is on entities the publisher gave; else on the schedule's own rows as they were in the baseline year.</summary>
    internal required bool HasOwnEntities { get; init; }

    internal required IReadOnlyList<UnsettledValue> Unsettled { get; init; }

    internal required ClauseCover Clauses { get; init; }

    internal static KitContent Of(Ruleset draft, RulesetFiles draftFiles, Ruleset against, RulesetFiles againstFiles, ImpactReport? impact)
    {
        if (draft.Kind != RulesetKind.ComplianceYear || against.Kind != RulesetKind.ComplianceYear)
        {
            throw new CctsDataException([new Problem("baseline-year", Severity.Error, "A baseline year has nothing to consult about: nobody complies with it.", default) { Expected = "rulesets of compliance years" }]);
        }

        var tests = RulesetTester.Run(draft, draftFiles);
        return new KitContent
        {
            Draft = draft,
            Against = against,
            Diff = RulesetDiff.Between(against, draft, againstFiles),
            Lint = RulesetLinter.Run(draft, draftFiles),
            Tests = tests,
            Impact = impact ?? AtBaseline(against, draft),
            HasOwnEntities = impact is not null,
            Unsettled = UnknownsRegister.Of(draft),
            Clauses = ClauseCover.Of(draft, tests),
        };
    }

    /// <summary>The rows a page speaks of by themselves: those in force and, of a ruleset that is itself a draft, its draft rows.</summary>
    internal static IEnumerable<ScheduleRow> Rows(Ruleset ruleset) =>
        ruleset.Schedule.Where(r => r.Entity.Standing.Force == Force.InForce || (r.Entity.Standing.Force == Force.Draft && ruleset.Force == Force.Draft));

    // Every row that prints output and intensity, as if the entity stayed what it was.
    private static ImpactReport AtBaseline(Ruleset old, Ruleset @new)
    {
        var study = new ImpactStudy(old, @new);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows(@new).Concat(Rows(old)).Select(r => r.Entity))
        {
            if (known.Add(row.Key) && row.BaselineOutput is { } output && row.BaselineIntensity is { } intensity)
            {
                study.Add(new ImpactEntity(row.Key, row.Standing.Force != Force.InForce, output, intensity * output));
            }
        }

        return study.Report();
    }
}

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
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing.Content;

/// <summary>Everything that the pages show, computed once for both languages.</summary>
internal sealed record KitContent
{
    internal required Ruleset Draft { get; init; }

    internal required Ruleset Against { get; init; }

    internal required RulesetDiff Diff { get; init; }

    internal required LintReport Lint { get; init; }

    internal required TestReport Tests { get; init; }

    internal required ImpactReport Impact { get; init; }

    /// <summary>Whether the impact is on the publisher's entities; otherwise on the schedule's own rows as in the baseline year.</summary>
    internal required bool HasOwnEntities { get; init; }

    internal required IReadOnlyList<UnsettledValue> Unsettled { get; init; }

    internal required ClauseCover Clauses { get; init; }

    /// <summary>Sectors that only the draft has, and sectors that only the other ruleset has.</summary>
    internal required (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Sectors { get; init; }

    /// <summary>Draft rows of a ruleset in force, in addition to its rows in force.</summary>
    internal IReadOnlyList<ScheduleRow> DraftRows => [.. Draft.Schedule.Where(r => r.Entity.Standing.Force == Force.Draft)];

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
            Unsettled = [.. UnknownsRegister.Of(draft).Where(u => !IsNoPartOfTheDraft(u))],
            Clauses = ClauseCover.Of(draft, tests),
            Sectors = ([.. draft.Assessment.Sectors.Keys.Except(against.Assessment.Sectors.Keys, StringComparer.Ordinal)], [.. against.Assessment.Sectors.Keys.Except(draft.Assessment.Sectors.Keys, StringComparer.Ordinal)]),
        };
    }

    // Every entity whose row prints output and intensity, once, unchanged.
    private static ImpactReport AtBaseline(Ruleset old, Ruleset @new)
    {
        var study = new ImpactStudy(old, @new);
        foreach (var scheduled in ScheduledEntity.Of(old, @new))
        {
            // An entity without a row in force in the earlier ruleset has no row there, whatever its rows on request say.
            var (entity, earlier) = (scheduled.Entity, scheduled.Old is null ? ("", false) : (scheduled.Old.Entity.Key, IsOnRequest(scheduled.Old.Entity)));
            if (entity.BaselineOutput is { } output && entity.BaselineIntensity is { } intensity)
            {
                study.Add(new ImpactEntity(entity.Key, IsOnRequest(entity), output, intensity * output) { Earlier = earlier });
            }
        }

        return study.Report();
    }

    // Superseded rows and rows that never were law are not published.
    private static bool IsNoPartOfTheDraft(UnsettledValue value) =>
        value.Path.StartsWith("targets.", StringComparison.Ordinal) && value.Standing.Force is Force.Superseded or Force.None;

    private static bool IsOnRequest(EntityTarget entity) => entity.Standing.Force != Force.InForce;
}

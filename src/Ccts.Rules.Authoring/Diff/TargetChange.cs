using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>How the targets of a sector differ, each entity counted once; rows in force, and draft rows in a ruleset that is itself a draft.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Added">Entities that only the later ruleset has a row of, with a target or with a dash.</param>
/// <param name="Removed">Entities that only the earlier ruleset has a row of.</param>
/// <param name="Changed">Entities whose target changed: a figure, a dash for no target, or one that was not read.</param>
/// <param name="Tonnes">
/// The effect of the changed targets at the entities' baseline output: (new - old) x output, negative if targets became
/// stricter. Without entities that have no target before or now, or no printed baseline output.
/// </param>
/// <param name="WithoutOutput">Of those with a target before and now, how many have no baseline output printed.</param>
public sealed record TargetChange(string Sector, int Added, int Removed, int Changed, Co2e Tonnes, int WithoutOutput)
{
    /// <summary>Of the changed, how many had no target before: the schedule printed a dash.</summary>
    public int HadNoTarget { get; init; }

    /// <summary>Of the added and changed, how many have no target now: the schedule prints a dash.</summary>
    public int HaveNoTarget { get; init; }

    internal static IReadOnlyList<TargetChange> Between(Ruleset old, Ruleset @new) => ScheduledEntity.Of(old, @new)
        .GroupBy(e => e.Entity.Sector, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => Of(g.Key, [.. g]))
        .Where(c => c.Added + c.Removed + c.Changed > 0)
        .ToList();

    private static TargetChange Of(string sector, IReadOnlyList<ScheduledEntity> entities)
    {
        var changed = entities.Where(e => e.IsChanged).ToList();
        var figures = changed.Where(e => e.Old!.Entity.Target is not null && e.New!.Entity.Target is not null).ToList();
        var tonnes = figures.Select(TonnesOf).ToList();
        return new TargetChange(sector, entities.Count(e => e.IsAdded), entities.Count(e => e.IsRemoved), changed.Count, tonnes.OfType<Co2e>().Aggregate(default(Co2e), (sum, t) => sum + t), tonnes.Count(t => t is null))
        {
            HadNoTarget = changed.Count(e => e.Old!.Status == TargetStatus.None),
            HaveNoTarget = entities.Count(e => (e.IsAdded || e.IsChanged) && e.New!.Status == TargetStatus.None),
        };
    }

    private static Co2e? TonnesOf(ScheduledEntity entity) =>
        (entity.New!.Entity.BaselineOutput ?? entity.Old!.Entity.BaselineOutput) is { } output && entity.Old!.Entity.Target is { } was && entity.New.Entity.Target is { } now && was.Basis == output.Basis && now.Basis == output.Basis
            ? (now * output) - (was * output)
            : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>How the targets in force of a sector differ.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Added">Entities with a target only in the later ruleset.</param>
/// <param name="Removed">Entities with a target only in the earlier ruleset.</param>
/// <param name="Changed">Entities whose target is another.</param>
/// <param name="Tonnes">
/// What the changed targets come to at the entities' baseline output: (new - old) x output, negative when targets got
/// stricter. Entities whose baseline output is not printed are not in it.
/// </param>
/// <param name="WithoutOutput">Of the changed, how many have no baseline output printed.</param>
public sealed record TargetChange(string Sector, int Added, int Removed, int Changed, Co2e Tonnes, int WithoutOutput)
{
    internal static IReadOnlyList<TargetChange> Between(Ruleset old, Ruleset @new)
    {
        var (before, after) = (Targets(old), Targets(@new));
        return before.Values.Concat(after.Values).Select(t => t.Sector).Distinct(StringComparer.Ordinal).OrderBy(s => s, StringComparer.Ordinal)
            .Select(s => Of(s, before, after))
            .Where(c => c.Added + c.Removed + c.Changed > 0)
            .ToList();
    }

    private static Dictionary<string, EntityTarget> Targets(Ruleset ruleset) => ruleset.Schedule
        .Where(r => r.Status == TargetStatus.Set && r.Entity.Standing.Force == Force.InForce && r.Entity.Target is not null)
        .GroupBy(r => r.Entity.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Entity, StringComparer.Ordinal);

    private static TargetChange Of(string sector, Dictionary<string, EntityTarget> before, Dictionary<string, EntityTarget> after)
    {
        var (was, isNow) = (before.Values.Where(t => t.Sector == sector).ToList(), after.Values.Where(t => t.Sector == sector).ToList());
        var changed = isNow.Where(t => before.TryGetValue(t.Key, out var b) && b.Target != t.Target).Select(t => (Old: before[t.Key], New: t)).ToList();
        var tonnes = changed.Select(c => TonnesOf(c.Old, c.New)).ToList();
        return new TargetChange(
            sector,
            isNow.Count(t => !before.ContainsKey(t.Key)),
            was.Count(t => !after.ContainsKey(t.Key)),
            changed.Count,
            tonnes.OfType<Co2e>().Aggregate(default(Co2e), (sum, t) => sum + t),
            tonnes.Count(t => t is null));
    }

    private static Co2e? TonnesOf(EntityTarget old, EntityTarget @new) =>
        (@new.BaselineOutput ?? old.BaselineOutput) is { } output && old.Target is { } was && @new.Target is { } now && was.Basis == output.Basis && now.Basis == output.Basis
            ? (now * output) - (was * output)
            : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>
/// An entity with the row that represents it in each of two rulesets, each entity once. In a ruleset in force these are the rows in force. In one that is
/// itself a draft, draft rows come first: such a row has its own key and means the plant of the same registration, or of the same
/// name, sector and state, whose row is in force.
/// </summary>
internal sealed record ScheduledEntity(ScheduleRow? Old, ScheduleRow? New)
{
    internal EntityTarget Entity => (New ?? Old)!.Entity;

    internal bool IsAdded => Old is null;

    internal bool IsRemoved => New is null;

    /// <summary>Whether both have the entity with different targets: a figure, a dash, or one that was not read.</summary>
    internal bool IsChanged => Old is not null && New is not null && (Old.Status != New.Status || Old.Entity.Target != New.Entity.Target);

    internal static IReadOnlyList<ScheduledEntity> Of(Ruleset old, Ruleset @new)
    {
        var names = Registrations(old).Concat(Registrations(@new)).GroupBy(n => n.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, Numbers: g.Select(n => n.Registration).Distinct(StringComparer.Ordinal).ToList()))
            .Where(g => g.Numbers.Count == 1)
            .ToDictionary(g => g.Key, g => g.Numbers[0], StringComparer.Ordinal);
        var (before, after) = (Rows(old, names), Rows(@new, names));
        return [.. after.Keys.Concat(before.Keys).Distinct(StringComparer.Ordinal).Select(k => (Old: Find(before, k), New: Find(after, k)))
            .Select(e => new ScheduledEntity(e.Old ?? Unspoken(old, e.New!), e.New ?? Unspoken(@new, e.Old!)))];
    }

    /// <summary>The rows that represent entities: those in force and, in a ruleset that is itself a draft, its draft rows.</summary>
    private static IEnumerable<ScheduleRow> Spoken(Ruleset ruleset) =>
        ruleset.Schedule.Where(r => r.Entity.Standing.Force == Force.InForce || (r.Entity.Standing.Force == Force.Draft && ruleset.Force == Force.Draft));

    // A draft row that the other ruleset has as well was not added, although only one of the two uses it.
    private static ScheduleRow? Unspoken(Ruleset other, ScheduleRow row) => row.Entity.Standing.Force == Force.Draft
        ? other.Schedule.FirstOrDefault(r => r.Entity.Key == row.Entity.Key && r.Entity.Standing.Force == Force.Draft && r.Status == row.Status && r.Entity.Target == row.Entity.Target)
        : null;

    private static IEnumerable<(string Name, string Registration)> Registrations(Ruleset ruleset) => ruleset.Schedule.Select(r => r.Entity)
        .Where(e => e.Standing.Force == Force.InForce)
        .SelectMany(e => new[] { (NameOf(e), e.Key), (Letters(e.Key), e.Key) });

    // Draft rows come after those in force and replace them.
    private static Dictionary<string, ScheduleRow> Rows(Ruleset ruleset, Dictionary<string, string> names)
    {
        var rows = new Dictionary<string, ScheduleRow>(StringComparer.Ordinal);
        foreach (var row in Spoken(ruleset).OrderBy(r => r.Entity.Standing.Force == Force.Draft))
        {
            rows[IdentityOf(row.Entity, names)] = row;
        }

        return rows;
    }

    private static string IdentityOf(EntityTarget entity, Dictionary<string, string> names)
    {
        if (entity.Standing.Force == Force.InForce)
        {
            return entity.Key;
        }

        var last = Letters(entity.Key.Substring(entity.Key.LastIndexOf('-') + 1));
        return names.TryGetValue(last, out var registration) || names.TryGetValue(NameOf(entity), out registration) ? registration : NameOf(entity);
    }

    private static string NameOf(EntityTarget entity) => Letters(entity.Entity) + "|" + Letters(entity.Sector) + "|" + entity.State;

    private static string Letters(string text) => new([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    private static ScheduleRow? Find(Dictionary<string, ScheduleRow> rows, string key) => rows.TryGetValue(key, out var row) ? row : null;
}

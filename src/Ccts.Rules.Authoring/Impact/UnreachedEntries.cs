using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// Differences between two rulesets that do not affect a study: entities state their emissions, so factors do not matter, and neither they
/// nor requests depend on due days, sectors' counts or retention periods; and no study asks of a plant or a purpose that is not in its input. A study without a
/// difference does not mean that there is none.
/// </summary>
internal static class UnreachedEntries
{
    private const string Target = ", target_gei";

    /// <summary>Who a ruleset is, not what it says.</summary>
    private static readonly string[] Identity = ["$schema", "id", "revision", "year", "title, en", "title, hi", "title, hiReviewed", "title", "published", "effective"];

    /// <summary>Of targets, only those of the rows that the entities have.</summary>
    internal static IReadOnlyList<EntryChange> OfEntities(Ruleset old, Ruleset @new, ICollection<string> rows) =>
        Between(old, @new).Where(e => !(IsTargets(e) && e.Entry.EndsWith(Target, StringComparison.Ordinal) && rows.Contains(e.Entry.Substring(0, e.Entry.Length - Target.Length)))).ToList();

    /// <summary>Of rules, only those about the purposes that were asked for, with the facts and parameters that they read.</summary>
    internal static IReadOnlyList<EntryChange> OfRequests(Ruleset old, Ruleset @new, ICollection<Purpose> asked)
    {
        var rules = old.Rules.Rules.Concat(@new.Rules.Rules).Where(r => r.Scope.Purposes.Any(asked.Contains)).ToList();
        var named = rules.SelectMany(r => RuleMessage.Placeholders(r.Message.English) ?? []);
        var read = new HashSet<string>(rules.Select(r => r.Id).Concat(rules.SelectMany(r => r.Facts).Select(f => f.Name)).Concat(rules.SelectMany(r => r.Parameters).Select(p => p.Path)).Concat(named), StringComparer.Ordinal);
        return Between(old, @new).Where(e => !(Name(e) is "rules.json" or "facts.json" or "parameters.json" && (OfWhat(e) is not { } what || read.Contains(what)))).ToList();
    }

    /// <summary>The rule, fact or parameter that an entry is of; null of what is said for all of them.</summary>
    private static string? OfWhat(EntryChange entry) =>
        entry.Entry.Split([", "], StringSplitOptions.None) is ["rules" or "facts" or "parameters", var what, ..] ? what : null;

    private static IEnumerable<EntryChange> Between(Ruleset old, Ruleset @new) => EntryDiff.Between(old, @new)
        .Where(e => e.File.IndexOf("tests/", StringComparison.Ordinal) < 0 && !(Name(e) is "ruleset.json" or "overlay.json" && Identity.Contains(e.Entry, StringComparer.Ordinal)));

    private static bool IsTargets(EntryChange entry) => Name(entry) is "targets.csv" or "targets.on-request.csv";

    private static string Name(EntryChange entry) => entry.File.Substring(entry.File.LastIndexOf('/') + 1);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>
/// Differences between two rulesets that do not affect a study: entities state their emissions, so factors do not matter, and neither they
/// nor requests depend on due days, sectors' counts or retention periods. A study without a difference does not mean that there is none.
/// </summary>
internal static class UnreachedEntries
{
    /// <summary>Who a ruleset is, not what it says.</summary>
    private static readonly string[] Identity = ["$schema", "id", "revision", "year", "title, en", "title, hi", "title, hiReviewed", "title", "published", "effective"];

    internal static IReadOnlyList<EntryChange> OfEntities(Ruleset old, Ruleset @new) =>
        Between(old, @new).Where(e => !(IsTargets(e) && e.Entry.EndsWith(", target_gei", StringComparison.Ordinal))).ToList();

    internal static IReadOnlyList<EntryChange> OfRequests(Ruleset old, Ruleset @new) =>
        Between(old, @new).Where(e => Name(e) is not ("rules.json" or "facts.json" or "parameters.json")).ToList();

    private static IEnumerable<EntryChange> Between(Ruleset old, Ruleset @new) => EntryDiff.Between(old, @new)
        .Where(e => e.File.IndexOf("tests/", StringComparison.Ordinal) < 0 && !(Name(e) is "ruleset.json" or "overlay.json" && Identity.Contains(e.Entry, StringComparer.Ordinal)));

    private static bool IsTargets(EntryChange entry) => Name(entry) is "targets.csv" or "targets.on-request.csv";

    private static string Name(EntryChange entry) => entry.File.Substring(entry.File.LastIndexOf('/') + 1);
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>The overlays of a catalog, and the rulesets made with them, each computed once.</summary>
internal sealed class CatalogOverlays
{
    private readonly ConcurrentDictionary<string, Ruleset> _laid = new(StringComparer.Ordinal);

    /// <exception cref="CctsDataException">Two different overlays have the same id and revision, or a higher revision is published on an earlier day.</exception>
    internal CatalogOverlays(IEnumerable<Overlay> overlays)
    {
        All = overlays
            .GroupBy(o => o.Files.Digest, StringComparer.Ordinal).Select(g => g.First())
            .OrderBy(o => o.Id, StringComparer.Ordinal).ThenBy(o => o.Revision)
            .ToList();
        var problems = new ProblemList();
        foreach (var twice in All.GroupBy(o => (o.Id, o.Revision)).Where(g => g.Skip(1).Any()))
        {
            problems.Error("duplicate-revision", new SourcePlace(twice.Key.Id, 0, 0, ""), $"Two different overlays are called {twice.First()}: {string.Join(" and ", twice.Select(o => o.Files.Digest))}.", "a higher revision with every change");
        }

        foreach (var (before, after) in All.Zip(All.Skip(1), (b, a) => (b, a)).Where(p => p.b.Id == p.a.Id && p.a.Published < p.b.Published))
        {
            problems.Error("published-out-of-order", new SourcePlace(after.Id, 0, 0, ""), $"{after} is published on {after.Published:uuuu-MM-dd}, before revision {before.Revision} of {before.Published:uuuu-MM-dd}.", "a day on or after that of the revision before");
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }
    }

    internal IReadOnlyList<Overlay> All { get; }

    /// <exception cref="CctsDataException">There is no such overlay, or it does not fit; all reasons are listed.</exception>
    internal Ruleset Lay(Ruleset under, LocalDate asOf, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            var overlay = Find(id, asOf);
            under = _laid.GetOrAdd(under.Identity.Digest + " " + overlay.Files.Digest, _ => OverlayReader.Apply(under, overlay.Files));
        }

        return under;
    }

    private Overlay Find(string id, LocalDate asOf)
    {
        var revisions = All.Where(o => string.Equals(o.Id, id, StringComparison.Ordinal)).ToList();
        return revisions.LastOrDefault(o => o.Published <= asOf) ?? throw new CctsDataException([revisions.Count == 0
            ? new Problem("no-overlay", Severity.Error, $"There is no overlay \"{ShownText.Short(id)}\".", default) { Expected = All.Count == 0 ? "a catalog with overlays" : "one of " + string.Join(", ", All.Select(o => o.Id).Distinct(StringComparer.Ordinal)), Hint = Nearest.Hint(id, All.Select(o => o.Id)) }
            : new Problem("not-yet-known", Severity.Error, $"No revision of the overlay \"{id}\" was published by {asOf:uuuu-MM-dd}; the first is of {revisions.Min(o => o.Published):uuuu-MM-dd}.", default) { Expected = "a later day" }]);
    }
}

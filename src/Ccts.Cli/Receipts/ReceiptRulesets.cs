using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Rulesets;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Receipts;

/// <summary>Finds the ruleset of a receipt by its digest; one with overlays is laid together again first.</summary>
internal sealed class ReceiptRulesets(RulesetCatalog catalog, IReadOnlyList<string> overlays)
{
    private const char Plus = '+';

    internal Ruleset? Find(RulesetIdentity identity) => catalog.FindByDigest(identity.Digest) ?? FindCombined(identity);

    private Ruleset? FindCombined(RulesetIdentity identity)
    {
        var steps = identity.Id.Split(Plus);
        return steps.Length == 1 ? null : catalog.Rulesets
            .Where(r => r.Identity.Id == steps[0] && r.Identity.Revision == identity.Revision)
            .SelectMany(r => Combine(r, steps[1..]))
            .FirstOrDefault(r => r.Identity.Digest == identity.Digest);
    }

    // The overlays named on the command line, or the shipped ones by their ids, in each of their revisions.
    private IEnumerable<Ruleset> Combine(Ruleset under, string[] ids) => overlays.Count > 0
        ? [RulesetSource.WithOverlays(under, overlays)]
        : ids.Aggregate<string, IEnumerable<Ruleset>>([under], (combined, id) => combined.SelectMany(c => Over(c, id)));

    private static IEnumerable<Ruleset> Over(Ruleset under, string id)
    {
        foreach (var overlay in EmbeddedRulesets.Overlays().Where(o => IdOf(o) == id))
        {
            if (OverlayReader.TryApply(under, overlay, out var combined, out _))
            {
                yield return combined;
            }
        }
    }

    private static string? IdOf(RulesetFiles overlay) =>
        LocatedJson.Read(overlay.Find(RulesetFiles.OverlayHeader)!.Bytes, overlay.Name, new ProblemList())?.Member("id")?.Value;
}

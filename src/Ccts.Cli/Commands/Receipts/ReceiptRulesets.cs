using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Receipts;

/// <summary>Finds the ruleset of a receipt by its digest; one with overlays is combined again first.</summary>
internal sealed class ReceiptRulesets(RulesetCatalog catalog, IReadOnlyList<string> overlays)
{
    private const char Plus = '+';

    internal Ruleset? Find(RulesetIdentity identity) => catalog.FindByDigest(identity.Digest) ?? FindCombined(identity);

    private Ruleset? FindCombined(RulesetIdentity identity)
    {
        var steps = identity.Id.Split(Plus);
        return steps.Length == 1 ? null : catalog.Rulesets
            .Where(r => r.Identity.Id == steps[0] && r.Identity.Revision == identity.Revision)
            .Select(r => Combine(r, steps[1..], identity.Digest))
            .FirstOrDefault(r => r?.Identity.Digest == identity.Digest);
    }

    // The overlays named on the command line, or the shipped ones by their ids.
    private Ruleset? Combine(Ruleset under, string[] ids, string digest) => overlays.Count > 0
        ? RulesetSource.WithOverlays(under, overlays)
        : Shipped([under], ids).FirstOrDefault(r => r.Identity.Digest == digest);

    // An overlay may have several revisions; the digest says which was used.
    private static IEnumerable<Ruleset> Shipped(IEnumerable<Ruleset> under, string[] ids) => ids.Aggregate(under, (combined, id) =>
        combined.SelectMany(r => EmbeddedRulesets.Overlays().Where(o => IdOf(o) == id).Select(o => OverlayReader.TryApply(r, o, out var next, out _) ? next : null).OfType<Ruleset>()));

    private static string? IdOf(RulesetFiles overlay) =>
        LocatedJson.Read(overlay.Find(RulesetFiles.OverlayFileName)!.Bytes, overlay.Name, new ProblemList())?.Member("id")?.Value;
}

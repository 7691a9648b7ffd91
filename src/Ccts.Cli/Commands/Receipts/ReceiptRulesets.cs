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
            .Select(r => Combine(r, steps[1..]))
            .FirstOrDefault(r => r?.Identity.Digest == identity.Digest);
    }

    // The overlays named on the command line, or the shipped ones by their ids.
    private Ruleset? Combine(Ruleset under, string[] ids)
    {
        if (overlays.Count > 0)
        {
            return RulesetSource.WithOverlays(under, overlays);
        }

        Ruleset? combined = under;
        foreach (var id in ids)
        {
            var files = EmbeddedRulesets.Overlays().FirstOrDefault(o => IdOf(o) == id);
            combined = combined is null || files is null || !OverlayReader.TryApply(combined, files, out var next, out _) ? null : next;
        }

        return combined;
    }

    private static string? IdOf(RulesetFiles overlay) =>
        LocatedJson.Read(overlay.Find(RulesetFiles.OverlayFileName)!.Bytes, overlay.Name, new ProblemList())?.Member("id")?.Value;
}

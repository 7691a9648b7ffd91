using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;

namespace Ccts.Rules.NRules.Tests;

/// <summary>Every shipped ruleset with rules, alone and under each overlay that extends it, and the cases they carry.</summary>
internal static class ShippedCases
{
    internal static IReadOnlyList<(Ruleset Ruleset, IReadOnlyList<DecisionRequest> Requests)> All { get; } = [.. Read()];

    /// <summary>The newest revision of 2025-26, without an overlay.</summary>
    internal static (Ruleset Ruleset, IReadOnlyList<DecisionRequest> Requests) Newest => All.Single(c => c.Ruleset.Identity == RulesetCatalog.Default.Find("in-ccts/2025-26")!.Identity);

    private static IEnumerable<(Ruleset Ruleset, IReadOnlyList<DecisionRequest> Requests)> Read()
    {
        foreach (var files in EmbeddedRulesets.All())
        {
            var ruleset = RulesetReader.Read(files);
            if (ruleset.Rules.Rules.Count == 0)
            {
                continue;
            }

            yield return (ruleset, Requests(ruleset, files));
            foreach (var overlay in EmbeddedRulesets.Overlays())
            {
                if (OverlayReader.TryApply(ruleset, overlay, out var combined, out _))
                {
                    yield return (combined, [.. Requests(combined, files), .. Requests(combined, overlay)]);
                }
            }
        }
    }

    private static List<DecisionRequest> Requests(Ruleset ruleset, RulesetFiles files) =>
        RulesetTester.Read(ruleset, files).Select(c => c.Request).ToList();
}

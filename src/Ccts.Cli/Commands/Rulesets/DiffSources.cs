using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>What <c>ccts ruleset diff</c> compares: two rulesets, or two overlays over a ruleset that both extend; or why they cannot be read, and what differs in their files.</summary>
internal sealed record DiffSources(Ruleset? Old, Ruleset? New, RulesetFiles? Cases, CctsDataException? Refusal, IReadOnlyList<EntryChange> Entries)
{
    /// <exception cref="CctsDataException">There is nothing of that name.</exception>
    internal static DiffSources Open(string old, string @new, IReadOnlyList<string>? overlays)
    {
        var (before, after) = (RulesetSource.FilesOf(old), RulesetSource.FilesOf(@new));
        try
        {
            return IsOverlay(before) && IsOverlay(after)
                ? OverOneBase(before, after)
                : new DiffSources(RulesetReader.Read(before), RulesetSource.WithOverlays(RulesetReader.Read(after), overlays), before, null, []);
        }
        catch (CctsDataException refusal)
        {
            return new DiffSources(null, null, null, refusal, RulesetDiff.EntriesBetween(before, after));
        }
    }

    private static bool IsOverlay(RulesetFiles files) => files.Paths.Contains("overlay.json", StringComparer.Ordinal) && !files.Paths.Contains("ruleset.json", StringComparer.Ordinal);

    private static DiffSources OverOneBase(RulesetFiles old, RulesetFiles @new)
    {
        var before = RulesetSource.Over(old, RulesetCatalog.Default.Rulesets).Ruleset;
        var under = RulesetCatalog.Default.FindByDigest(RulesetReader.Read(before.Files).Identity.Digest)!;
        return new DiffSources(before, OverlayReader.Apply(under, @new), old, null, []);
    }
}

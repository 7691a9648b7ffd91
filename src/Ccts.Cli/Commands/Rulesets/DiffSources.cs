using System.Collections.Generic;
using Ccts.Cli.Input;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>What <c>ccts ruleset diff</c> compares: two rulesets, or two overlays over a ruleset that both extend; or why they cannot be read, and what differs in their files.</summary>
internal sealed record DiffSources(Ruleset? Old, Ruleset? New, RulesetFiles? Cases, CctsDataException? Refusal, IReadOnlyList<EntryChange> Entries)
{
    /// <exception cref="CctsDataException">There is nothing of that name.</exception>
    internal static DiffSources Open(string old, string @new, IReadOnlyList<string>? overlays)
    {
        try
        {
            var (before, after) = RulesetSource.Pair(old, @new, overlays);
            return new DiffSources(before.Ruleset, after.Ruleset, before.Files, null, []);
        }
        catch (CctsDataException refusal)
        {
            return new DiffSources(null, null, null, refusal, RulesetDiff.EntriesBetween(RulesetSource.FilesOf(old), RulesetSource.FilesOf(@new)));
        }
    }
}

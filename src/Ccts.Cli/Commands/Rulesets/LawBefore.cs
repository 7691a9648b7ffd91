using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Finds the predecessors of a ruleset: the previous year and the previous revision, in a neighbouring folder or among the shipped ones.</summary>
/// <param name="Year">The previous year's ruleset in force when this one was published, or null.</param>
/// <param name="Revision">The highest earlier revision of the same id, or one with the same number and other content, or null.</param>
internal sealed record LawBefore(Ruleset? Year, Ruleset? Revision)
{
    private const int MostFolders = 200;

    internal static LawBefore Of(Ruleset ruleset)
    {
        var known = Beside(ruleset.Files.Name).Concat(RulesetCatalog.Default.Rulesets).Where(r => r.Kind == ruleset.Kind && SchemeOf(r) == SchemeOf(ruleset) && r.Identity.Digest != ruleset.Identity.Digest)
            .OrderBy(r => r.Published).ThenBy(r => r.Identity.Revision).ToList();

        // A neighbouring draft is not law: the ruleset may have been copied from it.
        var lastYear = known.Where(r => r.Year.StartYear == ruleset.Year.StartYear - 1).OrderBy(r => r.Force == Force.InForce).ThenBy(r => r.Published <= ruleset.Published).ToList();
        return new LawBefore(
            ruleset.Kind == RulesetKind.ComplianceYear ? lastYear.LastOrDefault() : null,
            known.Where(r => r.Identity.Id == ruleset.Identity.Id && r.Identity.Revision <= ruleset.Identity.Revision).OrderBy(r => r.Identity.Revision).LastOrDefault());
    }

    /// <summary>The predecessors that lint compares with, in words.</summary>
    internal string InWords => (Revision ?? Year) is { } law ? $"compared with {law}" : "compared with no law before: none of its scheme was found";

    private static string SchemeOf(Ruleset ruleset) => ruleset.Identity.Id.LastIndexOf('/') is var slash and >= 0 ? ruleset.Identity.Id[..slash] : ruleset.Identity.Id;

    private static IEnumerable<Ruleset> Beside(string folder)
    {
        var above = Directory.Exists(folder) ? Directory.GetParent(Path.GetFullPath(folder)) : null;
        return (above?.EnumerateDirectories() ?? []).Take(MostFolders).Select(Read).OfType<Ruleset>();
    }

    // A neighbouring folder need not be a ruleset, and a ruleset's errors are reported by its own check.
    private static Ruleset? Read(DirectoryInfo folder)
    {
        try
        {
            return File.Exists(Path.Combine(folder.FullName, "ruleset.json")) && RulesetReader.TryRead(RulesetFiles.FromDirectory(folder.FullName), out var ruleset, out _) ? ruleset : null;
        }
        catch (Exception unreadable) when (unreadable is CctsDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

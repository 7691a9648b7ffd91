using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Finds what a ruleset was made from: the year before, and the revision before; in the folder beside, or among the shipped ones.</summary>
/// <param name="Year">The newest ruleset of the year before, or null.</param>
/// <param name="Revision">The highest revision of the same id that is lower, or null.</param>
internal sealed record LawBefore(Ruleset? Year, Ruleset? Revision)
{
    private const int MostFolders = 200;

    internal static LawBefore Of(Ruleset ruleset)
    {
        var known = Beside(ruleset.Files.Name).Concat(RulesetCatalog.Default.Rulesets).Where(r => r.Kind == ruleset.Kind && SchemeOf(r) == SchemeOf(ruleset)).OrderBy(r => r.Identity.Revision).ToList();
        return new LawBefore(
            ruleset.Kind == RulesetKind.ComplianceYear ? known.LastOrDefault(r => r.Year.StartYear == ruleset.Year.StartYear - 1) : null,
            known.LastOrDefault(r => r.Identity.Id == ruleset.Identity.Id && r.Identity.Revision < ruleset.Identity.Revision));
    }

    private static string SchemeOf(Ruleset ruleset) => ruleset.Identity.Id.LastIndexOf('/') is var slash and >= 0 ? ruleset.Identity.Id[..slash] : ruleset.Identity.Id;

    private static IEnumerable<Ruleset> Beside(string folder)
    {
        var above = Directory.Exists(folder) ? Directory.GetParent(Path.GetFullPath(folder)) : null;
        return (above?.EnumerateDirectories() ?? []).Take(MostFolders).Select(Read).OfType<Ruleset>();
    }

    // What lies beside need not be a ruleset, and the errors of one are reported by its own check.
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

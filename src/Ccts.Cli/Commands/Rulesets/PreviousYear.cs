using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Finds the ruleset of the year before: in the folder beside, from which a new year is mostly copied, or among the shipped ones.</summary>
internal static class PreviousYear
{
    private const int MostFolders = 200;

    internal static Ruleset? Of(Ruleset ruleset)
    {
        if (ruleset.Kind != RulesetKind.ComplianceYear || ruleset.Year.StartYear <= 1)
        {
            return null;
        }

        var (year, scheme) = (new ComplianceYear(ruleset.Year.StartYear - 1), SchemeOf(ruleset));
        return Beside(ruleset.Files.Name).Concat(RulesetCatalog.Default.Rulesets)
            .Where(r => r.Kind == RulesetKind.ComplianceYear && r.Year == year && SchemeOf(r) == scheme)
            .OrderBy(r => r.Identity.Revision)
            .LastOrDefault();
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

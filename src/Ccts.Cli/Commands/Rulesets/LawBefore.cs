using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
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

    /// <summary>The same ruleset under the overlay's highest earlier revision, or under one of the same number with other content; null if there is none, or the overlay is shipped and no draft.</summary>
    internal static LawBefore? OfOverlay(RulesetSource source)
    {
        if (Identify(source.Files) is not { } own || EmbeddedRulesets.Overlays().Any(o => o.Digest == source.Files.Digest))
        {
            return null;
        }

        var under = source.Ruleset.Overlays.Take(source.Ruleset.Overlays.Count - 1).Aggregate(RulesetReader.Read(source.Ruleset.Files), OverlayReader.Apply);
        var earlier = FoldersBeside(source.Files.Name).Where(d => File.Exists(Path.Combine(d.FullName, RulesetFiles.OverlayFileName))).Select(d => Tried(() => RulesetFiles.FromDirectory(d.FullName))).OfType<RulesetFiles>()
            .Concat(EmbeddedRulesets.Overlays()).Where(f => f.Digest != source.Files.Digest)
            .Select(f => (Files: f, Overlay: Identify(f))).Where(o => o.Overlay?.Id == own.Id && o.Overlay.Revision <= own.Revision).OrderBy(o => o.Overlay!.Revision).LastOrDefault();
        return earlier.Files is not null && OverlayReader.TryApply(under, earlier.Files, out var combined, out _) ? new LawBefore(null, combined) { Named = earlier.Overlay!.ToString() } : null;
    }

    private string? Named { get; init; }

    private static Overlay? Identify(RulesetFiles files) => Tried(() => files.Find(RulesetFiles.OverlayFileName) is null ? null : Overlay.Read(files));

    /// <summary>The predecessors that lint compares with, in words.</summary>
    internal string InWords => Named is { } overlay ? $"compared with {overlay}" : (Revision ?? Year) is { } law ? $"compared with {law}" : "compared with no law before: none of its scheme was found";

    private static string SchemeOf(Ruleset ruleset) => ruleset.Identity.Id.LastIndexOf('/') is var slash and >= 0 ? ruleset.Identity.Id[..slash] : ruleset.Identity.Id;

    private static IEnumerable<Ruleset> Beside(string folder) => FoldersBeside(folder).Select(Read).OfType<Ruleset>();

    private static IEnumerable<DirectoryInfo> FoldersBeside(string folder)
    {
        var above = Directory.Exists(folder) ? Directory.GetParent(Path.GetFullPath(folder)) : null;
        return (above?.EnumerateDirectories() ?? []).Take(MostFolders);
    }

    // A neighbouring folder need not be a ruleset, and a ruleset's errors are reported by its own check.
    private static Ruleset? Read(DirectoryInfo folder) =>
        Tried(() => File.Exists(Path.Combine(folder.FullName, RulesetFiles.RulesetFileName)) && RulesetReader.TryRead(RulesetFiles.FromDirectory(folder.FullName), out var ruleset, out _) ? ruleset : null);

    private static T? Tried<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is CctsDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

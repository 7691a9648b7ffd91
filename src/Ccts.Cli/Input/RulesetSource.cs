using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Trust.Archives;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>A ruleset named on the command line, with overlays, and the files whose cases belong to it.</summary>
internal sealed record RulesetSource(Ruleset Ruleset, RulesetFiles Files)
{
    internal const string Description = "Folder or archive of a ruleset, or the id of a shipped one such as in-ccts/2025-26.";
    private const string Shipped = "rulesets/";

    /// <summary>The option that lays overlays over the ruleset, in the order given.</summary>
    internal static Option<string[]> Overlays() =>
        new("--overlay") { Description = "Folder of an overlay, or a shipped one such as overlays/ct02-token; several are laid over one another in this order.", DefaultValueFactory = _ => [] };

    /// <exception cref="CctsDataException">There is no such ruleset or overlay, or one has errors, all of them listed.</exception>
    internal static RulesetSource Open(string name, IReadOnlyList<string>? overlays = null)
    {
        var files = Find(name, EmbeddedRulesets.All(), "ruleset");
        var last = overlays is [.., var overlay] ? Find(overlay, EmbeddedRulesets.Overlays(), "overlay") : files;
        return new RulesetSource(WithOverlays(RulesetReader.Read(files), overlays), last);
    }

    /// <summary>The files of a ruleset or of an overlay: a folder, an archive, or a shipped one by its name.</summary>
    /// <exception cref="CctsDataException">There is none.</exception>
    internal static RulesetFiles FilesOf(string name) => Find(name, [.. EmbeddedRulesets.All(), .. EmbeddedRulesets.Overlays()], "ruleset");

    /// <summary>Two rulesets to be compared, or two overlays, then over the newest shipped ruleset that accepts the earlier one.</summary>
    /// <exception cref="CctsDataException">One is missing or has errors, all of them listed.</exception>
    internal static (RulesetSource Old, RulesetSource New) Pair(string old, string @new, IReadOnlyList<string>? overlays)
    {
        var (before, after) = (FilesOf(old), FilesOf(@new));
        if (!IsOverlay(before) || !IsOverlay(after))
        {
            return (new RulesetSource(RulesetReader.Read(before), before), Open(@new, overlays));
        }

        var earlier = Over(before, RulesetCatalog.Default.Rulesets);
        var under = RulesetCatalog.Default.FindByDigest(RulesetReader.Read(earlier.Ruleset.Files).Identity.Digest)!;
        return (earlier, new RulesetSource(OverlayReader.Apply(under, after), after));
    }

    /// <summary>Id and revision, and those of its overlays, which may be all that two of them differ in.</summary>
    internal static string Named(Ruleset ruleset) => ruleset.Overlays.Count == 0 ? ruleset.ToString() : $"{ruleset} ({string.Join(", ", ruleset.Overlays.Select(Overlay.Read))})";

    private static bool IsOverlay(RulesetFiles files) => files.Paths.Contains(RulesetFiles.OverlayFileName, StringComparer.Ordinal) && !files.Paths.Contains(RulesetFiles.RulesetFileName, StringComparer.Ordinal);

    /// <summary>An overlay applied to the newest ruleset that accepts it.</summary>
    /// <exception cref="CctsDataException">No ruleset accepts it; the reasons of the newest are listed.</exception>
    internal static RulesetSource Over(RulesetFiles overlay, IEnumerable<Ruleset> rulesets)
    {
        IReadOnlyList<Problem> reasons = [new Problem("no-ruleset", Severity.Error, "There is no ruleset to lay the overlay over.", new SourcePlace(overlay.Name, 0, 0, "")) { Expected = "a ruleset that it extends" }];
        var isFirst = true;
        foreach (var under in rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear && r.Overlays.Count == 0).OrderByDescending(r => r.Year).ThenByDescending(r => r.Identity.Revision))
        {
            if (OverlayReader.TryApply(under, overlay, out var combined, out var problems))
            {
                return new RulesetSource(combined, overlay);
            }

            (reasons, isFirst) = (isFirst || reasons.Any(r => r.Code == "wrong-base") ? problems : reasons, false);
        }

        throw new CctsDataException(reasons);
    }

    /// <summary>A ruleset with overlays laid over it, in their order.</summary>
    /// <exception cref="CctsDataException">There is no such overlay, or it has errors, all of them listed.</exception>
    internal static Ruleset WithOverlays(Ruleset ruleset, IReadOnlyList<string>? overlays) =>
        (overlays ?? []).Aggregate(ruleset, (under, overlay) => OverlayReader.Apply(under, Find(overlay, EmbeddedRulesets.Overlays(), "overlay")));

    /// <exception cref="CctsDataException">It is refused, for all the reasons listed.</exception>
    internal static RulesetFiles OpenArchive(string path) =>
        FoundRulesets.TryReadArchive(path, out var files, out var problems) ? files! : throw new CctsDataException(problems);

    private static RulesetFiles Find(string name, IReadOnlyList<RulesetFiles> shipped, string what)
    {
        if (Directory.Exists(name))
        {
            return RulesetFiles.FromDirectory(name);
        }

        if (name.EndsWith(RulesetArchive.Extension, StringComparison.Ordinal) && File.Exists(name))
        {
            return OpenArchive(name);
        }

        return shipped.FirstOrDefault(f => string.Equals(f.Name, Shipped + name, StringComparison.Ordinal))
            ?? throw new CctsDataException([new Problem("no-" + what, Severity.Error, $"\"{name}\" is neither a folder, nor an archive, nor a shipped {what}.", default) { Expected = "a folder, an archive (.cctsrules), or one of " + string.Join(", ", shipped.Select(f => f.Name[Shipped.Length..])), Hint = Suggestion.For(name, shipped.Select(f => f.Name[Shipped.Length..])) }]);
    }
}

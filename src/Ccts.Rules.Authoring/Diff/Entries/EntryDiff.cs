using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>
/// Every difference between the files of two rulesets, so that no change is missed. The layout of a file
/// is no difference, and <c>signature.json</c> is ignored.
/// </summary>
internal static class EntryDiff
{
    internal static IReadOnlyList<EntryChange> Between(Ruleset old, Ruleset @new)
    {
        var changes = new List<EntryChange>(Between(old.Files, @new.Files, "", isPart: false));
        foreach (var id in old.Overlays.Concat(@new.Overlays).Select(IdOf).Distinct(StringComparer.Ordinal))
        {
            var (was, isNow) = (old.Overlays.FirstOrDefault(o => IdOf(o) == id), @new.Overlays.FirstOrDefault(o => IdOf(o) == id));
            changes.AddRange(was is null ? Over(isNow!, old.Files, id) : isNow is null ? Over(was, @new.Files, id).Select(c => c with { Old = c.New, New = c.Old }) : Between(was, isNow, id + "/", isPart: false));
        }

        return changes;
    }

    /// <summary>Compares two overlays, or two rulesets, by their files alone.</summary>
    internal static IReadOnlyList<EntryChange> Between(RulesetFiles old, RulesetFiles @new) => Between(old, @new, "", isPart: false).ToList();

    /// <summary>What an overlay adds to the files of its base.</summary>
    private static IEnumerable<EntryChange> Over(RulesetFiles overlay, RulesetFiles under, string id) => Between(under, overlay, id + "/", isPart: true);

    private static IEnumerable<EntryChange> Between(RulesetFiles old, RulesetFiles @new, string prefix, bool isPart) => old.Paths.Concat(@new.Paths)
        .Where(p => p != RulesetFiles.SignatureFileName && (!isPart || @new.Find(p) is not null))
        .Distinct(StringComparer.Ordinal)
        .OrderBy(p => p, StringComparer.Ordinal)
        .SelectMany(path => InFile(prefix + path, old.Find(path), @new.Find(path), isPart));

    private static IReadOnlyList<EntryChange> InFile(string name, RulesetFile? old, RulesetFile? @new, bool isPart)
    {
        var list = new EntryList(name);
        if (old is not null && @new is not null && old.Bytes.AsSpan().SequenceEqual(@new.Bytes))
        {
            return list.Changes;
        }

        if (old is null && isPart && Root(@new!) is { Kind: LocatedKind.Object } own)
        {
            new JsonEntries(list).Added(own);
        }
        else if (@new is not null && (old is not null || isPart) && name.EndsWith(".csv", StringComparison.Ordinal))
        {
            new CsvEntries(list) { IsPart = isPart }.Compare(old, @new);
        }
        else if (old is null || @new is null)
        {
            list.Add("", old is null ? null : Size(old), @new is null ? null : Size(@new), (@new ?? old)!.Start);
        }
        else if (Root(old) is { } before && Root(@new) is { } after)
        {
            new JsonEntries(list) { IsPart = isPart }.Compare(before, after, "");
        }
        else
        {
            list.Add("", Size(old), Size(@new), @new.Start);
        }

        return list.Changes;
    }

    private static LocatedNode? Root(RulesetFile file) => LocatedJson.Read(file.Bytes, file.Name, new ProblemList(), RulesetLimits.MaxFileBytes);

    private static string Size(RulesetFile file) => $"a file of {file.Bytes.Length} bytes, {Sha256.Of(file.Bytes)}";

    private static string IdOf(RulesetFiles overlay) => Root(overlay.Find(RulesetFiles.OverlayFileName)!)!.Member("id")!.Value!;
}

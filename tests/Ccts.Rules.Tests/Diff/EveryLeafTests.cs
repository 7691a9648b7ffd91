using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Diff;

/// <summary>No leaf of a shipped file can change without being named: not a factor, a due day, a sector, a retention period, a word of Hindi, a case.</summary>
public sealed class EveryLeafTests
{
    private const string Baseline = "in-ccts/2023-24";
    private const string ProFormas = "proformas/";
    private const string Compliance = "in-ccts/2026-27";

    public static TheoryData<string> Shipped => [.. EmbeddedRulesets.All().Concat(EmbeddedRulesets.Overlays()).Select(f => f.Name["rulesets/".Length..])];

    /// <summary>An earlier revision of a file has no shape that the latest has not.</summary>
    public static TheoryData<string> Latest => [.. Shipped.Select(f => f.Data).Where(f => !f.Contains("-revision-", StringComparison.Ordinal))];

    /// <summary>
    /// Leaves of all files that stand 53 apart are changed at a time. Those that are not named then, since a thing above them was renamed too, are changed
    /// again without it, and what is left of them alone. A file that two years share is gone through once.
    /// </summary>
    [Theory]
    [MemberData(nameof(Latest))]
    public void Every_leaf_of_every_file_is_named_with_what_it_was_and_is(string folder)
    {
        var files = Files(folder);
        var before = Latest.Select(f => f.Data).TakeWhile(f => f != folder).SelectMany(f => Files(f).Paths.Select(p => Content(Files(f), p))).ToHashSet();
        var own = files.Paths.Where(p => !before.Contains(Content(files, p))).ToHashSet();
        var leaves = Leaves.Of(files).Where(leaf => own.Contains(leaf.File)).ToList();
        var hidden = Unnamed(files, leaves, apart: 53);
        var unnamed = Unnamed(files, hidden, apart: 7).SelectMany(leaf => Unnamed(files, [leaf])).Select(l => $"{l.File} {l.Path}: {l.Old} -> {l.New}");

        Assert.Empty(unnamed);
        Assert.True(leaves.Count > 50 && hidden.Count < leaves.Count / 4, $"{leaves.Count} leaves, {hidden.Count} hidden by others");
    }

    public static TheoryData<string> Newest => [.. Shipped.Select(f => f.Data).Where(f => f is Baseline or Compliance || f.StartsWith("overlays/", StringComparison.Ordinal))];

    /// <summary>Read as rulesets: one leaf of every shape, of a baseline year those that a compliance year has not. What can no longer be read is refused, and named by the comparison of the files all the same.</summary>
    [Theory]
    [MemberData(nameof(Newest))]
    public void A_leaf_of_every_shape_is_named_by_the_comparison_of_rulesets(string folder)
    {
        var whole = Files(folder);
        // Half of the time of reading a ruleset goes into its pro-formas, which are left out where another file is changed.
        var bare = RulesetFiles.FromMemory(whole.Name, whole.Paths.Where(p => !p.StartsWith(ProFormas, StringComparison.Ordinal)).ToDictionary(p => p, p => whole.Find(p)!.Bytes, StringComparer.Ordinal));
        var (oldWhole, oldBare) = (Read(whole, out _)!, Read(bare, out _)!);
        var (unnamed, read) = (new List<string>(), 0);
        var others = folder == Baseline ? Leaves.Of(Files(Compliance)).Select(Shape).ToHashSet() : [];
        foreach (var leaf in Leaves.Of(whole).GroupBy(Shape).Where(g => !others.Contains(g.Key)).Select(g => g.First()))
        {
            var (files, old) = leaf.File.StartsWith(ProFormas, StringComparison.Ordinal) ? (whole, oldWhole) : (bare, oldBare);
            var changed = Leaves.Change(files, [leaf]);
            var @new = Read(changed, out var problems);
            var diff = @new is null ? null : RulesetDiff.Between(old, @new);
            read += diff is null ? 0 : 1;
            if (!IsNamed(leaf, diff?.Entries ?? RulesetDiff.EntriesBetween(files, changed)) || diff is { IsEmpty: true } || (diff is null && problems.Count == 0))
            {
                unnamed.Add($"{leaf.File} {leaf.Path}: {leaf.Old} -> {leaf.New}");
            }
        }

        Assert.Empty(unnamed);
        Assert.True(read > 5 || folder == Baseline, $"only {read} can be read");
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_ruleset_and_itself_are_the_same_however_it_is_laid_out(string folder)
    {
        var files = Files(folder);
        var other = files.Paths.Where(p => p.EndsWith(".json", StringComparison.Ordinal)).Aggregate(files, (all, path) => all.With(path, [.. "\n  "u8, .. all.Find(path)!.Bytes, .. "\n\n"u8]));

        Assert.Empty(EntryDiff.Between(files, other));
        Assert.NotEqual(files.Digest, other.Digest);
    }

    private static string Content(RulesetFiles files, string path) => path + " " + Convert.ToHexString(SHA256.HashData(files.Find(path)!.Bytes));

    private static (string Room, string Name) Shape(Leaf leaf) => (leaf.File.Split('/')[0], leaf.Shape);

    private static List<Leaf> Unnamed(RulesetFiles files, IReadOnlyList<Leaf> leaves, int apart) =>
        [.. leaves.GroupBy(l => l.File).SelectMany(file => file.Select((leaf, i) => (leaf, i))).GroupBy(l => l.i % apart, l => l.leaf).SelectMany(group => Unnamed(files, [.. group]))];

    private static IEnumerable<Leaf> Unnamed(RulesetFiles files, IReadOnlyList<Leaf> leaves)
    {
        var changes = EntryDiff.Between(files, Leaves.Change(files, leaves)).ToLookup(c => c.File);
        return leaves.Where(leaf => !IsNamed(leaf, [.. changes[leaf.File]]));
    }

    private static bool IsNamed(Leaf leaf, IReadOnlyList<EntryChange> changes)
    {
        var last = leaf.Path.Split('/').Last(s => !s.All(char.IsDigit));
        return changes.Where(c => c.File == leaf.File || c.File.EndsWith("/" + leaf.File, StringComparison.Ordinal)).Any(c =>
            (c.Entry.Contains(last, StringComparison.Ordinal) && c.New is { } now && (now == leaf.New || now is "[ 7 ]" or "7" or "{ seven: 7 }"))
            || (c.Old is null && c.New!.Contains(leaf.New, StringComparison.Ordinal) && changes.Any(o => o.New is null && o.Old!.Contains(leaf.Old, StringComparison.Ordinal))));
    }

    private static RulesetFiles Files(string folder) => EmbeddedRulesets.All().Concat(EmbeddedRulesets.Overlays()).Single(f => f.Name == "rulesets/" + folder);

    private static Ruleset? Read(RulesetFiles files, out IReadOnlyList<Problem> problems)
    {
        if (files.Find(RulesetFiles.OverlayFileName) is null)
        {
            RulesetReader.TryRead(files, out var ruleset, out problems);
            return ruleset;
        }

        OverlayReader.TryApply(RulesetCatalog.Default.Find("in-ccts/2026-27")!, files, out var combined, out problems);
        return combined;
    }
}

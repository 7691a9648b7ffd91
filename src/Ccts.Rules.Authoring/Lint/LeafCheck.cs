using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Flags, words, names and units that are others than in the law before, while nothing else of the row is: a fuel that became biogenic, a unit, a word of
/// a table of choice. Where the law changed them, it did so by a clause of its own. How large a number is, is held by <see cref="NumberCheck"/>.
/// </summary>
internal static class LeafCheck
{
    private const int Shown = 5;
    private static readonly string[] Files = ["factors.json", "sectors.csv", "units.csv", "parameters.json"];

    /// <summary>What explains a row, and what says where it stands in the law: a better source is no slip.</summary>
    private static readonly string[] Explaining =
        ["$schema", "alsoCalled", "note", "title", "en", "hi", "hiReviewed", "instrument", "clause", "location", "source", "force", "evidence", "reason", "settledBy", "informational", "order", "from", "to"];

    internal static void Check(LintSubject subject, Ruleset before)
    {
        if (subject.Ruleset.Overlays.Count > 0)
        {
            return;
        }

        var name = LintSubject.NameOf(subject.Ruleset, before);
        var entries = RulesetDiff.EntriesBetween(before.Files, subject.Files).Where(e => Files.Contains(e.File, StringComparer.Ordinal)).ToList();
        var cited = entries.Where(e => IsOfSource(LeafOf(e))).Select(e => (e.File, Above: RowOf(e).Replace(", source", ""))).ToList();
        var leaves = entries.Where(e => IsHeld(e) && !cited.Exists(c => c.File == e.File && (RowOf(e) + ",").StartsWith(c.Above + ",", StringComparison.Ordinal))).Select(e => new Leaf(LeafOf(e), RowOf(e), e.Old!, e.New!, e.Place)).Concat(Words(subject.Ruleset, before));
        foreach (var leaf in leaves.GroupBy(l => (l.Place.File, l.Name)))
        {
            var changed = leaf.ToList();
            subject.Warn("leaf-differs", changed[0].Place, $"\"{leaf.Key.Name}\" is another than in {name}: {string.Join("; ", changed.Take(Shown).Select(l => $"{l.RowName} was {l.Old}, is {l.New}"))}{(changed.Count > Shown ? $"; and {changed.Count - Shown} more" : "")}.", "what the instrument says", "Compare with the printed instrument; where the law changed it, the value names the clause that did.");
        }
    }

    private static bool IsHeld(EntryChange entry)
    {
        var leaf = LeafOf(entry);
        return entry.Old is not null && entry.New is not null && !Explaining.Contains(leaf, StringComparer.Ordinal) && entry.Entry.IndexOf("otherReadings", StringComparison.Ordinal) < 0 && entry.Entry.IndexOf("alsoCalled", StringComparison.Ordinal) < 0
            && !NumberCheck.Sizes.Contains((entry.File, leaf)) && !(entry.File == "parameters.json" && leaf is not "overridable");
    }

    private static bool IsOfSource(string leaf) => leaf is "source" or "instrument" or "clause";

    // A value of a parameter that is a word or a day, and rests on the same clause as before.
    private static IEnumerable<Leaf> Words(Ruleset ruleset, Ruleset before) =>
        from parameter in ruleset.Parameters.Values
        where before.Parameters.ContainsKey(parameter.Path)
        from row in parameter.Rows
        let old = before.Parameters[parameter.Path].On(before.Year.LastDay, row.Key)
        where old is { Text: not null, Unit: "word" or "date" }
        from value in row.Values
        where value.Text is not null && value.AppliesOn(ruleset.Year.LastDay) && value.Text != old.Text && value.Unit == old.Unit && value.Standing.Source.ToString() == old.Standing.Source.ToString()
        select new Leaf("value", UnknownsRegister.PathOf(parameter, row), old.Text!, value.Text!, value.Place);

    private static string LeafOf(EntryChange entry) => entry.Entry.Substring(entry.Entry.LastIndexOf(", ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0);

    private static string RowOf(EntryChange entry) => entry.Entry.LastIndexOf(", ", StringComparison.Ordinal) is var at and >= 0 ? entry.Entry.Substring(0, at).Replace(", rows, ", ", ") : entry.Entry;

    private sealed record Leaf(string Name, string RowName, string Old, string New, SourcePlace Place);
}

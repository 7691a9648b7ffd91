using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds every entry of every file that differs from the law before, or was added to a row or removed from it, while the row cites the same clause: a printed figure
/// cannot change while its clause is the same. If the row cites another clause or another evidence, its change is a remark.
/// </summary>
internal static class ChangedEntryCheck
{
    private const int Shown = 5;

    /// <summary>Members that explain a row or give its source; no result depends on them.</summary>
    private static readonly string[] Explaining =
        ["$schema", "alsoCalled", "note", "title", "label", "description", "hiReviewed", "instrument", "clause", "location", "source", "evidence", "reason", "settledBy", "askedBy", "informational", "order"];

    private static readonly string[] OfHeader = ["force", "effective", "kind", "extends"];

    /// <summary>Members that differ every year under the same clause; <see cref="DueDayCheck"/> checks days.</summary>
    private static readonly (string File, string Leaf)[] OfYear = [("calendar.csv", "due"), ("targets.csv", "target_gei"), ("targets.on-request.csv", "target_gei")];

    internal static void Check(LintSubject subject, Ruleset before)
    {
        if (subject.IsLike(before))
        {
            Tell(subject, before, [.. Entries(subject, before), .. Values(subject.Ruleset, before)]);
        }
    }

    /// <summary>What decides whether a new revision answers at all.</summary>
    internal static void CheckHeader(LintSubject subject, Ruleset earlier) => Tell(subject, earlier, [.. Entries(subject, earlier).Where(e => e.File == RulesetFiles.RulesetFileName)]);

    private static void Tell(LintSubject subject, Ruleset before, IReadOnlyList<ChangedLeaf> entries)
    {
        var name = LintSubject.NameOf(subject.Ruleset, before);
        foreach (var group in entries.GroupBy(e => (e.File, e.Name, e.IsExplained)))
        {
            var changed = group.ToList();
            var said = string.Join("; ", changed.Take(Shown).Select(c => c.Said)) + (changed.Count > Shown ? $"; and {changed.Count - Shown} more" : "");
            if (group.Key.IsExplained)
            {
                subject.Tell("leaf-differs", changed[0].Place, $"\"{group.Key.Name}\" is another than in {name}, where its row says why or nothing follows from it: {said}.");
            }
            else
            {
                subject.Warn("leaf-differs", changed[0].Place, $"\"{group.Key.Name}\" is another than in {name}: {said}.", "what the instrument says", "Compare with the printed instrument; where the law changed it, the row itself names the clause that did.");
            }
        }

        // A change of twice the likely size is probably a slip, whether its clause is new or not.
        var most = LintLimits.Times(subject.Ruleset, before) is { } times ? times * times : (decimal?)null;
        foreach (var far in entries.Where(e => e.IsExplained && e.IsFar(most)))
        {
            subject.Warn("far-from-last-year", far.Place, $"\"{far.RowName}\" is {far.New}; in {name} it is {far.Old}.", "a value of the same size", "Look for a digit in the wrong place, a fraction turned over; compare with the printed instrument.");
        }
    }

    private static IEnumerable<ChangedLeaf> Entries(LintSubject subject, Ruleset before) => RulesetDiff.EntriesBetween(LintSubject.FilesOf(before), subject.Files)
        .Where(e => IsHeld(e, before.Year == subject.Ruleset.Year))
        .Select(e => new ChangedLeaf(e.File, LeafOf(e), RowOf(e), e.Old, e.New, e.Place, IsExplained(e)));

    private static bool IsHeld(EntryChange entry, bool isOneYear)
    {
        var leaf = LeafOf(entry);
        return entry.File switch
        {
            RulesetFiles.RulesetFileName or RulesetFiles.OverlayFileName => isOneYear && OfHeader.Contains(entry.Entry.Split(',')[0], StringComparer.Ordinal),
            _ when entry.File.StartsWith("tests/", StringComparison.Ordinal) || entry.Entry == "the whole file" || Explaining.Contains(leaf, StringComparer.Ordinal) => false,

            // Other checks report removed rows by name; those of a pro-forma are reported here.
            _ when entry.IsRow => entry.New is null && entry.File.StartsWith("proformas/", StringComparison.Ordinal),
            "parameters.json" when Has(entry, ", values, ") || Has(entry, ", table, ") => false,
            _ when !isOneYear && OfYear.Contains((entry.File, leaf)) => false,
            _ => (leaf is not ("en" or "hi") || Has(entry, ", message, ")) && !IsSame(entry, leaf),
        };
    }

    // A value that a schedule or calendar did not print before may be known by now; case and trailing zeros are no change.
    private static bool IsSame(EntryChange entry, string leaf) =>
        (entry.File.EndsWith(".csv", StringComparison.Ordinal) && entry.Old is "" or "?")
        || (entry.Old is { } old && entry.New is { } isNow && (leaf is "name" or "entity" ? PlainName.Same(old, isNow) : Number(old) is { } number && number == Number(isNow)));

    private static bool IsExplained(EntryChange entry) => entry.File switch
    {
        // A fact has no clause. A new bound refuses more than before and permits nothing; a new description does not explain a removed bound.
        "facts.json" => entry.Old is null || (entry.Standing is { IsCited: true } && entry.New is not null),
        _ => entry.Standing is { IsCited: true } || (entry.Standing is { IsReadAnew: true } && Number(entry.Old) is not null && Number(entry.New) is not null) || Has(entry, ", message, "),
    };

    private static bool Has(EntryChange entry, string step) => entry.Entry.IndexOf(step, StringComparison.Ordinal) is >= 0;

    private static IEnumerable<ChangedLeaf> Values(Ruleset ruleset, Ruleset before) =>
        (from parameter in ruleset.Parameters.Values
         where before.Parameters.ContainsKey(parameter.Path)
         from row in parameter.Rows
         let had = before.Parameters[parameter.Path].Rows.FirstOrDefault(r => r.Key == row.Key)
         where had is not null
         from day in FirstDays(ruleset, before, row, had)
         let old = On(had, ruleset.Year == before.Year ? day : before.Year.LastDay)
         let value = On(row, day)
         where old is not null && value is not null && (old.Unit != value.Unit || !(old.Text == value.Text || (Number(old.Text) is { } number && number == Number(value.Text))))
         select new ChangedLeaf("parameters.json", "value", UnknownsRegister.PathOf(parameter, row), old.ToString(), value.ToString(), value.Place, IsExplained(value, had))).Distinct();

    private static IEnumerable<LocalDate> FirstDays(Ruleset ruleset, Ruleset before, ParameterRow row, ParameterRow had) =>
        row.Values.Concat(ruleset.Year == before.Year ? had.Values : []).Select(v => v.From < ruleset.Year.FirstDay ? ruleset.Year.FirstDay : v.From).Where(d => d <= ruleset.Year.LastDay).Distinct();

    private static DatedValue? On(ParameterRow row, LocalDate day) => row.Values.FirstOrDefault(v => v.AppliesOn(day));

    // A value that became unknown says so in its evidence, which explains nothing. A value that became known was a gap before.
    private static bool IsExplained(DatedValue value, ParameterRow had) =>
        had.Values.All(v => v.Standing.Source.ToString() != value.Standing.Source.ToString() || (value.IsKnown && v.Standing.Evidence != value.Standing.Evidence && (!v.IsKnown || Number(value.Text) is not null)));

    private static string LeafOf(EntryChange entry) => entry.Entry.Substring(entry.Entry.LastIndexOf(", ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0);

    private static string RowOf(EntryChange entry) => entry.Entry.LastIndexOf(", ", StringComparison.Ordinal) is var at and >= 0 ? entry.Entry.Substring(0, at).Replace(", rows, ", ", ") : entry.Entry;

    private static decimal? Number(string? text)
    {
        var words = (text ?? "").Split(' ')[0];
        var slash = words.IndexOf('/');
        var whole = Scalars.TryDecimal(slash < 0 ? words : words.Substring(0, slash), out var number, out _);
        var by = decimal.One;
        return !whole || (slash >= 0 && (!Scalars.TryDecimal(words.Substring(slash + 1), out by, out _) || by == decimal.Zero)) ? null : number / by;
    }

    private sealed record ChangedLeaf(string File, string Name, string RowName, string? Old, string? New, SourcePlace Place, bool IsExplained)
    {
        internal string Said => Old is null ? $"{RowName} has {Short(New!)}" : New is null ? $"{RowName} had {Short(Old)}" : $"{RowName} was {Short(Old)}, is {Short(New)}";

        internal bool IsFar(decimal? times)
        {
            if (times is null || Number(Old) is not { } old || Number(New) is not { } isNow)
            {
                return false;
            }

            var (less, more) = (Math.Min(old, isNow), Math.Max(old, isNow));
            return less <= decimal.Zero ? more != less : more / less > times;
        }

        private static string Short(string text) => text.Length == 0 ? "nothing" : ShownText.Short(text);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Numbers that are another size than in the law before, be it an earlier revision or last year's: a digit in the wrong place, a fraction turned over, another unit, two rows exchanged. The law may
/// change so; a slip of the keyboard is likelier.
/// </summary>
internal static class NumberCheck
{
    private const string Hint = "Look for a digit in the wrong place, a fraction turned over, two rows exchanged; compare with the printed instrument.";

    /// <summary>The numbers of files other than parameters that say how much of something there is; one that names something is held by <see cref="LeafCheck"/>.</summary>
    internal static readonly (string File, string Leaf)[] Sizes = [("factors.json", "value"), ("sectors.csv", "entities"), ("units.csv", "each"), ("retention.json", "years")];

    internal static void Check(LintSubject subject, Ruleset previous)
    {
        if (subject.Ruleset.Overlays.Count > 0 || LintLimits.Times(subject.Ruleset, previous) is not { } times)
        {
            return;
        }

        var changed = Parameters(subject.Ruleset, previous).Concat(InFiles(subject.Files, previous.Files)).ToList();
        var before = LintSubject.NameOf(subject.Ruleset, previous);
        foreach (var value in changed.Where(v => IsFar(v, times)))
        {
            subject.Warn("far-from-last-year", value.Place, $"\"{value.Path}\" is {value.IsNow}; in {before} it is {value.Was}.", "a value of the same size", Hint);
        }

        foreach (var table in changed.GroupBy(v => v.Table, StringComparer.Ordinal))
        {
            CheckExchanged(subject, before, [.. table]);
        }
    }

    // The values that apply in the year, against the one that the year before ended with.
    private static IEnumerable<ChangedNumber> Parameters(Ruleset ruleset, Ruleset previous)
    {
        foreach (var parameter in ruleset.Parameters.Values)
        {
            if (!previous.Parameters.TryGetValue(parameter.Path, out var before))
            {
                continue;
            }

            foreach (var row in parameter.Rows)
            {
                if (before.On(previous.Year.LastDay, row.Key) is not { Text: { } was } old)
                {
                    continue;
                }

                foreach (var value in row.Values.Where(v => v.Text is not null && v.From <= ruleset.Year.LastDay && !(v.To < ruleset.Year.FirstDay) && (v.Text != was || v.Unit != old.Unit)))
                {
                    yield return new ChangedNumber(parameter.Path, UnknownsRegister.PathOf(parameter, row), was, old.Unit, value.Text!, value.Unit, value.Place);
                }
            }
        }
    }

    private static IEnumerable<ChangedNumber> InFiles(RulesetFiles files, RulesetFiles previous) => RulesetDiff.EntriesBetween(previous, files)
        .Where(e => e.Old is not null && e.New is not null && Sizes.Any(s => s.File == e.File && e.Entry.EndsWith(", " + s.Leaf, StringComparison.Ordinal)))
        .Select(e => new ChangedNumber(e.File + e.Entry.Substring(0, e.Entry.IndexOf(',')), e.Entry.Replace(", rows, ", ", ").Replace(", value", ""), e.Old!, "", e.New!, "", e.Place));

    private static bool IsFar(ChangedNumber value, decimal times)
    {
        if (value.OldUnit != value.Unit)
        {
            return true;
        }

        if (Number(value.Old) is not { } old || Number(value.New) is not { } isNow)
        {
            return false;
        }

        var (less, more) = (Math.Min(old, isNow), Math.Max(old, isNow));
        return less <= 0m ? more != less : more / less > times;
    }

    private static void CheckExchanged(LintSubject subject, string before, IReadOnlyList<ChangedNumber> table)
    {
        foreach (var value in table)
        {
            if (table.FirstOrDefault(v => v.Old == value.New && v.New == value.Old && string.CompareOrdinal(value.Path, v.Path) < 0) is { } other)
            {
                subject.Warn("rows-exchanged", other.Place, $"\"{value.Path}\" is {value.IsNow} and \"{other.Path}\" is {other.IsNow}; in {before} it was the other way round.", "each value in its row", Hint);
            }
        }
    }

    private static decimal? Number(string text)
    {
        var slash = text.IndexOf('/');
        var whole = Scalars.TryDecimal(slash < 0 ? text : text.Substring(0, slash), out var number, out _);
        var by = 1m;
        return !whole || (slash >= 0 && (!Scalars.TryDecimal(text.Substring(slash + 1), out by, out _) || by == 0m)) ? null : number / by;
    }

    private sealed record ChangedNumber(string Table, string Path, string Old, string OldUnit, string New, string Unit, SourcePlace Place)
    {
        internal string Was => $"{Old} {OldUnit}".TrimEnd();

        internal string IsNow => $"{New} {Unit}".TrimEnd();
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Rules that differ only in the range of one value form bands. There must be no gap between two bands, and
/// no overlap. Rules without any band closed on both sides are limits, not bands.
/// </summary>
internal static class BandCheck
{
    internal static void Check(LintSubject subject)
    {
        var law = OpenLaw.Spans(subject.Ruleset, subject.Rules.Select(r => r.When), isFree: false)
            .Last(s => s.From <= subject.Ruleset.Year.LastDay);
        var tables = subject.Rules.SelectMany(r => Bands(r, law)).GroupBy(b => b.Table, StringComparer.Ordinal);
        foreach (var table in tables.Where(t => t.Count() > 1 && t.Any(b => b.Low is not null && b.High is not null)))
        {
            Check(subject, [.. table.OrderBy(b => b.Low is null ? 0 : 1).ThenBy(b => b.Low?.Value, Comparer<FactValue?>.Create((x, y) => x is null || y is null ? 0 : x.OrderAgainst(y)))]);
        }
    }

    private static void Check(LintSubject subject, List<Band> bands)
    {
        var reached = bands[0];
        foreach (var band in bands.Skip(1))
        {
            var step = reached.High is null ? -1 : Step(reached.High, band.Low!, band.Unit);
            if (step > 0)
            {
                subject.Warn("band-gap", band.Rule.Place, $"Between {reached.High!.Value} of \"{reached.Rule.Id}\" and {band.Low!.Value} of \"{band.Rule.Id}\" no rule says anything of {band.Name}.", "bands that meet");
            }
            else if (step < 0 && !reached.Rule.Overrides.Contains(band.Rule.Id, StringComparer.Ordinal) && !band.Rule.Overrides.Contains(reached.Rule.Id, StringComparer.Ordinal))
            {
                subject.Warn("band-overlap", band.Rule.Place, $"\"{reached.Rule.Id}\" and \"{band.Rule.Id}\" both hold for some values of {band.Name}.", "bands that only meet, or an override");
            }

            reached = reached.High is null || (band.High is not null && band.High.Value.OrderAgainst(reached.High.Value) <= 0) ? reached : band;
        }
    }

    // Above 0 for a gap, 0 if the two meet, below 0 for an overlap.
    private static int Step(Bound high, Bound low, string? unit)
    {
        if (high.Value.Kind is FactKind.Date or FactKind.Year)
        {
            var days = high.Value.Kind == FactKind.Date ? NodaTime.Period.DaysBetween(high.Value.Date, low.Value.Date) : low.Value.Date.Year - high.Value.Date.Year;
            return Meet(days, high, low);
        }

        // Whole numbers have a next number; amounts do not.
        if (unit is "count" or "days" or "months" or "samples" or "decimals")
        {
            return Meet(decimal.ToInt64(decimal.Ceiling(low.Value.Amount) - decimal.Floor(high.Value.Amount)), high, low);
        }

        var order = low.Value.OrderAgainst(high.Value);
        return order != 0 ? order : high.Included == low.Included ? (high.Included ? -1 : 1) : 0;
    }

    private static int Meet(long distance, Bound high, Bound low) => Math.Sign(distance + (high.Included ? 0 : 1) + (low.Included ? 0 : 1) - 1);

    private static IEnumerable<Band> Bands(Rule rule, OpenLaw law)
    {
        var tests = RuleConditions.Necessary(rule.When).ToList();
        foreach (var own in tests.OfType<Comparison>().Where(c => IsRange(c, law)).GroupBy(c => ConditionWords.Of(c.Left), StringComparer.Ordinal))
        {
            var rest = tests.Where(t => !own.Contains(t)).Select(ConditionWords.Of).OrderBy(w => w, StringComparer.Ordinal);
            var range = own.Aggregate(new ValueRange(), (r, c) => r.Compared(c.Kind, law.Settled(c.Right)!));
            yield return new Band(rule, own.Key, string.Join("\n", [PurposeWords.Of(rule.Scope.Purposes), own.Key, .. rest]), own.First().Left.Type.Unit, range.Low, range.High);
        }
    }

    private static bool IsRange(Comparison comparison, OpenLaw law) =>
        comparison.Kind != ComparisonKind.IsNot && comparison.Left.Type.IsOrdered && law.Settled(comparison.Left) is null && law.Settled(comparison.Right) is not null;

    private sealed record Band(Rule Rule, string Name, string Table, string? Unit, Bound? Low, Bound? High);
}

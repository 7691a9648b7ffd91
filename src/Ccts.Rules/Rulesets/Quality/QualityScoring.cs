using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Quality;

/// <summary>
/// Scores the quality of units by a ruleset's tables of weights and tiers. Criteria, weights and tiers are data: a host
/// with a scheme of its own brings an overlay.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class QualityScoring
{
    private const decimal BestMark = 100m;

    /// <summary>The score of marks by criterion. A criterion without a mark leaves the score unknown; it never counts as zero.</summary>
    /// <param name="ruleset">The rules, with their overlays.</param>
    /// <param name="day">The day whose weights and tiers apply.</param>
    /// <param name="marks">The mark of each criterion, 0 to 100.</param>
    /// <exception cref="ArgumentException">A mark is for a criterion that the ruleset does not know, out of range, or has more than 12 decimals.</exception>
    public static QualityScore Of(Ruleset ruleset, LocalDate day, IReadOnlyDictionary<string, decimal> marks)
    {
        Require.NotNull(marks);
        var weights = Rows(Require.NotNull(ruleset), QualityTables.Weights, day);
        Check(marks, weights);
        var steps = weights.Select(w => new QualityStep(w.Key, marks.TryGetValue(w.Key, out var mark) ? mark : null, QualityTables.Number(w.Value), w.Value.Standing)).ToList();
        var missing = (steps.Count == 0 ? [QualityTables.Weights] : Enumerable.Empty<string>())
            .Concat(steps.Where(s => s.Mark is null).Select(s => s.Criterion))
            .Concat(steps.Where(s => s.Weight is null).Select(s => QualityTables.Weights + "[" + s.Criterion + "]"))
            .ToList();
        var score = missing.Count == 0 ? steps.Sum(s => s.Part) : null;
        return new QualityScore(score, score is { } known ? TierOf(known, Rows(ruleset, QualityTables.Tiers, day)) : null, steps, missing);
    }

    private static List<KeyValuePair<string, DatedValue>> Rows(Ruleset ruleset, string path, LocalDate day) =>
        ruleset.Parameters.TryGetValue(path, out var table)
            ? table.Rows.Select(r => new KeyValuePair<string, DatedValue?>(r.Key, table.On(day, r.Key))).Where(r => r.Value is not null).Select(r => new KeyValuePair<string, DatedValue>(r.Key, r.Value!)).ToList()
            : [];

    private static void Check(IReadOnlyDictionary<string, decimal> marks, List<KeyValuePair<string, DatedValue>> weights)
    {
        foreach (var mark in marks)
        {
            if (weights.TrueForAll(w => w.Key != mark.Key))
            {
                var known = weights.Select(w => w.Key).ToList();
                throw new ArgumentException($"\"{ShownText.Short(mark.Key)}\" is not a criterion; known: {string.Join(", ", known)}. {Nearest.Hint(mark.Key, known)}".TrimEnd(), nameof(marks));
            }

            if (mark.Value is < 0m or > BestMark)
            {
                throw new ArgumentException(FormattableString.Invariant($"The mark {mark.Value} for \"{mark.Key}\" is not from 0 to {BestMark}."), nameof(marks));
            }

            if (!FactText.InBounds(mark.Value))
            {
                throw new ArgumentException($"The mark for \"{mark.Key}\" is not {FactText.Bounds}: no decimal would hold the score exactly.", nameof(marks));
            }
        }
    }

    // A tier with an unknown minimum score could be the right one, so the tier is unknown.
    private static string? TierOf(decimal score, List<KeyValuePair<string, DatedValue>> tiers) =>
        tiers.Exists(t => QualityTables.Number(t.Value) is null) ? null : tiers.Where(t => QualityTables.Number(t.Value) <= score).OrderByDescending(t => QualityTables.Number(t.Value)).Select(t => t.Key).FirstOrDefault();
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>The two tables by which the quality of units is scored: the weight of each criterion, and the minimum score of each tier.</summary>
public static class QualityTables
{
    internal const string Weights = "quality.weights";
    internal const string Tiers = "quality.tiers";

    /// <summary>The paths of both.</summary>
    public static IReadOnlyList<string> All { get; } = [Weights, Tiers];

    /// <summary>Weights that do not add up to one would give a score on another scale than the tiers.</summary>
    internal static void Check(IReadOnlyDictionary<string, Parameter> parameters, ProblemList problems)
    {
        foreach (var (path, unit) in new[] { (Weights, ParameterUnit.Ratio), (Tiers, ParameterUnit.Count) })
        {
            if (parameters.TryGetValue(path, out var table) && (table.KeyName is null ? !table.IsBroken : table.Rows.SelectMany(r => r.Values).Any(v => v.Unit != unit)))
            {
                problems.Error("bad-parameter", table.Place, $"\"{path}\" is not a table in the unit \"{unit}\".", $"\"by\" and \"table\", with values in the unit \"{unit}\"");
                return;
            }
        }

        CheckOrder(parameters, problems);
        if (!parameters.TryGetValue(Weights, out var weights))
        {
            return;
        }

        foreach (var day in weights.Rows.SelectMany(r => r.Values).Select(v => v.From).Distinct())
        {
            var numbers = weights.Rows.Select(r => weights.On(day, r.Key)).Select(v => v is null ? null : Number(v)).ToList();
            if (numbers.Exists(n => n is { } weight && !FactText.InBounds(weight)))
            {
                problems.Error("bad-parameter", weights.Place, $"A weight of \"{Weights}\" is too fine or too large for an exact score.", FactText.Bounds);
                return;
            }

            if (!numbers.Contains(null) && numbers.Sum() is var sum && sum != decimal.One)
            {
                problems.Error("weights-not-whole", weights.Place, FormattableString.Invariant($"The weights of \"{Weights}\" come to {sum} on {day:uuuu-MM-dd}."), "weights that come to 1");
            }
        }
    }

    // Tiers are listed from the highest down or from the lowest up. One out of order probably has a wrong number of digits, and a score would get the wrong tier.
    private static void CheckOrder(IReadOnlyDictionary<string, Parameter> parameters, ProblemList problems)
    {
        foreach (var day in parameters.TryGetValue(Tiers, out var tiers) ? tiers.Rows.SelectMany(r => r.Values).Select(v => v.From).Distinct() : [])
        {
            var least = tiers!.Rows.Select(r => tiers.On(day, r.Key)).Select(v => v is null ? null : Number(v)).OfType<decimal>().ToList();
            var steps = least.Zip(least.Skip(1), decimal.Compare).Distinct().ToList();
            if (steps.Count > 1 || steps.Contains(0))
            {
                problems.Error("tiers-out-of-order", tiers.Place, FormattableString.Invariant($"The least scores of \"{Tiers}\" neither rise nor fall throughout on {day:uuuu-MM-dd}: {string.Join(", ", least)}."), "tiers from the highest to the lowest, or the other way");
                return;
            }
        }
    }

    internal static decimal? Number(DatedValue value) => value.Text is { } text && Scalars.TryDecimal(text, out var number, out _) ? number : null;
}

using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Rulesets.Quality;

/// <summary>A quality score, the tier it falls into, and how it came about.</summary>
/// <remarks>Immutable and thread-safe. A score is no law of the scheme: <see cref="QualityStep.Standing"/> says whose it is.</remarks>
public sealed class QualityScore
{
    internal QualityScore(decimal? score, string? tier, IReadOnlyList<QualityStep> steps, IReadOnlyList<string> missing)
    {
        Score = score;
        Tier = tier;
        Steps = steps;
        Missing = missing;
    }

    /// <summary>The sum of the steps, exact and not rounded, 0 to 100; null where something is missing. What rules know as the fact <c>quality.score</c>.</summary>
    public decimal? Score { get; }

    /// <summary>The tier with the highest least score that is reached; null where the score or a tier is not known.</summary>
    public string? Tier { get; }

    /// <summary>One for each criterion, in the order of the ruleset.</summary>
    public IReadOnlyList<QualityStep> Steps { get; }

    /// <summary>The criteria without a mark, and the paths of parameters without a value; empty when the score is known.</summary>
    public IReadOnlyList<string> Missing { get; }
}

/// <summary>What one criterion adds to a quality score.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Criterion">The criterion, a row of the ruleset's table of weights.</param>
/// <param name="Mark">The mark given for it, 0 to 100, or null where none was.</param>
/// <param name="Weight">Its share of the score, or null where the ruleset does not know it.</param>
/// <param name="Standing">Where the weight comes from.</param>
public sealed record QualityStep(string Criterion, decimal? Mark, decimal? Weight, Standing Standing)
{
    /// <summary>Mark times weight; null where one of them is missing.</summary>
    public decimal? Part => Mark * Weight;
}

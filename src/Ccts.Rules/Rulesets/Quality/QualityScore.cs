using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Rulesets.Quality;

/// <summary>A quality score, its tier, and how it was computed.</summary>
/// <remarks>Immutable and thread-safe. A score is not law of the scheme; <see cref="QualityStep.Standing"/> gives its source.</remarks>
public sealed class QualityScore
{
    internal QualityScore(decimal? score, string? tier, IReadOnlyList<QualityStep> steps, IReadOnlyList<string> missing)
    {
        Score = score;
        Tier = tier;
        Steps = steps;
        Missing = missing;
    }

    /// <summary>The sum of the steps, exact and not rounded, 0 to 100; null if something is missing. Rules use it as the fact <c>quality.score</c>.</summary>
    public decimal? Score { get; }

    /// <summary>The highest tier whose minimum score is reached; null if the score or a tier is unknown.</summary>
    public string? Tier { get; }

    /// <summary>One for each criterion, in the order of the ruleset.</summary>
    public IReadOnlyList<QualityStep> Steps { get; }

    /// <summary>The criteria without a mark, and the paths of parameters without a value; empty if the score is known.</summary>
    public IReadOnlyList<string> Missing { get; }
}

/// <summary>What one criterion adds to a quality score.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Criterion">The criterion, a row of the ruleset's table of weights.</param>
/// <param name="Mark">The mark given for it, 0 to 100, or null if none.</param>
/// <param name="Weight">Its share of the score, or null if the ruleset does not know it.</param>
/// <param name="Standing">Where the weight comes from.</param>
public sealed record QualityStep(string Criterion, decimal? Mark, decimal? Weight, Standing Standing)
{
    /// <summary>Mark times weight; null if one is missing.</summary>
    public decimal? Part => Mark * Weight;
}

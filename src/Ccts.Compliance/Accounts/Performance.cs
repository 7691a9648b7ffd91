using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Accounts;

/// <summary>How an entity did against its baseline and its target.</summary>
/// <param name="RequiredCut">The cut against the baseline that the target asks for, as a share; null where either is not known.</param>
/// <param name="AchievedCut">The cut that was achieved; below zero where it got worse; null where the baseline is not known, or is deemed achieved.</param>
/// <param name="AgainstTarget">(target - achieved) / target; below zero misses it; null without a target.</param>
/// <param name="Rating">The level on a scale that a third party claims, or null: no law or source read prints a scale.</param>
public sealed record Performance(decimal? RequiredCut, decimal? AchievedCut, decimal? AgainstTarget, ClaimedRating? Rating)
{
    /// <summary>From an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="scale">A scale that somebody claims, or null.</param>
    public static Performance Of(Assessment assessment, RatingScale? scale = null)
    {
        var intensity = Require.NotNull(assessment).Intensity;
        decimal? against = intensity.Target is { TonnesPerUnit: > 0m } target ? (target - intensity.Achieved).TonnesPerUnit / target.TonnesPerUnit : null;
        return new Performance(
            Improvement.Of(intensity.Baseline, intensity.Target),
            assessment.IsDeemed() ? null : Improvement.Of(intensity.Baseline, intensity.Unrounded),
            against,
            against is { } share && scale is not null ? scale.Rate(share) : null);
    }
}

/// <summary>A level on somebody's scale.</summary>
/// <param name="Level">Its name.</param>
/// <param name="Source">Who claims the scale.</param>
public sealed record ClaimedRating(string Level, string Source);

/// <summary>A scale of performance, as data of whoever claims it: the one source that names a rating prints no scale, and no law defines one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RatingScale
{
    private readonly List<(string Level, decimal AtLeast)> _levels;

    /// <summary>A scale.</summary>
    /// <param name="source">Who claims it.</param>
    /// <param name="levels">Levels, each with the lowest (target - achieved) / target that earns it.</param>
    /// <exception cref="ArgumentException">The source is blank, there is no level, or two begin at the same share.</exception>
    public RatingScale(string source, IEnumerable<(string Level, decimal AtLeast)> levels)
    {
        Source = Require.NotBlank(source);
        _levels = [.. Require.NotNull(levels).OrderByDescending(l => l.AtLeast)];
        if (_levels.Count == 0 || _levels.Select(l => l.AtLeast).Distinct().Count() != _levels.Count)
        {
            throw new ArgumentException("A scale has levels, and each begins at another share.", nameof(levels));
        }
    }

    /// <summary>Who claims it.</summary>
    public string Source { get; }

    /// <summary>The level of a share, or null where it lies below every level.</summary>
    public ClaimedRating? Rate(decimal share)
    {
        var level = _levels.Find(l => share >= l.AtLeast).Level;
        return level is null ? null : new ClaimedRating(level, Source);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>Baseline, targets and achievements of one entity over the years of a trajectory period (DPCM s.1(21)).</summary>
/// <remarks>Immutable and thread-safe. The text says three consecutive compliance years or as specified; the gazettes so far cover two.</remarks>
public sealed record Trajectory
{
    private Trajectory(string key, string entity, ComplianceYear baselineYear, EmissionIntensity? baseline, IReadOnlyList<TrajectoryPoint> points)
    {
        Key = key;
        Entity = entity;
        BaselineYear = baselineYear;
        Baseline = baseline;
        Points = points;
    }

    /// <summary>Registration number or row key.</summary>
    public string Key { get; }

    /// <summary>The entity's name.</summary>
    public string Entity { get; }

    /// <summary>The baseline year; not a compliance year.</summary>
    public ComplianceYear BaselineYear { get; }

    /// <summary>Intensity of the baseline year, or null if the schedule does not print it.</summary>
    public EmissionIntensity? Baseline { get; }

    /// <summary>One point a compliance year, in order.</summary>
    public IReadOnlyList<TrajectoryPoint> Points { get; }

    /// <summary>Puts the rows of one entity in order and adds what was achieved.</summary>
    /// <param name="rows">Target rows of one entity, one a year.</param>
    /// <param name="achieved">Achieved intensity by year, as far as known: as it is compared with the target, and before it was rounded, from which the cut is computed.</param>
    /// <exception cref="ArgumentException">No rows, rows of several entities, two rows for a year, or rows with different baselines.</exception>
    public static Trajectory Of(IEnumerable<EntityTarget> rows, IReadOnlyDictionary<ComplianceYear, (EmissionIntensity Rounded, EmissionIntensity Unrounded)>? achieved = null)
    {
        var ordered = Require.Each(rows).OrderBy(r => r.Year).ToList();
        if (ordered.Count == 0)
        {
            throw new ArgumentException("A trajectory needs at least one row.", nameof(rows));
        }

        var first = ordered[0];
        for (var i = 1; i < ordered.Count; i++)
        {
            var row = ordered[i];
            if (row.Key != first.Key || row.Year == ordered[i - 1].Year || row.BaselineYear != first.BaselineYear || row.BaselineIntensity != first.BaselineIntensity)
            {
                throw new ArgumentException($"The row of {row.Key} for {row.Year} does not continue the trajectory of {first.Key}.", nameof(rows));
            }
        }

        var points = ordered.Select(row => Point(row, achieved)).ToList();
        return new Trajectory(first.Key, first.Entity, first.BaselineYear, first.BaselineIntensity, points);
    }

    private static TrajectoryPoint Point(EntityTarget row, IReadOnlyDictionary<ComplianceYear, (EmissionIntensity Rounded, EmissionIntensity Unrounded)>? achieved)
    {
        (EmissionIntensity Rounded, EmissionIntensity Unrounded)? reached = achieved is not null && achieved.TryGetValue(row.Year, out var value) ? value : null;
        return new TrajectoryPoint(row.Year, row.Target, reached?.Rounded, Improvement.Of(row.BaselineIntensity, row.Target), Improvement.Of(row.BaselineIntensity, reached?.Unrounded));
    }
}

/// <summary>One year of a trajectory.</summary>
/// <param name="Year">The compliance year.</param>
/// <param name="Target">The target; null means no obligation in this year, which is not a target of zero.</param>
/// <param name="Achieved">What was achieved, or null when not known.</param>
/// <param name="RequiredImprovement">Cut against the baseline that the target asks for, as a fraction; null when unknown.</param>
/// <param name="AchievedImprovement">Cut against the baseline that was achieved, as a fraction; negative when worse; null when unknown.</param>
public sealed record TrajectoryPoint(ComplianceYear Year, EmissionIntensity? Target, EmissionIntensity? Achieved, decimal? RequiredImprovement, decimal? AchievedImprovement);

/// <summary>Improvement against a baseline.</summary>
public static class Improvement
{
    /// <summary>(baseline - value) / baseline as a fraction, rounded to 28 digits; null when either is unknown or the baseline is zero.</summary>
    /// <exception cref="UnitMismatchException">The output units differ.</exception>
    public static decimal? Of(EmissionIntensity? baseline, EmissionIntensity? value) =>
        baseline is { } from && value is { } to && from.TonnesPerUnit != 0m ? (from - to).TonnesPerUnit / from.TonnesPerUnit : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Verification;

/// <summary>A misstatement that a verifier found.</summary>
/// <param name="Id">Its number in the report.</param>
/// <param name="Text">What is misstated.</param>
/// <param name="Effect">Reported less true emissions, t CO2e: above zero is overstated, below zero understated.</param>
/// <param name="IsCorrected">Whether the entity has corrected it; then it does not count.</param>
public sealed record Misstatement(string Id, string Text, Co2e Effect, bool IsCorrected = false);

/// <summary>How misstatements that stand compare with materiality (DPCM s.6(12)).</summary>
public enum MaterialityFinding
{
    /// <summary>Below the threshold, with or without signs.</summary>
    NotMaterial,

    /// <summary>The text leaves open whether they are material: the sum is exactly at the threshold, or signs decide.</summary>
    OpenReading,

    /// <summary>Above the threshold, with or without signs.</summary>
    Material,
}

/// <summary>Misstatements added up against the threshold: with their signs and without.</summary>
/// <remarks>Immutable and thread-safe; exact.</remarks>
public sealed record MisstatementSum
{
    private MisstatementSum(Co2e withSign, Co2e withoutSign, Co2e threshold)
    {
        (WithSign, WithoutSign, Threshold) = (withSign, withoutSign, threshold);
        var (net, gross) = (Compare(Math.Abs(withSign.Tonnes)), Compare(withoutSign.Tonnes));
        IsExactlyAtThreshold = net == 0 || gross == 0;
        Finding = net > 0 ? MaterialityFinding.Material : gross < 0 ? MaterialityFinding.NotMaterial : MaterialityFinding.OpenReading;

        int Compare(decimal tonnes) => tonnes.CompareTo(threshold.Tonnes);
    }

    /// <summary>The sum in which over- and understatements cancel.</summary>
    public Co2e WithSign { get; }

    /// <summary>The sum of sizes, in which nothing cancels.</summary>
    public Co2e WithoutSign { get; }

    /// <summary>The share of the reported emissions that is the threshold.</summary>
    public Co2e Threshold { get; }

    /// <summary>Whether a sum is exactly the threshold: the text does not say on which side that lies.</summary>
    public bool IsExactlyAtThreshold { get; }

    /// <summary>Whether the sum is material.</summary>
    public MaterialityFinding Finding { get; }

    /// <summary>Adds up.</summary>
    /// <param name="misstatements">What was found; corrected ones do not count.</param>
    /// <param name="reported">Total reported emissions, above zero.</param>
    /// <param name="materiality">The threshold as a share, from the ruleset's <c>verification.materiality</c>; above zero, at most one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Emissions or the share are out of range.</exception>
    public static MisstatementSum Of(IEnumerable<Misstatement> misstatements, Co2e reported, decimal materiality)
    {
        Require.NotNull(misstatements);
        if (reported.Tonnes <= 0m)
        {
            throw new ArgumentOutOfRangeException(nameof(reported), "Total reported emissions are above zero.");
        }

        if (materiality is <= 0m or > 1m)
        {
            throw new ArgumentOutOfRangeException(nameof(materiality), "Materiality is a share above zero and at most one.");
        }

        var standing = misstatements.Where(m => !m.IsCorrected).ToList();
        return new MisstatementSum(
            Co2e.FromTonnes(standing.Sum(m => m.Effect.Tonnes)),
            Co2e.FromTonnes(standing.Sum(m => Math.Abs(m.Effect.Tonnes))),
            Co2e.FromTonnes(reported.Tonnes * materiality));
    }
}

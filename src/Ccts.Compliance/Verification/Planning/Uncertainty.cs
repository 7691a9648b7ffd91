using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>A source with the uncertainty that its meter, analysis or factor is stated with.</summary>
/// <param name="Id">The stream's id.</param>
/// <param name="Tonnes">t CO2e.</param>
/// <param name="Share">Half of the interval that holds 95 of 100 true values, as a share of the amount, 0 or more; null where nothing is stated.</param>
public sealed record UncertainSource(string Id, decimal Tonnes, decimal? Share);

/// <summary>The uncertainty of a total, by two ways that should agree.</summary>
/// <param name="Total">t CO2e.</param>
/// <param name="Quadrature">Half of the 95 % interval as a share of the total: the root of the sum of squares, for sources that err independently.</param>
/// <param name="Simulated">The same by simulation: half of the width between the 2.5th and the 97.5th percentile of the totals.</param>
/// <param name="Trials">How many totals were drawn.</param>
/// <param name="Seed">The seed, so that the simulation can be repeated.</param>
public sealed record TotalUncertainty(decimal Total, decimal Quadrature, decimal Simulated, int Trials, long Seed)
{
    /// <summary>The sources without a stated uncertainty, and their share of the total: the true uncertainty may then be higher. Null where there is none.</summary>
    public string? Without { get; init; }
}

/// <summary>Adds uncertainties up. For information: no text read sets a limit for them, and no regulated figure depends on them.</summary>
/// <remarks>Pure and thread-safe; decimals and whole numbers alone, so that the same seed gives the same figures on every machine.</remarks>
public static class Uncertainty
{
    private const int Digits = 6;
    private const int UniformsOfANormal = 12;
    private const decimal NormalHalfWidth = 1.96m;

    /// <summary>The uncertainty of the sum.</summary>
    /// <param name="sources">The sources; the result names those without a stated uncertainty.</param>
    /// <param name="seed">The seed of the simulation.</param>
    /// <param name="trials">How many totals to draw, 1000 to 1000000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is below zero, the total is zero, or the number of trials is out of range.</exception>
    public static TotalUncertainty Combine(IReadOnlyList<UncertainSource> sources, long seed, int trials = 10_000)
    {
        Require.All(sources);
        var total = sources.Sum(s => s.Tonnes);
        if (total == 0m || sources.Any(s => s.Share < 0m))
        {
            throw new ArgumentOutOfRangeException(nameof(sources), "The total is not zero and no share is below it.");
        }

        if (trials is < 1000 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(trials), "From 1000 to 1000000 trials.");
        }

        var silent = sources.Where(s => s.Share is null && s.Tonnes != 0m).ToList();
        var squares = sources.Sum(s => Square(s.Tonnes * (s.Share ?? 0m) / total));
        return new TotalUncertainty(total, Math.Round(Root(squares), Digits), Math.Round(Draw(sources, total, seed, trials), Digits), trials, seed)
        {
            Without = silent.Count == 0 ? null : FormattableString.Invariant($"{string.Join(", ", silent.Select(s => s.Id))} ({silent.Sum(s => Math.Abs(s.Tonnes)) / sources.Sum(s => Math.Abs(s.Tonnes)):P0} of the emissions)"),
        };
    }

    private static decimal Draw(IReadOnlyList<UncertainSource> sources, decimal total, long seed, int trials)
    {
        var state = unchecked((ulong)seed);
        var totals = new decimal[trials];
        for (var i = 0; i < trials; i++)
        {
            foreach (var source in sources.Where(s => s.Share > 0m))
            {
                totals[i] += source.Tonnes * source.Share!.Value / NormalHalfWidth * Normal(ref state);
            }
        }

        Array.Sort(totals);
        return (totals[trials - 1 - (trials / 40)] - totals[trials / 40]) / 2m / Math.Abs(total);
    }

    // The sum of twelve uniform numbers less six has mean 0 and variance 1, and is close enough to a normal distribution (Irwin and Hall).
    private static decimal Normal(ref ulong state)
    {
        var sum = 0L;
        for (var i = 0; i < UniformsOfANormal; i++)
        {
            sum += (long)(Next(ref state) >> 32);
        }

        return (sum / 4294967296m) - (UniformsOfANormal / 2);
    }

    // SplitMix64: the seed decides every number, on every machine.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    private static decimal Square(decimal value) => value * value;

    private static decimal Root(decimal square)
    {
        if (square == 0m)
        {
            return 0m;
        }

        var root = square > 1m ? square : 1m;
        for (var i = 0; i < 200; i++)
        {
            var next = (root + (square / root)) / 2m;
            if (next == root)
            {
                break;
            }

            root = next;
        }

        return root;
    }
}

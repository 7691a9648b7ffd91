using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Months in which all fuels, materials or power together are far less, for everything else that the plant did, than in its other months, which are alike. A stream that was left out,
/// halved or a digit short in some months shows so even if it is uneven itself, as coal beside bagasse is. The plant may have done with less in those months, so it is told, and withholds nothing.
/// </summary>
internal static class KindMonths
{
    private const string Code = "unusual-period";

    // How far the other months may lie apart, what a low month has of the least of them at most, what the stream that explains it has of its usual amount, and what a month that
    // counts has of the usual activity. Not law.
    private const decimal Alike = 1.25m;
    private const decimal MostLow = 0.8m;
    private const decimal MostOfStream = 0.6m;
    private const decimal LeastActive = 0.6m;

    /// <summary>Of what is missing, that the stream has less than usual. Coal beside bagasse may have been far above its usual amount.</summary>
    private const decimal LeastExplained = 0.25m;
    private const int FewestOthers = 4;

    internal static void Check(Result result, List<(CountedSource Source, decimal[] Months)> streams, decimal[] all, List<decimal[]> activities, string kind)
    {
        // Everything that the plant did has to tell the same months apart.
        var told = activities.ConvertAll(a => Low(all, Expectation.Of(all, [a])));
        if (told.Count == 0 || told[0] is not { Count: > 0 } low || !told.TrueForAll(t => t?.SequenceEqual(low) == true) || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        var missing = Expectation.Missing(all, Expectation.Of(all, activities), activities, low);
        foreach (var (source, months) in streams.Where(s => !result.Problems.ToList().Any(p => p.Code == Code && p.Place.Pointer.StartsWith(s.Source.Place.Pointer + "/", StringComparison.Ordinal))))
        {
            var expected = Expectation.Of(months, activities);
            var (wanting, total) = (low.Sum(m => expected[m] - months[m]), months.Sum());
            if (!low.TrueForAll(m => months[m] < MostOfStream * expected[m]) || wanting < missing * LeastExplained || Math.Min(wanting, missing) / total * source.Tonnes() < material * result.Emissions.Total.Tonnes)
            {
                continue;
            }

            var has = Slip.Shown(low.Sum(m => months[m]) / total * source.Amount);
            var place = source.Place with { Pointer = $"{source.Place.Pointer}/{result.Spans.Name(low[0])}" };
            result.Tell(Code, place, $"\"{source.Name}\" has {has} {source.Unit} in {string.Join(", ", low.Select(m => result.Spans.Name(m)))}, where the plant went on as in its other months and those lead one to expect {Slip.Shown(low.Sum(m => expected[m]) / total * source.Amount)} {source.Unit}; no other {kind} took its place.", source.Stream.WhyUnusual, needsReason: false, has);
        }
    }

    /// <summary>The low months; none where all are alike, and null where the others are not.</summary>
    private static List<int>? Low(decimal[] all, decimal[] expected)
    {
        var usual = expected.OrderBy(e => e).ElementAt(expected.Length / 2) * LeastActive;
        var ordered = Enumerable.Range(0, all.Length).Where(m => expected[m] > 0m && expected[m] >= usual).Select(m => (Month: m, Rate: all[m] / expected[m])).OrderBy(m => m.Rate).ToList();
        var at = ordered.FindIndex(m => m.Rate > 0m && ordered[ordered.Count - 1].Rate <= Alike * m.Rate);
        return at < 0 || ordered.Count - at < Math.Max(FewestOthers, at) || (at > 0 && ordered[at - 1].Rate > MostLow * ordered[at].Rate) ? null
            : [.. ordered.Take(at).Select(m => m.Month).OrderBy(m => m)];
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Months of one stream that is even in its others, in which the plant went on, nothing of its kind took its place, and it is next to nothing. A digit or a unit that leads
/// all of them among the other months withholds, and so does a quarter or half of a year with next to nothing of the kind; one month that was entered as nothing, and a last month that was not booked whole, are told.
/// </summary>
internal static class StreamMonths
{
    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.StreamMonth) is not { UnusualAbove: { } even, UnusualBelow: { } least } || result.Rules.Of(PlausibilityRules.StreamShare)?.UnusualBelow is not { } share || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        var did = result.Activities;
        // Of two halves of a year none says what is even, so only what is material is looked at.
        var group = new StreamsOfKind(result, even, least, result.Spans.AreMonths ? share : material);
        if (!result.HasTold("months-without-fuel") && did.Fuel is { } fuel)
        {
            group.Check(Lines(result, result.Sources, s => s.Stream is FuelStream or ImportedHeatStream), fuel, did.BesideFuel, "fuel", isKnown: did.Burnt is not null, asOne: did.Burnt is not null && did.KnowsOwnPower ? did.ForFuel : null);
        }

        if (!result.HasTold("months-without-process"))
        {
            Together(result.Sources, s => s.Stream is ProcessMaterialStream, did.BesideProcess, "material", did.ForProcess);
        }

        Together(result.Sources, s => s.Stream is ImportedIntermediateStream, PlantMonths.Of(did.Products, did.Power), "intermediate");
        Together(result.Flows, s => s.Tonnes() > 0m, PlantMonths.Of(did.Products, did.Burnt), "carbon");
        if (!result.HasTold("months-without-power") && did.Power is { } power)
        {
            var activities = PlantMonths.Of(did.Products, did.Process);
            group.Check(Lines(result, result.Sources, s => s.Stream is ElectricityStream { Supply: ElectricitySupply.Grid or ElectricitySupply.PowerPurchaseAgreement }), power, activities, "power", asOne: activities);
        }

        void Together(List<CountedSource> sources, Func<CountedSource, bool> which, List<decimal[]> activities, string kind, List<decimal[]>? asOne = null)
        {
            var lines = Lines(result, sources, which);
            group.Check(lines, [.. Enumerable.Range(0, result.Spans.Count).Select(m => lines.Sum(l => l.Months[m]))], activities, kind, asOne: asOne);
        }
    }

    /// <summary>A unit, and no digit.</summary>
    private const decimal FarUnit = 100m;

    /// <summary>How many times a month of an uneven stream the least of its others has to be for a unit to be looked for. Not law.</summary>
    private const decimal FarBelow = 30m;

    /// <summary>How far two activities may lie apart and still say the same. Not law.</summary>
    private const decimal Alike = 1.25m;

    private static List<StreamByMonth> Lines(Result result, List<CountedSource> sources, Func<CountedSource, bool> which) =>
        [.. sources.Where(s => s.Outlier is not { IsHigh: true } && s.Amount > 0m && which(s) && result.Spans.Fit(s)).Select(s => new StreamByMonth(s, s.Months(result)!)).Where(l => l.Months is not null)];

    /// <summary>A stream, and by month how much of what its kind is measured by.</summary>
    private sealed record StreamByMonth(CountedSource Source, decimal[] Months);

    private sealed class StreamsOfKind(Result result, decimal even, decimal least, decimal material)
    {
        /// <summary>Streams of one kind, which may take one another's place. Where it is not known by month what the others have, only a digit or a unit says that none did.</summary>
        internal void Check(List<StreamByMonth> lines, decimal[] all, List<decimal[]> activities, string kind, bool isKnown = true, List<decimal[]>? asOne = null)
        {
            if (activities.Count == 0 || lines.Count == 0)
            {
                return;
            }

            // Most streams are even, and are not looked at further by themselves.
            var low = Math.Max(least, Least(result.Spans.Count - 1));
            var whole = Expectation.Of(all, activities);
            foreach (var line in lines.Where(l => l.Months.Min() < low * l.Months.Max()))
            {
                Check(line, all, whole, Expectation.Of(line.Months, activities), Expectation.AtMost(line.Months, activities), kind, isKnown);
            }

            if (asOne is not null && result.Spans.AreMonths)
            {
                KindMonths.Check(result, lines.ConvertAll(l => (l.Source, l.Months)), all, asOne, kind);
            }
        }

        private void Check(StreamByMonth line, decimal[] all, decimal[] whole, decimal[] expected, decimal[] most, string kind, bool isKnown)
        {
            var (months, source, isFar) = (line.Months, line.Source, false);
            if (Enumerable.Range(0, months.Length).Where(m => months[m] < Least(m) * expected[m]).ToList() is not { Count: > 0 } low)
            {
                return;
            }

            // Even by itself; or, in a year with an overhaul, for what the plant did, if all that it did went on alike in those months.
            var rates = months;
            var isOut = IsEvenBeside(low, rates, out var others);
            if (!isOut && low.TrueForAll(m => most[m] <= Alike * expected[m]))
            {
                rates = [.. months.Select((x, m) => expected[m] > 0m ? x / expected[m] : 0m)];
                isOut = IsEvenBeside(low, rates, out others);
            }

            if (!isOut)
            {
                // Of an uneven stream, one month far below the least of the others.
                (rates, low) = (months, [Array.IndexOf(months, months.Min())]);
                others = [.. months.Where((_, m) => m != low[0])];
                isOut = months[low[0]] > 0m && others.Min() > FarBelow * months[low[0]];
                isFar = true;
            }

            if (!isOut)
            {
                return;
            }

            // A stream that lacks several months has a season, unless one digit or unit is wrong in all of them.
            var slip = AmountSlips.Of(source.Unit).Where(s => (!isFar || s.Times >= FarUnit) && low.TrueForAll(m => IsAmong(rates[m] * s.Times, others.Min(), others.Max()) || (!result.Spans.AreMonths && IsAmong(months[m] * s.Times, expected[m], expected[m])))).Select(s => (Slip?)s).FirstOrDefault();
            var wanting = low.Sum(m => expected[m] - months[m]);
            var total = months.Sum();
            if (((low.Count > 1 || isFar || !isKnown) && slip is null) || low.Sum(m => whole[m] - all[m]) < wanting / 2m || wanting / total * source.Tonnes() < material * result.Emissions.Total.Tonnes)
            {
                return;
            }

            var (first, has, name) = (low[0], low.Sum(m => months[m]) / total * source.Amount, result.Spans.Name(low[0]));
            var said = slip is null ? "" : slip.Value.Said(months[first] / total * source.Amount, source.Unit);
            result.Tell(
                "unusual-period",
                source.Place with { Pointer = $"{source.Place.Pointer}/{name.Replace("/", "~1")}" },
                $"\"{source.Name}\" has {Slip.Shown(has)} {source.Unit} in {string.Join(", ", low.Select(m => result.Spans.Name(m)))}, where the plant went on as in its other {result.Spans.One}s and those lead one to expect {Slip.Shown(low.Sum(m => expected[m]) / total * source.Amount)} {source.Unit}; no other {kind} took its place.{said}",
                source.Stream.WhyUnusual,
                (slip is not null || (!result.Spans.AreMonths && low.TrueForAll(m => all[m] < Least(m) * whole[m]))) && result.Baseline is not null,
                Slip.Shown(has));
        }

        private bool IsEvenBeside(List<int> low, decimal[] rates, out List<decimal> others)
        {
            others = [.. rates.Where((_, m) => !low.Contains(m))];
            return others.Count >= low.Count && others.Min() > 0m && others.Max() <= even * others.Min();
        }

        private bool IsAmong(decimal amount, decimal least, decimal most) => amount >= least / even && amount <= most * even;

        private decimal Least(int month) =>
            result.IsPartOfYear && result.Spans.AreMonths && month == result.Spans.Count - 1 && result.Rules.Of(PlausibilityRules.LastMonth)?.UnusualBelow is { } booked ? booked : result.Spans.Least(least);
    }
}

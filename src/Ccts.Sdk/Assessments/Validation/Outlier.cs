using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The periods whose amounts stand out from the others of their stream, day for day.</summary>
/// <param name="Period">The period that stands out most.</param>
/// <param name="Amount">What it has.</param>
/// <param name="Others">How many more stand out.</param>
/// <param name="Share">How much all of them are too much or too little, as a part of the stream's total; or the others, where those may be in a smaller unit.</param>
/// <param name="Reference">What the others would make of so many days as the period has.</param>
/// <param name="Undone">The slip without which it lies among the others; null where none leads there.</param>
internal sealed record Outlier(ReportingPeriod Period, decimal Amount, int Others, decimal Share, Reference Reference, Slip? Undone = null)
{
    /// <summary>So many periods with an amount are needed to say what is usual.</summary>
    private const int Fewest = 6;

    /// <summary>How far beyond the others an amount may lie and still be among them, not law.</summary>
    private const decimal Slack = 1.25m;

    /// <summary>
    /// Null where none stands out. A month without consumption stands out from nothing, and neither does any month of a stream
    /// that is uneven anyway, as fuel to light up with is, or power from the grid while the plant's own stands still; but where its periods are of two even sizes
    /// that lie a unit apart, those of the rarer size do.
    /// </summary>
    internal static Outlier? Of<T>(Amounts<T> amounts, PlausibilityRules rules)
        where T : struct, IQuantity
    {
        if (rules.Of(PlausibilityRules.Period) is not { } range || amounts.Count < Fewest || !IsUneven(amounts, range) || !amounts.TryTotal(out var total) || total <= 0m)
        {
            return null;
        }

        var periods = amounts.Where(a => a.Amount.CanonicalValue > 0m).Select(a => new Daily(a.Period, a.Amount.CanonicalValue, Days(a.Period))).OrderBy(p => p.Rate).ToList();
        if (periods.Count < Fewest)
        {
            return null;
        }

        var spread = rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove;
        var slips = AmountSlips.Of(default(T).CanonicalUnit);
        var usual = IsRegular([.. periods.Select(p => p.Rate)], spread) ? periods : MoreOfTwoSizes(periods, spread, range, slips);
        if (usual is null)
        {
            return null;
        }

        var median = usual[usual.Count / 2].Rate;
        Reference ReferenceOf(Daily period) => new(median * period.Days, median * period.Days, range);
        var found = periods.Where(p => ReferenceOf(p).Judge(p.Amount) != Likelihood.Usual).ToList();

        // Beside a month of nothing a month of next to nothing is one in which little was needed.
        var still = amounts.Where(a => a.Amount.CanonicalValue == 0m).Select(a => a.Period).ToList();
        found.RemoveAll(p => p.Rate < median && still.Exists(s => s.To.PlusDays(1) == p.Period.From || p.Period.To.PlusDays(1) == s.From));
        var among = periods.Except(found).Select(p => p.Rate).DefaultIfEmpty(median).ToList();
        Slip? SlipOf(Daily period) => slips.Where(s => s.Times > 0m && period.Rate * s.Times >= among.Min() / Slack && period.Rate * s.Times <= among.Max() * Slack).Select(s => (Slip?)s).FirstOrDefault();
        if (found.Count == 0)
        {
            return null;
        }

        var worst = found.OrderByDescending(p => Slip.Far(p.Rate / median)).ThenBy(p => p.Period.From).First();
        var share = found.Sum(p => Math.Abs(p.Amount - (median * p.Days))) / total;

        // A few periods a thousand times as large may be the only ones in the right unit.
        var high = found.Where(p => p.Rate > median).ToList();
        if (high.Count > 0 && UnitBetween(median, high[high.Count / 2].Rate, range, slips))
        {
            share = Math.Max(share, periods.Except(high).Sum(p => (high[high.Count / 2].Rate * p.Days) - p.Amount) / total);
        }

        return new Outlier(worst.Period, worst.Amount, found.Count - 1, share, ReferenceOf(worst), SlipOf(worst));
    }

    private sealed record Daily(ReportingPeriod Period, decimal Amount, int Days)
    {
        internal decimal Rate { get; } = Amount / Days;
    }

    /// <summary>Of periods of two even sizes that lie a unit apart, those of the size that more have; of as many, the larger. Null where they are not.</summary>
    private static List<Daily>? MoreOfTwoSizes(List<Daily> ordered, decimal? spread, PlausibleRange range, Slip[] slips)
    {
        var at = Enumerable.Range(1, ordered.Count - 1).OrderByDescending(i => ordered[i].Rate / ordered[i - 1].Rate).First();
        var (low, high) = (ordered.Take(at).ToList(), ordered.Skip(at).ToList());
        bool IsEven(List<Daily> size) => IsRegular([.. size.Select(p => p.Rate)], spread);
        return !IsEven(low) || !IsEven(high) || !UnitBetween(low[low.Count / 2].Rate, high[high.Count / 2].Rate, range, slips) ? null : low.Count > high.Count ? low : high;
    }

    /// <summary>Whether the lower of two rates would be usual beside the higher, were it in a larger unit.</summary>
    private static bool UnitBetween(decimal low, decimal high, PlausibleRange range, Slip[] slips) =>
        new Reference(high, high, range).Find(low, slips.Where(s => s is { IsUnit: true, Times: > 10m })) is not null;

    /// <summary>Whether the middle half of the periods, those without an amount among them, is of one size.</summary>
    internal static bool IsSteady<T>(Amounts<T> amounts, PlausibilityRules rules)
        where T : struct, IQuantity => amounts.Count < Fewest || IsRegular([.. amounts.Select(Rate).OrderBy(r => r)], rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove);

    /// <summary>Whether the middle half of the periods is of one size.</summary>
    private static bool IsRegular(List<decimal> ordered, decimal? spread)
    {
        var quarter = ordered.Count / 2 / 2;
        return spread is not { } times || ordered[ordered.Count - 1 - quarter] <= times * ordered[quarter];
    }

    /// <summary>Looked at first, because nearly every stream is even.</summary>
    private static bool IsUneven<T>(Amounts<T> amounts, PlausibleRange range)
        where T : struct, IQuantity
    {
        var (least, most) = (decimal.MaxValue, 0m);
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i].Amount.CanonicalValue is > 0m and <= AmountCheck.Largest)
            {
                var rate = Rate(amounts[i]);
                (least, most) = (Math.Min(least, rate), Math.Max(most, rate));
            }
        }

        return most > 0m && ((range.UnusualAbove is { } above && most / above > least) || (range.UnusualBelow is { } below && least < most * below));
    }

    private static decimal Rate<T>(PeriodAmount<T> amount)
        where T : struct, IQuantity => amount.Amount.CanonicalValue / Days(amount.Period);

    private static int Days(ReportingPeriod period) => NodaTime.Period.DaysBetween(period.From, period.To) + 1;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The periods whose amounts per day stand out from the others of their stream.</summary>
/// <param name="Period">The period that stands out most.</param>
/// <param name="Amount">What it has.</param>
/// <param name="Others">How many more stand out.</param>
/// <param name="Share">How much they are too high or too low together, as a share of the stream's total; or how much the others are, if those may be in a smaller unit.</param>
/// <param name="Reference">What the other periods would give for the same number of days.</param>
/// <param name="Undone">The slip that explains it; null if none does.</param>
internal sealed record Outlier(ReportingPeriod Period, decimal Amount, int Others, decimal Share, Reference Reference, Slip? Undone = null)
{
    /// <summary>Whether it is above the others.</summary>
    internal bool IsHigh => Amount > Reference.Most;

    /// <summary>The number of periods with an amount that are needed to know what is usual.</summary>
    private const int Fewest = 6;

    /// <summary>Of periods longer than a month only a unit stands out: two months of a season are ten times two others.</summary>
    private const decimal FarUnit = 1000m;

    /// <summary>How far beyond the others an amount may lie and still count among them. Not law.</summary>
    private const decimal Slack = 1.25m;
    private const int LongestMonth = 31;

    /// <summary>
    /// Null if none stands out. A month without consumption does not stand out, and neither does any month of a stream
    /// that is uneven anyway, such as fuel for lighting up or grid power while the plant's own units stand still. But if its periods have two even sizes
    /// that differ by a unit, those of the rarer size stand out.
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
            return OneInAnotherUnit(periods, range, slips);
        }

        var median = usual[usual.Count / 2].Rate;
        Reference ReferenceOf(Daily period) => new(median * period.Days, median * period.Days, range);
        var found = periods.Where(p => ReferenceOf(p).Judge(p.Amount) != Likelihood.Usual).ToList();

        // If there are months of zero, a month of almost zero is one in which little was needed.
        var still = amounts.Where(a => a.Amount.CanonicalValue == 0m).Select(a => a.Period).ToList();
        found.RemoveAll(p => p.Rate < median && still.Exists(s => s.To.PlusDays(1) == p.Period.From || p.Period.To.PlusDays(1) == s.From));
        var among = periods.Except(found).Select(p => p.Rate).DefaultIfEmpty(median).ToList();
        Slip? SlipOf(Daily period) => slips.Where(s => s.Times > 0m && period.Rate * s.Times >= among.Min() / Slack && period.Rate * s.Times <= among.Max() * Slack).Select(s => (Slip?)s).FirstOrDefault();
        if (periods.Exists(p => p.Days > LongestMonth))
        {
            found.RemoveAll(p => SlipOf(p) is not { } far || Slip.Far(far.Times) < FarUnit);
        }

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

    /// <summary>One period of an uneven stream that is larger than all others together, by far, and that a unit would bring among them.</summary>
    private static Outlier? OneInAnotherUnit(List<Daily> ordered, PlausibleRange range, Slip[] slips)
    {
        var (largest, others) = (ordered[ordered.Count - 1], ordered.Take(ordered.Count - 1).ToList());
        var (least, most) = (others[0].Rate / Slack, others[others.Count - 1].Rate * Slack);
        var slip = slips.Where(s => s.Times * 10m < 1m && largest.Rate * s.Times >= least && largest.Rate * s.Times <= most).Select(s => (Slip?)s).FirstOrDefault();
        return slip is null || largest.Amount < others.Sum(p => p.Amount) || !(largest.Rate > range.UnusualAbove * others[others.Count - 1].Rate) ? null
            : new Outlier(largest.Period, largest.Amount, 0, largest.Amount / (largest.Amount + others.Sum(p => p.Amount)), new Reference(most * largest.Days, most * largest.Days, range), slip);
    }

    private sealed record Daily(ReportingPeriod Period, decimal Amount, int Days)
    {
        internal decimal Rate { get; } = Amount / Days;
    }

    /// <summary>If the periods have two even sizes that differ by a unit: those of the more frequent size, or of the larger if equally frequent. Otherwise null.</summary>
    private static List<Daily>? MoreOfTwoSizes(List<Daily> ordered, decimal? spread, PlausibleRange range, Slip[] slips)
    {
        var at = Enumerable.Range(1, ordered.Count - 1).OrderByDescending(i => ordered[i].Rate / ordered[i - 1].Rate).First();
        var (low, high) = (ordered.Take(at).ToList(), ordered.Skip(at).ToList());
        bool IsEven(List<Daily> size) => IsRegular([.. size.Select(p => p.Rate)], spread);
        return !IsEven(low) || !IsEven(high) || !UnitBetween(low[low.Count / 2].Rate, high[high.Count / 2].Rate, range, slips) ? null : low.Count > high.Count ? low : high;
    }

    /// <summary>Whether the lower of two rates would match the higher in a larger unit.</summary>
    private static bool UnitBetween(decimal low, decimal high, PlausibleRange range, Slip[] slips) =>
        new Reference(high, high, range).Find(low, slips.Where(s => s is { IsUnit: true, Times: > 10m })) is not null;

    /// <summary>Whether the middle half of the periods, including those without an amount, is of similar size.</summary>
    internal static bool IsSteady<T>(Amounts<T> amounts, PlausibilityRules rules)
        where T : struct, IQuantity => amounts.Count < Fewest || IsRegular([.. amounts.Select(Rate).OrderBy(r => r)], rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove);

    /// <summary>Whether the middle half of the periods is of similar size.</summary>
    private static bool IsRegular(List<decimal> ordered, decimal? spread)
    {
        var quarter = ordered.Count / 2 / 2;
        return spread is not { } times || ordered[ordered.Count - 1 - quarter] <= times * ordered[quarter];
    }

    /// <summary>Checked first, because nearly every stream is even.</summary>
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

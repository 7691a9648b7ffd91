using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A period whose amount stands out from the others of its stream, day for day.</summary>
/// <param name="Period">The period.</param>
/// <param name="Amount">What it has.</param>
/// <param name="Share">How much it is too much or too little, as a part of the stream's total.</param>
/// <param name="Reference">What the others would make of so many days.</param>
internal sealed record Outlier(ReportingPeriod Period, decimal Amount, decimal Share, Reference Reference)
{
    /// <summary>So many periods with an amount are needed to say what is usual.</summary>
    private const int Fewest = 6;

    /// <summary>
    /// The period that stands out most, or null. A month without consumption stands out from nothing, and neither does any month of a stream
    /// that is uneven anyway, as fuel to light up with is, or power from the grid while the plant's own stands still.
    /// </summary>
    internal static Outlier? Of<T>(Amounts<T> amounts, PlausibilityRules rules)
        where T : struct, IQuantity
    {
        if (rules.Of(PlausibilityRules.Period) is not { } range || amounts.Count < Fewest || !IsUneven(amounts, range) || !amounts.TryTotal(out var total) || total <= 0m)
        {
            return null;
        }

        var rates = amounts.Where(a => a.Amount.CanonicalValue > 0m).Select(Rate).OrderBy(r => r).ToList();
        if (rates.Count < Fewest)
        {
            return null;
        }

        var median = rates[rates.Count / 2];
        return !IsRegular(rates, rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove) ? null : amounts
            .Where(a => a.Amount.CanonicalValue > 0m)
            .Select(a => (a.Period, Amount: a.Amount.CanonicalValue, Usual: median * Days(a.Period)))
            .Select(a => new Outlier(a.Period, a.Amount, Math.Abs(a.Amount - a.Usual) / total, new Reference(a.Usual, a.Usual, range)))
            .Where(o => o.Reference.Judge(o.Amount) != Likelihood.Usual)
            .OrderByDescending(o => o.Amount > o.Reference.Most ? o.Amount / o.Reference.Most : o.Reference.Least / o.Amount)
            .FirstOrDefault();
    }

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

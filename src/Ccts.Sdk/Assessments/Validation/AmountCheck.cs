using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using System;
using System.Linq;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks amounts and their periods, and adds them up on the way.</summary>
internal static class AmountCheck
{
    /// <summary>
    /// Larger amounts, in canonical units, are refused as slips: no plant in India burns, makes or uses 10^12 of anything.
    /// Not law: with <see cref="LargestFactor"/> and <see cref="LeastProduction"/> it keeps every product and quotient within
    /// what a decimal holds, so that no report can make an assessment overflow.
    /// </summary>
    internal const decimal Largest = 1_000_000_000_000m;

    /// <summary>The same for calorific values and factors.</summary>
    internal const decimal LargestFactor = 10_000m;

    /// <summary>The same for global warming potentials: the strongest gas known, SF6, has some 25,000.</summary>
    internal const decimal LargestPotential = 30_000m;

    /// <summary>Less than a kilogram, kWh or barrel in a year is no production.</summary>
    internal const decimal LeastProduction = 0.001m;

    /// <summary>The sum in canonical units; null when there is nothing to add up, or an amount is out of range.</summary>
    internal static decimal? Total<T>(ReportCheck check, string field, Amounts<T> amounts)
        where T : struct, IQuantity
    {
        if (amounts.Count == 0)
        {
            check.Error("no-amounts", field, $"\"{check.Stream.Id}\" has no amounts.", "at least one period with an amount");
            return null;
        }

        if (amounts.CoveredYear != check.Report.Year || check.LastDay is not null)
        {
            CheckPeriods(check, field, IsInOrder(amounts) ? amounts : new Amounts<T>(amounts.OrderBy(a => a.Period.From)));
        }

        // If none is negative and the sum is within range, each is within range.
        return !amounts.HasNegative && amounts.TryTotal(out var total) && total <= Largest ? total : TotalInRange(check, field, amounts);
    }

    private static decimal? TotalInRange<T>(ReportCheck check, string field, Amounts<T> amounts)
        where T : struct, IQuantity
    {
        var total = 0m;
        var sound = true;
        foreach (var (period, amount) in amounts)
        {
            var value = amount.CanonicalValue;
            if (value is < 0m or > Largest)
            {
                sound = false;
                OutOfRange(check, field, period, amount.ToString()!, negative: value < 0m);
            }
            else
            {
                total += value;
            }
        }

        return sound ? total : null;
    }

    private static bool IsInOrder<T>(Amounts<T> amounts)
        where T : struct, IQuantity
    {
        for (var i = 1; i < amounts.Count; i++)
        {
            if (amounts[i - 1].Period.From > amounts[i].Period.From)
            {
                return false;
            }
        }

        return true;
    }

    private static void OutOfRange(ReportCheck check, string field, ReportingPeriod period, string amount, bool negative)
    {
        if (negative)
        {
            check.Error("negative-amount", Step(field, period), $"\"{check.Stream.Id}\" has {amount} in {period}.", "zero or more", "Give returns and corrections as smaller amounts; what leaves the plant has lists of its own.");
        }
        else
        {
            check.Error("implausible-amount", Step(field, period), $"\"{check.Stream.Id}\" has {amount} in {period}.", "at most 10^12", "Check the unit.");
        }
    }

    /// <summary>Expects the amounts in the order of their first days.</summary>
    private static void CheckPeriods<T>(ReportCheck check, string field, Amounts<T> amounts)
        where T : struct, IQuantity
    {
        var year = check.Report.Year;
        var (first, last) = (year.FirstDay, year.LastDay);
        var next = first;
        for (var i = 0; i < amounts.Count; i++)
        {
            var period = amounts[i].Period;
            if (period.From < first || period.To > last)
            {
                check.Error("period-outside-year", Step(field, period), $"\"{check.Stream.Id}\" has an amount for {period}, which is not within {year}.", $"periods from {Day(first)} to {Day(last)}");
            }
            else if (period.From < next)
            {
                check.Error("period-overlap", Step(field, period), $"\"{check.Stream.Id}\" has an amount for {period}, but days before {Day(next)} are counted already.", "periods that do not overlap");
            }
            else if (period.From > next)
            {
                Gap(check, field, next, period.From.PlusDays(-1));
            }

            if (period.To >= next)
            {
                next = (period.To < last ? period.To : last).PlusDays(1);
            }
        }

        if (check.LastDay is { } common && check.Stream is not MemoStream && next > common.PlusDays(1))
        {
            Later(check, Step(field, amounts[amounts.Count - 1].Period), next.PlusDays(-1), common);
        }

        last = check.LastDay ?? last;
        if (next <= last)
        {
            Gap(check, field, next, last);
        }
    }

    /// <summary>A stream that ends later than the others distorts the result: a month more of product earns, a month more of fuel owes.</summary>
    private static void Later(ReportCheck check, string field, LocalDate last, LocalDate common) =>
        Suspicion.Tell(check.Problems, "ends-later", check.At(field), $"\"{check.Stream.Id}\" has amounts up to {Day(last)}, and most streams end on {Day(common)}. Of a year that is not over all streams end on one day.", check.Stream.WhyUnusual, needsReason: true, check.Plausible!);

    /// <summary>Half a year's fuel on a whole year's product would earn certificates, so a gap needs a reason, unless the year is not over.</summary>
    private static void Gap(ReportCheck check, string field, LocalDate from, LocalDate to)
    {
        var message = $"\"{check.Stream.Id}\" has no amount from {Day(from)} to {Day(to)}.";
        const string expected = "every day of the year covered";
        const string zero = "Give a month without consumption as zero, such as \"0 t\", so that nobody has to ask.";
        if (check.LastDay is { } common && check.Stream is not MemoStream)
        {
            Suspicion.Tell(check.Problems, "period-gap", check.At(field), $"{message} Most streams end on {Day(common)}.", check.Stream.WhyGaps, needsReason: true, check.Plausible!.Standing, zero + " Or say in \"whyGaps\" why there is none;", "until then the position is withheld.");
        }
        else if (check.Edition == Edition.First || check.PartOfYear)
        {
            check.Warn("period-gap", field, message, expected, zero);
        }
        else if (check.Stream.WhyGaps is { } reason && !string.IsNullOrWhiteSpace(reason))
        {
            check.Warn("period-gap", field, $"{message} The reason given: \"{ShownText.Short(reason)}\".", hint: "A verifier will ask for the evidence.");
        }
        else
        {
            check.Error("period-gap", field, message, expected, zero.TrimEnd('.', ' ') + "; or say in \"whyGaps\" why there is none. Of a year that is not over, \"ccts position\" says where it stands.");
        }
    }

    /// <summary>A step of a JSON pointer: a slash inside a key is written ~1 (RFC 6901).</summary>
    private static string Step(string field, ReportingPeriod period) => field + "/" + period.ToString().Replace("/", "~1");

    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}

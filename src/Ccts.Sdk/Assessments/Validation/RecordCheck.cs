using System;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks a stream against its other records: samples, stocks, the previous year.</summary>
internal static class RecordCheck
{
    /// <summary>A minimum per year, and one for each given mass (DPCM s.5(13)).</summary>
    internal static void Samples(ReportCheck check, int? samples, decimal tonnes, LegalValue<Mass>? perSample, LegalValue<int> perYear)
    {
        decimal needed = perYear.TryGet(out var yearly) ? yearly : 0;
        if (perSample is not null && perSample.TryGet(out var mass) && mass.Tonnes > 0m)
        {
            needed = Math.Max(needed, Math.Ceiling(tonnes / mass.Tonnes));
        }

        if (samples is null)
        {
            check.Warn("samples-not-reported", "samples", $"\"{check.Stream.Id}\" does not say how many samples were analysed.", AtLeast(needed), law: perYear.Standing);
        }
        else if (samples < 0)
        {
            check.Error("negative-amount", "samples", $"\"{check.Stream.Id}\" has a negative number of samples.", "zero or more");
        }
        else if (samples < needed)
        {
            check.Warn("too-few-samples", "samples", $"\"{check.Stream.Id}\" was sampled {samples.Value.ToString(CultureInfo.InvariantCulture)} times.", AtLeast(needed), "A verifier may treat the analysis as not available for this period.", perYear.Standing);
        }
    }

    /// <summary>Checks that opening + received - moved out - closing equals consumption (DPCM s.5(8)(ii)).</summary>
    internal static void Stock(ReportCheck check, StockBalance? stock, decimal? consumed)
    {
        if (stock is null)
        {
            return;
        }

        if (InRange(check, "opening", stock.Opening) & InRange(check, "received", stock.Received) & InRange(check, "movedOut", stock.MovedOut) & InRange(check, "closing", stock.Closing)
            && consumed is { } stated
            && check.Rules.Monitoring.StockTolerance.TryGet(out var tolerance)
            && Math.Abs(stock.Consumed.Tonnes - stated) > tolerance * stated)
        {
            check.Error("stock-balance", "stock", $"\"{check.Stream.Id}\" states {Mass.FromTonnes(stated)} consumed; its stocks say {stock.Consumed}.", "opening + received - moved out - closing = consumed", "Look for a month that was entered twice or left out, or for a wrong unit.", check.Rules.Monitoring.StockTolerance.Standing);
        }
    }

    /// <summary>The same for a metered fuel.</summary>
    internal static void Stock<T>(ReportCheck check, MeteredStock<T>? stock, decimal? consumed, string unit)
        where T : struct, IQuantity
    {
        if (stock is null)
        {
            return;
        }

        if (InRange(check, "opening", stock.Opening.CanonicalValue, unit) & InRange(check, "received", stock.Received.CanonicalValue, unit) & InRange(check, "movedOut", stock.MovedOut.CanonicalValue, unit) & InRange(check, "closing", stock.Closing.CanonicalValue, unit)
            && consumed is { } stated
            && check.Rules.Monitoring.StockTolerance.TryGet(out var tolerance)
            && Math.Abs(stock.Consumed - stated) > tolerance * stated)
        {
            check.Error("stock-balance", "stock", $"\"{check.Stream.Id}\" states {QuantityText.Format(stated)} {unit} consumed; its stocks say {QuantityText.Format(stock.Consumed)} {unit}.", "opening + received - moved out - closing = consumed", "Look for a month that was entered twice or left out, or for a wrong unit.", check.Rules.Monitoring.StockTolerance.Standing);
        }
    }

    internal static void PreviousYear<T>(ReportCheck check, T? previous, decimal? total)
        where T : struct, IQuantity
    {
        if (previous is not { } before || total is not { } now)
        {
            return;
        }

        var value = before.CanonicalValue;
        if (value is < 0m or > AmountCheck.Largest)
        {
            check.Error("negative-amount", "previousYear", $"\"{check.Stream.Id}\" had {before} in the previous year.", "zero or more, at most 10^12");
            return;
        }

        // Of a year that is not over, so many days of the previous one.
        value *= check.LastDay is { } last && last >= check.Report.Year.FirstDay && last < check.Report.Year.LastDay ? (decimal)Days(check.Report.Year.FirstDay, last) / Days(check.Report.Year.FirstDay, check.Report.Year.LastDay) : 1m;
        if (check.Rules.Monitoring.YearOnYearChange.TryGet(out var threshold) && Math.Abs(now - value) > threshold * value)
        {
            var change = value * 1_000_000m < now ? "from next to nothing" : "by " + ((now - value) / value * 100m).ToString("+0.#;-0.#", CultureInfo.InvariantCulture) + " %";
            var message = $"\"{check.Stream.Id}\" changed {change} against the previous year.";
            if (Slipped(check.Rules.Monitoring.Plausibility, now, value, before.CanonicalUnit) is { } slip)
            {
                Suspicion.Tell(check.Problems, "changed-since-previous-year", check.At("amounts"), message + slip.Said(now, before.CanonicalUnit), check.Stream.WhyUnusual, needsReason: true, check.Rules.Monitoring.Plausibility!);
                return;
            }

            check.Warn("changed-since-previous-year", "amounts", message, hint: "Keep the explanation with the evidence; a verifier will ask.", law: check.Rules.Monitoring.YearOnYearChange.Standing);
        }
    }

    private static int Days(NodaTime.LocalDate from, NodaTime.LocalDate to) => NodaTime.Period.DaysBetween(from, to) + 1;

    /// <summary>The slip of a unit by which a stream fell, if without it the stream is near its previous year; null where there is none.</summary>
    private static Slip? Slipped(PlausibilityRules? rules, decimal now, decimal before, string unit) =>
        now <= 0m || now >= before || rules?.Of(PlausibilityRules.UndoneSlip)?.WithheldAbove is not { } least
            ? null
            : Reference.Of(before, rules.Of(PlausibilityRules.PreviousYear))?.Find(now, AmountSlips.Of(unit).Where(s => s.Times >= least));

    private static bool InRange(ReportCheck check, string field, Mass mass) => InRange(check, field, mass.Tonnes, "t");

    private static bool InRange(ReportCheck check, string field, decimal value, string unit)
    {
        var sound = value is >= 0m and <= AmountCheck.Largest;
        if (!sound)
        {
            check.Error("negative-amount", "stock/" + field, $"\"{check.Stream.Id}\" has {QuantityText.Format(value)} {unit} as a stock.", "zero or more, at most 10^12");
        }

        return sound;
    }

    private static string AtLeast(decimal samples) => "at least " + samples.ToString(CultureInfo.InvariantCulture) + " samples";
}

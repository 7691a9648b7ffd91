using System.Globalization;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares what a plant made with its baseline year, with what plants of its sector make, and with what is expected of the year.</summary>
internal static class OutputPlausibility
{
    internal static void Check(Result result, bool partOfYear, Output output)
    {
        if (result.Row?.BaselineOutput is not { } baseline)
        {
            OfSector(result, partOfYear, output);
            return;
        }

        if (baseline.Basis != output.Basis || Reference.Of(baseline.Value, result.Rules.Of(PlausibilityRules.Production)) is not { } reference)
        {
            return;
        }

        var likelihood = reference.Judge(output.Value);
        if (likelihood != Likelihood.Usual && !(partOfYear && output < baseline))
        {
            var unit = ((IQuantity)baseline).CanonicalUnit;
            var slips = reference.Likely(output.Value, unit, AmountSlips.Of(unit));
            result.Tell("unusual-production", result.Report.Place, $"The equivalent product of {Slip.Shown(output.Value)} {unit} is {Slip.Ratio(output.Value / baseline.Value)} that of the plant's baseline year, {Slip.Shown(baseline.Value)} {unit}.{slips}", result.Report.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(output.Value));
        }
    }

    /// <summary>A report that is in kilograms throughout has the right intensity, and a thousand times the certificates. Of a sector that the ruleset does not list, what any plant makes; of other units than tonnes, what the largest plants of all sectors give off.</summary>
    private static void OfSector(Result result, bool partOfYear, Output output)
    {
        var (known, intensities) = (result.Rules.ScheduleOutputs, result.Rules.ScheduleIntensities);
        if (known.Count == 0)
        {
            return;
        }

        if (output.Basis != OutputBasis.Tonne)
        {
            var largest = known.Where(k => intensities.ContainsKey(k.Key)).Select(k => k.Value.Most * intensities[k.Key].Most).DefaultIfEmpty(decimal.MaxValue).Max();
            if (result.Emissions.Total.Tonnes > largest)
            {
                Withhold(result, $"The plant gives off {Slip.Shown(result.Emissions.Total.Tonnes)} t CO2e, more than the {Slip.Shown(largest)} t that the largest plants of all sectors do. All amounts may be in a unit too small.", output);
            }

            return;
        }

        var most = known.TryGetValue(result.Sector, out var span) ? span.Most : known.Values.Max(s => s.Most);
        if (output.Value > most)
        {
            var slips = new Reference(most, most, new PlausibleRange(0m, 1m, 0m, 1m)).Likely(output.Value, output.Basis.Symbol, AmountSlips.Of(output.Basis.Symbol).Where(s => s.Times < 1m));
            Withhold(result, $"The equivalent product of {Slip.Shown(output.Value)} t is more than the {Slip.Shown(most)} t that any plant of {result.Sector} makes in a year.{slips}", output);
        }
        else if (span is not null && output.Value < span.Least && !partOfYear)
        {
            // A plant that closed early makes little, so this is told and withholds nothing.
            var slips = new Reference(span.Least, span.Most, new PlausibleRange(1m, 1m, 1m, 1m)).Likely(output.Value, output.Basis.Symbol, AmountSlips.Of(output.Basis.Symbol).Where(s => s.Times > 1m));
            result.Tell("unusual-production", result.Report.Place, $"The equivalent product of {Slip.Shown(output.Value)} t is less than the {Slip.Shown(span.Least)} t that any plant of {result.Sector} makes in a year.{slips}", result.Report.WhyUnusual, needsReason: false, Slip.Shown(output.Value));
        }
    }

    private static void Withhold(Result result, string message, Output output) =>
        result.Tell("unusual-production", result.Report.Place, message, result.Report.WhyUnusual, needsReason: result.Baseline is not null, Slip.Shown(output.Value));

    /// <summary>Compares the output expected for the year with the days so far; without a gazetted output there is no other check. A year that is over has its real output.</summary>
    internal static void Year(Result result, Output output, Output expected)
    {
        var (year, report) = (result.Report.Year, result.Report);
        if (Ends.Common(report) is not { } last || last < year.FirstDay || result.Rules.Of(PlausibilityRules.ProductTotal) is not { } near)
        {
            return;
        }

        var unit = ((IQuantity)output).CanonicalUnit;
        if (last >= year.LastDay)
        {
            if (expected > output && !PeriodAmounts.IsNear(expected.Value, output.Value, near))
            {
                result.Problems.Error("year-is-over", report.Place, $"The report covers the whole year, in which {Slip.Shown(output.Value)} {unit} were made; {Slip.Shown(expected.Value)} {unit} are expected for the year.", "no output of the year beside a report of the whole year");
            }

            return;
        }

        var days = Days(year.FirstDay, year.LastDay);
        var rate = output.Value / Days(year.FirstDay, last) * days;
        if (Reference.Of(rate, result.Rules.Of(PlausibilityRules.YearOutput)) is { } reference && reference.Judge(expected.Value) is not Likelihood.Usual and var likelihood)
        {
            result.Tell("unusual-year-output", report.Place, $"{Slip.Shown(expected.Value)} {unit} are expected for the year; at the rate of the days to {last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} it comes to {Slip.Shown(rate)} {unit}.{reference.Likely(expected.Value, unit, AmountSlips.Of(unit))}", report.WhyUnusual, likelihood == Likelihood.Slip, Slip.Shown(expected.Value));
        }
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to) + 1;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds months of normal production with almost no process emissions of carbonates or almost no electricity; the reverse of
/// <see cref="FuelMonths"/> for fuels.
/// </summary>
internal static class OtherMonths
{
    /// <summary>Not law: by so much the power for a unit of product differs from month to month anyway.</summary>
    private const decimal Uneven = 0.15m;
    private const decimal FarUneven = 0.25m;
    private const decimal Alike = 1.25m;
    private const decimal FarAlike = 2m;

    internal static void Check(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.FuelMonth)?.WithheldBelow is not { } least || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        var (did, process) = (result.Activities, result.Activities.Process);
        if (process is not null && !result.HasTold("months-without-process") && Wanting(process, did.BesideProcess, did.Burnt is null ? result.Spans.Least(least) : least) is { } released && released.Tonnes >= material * result.Emissions.Total.Tonnes)
        {
            Tell(result, "months-without-process", released, "its process materials together give off", "t CO2");
        }

        Power(result, did.Products, process, least);
    }

    /// <summary>
    /// Nothing runs without electricity. Only bought power is compared, because wind and banked power are irregular; if the
    /// plant's own power replaced it, nothing is missing.
    /// </summary>
    private static void Power(Result result, decimal[]? products, decimal[]? process, decimal least)
    {
        var activities = PlantMonths.Of(products, process);
        if (activities.Count == 0 || result.HasTold("months-without-power") || result.Activities.Power is not { } power || PlantMonths.Power(result, e => e.Supply is ElectricitySupply.Grid or ElectricitySupply.PowerPurchaseAgreement) is not { } bought)
        {
            return;
        }

        var expected = Expectation.Of(power, activities);
        if (Wanting(bought, activities, least) is not { } used)
        {
            return;
        }

        // Where the plant's own units replace the grid, all of its power has to be far too little, and to be as expected in the other months.
        var isEven = IsEven(bought, result.Rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove);
        var others = Enumerable.Range(0, power.Length).Where(m => !used.Months.Contains(m));
        bool AreAlike(IEnumerable<int> months, decimal times) => months.All(m => power[m] <= expected[m] * times && expected[m] <= power[m] * times);
        if (used.Months.TrueForAll(m => expected[m] - power[m] >= Math.Max((used.Expected - used.Has) / used.Months.Count / 2m, expected[m] * (isEven ? Uneven : FarUneven)))
            && (isEven ? AreAlike(others.Where(m => expected[m] >= expected.Max() / 2m), FarAlike) : result.Spans.AreMonths && !result.Sources.Exists(s => s is { Stream: ElectricityStream, Outlier: not null }) && AreAlike(others, Alike)))
        {
            Tell(result, "months-without-power", used, "the electricity that it bought is", "MWh");
        }
    }

    private static void Tell(Result result, string code, (List<int> Months, decimal Has, decimal Expected, decimal Tonnes) wanting, string what, string unit) =>
        result.Tell(code, result.Report.Place, $"In {string.Join(", ", wanting.Months.Select(m => result.Spans.Name(m)))} the plant went on as in its other {result.Spans.One}s, and {what} {Slip.Shown(wanting.Has)} {unit} where those lead one to expect {Slip.Shown(wanting.Expected)} {unit}. A {result.Spans.One} was left out, or is in a unit too small.", result.Report.WhyUnusual, needsReason: result.Baseline is not null, Slip.Shown(wanting.Has));

    /// <summary>The months that have too little, and how much is missing in the whole year.</summary>
    private static (List<int> Months, decimal Has, decimal Expected, decimal Tonnes)? Wanting(decimal[] amounts, List<decimal[]> activities, decimal least)
    {
        if (activities.Count == 0)
        {
            return null;
        }

        var expected = Expectation.Of(amounts, activities);
        var months = Enumerable.Range(0, amounts.Length).Where(m => amounts[m] < least * expected[m]).ToList();
        var wanting = Expectation.Missing(amounts, expected, activities, months);
        return months.Count == 0 || wanting <= 0m ? null : (months, months.Sum(m => amounts[m]), months.Sum(m => expected[m]), wanting);
    }

    /// <summary>Whether the middle half of the months is of similar size, including months without an amount.</summary>
    private static bool IsEven(decimal[] months, decimal? spread)
    {
        var ordered = months.OrderBy(m => m).ToList();
        var quarter = ordered.Count / 2 / 2;
        return spread is not { } times || ordered[ordered.Count - 1 - quarter] <= times * ordered[quarter];
    }
}

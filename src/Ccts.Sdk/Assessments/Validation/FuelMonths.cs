using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds months in which a plant produced, burnt lime and generated as usual with almost no fuel: a month that was not entered, or entered in a unit too small.
/// A kiln that stood still has no process emissions either, an idle boiler no captive power, and fuel entered a month late is in the next month.
/// </summary>
internal static class FuelMonths
{
    internal static void Check(Result result)
    {
        if (PlantMonths.Energy(result) is not { } fuel || PlantMonths.Products(result) is not { } products
            || PlantMonths.Of(products, PlantMonths.Process(result), PlantMonths.Captive(result)) is not { Count: > 0 } activities)
        {
            return;
        }

        if (!All(result, fuel, activities))
        {
            Each(result, fuel, activities);
        }
    }

    /// <summary>All fuels together.</summary>
    private static bool All(Result result, decimal[] fuel, List<decimal[]> activities)
    {
        // Hot gas of a grinding unit is burnt when the weather asks for it.
        if (result.Emissions.Combustion.Tonnes < result.Rules.Of(PlausibilityRules.FuelShare)?.UnusualBelow * result.Emissions.Total.Tonnes
            || result.Rules.Of(PlausibilityRules.FuelMonth)?.WithheldBelow is not { } least || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return false;
        }

        var expected = PlantMonths.Expected(fuel, activities);
        var (wants, all) = (Enumerable.Range(0, PlantMonths.Count).Where(m => fuel[m] < least * expected[m]).ToList(), fuel.Sum());
        var wanting = expected.Sum() - all;
        if (wants.Count == 0 || wanting <= 0m || wanting / (all + wanting) * result.Emissions.Combustion.Tonnes < material * result.Emissions.Total.Tonnes)
        {
            return false;
        }

        var names = string.Join(", ", wants.Select(m => PlantMonths.Name(result.Report.Year, m)));
        result.Tell("months-without-fuel", result.Report.Place, $"In {names} the plant went on as in its other months, and all its fuels together have {Slip.Shown(wants.Sum(m => fuel[m]))} GJ where those months lead one to expect {Slip.Shown(wants.Sum(m => expected[m]))} GJ. A month was left out, or is in a unit too small.", result.Report.WhyUnusual, needsReason: result.Baseline is not null);
        return true;
    }

    /// <summary>
    /// One month of a fuel that the plant burns evenly, in which the plant went on, its other fuels did not take its place, and the fuel is next to nothing. A digit or a unit that leads
    /// among the other months withholds; what was entered as nothing is told.
    /// </summary>
    private static void Each(Result result, decimal[] all, List<decimal[]> activities)
    {
        if (result.Rules.Of(PlausibilityRules.StreamMonth) is not { UnusualAbove: { } even, UnusualBelow: { } least } || result.Rules.Of(PlausibilityRules.StreamShare)?.UnusualBelow is not { } material)
        {
            return;
        }

        var whole = PlantMonths.Expected(all, activities);
        foreach (var source in result.Sources.Where(s => s.Stream is FuelStream && s.Outlier is null && s.Amount > 0m))
        {
            if (PlantMonths.Energy(result, (FuelStream)source.Stream) is not { } energy || energy.Sum() is var total && total <= 0m)
            {
                continue;
            }

            var expected = PlantMonths.Expected(energy, activities);
            var month = Enumerable.Range(0, PlantMonths.Count).OrderBy(m => energy[m]).First();
            var others = energy.Where((_, m) => m != month).ToList();
            var wanting = expected[month] - energy[month];
            if (others.Min() <= 0m || others.Max() > even * others.Min() || energy[month] >= least * expected[month] || whole[month] - all[month] < wanting / 2m
                || wanting / total * source.Tonnes() < material * result.Emissions.Total.Tonnes)
            {
                continue;
            }

            var (has, name) = (energy[month] / total * source.Amount, PlantMonths.Name(result.Report.Year, month));
            var slip = AmountSlips.Of(source.Unit).Where(s => energy[month] * s.Times >= others.Min() / even && energy[month] * s.Times <= others.Max() * even).Select(s => (Slip?)s).FirstOrDefault();
            result.Tell("unusual-period", source.Place with { Pointer = $"{source.Place.Pointer}/{name}" }, $"\"{source.Stream.Id}\" has {Slip.Shown(has)} {source.Unit} in {name}, where the plant went on as in its other months and those lead one to expect {Slip.Shown(expected[month] / total * source.Amount)} {source.Unit}; no other fuel took its place.{slip?.Said(has, source.Unit)}", source.Stream.WhyUnusual, slip is not null && result.Baseline is not null, Slip.Shown(has));
        }
    }
}

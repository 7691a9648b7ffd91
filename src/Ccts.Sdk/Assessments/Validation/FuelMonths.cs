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
    private const string Code = "months-without-fuel";

    internal static void Check(Result result)
    {
        var did = result.Activities;
        if (result.HasTold(Code) || did.Burnt is not { } fuel || did.Products is null || did.BesideFuel is not { Count: > 0 } activities)
        {
            return;
        }

        // Hot gas of a grinding unit is burnt when the weather asks for it.
        if (result.Emissions.Combustion.Tonnes < result.Rules.Of(PlausibilityRules.FuelShare)?.UnusualBelow * result.Emissions.Total.Tonnes
            || result.Rules.Of(PlausibilityRules.FuelMonth)?.WithheldBelow is not { } least || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        // Wind has a season, and what is burnt beside it too.
        var ofMonth = result.Report.Electricity.Any(e => ElectricityEmissions.IsRenewable(e.Supply)) ? result.Spans.Least(least) : least;
        var expected = Expectation.Of(fuel, activities);
        var (wants, all) = (Enumerable.Range(0, result.Spans.Count).Where(m => fuel[m] < ofMonth * expected[m]).ToList(), fuel.Sum());
        var wanting = Expectation.Missing(fuel, expected, activities, wants) - did.Spread;
        if (wants.Count == 0 || wanting <= 0m || !IsEven(result, fuel, expected, wants) || wanting / (all + wanting) * result.Emissions.Combustion.Tonnes < material * result.Emissions.Total.Tonnes)
        {
            return;
        }

        var names = string.Join(", ", wants.Select(m => result.Spans.Name(m)));
        result.Tell(Code, result.Report.Place, $"In {names} the plant went on as in its other {result.Spans.One}s, and all its fuels together have {Slip.Shown(wants.Sum(m => fuel[m]))} GJ where those lead one to expect {Slip.Shown(wants.Sum(m => expected[m]))} GJ. A {result.Spans.One} was left out, or is in a unit too small.", result.Report.WhyUnusual, needsReason: result.Baseline is not null, Slip.Shown(wants.Sum(m => fuel[m])));
    }

    /// <summary>Whether the other months are of one size for what the plant did. Diesel of sets that run when the wind does not is never.</summary>
    private static bool IsEven(Result result, decimal[] fuel, decimal[] expected, List<int> wants)
    {
        var rates = Enumerable.Range(0, fuel.Length).Where(m => !wants.Contains(m) && expected[m] >= expected.Max() / 2m).Select(m => fuel[m] / expected[m]).ToList();
        return rates.Count == 0 || result.Rules.Of(PlausibilityRules.PeriodSpread)?.UnusualAbove is not { } spread || rates.Max() <= spread * rates.Min();
    }
}

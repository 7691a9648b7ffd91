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
        if (result.HasTold(Code) || did.Fuel is not { } fuel || did.Products is null || did.BesideFuel is not { Count: > 0 } activities)
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
        var wanting = Expectation.Missing(fuel, expected, activities, wants);
        if (wants.Count == 0 || wanting <= 0m || wanting / (all + wanting) * result.Emissions.Combustion.Tonnes < material * result.Emissions.Total.Tonnes)
        {
            return;
        }

        var names = string.Join(", ", wants.Select(m => result.Spans.Name(m)));
        result.Tell(Code, result.Report.Place, $"In {names} the plant went on as in its other {result.Spans.One}s, and all its fuels together have {Slip.Shown(wants.Sum(m => fuel[m]))} GJ where those lead one to expect {Slip.Shown(wants.Sum(m => expected[m]))} GJ. A {result.Spans.One} was left out, or is in a unit too small.", result.Report.WhyUnusual, needsReason: result.Baseline is not null, Slip.Shown(wants.Sum(m => fuel[m])));
    }
}

using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares a fuel's name with its state and calorific value: coal called natural gas would have a smaller factor, and coal called biomass none.</summary>
internal static class FuelName
{
    internal static void Check(ReportCheck check, FuelStream stream, FuelFactor? listed, PlausibilityRules rules)
    {
        if (rules.FuelStates.TryGetValue(stream.Fuel, out var states) && !states.Has(stream.State))
        {
            Suspicion.Tell(check.Problems, "fuel-state", check.At("state"), $"\"{stream.Id}\" is {stream.Fuel}, fired as {(stream.State == FuelState.Gas ? "gas" : stream.State == FuelState.Liquid ? "a liquid" : "a solid")}; {stream.Fuel} is {states}.", stream.WhyUnusual, needsReason: true, rules.Standing, "Correct the fuel or its state.");
        }

        // No stated reason for a calorific value is asked while it is within what is known; what nearly every biomass lacks is told.
        if (listed?.Biogenic == true && stream is { State: FuelState.Solid, Measured: WeighedFuel { Net: { } net } } && rules.CalorificValues.TryGetValue(stream.Fuel, out var known) && net.GigajoulesPerTonne <= known.Most && net.GigajoulesPerTonne > rules.Of(PlausibilityRules.Biogenic)?.UnusualAbove * known.Most)
        {
            Suspicion.Tell(check.Problems, "unusual-calorific-value", check.At("ncv"), $"\"{stream.Id}\" has a net calorific value of {Slip.Shown(net.GigajoulesPerTonne)} GJ/t, more than nearly every {stream.Fuel}: it may be a fossil fuel under another's name.", stream.WhyUnusual, needsReason: false, rules);
        }
    }
}

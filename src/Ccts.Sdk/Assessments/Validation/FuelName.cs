using System;
using System.Collections.Generic;
using System.Linq;
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

        if (listed?.Biogenic == true && rules.BiogenicShares.Count > 0 && FossilIn(stream.Id, check.Rules.Emissions.Fuels.Values, rules) is { } fossil)
        {
            Suspicion.Tell(check.Problems, "fossil-left-out", check.At("fuel"), $"\"{stream.Id}\" is called by {fossil}, and is entered as {stream.Fuel}, whose CO2 does not count.", stream.WhyUnusual, needsReason: true, rules.Standing, "Correct the fuel, or call the stream by what it burns.");
        }

        // No stated reason for a calorific value is asked while it is within what is known; what nearly every biomass lacks is told.
        if (listed?.Biogenic == true && stream is { State: FuelState.Solid, Measured: WeighedFuel { Net: { } net } } && rules.CalorificValues.TryGetValue(stream.Fuel, out var known) && net.GigajoulesPerTonne <= known.Most && net.GigajoulesPerTonne > rules.Of(PlausibilityRules.Biogenic)?.UnusualAbove * known.Most)
        {
            Suspicion.Tell(check.Problems, "unusual-calorific-value", check.At("ncv"), $"\"{stream.Id}\" has a net calorific value of {Slip.Shown(net.GigajoulesPerTonne)} GJ/t, more than nearly every {stream.Fuel}: it may be a fossil fuel under another's name.", stream.WhyUnusual, needsReason: false, rules);
        }
    }

    /// <summary>The fossil fuel that an id names, by its key or by what people call it; null where it names none, or a biogenic one too.</summary>
    private static string? FossilIn(string id, IEnumerable<FuelFactor> fuels, PlausibilityRules rules)
    {
        var said = CountedTwice.Words(id);
        var called = fuels.Where(f => Names(f).Any(n => IsIn(CountedTwice.Words(n), said))).ToList();
        return called.Exists(f => f.Biogenic) ? null : called.FirstOrDefault()?.Key ?? Solids(fuels, rules).FirstOrDefault(w => said.Contains(w, StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Names(FuelFactor fuel) => fuel.AlsoCalled.Append(fuel.Name).Append(fuel.Key);

    /// <summary>Coal and coke: the last word of several solid fuels, and so what people call each of them.</summary>
    private static IEnumerable<string> Solids(IEnumerable<FuelFactor> fuels, PlausibilityRules rules) =>
        fuels.Where(f => !f.Biogenic && rules.FuelStates.TryGetValue(f.Key, out var states) && states.Has(FuelState.Solid)).GroupBy(f => CountedTwice.Words(f.Key).Last(), StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key);

    private static bool IsIn(string[] name, string[] said) =>
        name.Length > 0 && Enumerable.Range(0, Math.Max(0, said.Length - name.Length + 1)).Any(at => name.SequenceEqual(said.Skip(at).Take(name.Length), StringComparer.OrdinalIgnoreCase));
}

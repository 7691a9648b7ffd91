using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A fuel's calorific value, emission factor, carbon content and oxidation against the ruleset's own figures for it, or for all fuels where it is not listed.</summary>
internal static class FuelPlausibility
{
    internal static void Check(ReportCheck check, FuelStream stream, PlausibilityRules rules)
    {
        var fuels = check.Rules.Emissions.Fuels;
        var listed = fuels.TryGetValue(stream.Fuel, out var found) ? found : null;
        var counts = listed?.Biogenic != true;
        if (stream.CarbonContent is { } carbon && stream.Measured is WeighedFuel)
        {
            var share = CarbonOf(check.Rules.Emissions, listed);
            Suspicion.Look(check, "unusual-carbon-content", "carbonContent", "a carbon content", carbon, "t/t", Reference.Of(share.Least, share.Most, rules.Of(PlausibilityRules.Carbon)), Named(stream, listed), KnownSlips.Fractions, counts);
        }
        else
        {
            CalorificPlausibility.Check(check, stream, listed, rules, counts);
            if (stream.Factor.Value is { } own && own.TonnesPerTerajoule <= AmountCheck.LargestFactor)
            {
                Suspicion.Look(check, "unusual-emission-factor", "factor/value", "an emission factor", own.TonnesPerTerajoule, "tCO2/TJ", FactorOf(fuels, listed, rules), Named(stream, listed), FactorSlips(listed), counts, isNarrow: listed is not null);
            }
        }

        if (stream.OxidationFactor is { } oxidation)
        {
            Suspicion.Look(check, "unusual-oxidation-factor", "oxidationFactor", "an oxidation factor", oxidation, "", Reference.Of(check.Rules.Emissions.DefaultOxidationFactor.TryGet(out var whole) ? whole : null, rules.Of(PlausibilityRules.Oxidation)), "the ruleset", KnownSlips.Fractions, counts);
        }
    }

    /// <summary>Whose reference it is.</summary>
    internal static string Named(FuelStream stream, FuelFactor? listed) => listed is null ? "the fuels of the ruleset, among which it is not" : $"{stream.Fuel} in the ruleset";

    /// <summary>What a factor that was refused as too large was probably meant to be per.</summary>
    internal static string? Hint(ReportCheck check, FuelStream stream, decimal factor)
    {
        if (check.Rules.Monitoring.Plausibility is not { } rules)
        {
            return null;
        }

        var fuels = check.Rules.Emissions.Fuels;
        var listed = fuels.TryGetValue(stream.Fuel, out var found) ? found : null;
        return FactorOf(fuels, listed, rules)?.Likely(factor, "tCO2/TJ", FactorSlips(listed)).TrimStart();
    }

    private static Reference? FactorOf(IReadOnlyDictionary<string, FuelFactor> fuels, FuelFactor? listed, PlausibilityRules rules)
    {
        var range = rules.Of(PlausibilityRules.Factor);
        if (listed is not null)
        {
            return Reference.Of(listed.Factor.IsKnown ? listed.Factor.Value.TonnesPerTerajoule : null, range);
        }

        var all = fuels.Values.Where(f => f.Factor.IsKnown).Select(f => f.Factor.Value.TonnesPerTerajoule).ToList();
        return all.Count == 0 ? null : Reference.Of(all.Min(), all.Max(), range);
    }

    private static Slip[] FactorSlips(FuelFactor? listed) =>
        listed?.IpccNetCalorificValue is { } value ? [.. KnownSlips.Factors, KnownSlips.PerTonneOfFuel(value)] : KnownSlips.Factors;

    /// <summary>Carbon that the ruleset's calorific value and factor amount to; of all fuels where it is not listed.</summary>
    private static (decimal? Least, decimal? Most) CarbonOf(EmissionRules rules, FuelFactor? listed)
    {
        if (!rules.CarbonToCo2.TryGet(out var ratio))
        {
            return (null, null);
        }

        var shares = (listed is null ? rules.Fuels.Values : [listed])
            .Where(f => f.IpccNetCalorificValue is not null && f.Factor.IsKnown)
            .Select(f => Math.Min(1m, f.IpccNetCalorificValue!.Value.GigajoulesPerTonne * f.Factor.Value.TonnesPerTerajoule / 1000m * ratio.Denominator / ratio.Numerator))
            .ToList();
        return shares.Count == 0 ? (null, null) : (shares.Min(), shares.Max());
    }
}

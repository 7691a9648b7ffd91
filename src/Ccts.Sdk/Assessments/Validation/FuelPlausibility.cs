using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares a fuel's calorific value, emission factor, carbon content and oxidation with the ruleset's figures for it, or for all fuels if it is not listed.</summary>
internal static class FuelPlausibility
{
    internal static void Check(ReportCheck check, FuelStream stream, PlausibilityRules rules)
    {
        var fuels = check.Rules.Emissions.Fuels;
        var listed = fuels.TryGetValue(stream.Fuel, out var found) ? found : null;
        var counts = listed?.Biogenic != true;
        BurntShare.Moisture(check, stream, listed, rules, counts);
        if (stream is { Composition: { } made, Measured: MeteredGas gas })
        {
            CompositionPlausibility.Check(check, gas, made, listed, rules);
        }
        else if (stream.CarbonContent is { } carbon && stream.Measured is WeighedFuel)
        {
            Carbon(check, carbon, listed, Named(stream, listed), rules, counts);
        }
        else
        {
            CalorificPlausibility.Check(check, stream, listed, rules, counts);
            if (stream.Factor.Value is { } own && own.TonnesPerTerajoule <= AmountCheck.LargestFactor)
            {
                // A fuel whose CO2 does not count, with the factor of coal; charcoal has a higher one.
                var isFossil = !counts && stream.State == FuelState.Solid && rules.Factors.TryGetValue(stream.Fuel, out var known) && own.TonnesPerTerajoule < known.Least;
                Suspicion.Look(check, "unusual-emission-factor", "factor/value", "an emission factor", own.TonnesPerTerajoule, "tCO2/TJ", FactorOf(fuels, stream.Fuel, listed, rules), Named(stream, listed), FactorSlips(listed), counts || isFossil, isNarrow: listed is not null || rules.Factors.ContainsKey(stream.Fuel), isFossil, isFossil ? " It may be a fossil fuel under another's name, and its CO2 would not count." : "");
                if (listed is null)
                {
                    ByEnergy(check, stream, own.TonnesPerTerajoule, rules);
                }
            }
        }

        FuelName.Check(check, stream, listed, rules);
        FossilClaims.Check(check, stream, rules);
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
        return FactorOf(fuels, stream.Fuel, listed, rules)?.Likely(factor, "tCO2/TJ", FactorSlips(listed)).TrimStart();
    }

    /// <summary>A material of a mass balance that is a fuel of the ruleset.</summary>
    internal static void Check(ReportCheck check, CarbonFlow flow, PlausibilityRules rules, bool leaves)
    {
        if (flow.CarbonContent is not (>= 0m and <= 1m))
        {
            return;
        }

        if (CarbonNames.Find(flow.Material, rules) is { } known)
        {
            CarbonNames.Look(check, flow.CarbonContent, known, leaves, rules);
        }
        else if ((check.Rules.Emissions.Fuels.TryGetValue(flow.Material ?? "", out var found) ? found : CarbonNames.FuelOf(flow.Material, check.Rules.Emissions.Fuels.Values)) is { } listed)
        {
            Carbon(check, flow.CarbonContent, listed, $"{listed.Key} in the ruleset", rules, counts: !listed.Biogenic);
        }
    }

    private static void Carbon(ReportCheck check, decimal content, FuelFactor? listed, string of, PlausibilityRules rules, bool counts)
    {
        if (check.Stream is FuelStream fuel && CarbonNames.Find(fuel.Fuel, rules) is { } known)
        {
            CarbonNames.Look(check, content, known, leaves: false, rules);
            return;
        }

        var share = CarbonOf(check.Rules.Emissions, listed, rules);
        Suspicion.Look(check, "unusual-carbon-content", "carbonContent", "a carbon content", content, "t/t", Reference.Of(share.Least, share.Most, RangeOf(listed, rules)), of, KnownSlips.Fractions, counts);
    }

    /// <summary>A fuel by name that is weighed: the carbon that its calorific value and its factor come to, each of which may be right for something else.</summary>
    private static void ByEnergy(ReportCheck check, FuelStream stream, decimal factor, PlausibilityRules rules)
    {
        if (stream.Measured is WeighedFuel { Net: { } net } && check.Rules.Emissions.CarbonToCo2.TryGet(out var ratio) && CarbonNames.Find(stream.Fuel, rules) is { } known)
        {
            var carbon = net.GigajoulesPerTonne * factor / 1000m * ratio.Denominator / ratio.Numerator;
            CarbonNames.Look(check, carbon, known, leaves: false, rules, "factor/value", "a calorific value and a factor that come to a carbon content");
        }
    }

    /// <summary>The least carbon of a fuel whose calorific value or factor is known by its bounds needs no allowance. The most does: a dry analysis shows more than the fuel as it is fired.</summary>
    internal static PlausibleRange? RangeOf(FuelFactor? listed, PlausibilityRules rules) => rules.Of(PlausibilityRules.Carbon) is not { } wide || listed is null ? rules.Of(PlausibilityRules.Carbon)
        : rules.CalorificValues.ContainsKey(listed.Key) || rules.Factors.ContainsKey(listed.Key) ? rules.Of(PlausibilityRules.KnownSpan) is { } known ? wide with { UnusualBelow = known.UnusualBelow, WithheldBelow = known.WithheldBelow } : wide
        : rules.FuelStates.TryGetValue(listed.Key, out var states) && !states.IsSolid ? rules.Of(PlausibilityRules.CalorificLiquid) ?? wide
        : wide;

    private static Reference? FactorOf(IReadOnlyDictionary<string, FuelFactor> fuels, string fuel, FuelFactor? listed, PlausibilityRules rules)
    {
        if (rules.Factors.TryGetValue(fuel, out var span))
        {
            return rules.Of(PlausibilityRules.KnownSpan) is { } bounds ? Reference.Within(span, bounds) : null;
        }

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

    /// <summary>The carbon that calorific value and factor imply; over all fuels if it is not listed.</summary>
    internal static (decimal? Least, decimal? Most) CarbonOf(EmissionRules law, FuelFactor? listed, PlausibilityRules rules)
    {
        if (!law.CarbonToCo2.TryGet(out var ratio))
        {
            return (null, null);
        }

        var spans = (listed is null ? law.Fuels.Values : [listed])
            .Select(f => (Calorific: SpanOf(rules.CalorificValues, f, f.IpccNetCalorificValue?.GigajoulesPerTonne), Factor: SpanOf(rules.Factors, f, f.Factor.IsKnown ? f.Factor.Value.TonnesPerTerajoule : null)))
            .Where(s => s.Calorific is not null && s.Factor is not null)
            .ToList();
        return spans.Count == 0 ? (null, null) : (spans.Min(s => Share(s.Calorific!.Least, s.Factor!.Least)), spans.Max(s => Share(s.Calorific!.Most, s.Factor!.Most)));

        decimal Share(decimal calorific, decimal factor) => Math.Min(1m, calorific * factor / 1000m * ratio.Denominator / ratio.Numerator);
    }

    private static PlausibleSpan? SpanOf(IReadOnlyDictionary<string, PlausibleSpan> spans, FuelFactor fuel, decimal? reference) =>
        spans.TryGetValue(fuel.Key, out var span) ? span : reference is { } one ? new PlausibleSpan(one, one) : null;
}

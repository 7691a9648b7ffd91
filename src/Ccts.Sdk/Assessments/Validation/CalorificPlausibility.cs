using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares a calorific value with IPCC 2006 as in the ruleset, per tonne or, by the fuel's density, per volume.</summary>
internal static class CalorificPlausibility
{
    /// <summary>How near to the reference a value must be, read as the gross one, to be reported as such.</summary>
    private const decimal GrossMatch = 0.015m;

    internal static void Check(ReportCheck check, FuelStream stream, FuelFactor? listed, PlausibilityRules rules, bool counts)
    {
        var (net, gross, unit, densities) = Of(stream, rules);
        var ratio = stream.State == FuelState.Gas ? check.Rules.Emissions.NetOverGrossGaseous : check.Rules.Emissions.NetOverGrossSolidLiquid;
        var fallback = net is null && gross is not null && ratio.TryGet(out var share) ? gross * share : net;
        if (fallback is not { } value || value > AmountCheck.LargestFactor)
        {
            return;
        }

        decimal? density = densities is null ? 1m : densities.TryGetValue(stream.Fuel, out var known) ? known : null;
        var reference = ReferenceOf(check, stream, listed, rules, densities, density);
        var slips = unit == "t" ? KnownSlips.PerTonne : KnownSlips.PerVolume(unit, density);
        var (field, what) = net is null ? ("gcv", "a gross calorific value that comes to a net one") : ("ncv", "a net calorific value");
        var isFossil = IsFossil(stream, listed, value, reference, rules);
        Suspicion.Look(check, "unusual-calorific-value", field, what, value, "GJ/" + unit, reference, FuelPlausibility.Named(stream, listed), slips, counts || isFossil, isNarrow: listed is not null || rules.CalorificValues.ContainsKey(stream.Fuel), isFossil, isFossil ? " No solid fuel of biomass holds so much: it may be a fossil fuel under another's name, and its CO2 would not count." : "");
        if (ratio.TryGet(out var loss))
        {
            Ratio(check, stream, net, gross, loss, rules);
            if (net is { } measured)
            {
                Gross(check, stream, measured, gross, unit, reference, listed, loss, rules);
            }
            else if (gross is { } stated && IsOf(stated, stream, listed, reference))
            {
                Suspicion.Tell(check.Problems, "gross-value-looks-net", check.At("gcv"), $"\"{stream.Id}\" has a gross calorific value of {Slip.Shown(stated)} GJ/{unit}, which looks like the net one: {stream.Fuel} in the ruleset has {Slip.Shown(reference!.Value.Least)} GJ/{unit} net, and {Slip.Shown(loss)} of the gross is taken.", stream.WhyUnusual, needsReason: false, rules);
            }
        }
    }

    /// <summary>A solid fuel whose CO2 does not count, with more energy than biomass: perhaps coal or petcoke under its name.</summary>
    private static bool IsFossil(FuelStream stream, FuelFactor? listed, decimal value, Reference? reference, PlausibilityRules rules) =>
        listed?.Biogenic == true && stream.State == FuelState.Solid && rules.Of(PlausibilityRules.Biogenic)?.WithheldAbove is { } most && value > reference?.Most * most;

    /// <summary>What a calorific value that was refused as too large was probably meant to be per.</summary>
    internal static string? Hint(ReportCheck check, FuelStream stream, decimal value)
    {
        if (check.Rules.Monitoring.Plausibility is not { } rules)
        {
            return null;
        }

        var (_, _, unit, densities) = Of(stream, rules);
        var listed = check.Rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var found) ? found : null;
        decimal? density = densities is null ? 1m : densities.TryGetValue(stream.Fuel, out var known) ? known : null;
        return ReferenceOf(check, stream, listed, rules, densities, density)?.Likely(value, "GJ/" + unit, unit == "t" ? KnownSlips.PerTonne : KnownSlips.PerVolume(unit, density)).TrimStart();
    }

    private static (decimal? Net, decimal? Gross, string Unit, IReadOnlyDictionary<string, decimal>? Densities) Of(FuelStream stream, PlausibilityRules rules) => stream.Measured switch
    {
        WeighedFuel weighed => (weighed.Net?.GigajoulesPerTonne, weighed.Gross?.GigajoulesPerTonne, "t", null),
        MeteredLiquid liquid => (liquid.Net?.GigajoulesPerKilolitre, liquid.Gross?.GigajoulesPerKilolitre, "kl", rules.LiquidDensities),
        MeteredGas gas => (gas.Net?.GigajoulesPerStandardCubicMetre, gas.Gross?.GigajoulesPerStandardCubicMetre, gas.CalorificUnit(), rules.GasDensities),
        _ => (null, null, "", null),
    };

    /// <summary>The fuel's own reference; that of all fuels and densities if the ruleset has none.</summary>
    private static Reference? ReferenceOf(ReportCheck check, FuelStream stream, FuelFactor? listed, PlausibilityRules rules, IReadOnlyDictionary<string, decimal>? densities, decimal? density)
    {
        var range = rules.Of(stream.State switch
        {
            FuelState.Liquid => PlausibilityRules.CalorificLiquid,
            FuelState.Gas => PlausibilityRules.CalorificGas,
            _ => PlausibilityRules.Calorific,
        });
        if (rules.CalorificValues.TryGetValue(stream.Fuel, out var span))
        {
            return Reference.Of(span.Least * (density ?? densities?.Values.DefaultIfEmpty(1m).Min() ?? 1m), span.Most * (density ?? densities?.Values.DefaultIfEmpty(1m).Max() ?? 1m), rules.Of(PlausibilityRules.KnownSpan));
        }

        if (listed?.IpccNetCalorificValue is { } own && density is { } tonnes)
        {
            return Reference.Of(own.GigajoulesPerTonne * tonnes, range);
        }

        var all = (listed?.IpccNetCalorificValue is { } one ? [one.GigajoulesPerTonne] : check.Rules.Emissions.Fuels.Values.Select(f => f.IpccNetCalorificValue?.GigajoulesPerTonne).OfType<decimal>()).ToList();
        var known = densities is null ? [1m] : Listed(densities, check.Rules.Emissions.Fuels);
        return all.Count == 0 || densities?.Count == 0 ? null : Reference.Of(all.Min() * known.Min(), all.Max() * known.Max(), range);
    }

    /// <summary>The densities of the ruleset's own fuels.</summary>
    private static List<decimal> Listed(IReadOnlyDictionary<string, decimal> densities, IReadOnlyDictionary<string, FuelFactor> fuels) =>
        [.. densities.Where(d => fuels.ContainsKey(d.Key)).Select(d => d.Value).DefaultIfEmpty()];

    /// <summary>Whether a value is that of the fuel in the ruleset, of a liquid or gas that has one.</summary>
    private static bool IsOf(decimal value, FuelStream stream, FuelFactor? listed, Reference? reference) =>
        stream.State != FuelState.Solid && listed is not null && reference is { } held && held.Least == held.Most && Math.Abs(value - held.Least) <= GrossMatch * held.Least;

    /// <summary>The ratio of net to gross of liquids and gases, compared with the ruleset's; moist solids may have any.</summary>
    private static void Ratio(ReportCheck check, FuelStream stream, decimal? net, decimal? gross, decimal law, PlausibilityRules rules)
    {
        if (stream.State != FuelState.Solid && net is { } one && gross is > 0m and { } whole && one <= whole)
        {
            Suspicion.Look(check, "unusual-net-over-gross", "gcv", "a ratio of net to gross", one / whole, "", Reference.Of(law, rules.Of(PlausibilityRules.NetOverGross)), "the ruleset", []);
        }
    }

    /// <summary>Fuel is bought by its gross value. If net and gross are equal, or a liquid or gas matches the reference when read as gross, this is reported.</summary>
    private static void Gross(ReportCheck check, FuelStream stream, decimal net, decimal? gross, string unit, Reference? reference, FuelFactor? listed, decimal loss, PlausibilityRules rules)
    {
        if (gross == net)
        {
            Suspicion.Tell(check.Problems, "net-value-looks-gross", check.At("ncv"), $"\"{stream.Id}\" has the same net and gross calorific value, {Slip.Shown(net)} GJ/{unit}: net is some {Slip.Shown(loss)} of gross.", stream.WhyUnusual, needsReason: false, rules);
        }
        else if (reference is { } held && IsOf(net * loss, stream, listed, reference))
        {
            Suspicion.Tell(check.Problems, "net-value-looks-gross", check.At("ncv"), $"\"{stream.Id}\" has a net calorific value of {Slip.Shown(net)} GJ/{unit}, which looks like the gross one: {Slip.Shown(loss)} of it is {Slip.Shown(net * loss)} GJ/{unit}, and {stream.Fuel} in the ruleset has {Slip.Shown(held.Least)} GJ/{unit}.", stream.WhyUnusual, needsReason: false, rules);
        }
    }
}

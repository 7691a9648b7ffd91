using System;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares which part of a fuel is said to burn, without its water, its ash and the carbon in that, with what a fuel can leave.</summary>
internal static class BurntShare
{
    /// <summary>Which part of a whole fuel is said to have burnt, however many analyses it has.</summary>
    internal static void Check(ReportCheck check, FuelStream stream, PlausibilityRules rules)
    {
        var counts = !(check.Rules.Emissions.Fuels.TryGetValue(stream.Fuel, out var listed) && listed.Biogenic);
        Ash(check, stream, counts);
        var field = stream.Unburnt.Count > 0 ? "unburnt" : "oxidationFactor";
        if ((stream.OxidationFactor ?? ByAsh(check, stream)) is { } oxidation)
        {
            Suspicion.Look(check, "unusual-oxidation-factor", field, "an oxidation factor", oxidation, "", Reference.Of(check.Rules.Emissions.DefaultOxidationFactor.TryGet(out var whole) ? whole : null, rules.Of(PlausibilityRules.Oxidation)), "the ruleset", KnownSlips.Fractions, counts);
        }
    }

    /// <summary>Amounts count without their moisture, so that a digit too many leaves out a half of the fuel.</summary>
    internal static void Moisture(ReportCheck check, FuelStream stream, FuelFactor? listed, PlausibilityRules rules, bool counts)
    {
        if (stream is { Moisture: { } moisture, Basis: AnalysisBasis.MoistureFree } && listed is not null && rules.Moistures.TryGetValue(listed.Key, out var most) && rules.Of(PlausibilityRules.KnownSpan) is { } range)
        {
            Suspicion.Look(check, "unusual-moisture", "moisture", "a moisture", moisture, "", Reference.Within(new PlausibleSpan(0m, most), range), $"{listed.Key} as it is known", [new("a digit too many", 1m / 10m, IsUnit: false)], counts, isGrave: true);
        }
    }

    /// <summary>Ash is what of the fuel does not burn: there is no more of it, without its carbon, than of the fuel without its own.</summary>
    private static void Ash(ReportCheck check, FuelStream stream, bool counts)
    {
        if (stream.Unburnt.Count == 0 || check.Problems.HasErrors || stream.Measured is not WeighedFuel weighed || !weighed.Amounts.TryTotal(out var burnt) || burnt > AmountCheck.Largest || stream.CarbonContent is < 0m or > 1m)
        {
            return;
        }

        var rest = burnt * (1m - (stream.CarbonContent ?? 0m));
        var ash = stream.Unburnt.Sum(u => u.CarbonContent is >= 0m and <= 1m && u.Amounts.TryTotal(out var left) && left <= AmountCheck.Largest ? left * (1m - u.CarbonContent) : 0m);
        if (ash > rest)
        {
            Suspicion.Tell(check.Problems, "more-ash-than-fuel", check.At("unburnt"), $"\"{stream.Id}\" leaves {Slip.Shown(ash)} t of ash without its carbon, and there are {Slip.Shown(rest)} t of the fuel{(stream.CarbonContent is null ? "" : " without its own")}. Look at the units, and whether it is the ash of other fuels too.", check.Stream.WhyUnusual, needsReason: counts, check.Rules.Monitoring.Plausibility!, Slip.Shown(ash));
        }
    }

    /// <summary>The oxidation factor that follows from the carbon in ash; null if none is stated or nothing was burnt.</summary>
    private static decimal? ByAsh(ReportCheck check, FuelStream stream)
    {
        if (stream.Unburnt.Count == 0 || check.Problems.HasErrors)
        {
            return null;
        }

        try
        {
            var workings = new Workings(keepSteps: false, check.Edition);
            var all = Combustion.Tonnes(stream with { Unburnt = [] }, check.Rules.Emissions, workings);
            return all > 0m && Combustion.Tonnes(stream, check.Rules.Emissions, workings) is >= 0m and var burnt ? burnt / all : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares a gas by its components with the gas that it is called by.</summary>
internal static class CompositionPlausibility
{
    private const decimal KilogramsPerTonne = 1000m;
    private const decimal KilogramsPerKilomoleOfCarbon = 12.011m;
    private const decimal MostlyHydrogen = 0.5m;

    /// <summary>The carbon in a cubic metre of a gas by its components, against that of the gas it is called by. What is not listed is only reported: a flare may be mostly nitrogen, and hydrogen holds none.</summary>
    internal static void Check(ReportCheck check, MeteredGas gas, GasComposition made, FuelFactor? listed, PlausibilityRules rules)
    {
        var molar = made.MolarVolume ?? (gas.Stated is null ? null : GasReduction.MolarVolume(gas.Stated.Amounts));
        var fuels = check.Rules.Emissions.Fuels;
        var like = (listed is null ? rules.GasDensities.Keys.Where(fuels.ContainsKey).Select(k => fuels[k]) : [listed])
            .Where(f => rules.GasDensities.ContainsKey(f.Key)).Select(f => (Share: FuelPlausibility.CarbonOf(check.Rules.Emissions, f, rules), Density: rules.GasDensities[f.Key] * KilogramsPerTonne)).Where(f => f.Share.Least is not null).ToList();
        if (molar is not (>= CompositionCheck.LeastVolume and <= CompositionCheck.MostVolume) || like.Count == 0 || CompositionCheck.Whole(made.Shares) is null || (listed is null && made.Shares.Where(s => s.Component == "H2").Sum(s => s.Share) >= MostlyHydrogen))
        {
            return;
        }

        var content = made.Shares.Sum(s => s.Share * (GasComposition.CarbonOf(s.Component) ?? 0)) * KilogramsPerKilomoleOfCarbon / molar.Value;
        var reference = Reference.Of(like.Min(f => f.Share.Least!.Value * f.Density), like.Max(f => f.Share.Most!.Value * f.Density), FuelPlausibility.RangeOf(listed, rules));
        Suspicion.Look(check, "unusual-carbon-content", "composition", "a carbon content by its composition", content, "kg C/m3", reference, FuelPlausibility.Named((FuelStream)check.Stream, listed), KnownSlips.Fractions, counts: listed is { Biogenic: false });
    }
}

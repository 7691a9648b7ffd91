using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares factors of electricity and heat with the ruleset's.</summary>
internal static class EnergyPlausibility
{
    internal static void Check(ReportCheck check, ElectricityStream stream, PlausibilityRules rules)
    {
        if (stream.Factor is not { } factor || factor.TonnesPerMegawattHour > AmountCheck.LargestFactor)
        {
            return;
        }

        var law = check.Rules.Emissions;
        if (stream.Supply == ElectricitySupply.Grid)
        {
            var grid = law.FrozenGridFactor.TryGet(out var frozen) || law.GridFactorReading.TryGet(out frozen) ? frozen.TonnesPerMegawattHour : (decimal?)null;
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(grid, rules.Of(PlausibilityRules.GridFactor)), "the grid in the ruleset");
            Frozen(check, factor, law);
        }
        else if (stream.Supply == ElectricitySupply.PowerPurchaseAgreement)
        {
            // Renewable power under such an agreement has zero; this is unusual here, but not a slip of a unit.
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(law.PpaDefaultFactor.TryGet(out var listed) ? listed.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.SupplierFactor)), "a supplier without a factor of its own", counts: factor.TonnesPerMegawattHour > 0m);
        }
        else if (stream.Amounts.Any(a => a.Amount.MegawattHours > 0m))
        {
            // It is not used, and a finding says so; its value is compared all the same.
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(law.GridFactorReading.TryGet(out var read) ? read.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.SupplierFactor)), "the grid in the ruleset", counts: false);
        }
    }

    /// <summary>The factor of the grid is frozen at the baseline year, so the plant's own may only be one of its readings.</summary>
    private static void Frozen(ReportCheck check, ElectricityEmissionFactor own, EmissionRules law)
    {
        LegalValue<ElectricityEmissionFactor>[] readings = law.FrozenGridFactor.IsKnown ? [law.FrozenGridFactor] : [law.GridFactorReading, .. law.OtherGridFactorReadings];
        if (readings.Any(r => r.IsKnown) && !readings.Any(r => r.TryGet(out var read) && read == own))
        {
            check.Warn("grid-factor-not-frozen", "factor", $"\"{check.Stream.Id}\" has a factor of {own}, and the frozen factor is {string.Join(" or ", readings.Where(r => r.IsKnown).Select(r => r.Value.ToString()))}.", "the factor frozen at the baseline year", "A later year's factor is not used. Leave the factor out, or state that of the baseline year.", law.FrozenGridFactor.Standing);
        }
    }

    internal static void Check(ReportCheck check, ExportedPowerStream stream, PlausibilityRules rules)
    {
        if (stream.Factor is { } factor && factor.TonnesPerMegawattHour <= AmountCheck.LargestFactor)
        {
            Export(check, factor.TonnesPerMegawattHour, "factor", rules);
        }
        else if (ByGeneration(stream) is { } implied)
        {
            Export(check, implied, "generation", rules);
        }
    }

    private static void Export(ReportCheck check, decimal factor, string field, PlausibilityRules rules) =>
        Look(check, factor, Reference.Of(check.Rules.Emissions.ExportFallbackFactor.TryGet(out var average) ? average.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.ExportFactor)), "the average of the grid", field: field);

    /// <summary>The factor of a balance of generation, over the units that burn something.</summary>
    private static decimal? ByGeneration(ExportedPowerStream stream)
    {
        var (net, tonnes) = (0m, 0m);
        foreach (var unit in stream.Generation.Where(g => g.Net.MegawattHours is >= 0m and <= AmountCheck.Largest && g.GigajoulesPerMegawattHour is >= 0m and <= AmountCheck.LargestFactor && g.Factor is { TonnesPerTerajoule: >= 0m and <= AmountCheck.LargestFactor }))
        {
            net += unit.Net.MegawattHours;
            tonnes += unit.Net.MegawattHours * unit.GigajoulesPerMegawattHour!.Value * unit.Factor!.Value.TonnesPerTerajoule / 1000m;
        }

        return net > 0m ? tonnes / net : null;
    }

    /// <summary>Heat comes from fuels, so its factor is near theirs.</summary>
    internal static void Heat(ReportCheck check, decimal tonnesPerTerajoule, PlausibilityRules rules)
    {
        var fuels = check.Rules.Emissions.Fuels.Values.Where(f => f.Factor.IsKnown).Select(f => f.Factor.Value.TonnesPerTerajoule).ToList();
        if (tonnesPerTerajoule <= AmountCheck.LargestFactor && fuels.Count > 0)
        {
            // Heat that was wasted before may count as nothing.
            Suspicion.Look(check, "unusual-heat-factor", "factor", "a factor of heat", tonnesPerTerajoule, "tCO2/TJ", Reference.Of(fuels.Min(), fuels.Max(), rules.Of(PlausibilityRules.HeatFactor)), "the fuels of the ruleset", KnownSlips.Factors, counts: tonnesPerTerajoule > 0m);
        }
    }

    private static void Look(ReportCheck check, decimal value, Reference? reference, string of, bool counts = true, string field = "factor") =>
        Suspicion.Look(check, "unusual-electricity-factor", field, "a factor of electricity", value, "tCO2/MWh", reference, of, KnownSlips.Electricity, counts);
}

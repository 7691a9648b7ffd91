using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Factors of electricity and heat against the ruleset's.</summary>
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
        }
        else if (stream.Supply == ElectricitySupply.PowerPurchaseAgreement)
        {
            // Zero is what renewable power under such an agreement has; it is unusual here, and no slip of a unit.
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(law.PpaDefaultFactor.TryGet(out var listed) ? listed.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.SupplierFactor)), "a supplier without a factor of its own", counts: factor.TonnesPerMegawattHour > 0m);
        }
        else if (stream.Amounts.Any(a => a.Amount.MegawattHours > 0m))
        {
            // It is not used, and a finding says so; what it would have meant is reported too.
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(law.GridFactorReading.TryGet(out var read) ? read.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.SupplierFactor)), "the grid in the ruleset", counts: false);
        }
    }

    internal static void Check(ReportCheck check, ExportedPowerStream stream, PlausibilityRules rules)
    {
        if (stream.Factor is { } factor && factor.TonnesPerMegawattHour <= AmountCheck.LargestFactor)
        {
            Look(check, factor.TonnesPerMegawattHour, Reference.Of(check.Rules.Emissions.ExportFallbackFactor.TryGet(out var average) ? average.TonnesPerMegawattHour : null, rules.Of(PlausibilityRules.ExportFactor)), "the average of the grid");
        }
    }

    /// <summary>Heat comes from fuels, so its factor lies about theirs.</summary>
    internal static void Heat(ReportCheck check, decimal tonnesPerTerajoule, PlausibilityRules rules)
    {
        var fuels = check.Rules.Emissions.Fuels.Values.Where(f => f.Factor.IsKnown).Select(f => f.Factor.Value.TonnesPerTerajoule).ToList();
        if (tonnesPerTerajoule <= AmountCheck.LargestFactor && fuels.Count > 0)
        {
            // Heat that was wasted before may count as nothing.
            Suspicion.Look(check, "unusual-heat-factor", "factor", "a factor of heat", tonnesPerTerajoule, "tCO2/TJ", Reference.Of(fuels.Min(), fuels.Max(), rules.Of(PlausibilityRules.HeatFactor)), "the fuels of the ruleset", KnownSlips.Factors, counts: tonnesPerTerajoule > 0m);
        }
    }

    private static void Look(ReportCheck check, decimal value, Reference? reference, string of, bool counts = true) =>
        Suspicion.Look(check, "unusual-electricity-factor", "factor", "a factor of electricity", value, "tCO2/MWh", reference, of, KnownSlips.Electricity, counts);
}

using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares factors of materials, intermediates and PFCs with the ruleset's, and the equivalence of products with 1.</summary>
internal static class ProcessPlausibility
{
    internal static void Check(ReportCheck check, ProcessMaterialStream stream, PlausibilityRules rules)
    {
        if (stream.Factor.Value is { TonnesPerTonne: var own and <= AmountCheck.LargestFactor })
        {
            if (Named(check.Rules.Emissions.Materials, stream.Material) is { Count: > 0 } listed)
            {
                Look(check, "factor/value", own, Reference.Of(listed.Min(), listed.Max(), rules.Of(PlausibilityRules.ProcessFactor)), $"{stream.Material} in the ruleset");
            }
            else if (check.Rules.Emissions.CarbonToCo2.TryGet(out var ratio) && rules.Of(PlausibilityRules.ProcessFactor) is { } range)
            {
                // Pure carbon has the highest possible factor; there is no lowest.
                var most = ratio.Numerator / ratio.Denominator;
                Look(check, "factor/value", own, Reference.Of(most, range with { UnusualBelow = null, UnusualAbove = 1m, WithheldBelow = null, WithheldAbove = 1m }), "pure carbon, and no material can give off more");
            }
        }

        Clinker(check, stream, rules);
        FossilClaims.Check(check, stream, rules);
        if (stream.ConversionFactor is { } conversion)
        {
            Suspicion.Look(check, "unusual-conversion-factor", "conversionFactor", "a conversion factor", conversion, "", Reference.Of(1m, rules.Of(PlausibilityRules.Conversion)), "complete conversion", KnownSlips.Fractions);
        }
    }

    /// <summary>The factors of the material; if its name is not a key, those of all materials with that name, such as the two carbonates of dolomite.</summary>
    private static List<decimal> Named(IReadOnlyDictionary<string, MaterialFactor> materials, string name) =>
        (materials.TryGetValue(name, out var listed) ? [listed] : materials.Values.Where(m => m.AlsoCalled.Contains(name, StringComparer.OrdinalIgnoreCase)))
            .Where(m => m.Factor.IsKnown).Select(m => m.Factor.Value.TonnesPerTonne).ToList();

    /// <summary>What one of it gives off as far as its factor or its carbon says; an intermediate by name of the stream alone, whose material is a carbonate, is told: it may be the limestone for it.</summary>
    private static void Clinker(ReportCheck check, ProcessMaterialStream stream, PlausibilityRules rules)
    {
        var emissions = check.Rules.Emissions;
        decimal? each = stream.Factor.Value is { TonnesPerTonne: <= AmountCheck.LargestFactor and var own } ? own
            : stream.CarbonContent is >= 0m and <= 1m and var carbon && emissions.CarbonToCo2.TryGet(out var ratio) ? carbon * ratio.Numerator / ratio.Denominator
            : stream.Composition.Count == 0 && Named(emissions.Materials, stream.Material) is { Count: > 0 } listed ? listed.Max() : null;
        if (each is { } whole)
        {
            var name = Array.FindLast(CountedTwice.Words(stream.Id), w => !w.All(char.IsDigit)) ?? "";
            Carbonates(check, stream.Material, name, whole * (stream.ConversionFactor is >= 0m and <= 1m and var converted ? converted : 1m), stream.Factor.Value is null ? "material" : "factor/value", rules);
        }
    }

    /// <summary>Compares a bought intermediate with the plant's own baseline, because it is part of the plant's product.</summary>
    internal static void Check(ReportCheck check, ImportedIntermediateStream stream, PlausibilityRules rules)
    {
        Carbonates(check, stream.Material, "", stream.Factor.TonnesPerTonne, "factor", rules);
        if (stream.Factor.TonnesPerTonne <= AmountCheck.LargestFactor && check.Baseline is { } baseline)
        {
            Look(check, "factor", stream.Factor.TonnesPerTonne, Reference.Of(baseline, rules.Of(PlausibilityRules.IntermediateFactor)), "the plant's own baseline");
        }
    }

    /// <summary>Whether every other process material of the plant is below a tenth of it.</summary>
    private static bool IsAlone(ReportCheck check) =>
        check.Stream is ProcessMaterialStream stream && check.Report.ProcessMaterials.All(m => ReferenceEquals(m, stream) || 10m * EnergyBalance.Total(m.Amounts) < EnergyBalance.Total(stream.Amounts));

    /// <summary>An intermediate made from carbonates has at least their CO2, whoever makes it. If it was made without them, for example from slag or spent lime, the seller can say so.</summary>
    private static void Carbonates(ReportCheck check, string material, string called, decimal each, string field, PlausibilityRules rules)
    {
        var words = CountedTwice.Words(material);
        bool Says(string name) => CountedTwice.Words(name).All(w => words.Contains(w, StringComparer.OrdinalIgnoreCase));
        foreach (var known in rules.CarbonateCo2.Where(c => each < c.Value))
        {
            // If other materials give off the CO2 of carbonates, raw meal counts only for its organic carbon.
            var isSo = Says(known.Key) && (known.Value >= rules.CarbonateCo2.Values.Max() || (field == "factor/value" && IsAlone(check)));
            if (isSo || known.Key.Equals(called, StringComparison.OrdinalIgnoreCase))
            {
                Suspicion.Tell(check.Problems, "unusual-process-factor", check.At(field), $"\"{check.Stream.Id}\" gives off {Slip.Shown(each)} tCO2 for each tonne of {material}; the carbonates of {known.Key} alone give off {Slip.Shown(known.Value)} tCO2/t or more.", check.Stream.WhyUnusual, needsReason: isSo, rules, Slip.Shown(each));
            }
        }
    }

    internal static void Check(ReportCheck check, PfcStream stream, PlausibilityRules rules)
    {
        if (stream.Measured is SlopePfc slope)
        {
            Coefficient(check, "slope", "a slope", slope.Slope, rules.SlopeCoefficients, rules);
            Coefficient(check, "c2f6PerCf4", "a ratio of C2F6 to CF4", slope.C2F6PerCf4, rules.C2F6PerCf4, rules);
        }
        else if (stream.Measured is OvervoltagePfc over)
        {
            Coefficient(check, "c2f6PerCf4", "a ratio of C2F6 to CF4", over.C2F6PerCf4, rules.C2F6PerCf4, rules);
        }

        if (IsSound(stream) && PfcEmissions.KilogramsOfCf4PerTonne(stream, check.Edition) is { } kilograms)
        {
            Suspicion.Look(check, "unusual-pfc", "method", "CF4", kilograms, "kg/t of aluminium", Among(rules.Cf4PerTonne, rules.Of(PlausibilityRules.Pfc)), "smelters in the ruleset", KnownSlips.Pfc, isNarrow: true);
        }
    }

    internal static void Check(ReportCheck check, ProductStream product, PlausibilityRules rules)
    {
        // An equivalence between two units has nothing to be compared with.
        if (product.EquivalentIn is null && product.Equivalence is > 0m and <= AmountCheck.LargestFactor)
        {
            Suspicion.Look(check, "unusual-equivalence", "equivalence", "an equivalence", product.Equivalence, "", Reference.Of(1m, rules.Of(PlausibilityRules.Equivalence)), "the main product", KnownSlips.Equivalence);
        }
    }

    /// <summary>Whether the numbers were accepted already, so that dividing them cannot fail.</summary>
    private static bool IsSound(PfcStream stream) => stream.Measured switch
    {
        SlopePfc slope => slope.Slope is >= 0m and <= AmountCheck.LargestFactor && slope.AnodeEffectMinutesPerCellDay is >= 0m and <= AmountCheck.LargestFactor,
        OvervoltagePfc over => over.Coefficient is >= 0m and <= AmountCheck.LargestFactor && over.OvervoltageMillivolts is >= 0m and <= AmountCheck.LargestFactor && over.CurrentEfficiency is > 0m and <= 1m,
        _ => false,
    };

    private static void Coefficient(ReportCheck check, string field, string what, decimal value, IReadOnlyDictionary<string, decimal> published, PlausibilityRules rules)
    {
        if (value is >= 0m and <= AmountCheck.LargestFactor)
        {
            Suspicion.Look(check, "unusual-pfc", field, what, value, field == "slope" ? "kg/t per minute" : "", Among(published, rules.Of(PlausibilityRules.PfcCoefficient)), "smelters in the ruleset", KnownSlips.Pfc);
        }
    }

    private static Reference? Among(IReadOnlyDictionary<string, decimal> published, PlausibleRange? range) =>
        published.Count == 0 ? null : Reference.Of(published.Values.Min(), published.Values.Max(), range);

    private static void Look(ReportCheck check, string field, decimal value, Reference? reference, string of) =>
        Suspicion.Look(check, "unusual-process-factor", field, "a factor", value, "tCO2/t", reference, of, KnownSlips.Process);
}

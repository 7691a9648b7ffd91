using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares PFCs with the metal produced: every pot has anode effects, and pots make what the plant sells.</summary>
internal static class Smelter
{
    /// <summary>Reports PFCs that are missing, or of another mass of metal than the product.</summary>
    /// <returns>Whether they are missing.</returns>
    internal static bool Check(Result result)
    {
        var isMissing = SourceGroups.Missing(result, result.Rules.PfcFrom, Pfcs(result) > 0m, "no-pfcs", "no PFCs", "the PFCs of the pots, measured or by anode effects");
        Metal(result);
        Measured(result);
        return isMissing;
    }

    /// <summary>PFCs of the plant, t CO2e.</summary>
    internal static decimal Pfcs(Result result) => result.Report.Pfcs.Sum(p => PfcEmissions.Tonnes(p, result.Law.Emissions, result.Beside));

    private static void Metal(Result result)
    {
        var pots = result.Report.Pfcs.Where(p => p.Measured is not MeasuredPfc).ToList();
        if (pots.Count == 0 || result.Output.Basis != OutputBasis.Tonne || Reference.Of(result.Output.Value, result.Rules.Of(PlausibilityRules.PfcAluminium)) is not { } reference)
        {
            return;
        }

        var metal = pots.Sum(p => p.Measured switch { SlopePfc slope => slope.Aluminium.Tonnes, OvervoltagePfc over => over.Aluminium.Tonnes, _ => 0m });
        var likelihood = reference.Judge(metal);
        var isWhole = pots.Count == result.Report.Pfcs.Count;
        if (likelihood != Likelihood.Usual && (isWhole || metal > reference.Most))
        {
            result.Tell("unusual-pfc-aluminium", PlaceOf(result, pots[0]), $"PFCs are reckoned of {Slip.Shown(metal)} t of aluminium, and the product is {Slip.Shown(result.Output.Value)} t.{reference.Likely(metal, "t", AmountSlips.Of("t"))}", pots[0].WhyUnusual ?? result.Report.WhyUnusual, likelihood == Likelihood.Slip);
        }
    }

    /// <summary>Measured masses per tonne of product; computed ones are compared per tonne of metal.</summary>
    private static void Measured(Result result)
    {
        var measured = result.Report.Pfcs.Where(p => p.Measured is MeasuredPfc).ToList();
        if (measured.Count == 0 || measured.Count < result.Report.Pfcs.Count || result.Output.Basis != OutputBasis.Tonne || result.Rules.Cf4PerTonne.Count == 0
            || Reference.Of(result.Rules.Cf4PerTonne.Values.Min(), result.Rules.Cf4PerTonne.Values.Max(), result.Rules.Of(PlausibilityRules.Pfc)) is not { } reference)
        {
            return;
        }

        const string Unit = "kg/t";
        var kilograms = measured.Sum(p => ((MeasuredPfc)p.Measured).Cf4.Tonnes) * 1000m / result.Output.Value;
        if (reference.Judge(kilograms) is not Likelihood.Usual and var likelihood)
        {
            var slip = reference.Find(kilograms, KnownSlips.Pfc.Where(s => s.IsUnit));
            result.Tell("unusual-pfc", PlaceOf(result, measured[0]), $"\"{measured[0].Id}\" has {Slip.Shown(kilograms)} kg of CF4 for each tonne of product; smelters in the ruleset: {reference.Said(Unit)}.{slip?.Said(kilograms, Unit)}", measured[0].WhyUnusual ?? result.Report.WhyUnusual, likelihood == Likelihood.Slip || slip is { IsFar: true });
        }
    }

    private static Ccts.Sdk.Problems.SourcePlace PlaceOf(Result result, MonitoredStream stream) => stream.Place.Line > 0 ? stream.Place : result.Report.Place;
}

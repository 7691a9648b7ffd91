using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks the laboratory results of a process material.</summary>
internal static class MaterialCheck
{
    /// <summary>Checks it.</summary>
    /// <returns>Whether the whole material was analysed, so that it needs no factor.</returns>
    internal static bool Check(ReportCheck check, ProcessMaterialStream stream)
    {
        FuelShareCheck.Share(check, stream.BiogenicShare, stream.BiogenicShareSource);
        FactorCheck.Fraction(check, "carbonContent", stream.CarbonContent, zeroAllowed: true);
        var analysed = stream.CarbonContent is not null || stream.Composition.Count > 0;
        if (analysed && string.IsNullOrWhiteSpace(stream.AnalysisSource))
        {
            check.Error("factor-without-source", "analysisSource", $"\"{stream.Id}\" does not say where its analysis comes from.", "the laboratory and its report");
        }

        UnusedInputs.Source(check, analysed, stream.AnalysisSource, "analysisSource");
        if (stream.Composition.Count > 0)
        {
            CompositionCheck.Shares(check, stream.Composition, [.. check.Rules.Emissions.Materials.Keys]);
            if (CompositionCheck.Whole(stream.Composition) > 1m)
            {
                check.Error("composition-not-whole", "composition", $"The shares of \"{stream.Id}\" add up to more than the whole.", "at most 1, or 100 %");
            }
        }

        if ((stream.CarbonContent is not null && stream.Composition.Count > 0) || (analysed && (stream.Factor.Value is not null || stream.Analyses.Any(a => a.Factor is not null))))
        {
            check.Error("analysed-twice", "factor", $"\"{stream.Id}\" states more than one of a factor, a carbon content and a composition.", "one of the three");
        }

        return Analyses(check, stream) || analysed;
    }

    internal static int? Samples(ProcessMaterialStream stream) =>
        stream.Samples ?? (stream.Analyses.Any(a => a.Samples is not null) ? (int)System.Math.Min(int.MaxValue, stream.Analyses.Sum(a => (long)(a.Samples ?? 0))) : null);

    private static bool Analyses(ReportCheck check, ProcessMaterialStream stream)
    {
        if (stream.Analyses.Count == 0)
        {
            return false;
        }

        var deviation = check.Rules.Emissions.MaterialDeviation;
        for (var i = 0; i < stream.Analyses.Count; i++)
        {
            check.TurnToPart("analyses", i);
            var analysis = stream.Analyses[i];
            if (analysis is { Factor: null, ConversionFactor: null })
            {
                check.Error("empty-analysis", "period", $"An analysis of \"{stream.Id}\" states nothing that counts.", "a factor or a conversion factor");
            }

            FactorCheck.Fraction(check, "conversionFactor", analysis.ConversionFactor);
            if (analysis.Factor is { } factor)
            {
                FactorCheck.InRange(check, "factor", factor.TonnesPerTonne);
            }

            LaboratoryCheck.Sources(check, analysis.Factor is not null, analysis.Source, analysis.ExternalFactor is not null, analysis.ExternalSource, analysis.Samples);
            LaboratoryCheck.Compare(check, "Factor", "emission factor", analysis.Factor?.TonnesPerTonne, analysis.ExternalFactor?.TonnesPerTonne, deviation?.Value * analysis.Factor?.TonnesPerTonne, deviation?.Standing, " tCO2/t");
        }

        check.TurnBack();
        LotPeriods.Check(check, stream.Analyses.Select(a => a.Period).ToList(), stream.Amounts.Select(a => a.Period).ToList());
        var lots = MaterialLots.Of(stream, check.Rules.Emissions, new Workings(keepSteps: false, check.Edition));
        UnusedInputs.Check(check, stream, lots);
        foreach (var lot in lots.Where(l => l.Analysis >= 0 && check.Plausible is not null))
        {
            check.TurnToPart("analyses", lot.Analysis);
            ProcessPlausibility.Check(check, lot.Stream, check.Plausible!);
        }

        check.TurnBack();
        LeastAnalysis.Check(check, stream.Analyses, "factor", "a process factor", "tCO2/t", a => a.Factor?.TonnesPerTonne, counts: true);
        return lots.TrueForAll(l => l.Stream.Factor is { Tier: FactorTier.TypeII, Value: not null });
    }
}

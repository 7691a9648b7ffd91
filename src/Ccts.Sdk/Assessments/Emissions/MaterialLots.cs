using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>The part of a process material that one analysis covers.</summary>
/// <param name="Stream">The stream with the amounts and values of the lot, without analyses.</param>
/// <param name="FactorStep">The step that made its factor, or 0.</param>
/// <param name="Analysis">Place of the analysis in the stream's list; -1 for amounts without an analysis.</param>
internal readonly record struct MaterialLot(ProcessMaterialStream Stream, int FactorStep = 0, int Analysis = -1)
{
    /// <summary>What the lot is called in sums.</summary>
    internal string Name { get; init; } = Stream.Id;

    /// <summary>The analysis, or null for amounts without one.</summary>
    internal MaterialAnalysis? Result { get; init; }

    /// <summary>The path of a value of the lot in the stream: in its analysis if that states it.</summary>
    internal string PathOf(string member) =>
        Result is { } result && (member == "factor" ? result.Factor is not null : result.ConversionFactor is not null) ? EvidencePath.Of("analyses", result.Period.ToString(), member) : member;
}

/// <summary>Parts a process material by its analyses.</summary>
internal static class MaterialLots
{
    internal static List<MaterialLot> Of(ProcessMaterialStream stream, EmissionRules rules, Workings workings)
    {
        var lots = new List<MaterialLot>(stream.Analyses.Count);
        for (var i = 0; i < stream.Analyses.Count; i++)
        {
            var analysis = stream.Analyses[i];
            if (LotAmounts.Within(stream.Amounts, p => LotAmounts.Covers(analysis.Period, p)) is not { } amounts)
            {
                continue;
            }

            var name = workings.Steps is null ? stream.Id : stream.Id + " " + workings.NameOf(analysis.Period);
            var factor = new ExternalLaboratory(stream, name, analysis.Period, analysis.Source, analysis.ExternalSource, workings).Counted("factor", "emission factor", analysis.Factor?.TonnesPerTonne, analysis.ExternalFactor?.TonnesPerTonne, rules.MaterialDeviation?.Value * analysis.Factor?.TonnesPerTonne, rules.MaterialDeviation?.Standing, "tCO2/t");
            lots.Add(new MaterialLot(
                stream with
                {
                    Analyses = [],
                    Amounts = amounts,
                    Factor = factor.Value is { } own ? new(FactorTier.TypeII, MassEmissionFactor.FromTonnesPerTonne(own), analysis.Source, null) : stream.Factor,
                    ConversionFactor = analysis.ConversionFactor ?? stream.ConversionFactor,
                },
                factor.Step,
                i)
            {
                Name = name,
                Result = analysis,
            });
        }

        return LotAmounts.Within(stream.Amounts, p => !stream.Analyses.Any(a => LotAmounts.Covers(a.Period, p))) is { } rest
            ? [.. lots, new MaterialLot(stream with { Analyses = [], Amounts = rest }) { Name = stream.Id + ", not analysed" }]
            : lots;
    }
}

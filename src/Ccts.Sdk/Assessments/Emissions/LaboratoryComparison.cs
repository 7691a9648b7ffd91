using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>One result of the plant's laboratory with the external one's, and the value that counts (DPCM s.5(15)(v)).</summary>
/// <remarks>Immutable and thread-safe. All numbers are in <paramref name="Unit"/>.</remarks>
/// <param name="Stream">The stream's id.</param>
/// <param name="Period">The days whose fuel or material it is of.</param>
/// <param name="Member">What was analysed, as the report names it: <c>ncv</c>, <c>gcv</c>, <c>carbonContent</c> or <c>factor</c>.</param>
/// <param name="Own">The plant laboratory's value; null if it has none, which validation refuses.</param>
/// <param name="External">The external laboratory's value.</param>
/// <param name="Allowed">The allowed difference; null if the ruleset has none.</param>
/// <param name="Excess">The amount added to the own value; zero or more.</param>
/// <param name="Counted">The value that counts; null if there is no own value.</param>
/// <param name="Unit">The unit, such as <c>GJ/t</c>.</param>
/// <param name="Clause">The clause that allows the difference, or null.</param>
public sealed record LaboratoryComparison(string Stream, ReportingPeriod Period, string Member, decimal? Own, decimal External, decimal? Allowed, decimal Excess, decimal? Counted, string Unit, LegalSource? Clause)
{
    /// <summary>Every comparison of a report, in its order; empty without an external laboratory.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rules">The limits of the year.</param>
    public static IReadOnlyList<LaboratoryComparison> Of(MonitoringReport report, EmissionRules rules)
    {
        Require.NotNull(rules);
        return
        [
            .. Require.NotNull(report).Fuels.SelectMany(f => f.Analyses.SelectMany(a => OfFuel(f, a, rules))),
            .. report.ProcessMaterials.SelectMany(m => m.Analyses.SelectMany(a => OfMaterial(m, a, rules))),
        ];
    }

    private static IEnumerable<LaboratoryComparison> OfFuel(FuelStream stream, FuelAnalysis analysis, EmissionRules rules)
    {
        var unit = "GJ/" + MonitoredUnits.Of(stream.Measured);
        var coal = stream.State == FuelState.Solid ? Known(rules.CoalDeviation) : null;
        var material = Known(rules.MaterialDeviation);
        return Found(
            Of(stream, analysis.Period, "ncv", (analysis.Net, analysis.ExternalNet), coal?.Value.GigajoulesPerTonne, unit, coal?.Standing),
            Of(stream, analysis.Period, "gcv", (analysis.Gross, analysis.ExternalGross), coal?.Value.GigajoulesPerTonne, unit, coal?.Standing),
            Of(stream, analysis.Period, "carbonContent", (analysis.CarbonContent, analysis.ExternalCarbonContent), material?.Value * analysis.CarbonContent, "t/t", material?.Standing));
    }

    private static IEnumerable<LaboratoryComparison> OfMaterial(ProcessMaterialStream stream, MaterialAnalysis analysis, EmissionRules rules) =>
        Found(Of(stream, analysis.Period, "factor", (analysis.Factor?.TonnesPerTonne, analysis.ExternalFactor?.TonnesPerTonne), Known(rules.MaterialDeviation)?.Value * analysis.Factor?.TonnesPerTonne, "tCO2/t", Known(rules.MaterialDeviation)?.Standing));

    private static LaboratoryComparison? Of(MonitoredStream stream, ReportingPeriod period, string member, (decimal? Own, decimal? External) found, decimal? allowed, string unit, Standing? law)
    {
        if (found.External is not { } external)
        {
            return null;
        }

        var excess = ExternalLaboratory.Excess(found.Own, external, allowed);
        return new LaboratoryComparison(stream.Id, period, member, found.Own, external, allowed, excess, found.Own + excess, unit, law?.Source);
    }

    private static LegalValue<T>? Known<T>(LegalValue<T>? limit)
        where T : notnull => limit is { IsKnown: true } ? limit : null;

    private static IEnumerable<LaboratoryComparison> Found(params LaboratoryComparison?[] all) => all.OfType<LaboratoryComparison>();
}

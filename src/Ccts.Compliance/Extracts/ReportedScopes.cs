using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Extracts;

/// <summary>Emissions as other reports divide them: the plant's own, and those of its purchased electricity and heat.</summary>
internal sealed record ReportedScopes(decimal Direct, decimal GridMegawattHours, decimal OtherIndirect, decimal IndirectAsAssessed, decimal PurchasedMegawattHours, decimal Exported)
{
    /// <summary>PFCs, t CO2e, which are counted in <see cref="Direct"/>.</summary>
    internal decimal Pfcs => Gases.Where(g => g.Gas == KyotoGas.Pfcs).Sum(g => g.Counted);

    /// <summary>Gases of the report by family, PFCs among them, t CO2e: what the scheme counts of them is in <see cref="Direct"/>, and what it does not is a memo item.</summary>
    internal IReadOnlyList<(string Gas, decimal Counted, decimal Memo)> Gases { get; private init; } = [];

    /// <param name="report">The report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">The baseline is deemed achieved, so the emissions are not known.</exception>
    internal static ReportedScopes Of(MonitoringReport report, Assessment assessment)
    {
        DeemedYear.Refuse(assessment);
        var sources = SourceTonnes.Of(assessment);
        // Notional emissions of imported intermediates belong to the supplier; only the scheme deducts exports.
        var notional = report.ImportedIntermediates.Select(i => i.Id).ToList();
        var captured = report.CapturedCo2.Select(c => c.Id).ToList();
        var direct = sources.Where(s => s.Part is SourcePart.Combustion or SourcePart.Process && !notional.Contains(s.Id)).Sum(s => s.Tonnes) - sources.Where(s => captured.Contains(s.Id)).Sum(s => s.Tonnes);
        var grid = report.Electricity.Where(IsGrid).ToList();
        var indirect = sources.Where(s => s.Part is SourcePart.Electricity or SourcePart.Heat).ToList();
        return new ReportedScopes(
            direct,
            grid.Sum(Power),
            indirect.Where(s => grid.TrueForAll(g => g.Id != s.Id)).Sum(s => s.Tonnes),
            indirect.Sum(s => s.Tonnes),
            report.Electricity.Where(e => e.Supply is not (ElectricitySupply.Captive or ElectricitySupply.RenewableOnSite)).Sum(Power),
            sources.Where(s => s.Part == SourcePart.Deducted && !captured.Contains(s.Id)).Sum(s => s.Tonnes))
        {
            Gases = [.. report.Gases.Select(g => (Gas: KyotoGas.Of(g.Gas), g.Id)).Concat(report.Pfcs.Select(p => (Gas: KyotoGas.Pfcs, p.Id)))
                .GroupBy(g => g.Gas, g => g.Id, StringComparer.OrdinalIgnoreCase).Select(g => (g.Key, Of(g, isMemo: false), Of(g, isMemo: true)))],
        };

        decimal Of(IEnumerable<string> ids, bool isMemo) => sources.Where(s => (s.Part == SourcePart.Memo) == isMemo && ids.Contains(s.Id, StringComparer.Ordinal)).Sum(s => s.Tonnes);
    }

    // Renewable supply without the undertaking counts as grid supply in the assessment too.
    private static bool IsGrid(ElectricityStream stream) => stream.Supply == ElectricitySupply.Grid
        || (stream.Supply is ElectricitySupply.RenewableOnSite or ElectricitySupply.RenewableOpenAccess or ElectricitySupply.GreenTariff && !stream.NoDoubleCountUndertaking);

    private static decimal Power(ElectricityStream stream) => stream.Amounts.Sum(a => a.Amount.MegawattHours);
}

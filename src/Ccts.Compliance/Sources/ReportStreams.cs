using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Sources;

/// <summary>The streams of a report as one list, with properties that all kinds of stream share.</summary>
internal static class ReportStreams
{
    /// <summary>Every stream that is monitored, products among them.</summary>
    internal static IEnumerable<MonitoredStream> Of(MonitoringReport report) => ((IEnumerable<MonitoredStream>)report.Fuels)
        .Concat(report.ProcessMaterials).Concat(report.MassBalances).Concat(report.Pfcs).Concat(report.Gases).Concat(report.ImportedIntermediates)
        .Concat(report.Electricity).Concat(report.ImportedHeat).Concat(report.ExportedPower).Concat(report.ExportedHeat).Concat(report.CapturedCo2).Concat(report.Memo).Concat(report.Products);

    /// <summary>The periods for which it states amounts: the records that can be looked at.</summary>
    internal static IReadOnlyList<ReportingPeriod> Periods(MonitoredStream stream) => stream switch
    {
        FuelStream { Measured: WeighedFuel w } => Of(w.Amounts),
        FuelStream { Measured: MeteredLiquid l } => Of(l.Amounts),
        FuelStream { Measured: MeteredGas g } => Of(g.Amounts),
        ProcessMaterialStream m => Of(m.Amounts),
        MassBalanceStream b => [.. b.Inputs.Concat(b.Outputs).SelectMany(f => Of(f.Amounts)).Distinct()],
        GasStream g => Of(g.Amounts),
        ImportedIntermediateStream i => Of(i.Amounts),
        ElectricityStream e => Of(e.Amounts),
        ImportedHeatStream h => Of(h.Amounts),
        ExportedPowerStream p => Of(p.Amounts),
        ExportedHeatStream h => Of(h.Amounts),
        CapturedCo2Stream c => Of(c.Amounts),
        MemoStream m => Of(m.Amounts),
        ProductStream { Amounts: ProductInTonnes t } => Of(t.Amounts),
        ProductStream { Amounts: ProductInMegawattHours t } => Of(t.Amounts),
        ProductStream { Amounts: ProductInRefineryThroughput t } => Of(t.Amounts),
        ProductStream { Amounts: ProductInUnit t } => Of(t.Amounts),
        _ => [],
    };

    /// <summary>By how much it changed against the year before, as a share; null where that year is not stated or was nothing.</summary>
    internal static decimal? Change(MonitoredStream stream) => stream switch
    {
        FuelStream { Measured: WeighedFuel { PreviousYear: { } p } w } => Change(Total(w.Amounts), ((IQuantity)p).CanonicalValue),
        FuelStream { Measured: MeteredLiquid { PreviousYear: { } p } l } => Change(Total(l.Amounts), ((IQuantity)p).CanonicalValue),
        FuelStream { Measured: MeteredGas { PreviousYear: { } p } g } => Change(Total(g.Amounts), ((IQuantity)p).CanonicalValue),
        ProcessMaterialStream { PreviousYear: { } p } m => Change(Total(m.Amounts), ((IQuantity)p).CanonicalValue),
        ElectricityStream { PreviousYear: { } p } e => Change(Total(e.Amounts), ((IQuantity)p).CanonicalValue),
        _ => null,
    };

    private static decimal? Change(decimal now, decimal before) => before == 0m ? null : (now - before) / before;

    private static decimal Total<T>(Amounts<T> amounts)
        where T : struct, IQuantity => amounts.Sum(a => a.Amount.CanonicalValue);

    private static IReadOnlyList<ReportingPeriod> Of<T>(Amounts<T> amounts)
        where T : struct, IQuantity => [.. amounts.Select(a => a.Period)];
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The last days of a report's streams. Uncounted streams, such as memo items, may end on any day.</summary>
internal static class Ends
{
    /// <summary>The last day of most streams; of two equally frequent days the earlier, so that streams beyond it are questioned. Null if no stream has an amount.</summary>
    internal static LocalDate? Common(MonitoringReport report)
    {
        var days = Days(report).OfType<LocalDate>().GroupBy(d => d).ToList();
        return days.Count == 0 ? null : days.OrderByDescending(d => d.Count()).ThenBy(d => d.Key).First().Key;
    }

    private static IEnumerable<LocalDate?> Days(MonitoringReport report) =>
    [
        .. report.Fuels.Select(f => f.Measured switch
        {
            WeighedFuel weighed => Last(weighed.Amounts),
            MeteredLiquid liquid => Last(liquid.Amounts),
            MeteredGas gas => Last(gas.Amounts),
            BilledEnergy billed => Last(billed.Amounts),
            _ => null,
        }),
        .. report.ProcessMaterials.Select(m => Last(m.Amounts)),
        .. report.MassBalances.SelectMany(b => b.Inputs.Concat(b.Outputs)).Select(f => Last(f.Amounts)),
        .. report.Gases.Select(g => Last(g.Amounts)),
        .. report.ImportedIntermediates.Select(i => Last(i.Amounts)),
        .. report.Electricity.Select(e => Last(e.Amounts)),
        .. report.ImportedHeat.Select(h => Last(h.Amounts)),
        .. report.ExportedPower.Select(e => Last(e.Amounts)),
        .. report.ExportedHeat.Select(h => Last(h.Amounts)),
        .. report.CapturedCo2.Select(c => Last(c.Amounts)),
        .. report.Products.Select(p => p.Amounts switch
        {
            ProductInTonnes tonnes => Last(tonnes.Amounts),
            ProductInMegawattHours electricity => Last(electricity.Amounts),
            ProductInRefineryThroughput throughput => Last(throughput.Amounts),
            ProductInUnit other => Last(other.Amounts),
            _ => null,
        }),
    ];

    private static LocalDate? Last<T>(Amounts<T> amounts)
        where T : struct, IQuantity => amounts.Count == 0 ? null : amounts.Max(a => a.Period.To);
}

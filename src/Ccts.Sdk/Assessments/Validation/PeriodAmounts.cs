using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>The amounts of a stream by period, as far as two streams may be the same one entered twice.</summary>
internal static class PeriodAmounts
{
    /// <summary>Whether two streams have the same amount in every period, to within what rounding makes.</summary>
    internal static bool Agree(MonitoredStream one, MonitoredStream other, PlausibleRange near)
    {
        var (a, b) = (Of(one), Of(other));
        return a.Count > 0 && a.Count == b.Count && a.Values.Any(v => v > 0m) && a.All(p => b.TryGetValue(p.Key, out var amount) && IsNear(p.Value, amount, near));
    }

    /// <summary>Whether a stream may be the sum of others: in every period that all of them have it is near what they have together.</summary>
    internal static bool MayBeSum(MonitoredStream whole, IReadOnlyList<MonitoredStream> parts, PlausibleRange near)
    {
        var (of, others) = (Of(whole), parts.Select(Of).ToList());
        return of.All(p => others.Exists(o => !o.ContainsKey(p.Key)) || IsNear(p.Value, others.Sum(o => o[p.Key]), near));
    }

    private static bool IsNear(decimal one, decimal other, PlausibleRange near) => one == other || (other > 0m && one > 0m && new Reference(other, other, near).Judge(one) == Likelihood.Usual);

    private static Dictionary<ReportingPeriod, decimal> Of(MonitoredStream stream) => stream switch
    {
        FuelStream { Measured: WeighedFuel weighed } => Of(weighed.Amounts),
        FuelStream { Measured: MeteredLiquid liquid } => Of(liquid.Amounts),
        FuelStream { Measured: MeteredGas gas } => Of(gas.Amounts),
        FuelStream { Measured: BilledEnergy billed } => Of(billed.Amounts),
        ProcessMaterialStream material => Of(material.Amounts),
        ImportedIntermediateStream intermediate => Of(intermediate.Amounts),
        GasStream gas => Of(gas.Amounts),
        ElectricityStream electricity => Of(electricity.Amounts),
        ImportedHeatStream heat => Of(heat.Amounts),
        ExportedPowerStream power => Of(power.Amounts),
        ExportedHeatStream heat => Of(heat.Amounts),
        CapturedCo2Stream captured => Of(captured.Amounts),
        ProductStream { Amounts: ProductInTonnes tonnes } => Of(tonnes.Amounts),
        ProductStream { Amounts: ProductInMegawattHours electricity } => Of(electricity.Amounts),
        ProductStream { Amounts: ProductInRefineryThroughput throughput } => Of(throughput.Amounts),
        ProductStream { Amounts: ProductInUnit other } => Of(other.Amounts),
        _ => [],
    };

    private static Dictionary<ReportingPeriod, decimal> Of<T>(Amounts<T> amounts)
        where T : struct, IQuantity
    {
        var byPeriod = new Dictionary<ReportingPeriod, decimal>();
        foreach (var (period, amount) in amounts)
        {
            byPeriod[period] = amount.CanonicalValue;
        }

        return byPeriod;
    }
}

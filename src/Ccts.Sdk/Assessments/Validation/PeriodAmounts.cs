using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Amounts with their periods, to find a stream that repeats another or is the sum of others. A year's figure is compared with the sum of months.</summary>
internal sealed class PeriodAmounts
{
    private const decimal LongestOverShortestMonth = 31m / 28m;

    private readonly (ReportingPeriod Period, decimal Amount)[] _items;

    private PeriodAmounts(IEnumerable<(ReportingPeriod Period, decimal Amount)> items)
    {
        _items = [.. items];
        Total = _items.Sum(i => i.Amount);
    }

    internal decimal Total { get; }

    internal List<ReportingPeriod> Periods => [.. _items.Select(i => i.Period).OrderBy(p => p.From)];

    // Looked at only where the totals fit.
    private SortedSet<LocalDate> Ends => field ??= [.. _items.SelectMany(i => new[] { i.Period.From, i.Period.To.PlusDays(1) })];

    internal static PeriodAmounts Of(CountedSource source) => source.Flow is { } flow ? Of(flow.Amounts) : Of(source.Stream);

    internal static PeriodAmounts Of(MonitoredStream stream) => stream switch
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
        _ => new PeriodAmounts([]),
    };

    internal static PeriodAmounts Of<T>(Amounts<T> amounts)
        where T : struct, IQuantity => new(amounts.Select(a => (a.Period, a.Amount.CanonicalValue)));

    /// <summary>Which part falls into each span, where a period may be longer than that.</summary>
    internal decimal[] Spread(Spans spans)
    {
        var shares = new decimal[spans.Count];
        foreach (var (period, amount) in _items.Where(_ => Total > 0m))
        {
            spans.Spread(shares, period, amount / Total);
        }

        return shares;
    }

    /// <summary>So many times as much in every period.</summary>
    internal PeriodAmounts Times(decimal times) => new(_items.Select(i => (i.Period, i.Amount * times)));

    /// <summary>In how many spans of time, between days on which a period of each of them begins or ends, this is near what the others have together; 0 where in any it is not.</summary>
    internal int SpansAsSumOf(IReadOnlyList<PeriodAmounts> parts, PlausibleRange near)
    {
        if (Total <= 0m || !IsNear(Total, parts.Sum(p => p.Total), near))
        {
            return 0;
        }

        var ends = Ends.Where(d => parts.All(p => p.Ends.Contains(d))).ToArray();
        var (mine, theirs) = (new decimal[ends.Length + 1], new decimal[ends.Length + 1]);
        AddTo(mine, ends);
        foreach (var part in parts)
        {
            part.AddTo(theirs, ends);
        }

        var spans = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            if (!IsNear(mine[i], theirs[i], near))
            {
                return 0;
            }

            spans += mine[i] > 0m ? 1 : 0;
        }

        return spans;
    }

    /// <summary>
    /// Whether amounts that agree with those of the parts in every month do so by no chance: they vary by more than the days of months do; or the parts, where they are several, vary
    /// and not all alike.
    /// </summary>
    internal bool Varies(IReadOnlyList<PeriodAmounts> parts, PlausibleRange near) =>
        parts.Count == 1 ? Apart(_items.Select(i => i.Amount)) > LongestOverShortestMonth
            : parts.Skip(1).Any(p => p._items.Length != parts[0]._items.Length || Apart(p._items.Zip(parts[0]._items, (one, other) => other.Amount > 0m ? one.Amount / other.Amount : 0m)) > near.UnusualAbove / near.UnusualBelow);

    private static decimal Apart(IEnumerable<decimal> values) => values.Where(v => v > 0m).ToList() is { Count: > 0 } all ? all.Max() / all.Min() : 1m;

    internal static bool IsNear(decimal one, decimal other, PlausibleRange near) => one == other || (other > 0m && one > 0m && new Reference(other, other, near).Judge(one) == Likelihood.Usual);

    /// <summary>Adds each amount to its span; no period crosses a day on which one of its own stream ends.</summary>
    private void AddTo(decimal[] spans, LocalDate[] ends)
    {
        foreach (var (period, amount) in _items)
        {
            spans[ends.Count(d => d <= period.From)] += amount;
        }
    }
}

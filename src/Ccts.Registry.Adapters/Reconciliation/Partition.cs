using System.Collections.Generic;
using Ccts.Sdk.Blocks;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// The claims of one registry and scope whose numbers share their upper 64 bits: nothing outside can touch them, so each partition is
/// reconciled on its own, and again only when it changed.
/// </summary>
internal sealed class Partition(string registry, string scope, ulong high)
{
    private readonly ClaimList _local = new();
    private readonly ClaimList _registry = new();
    private ReconciliationTotals? _totals;

    internal string Registry { get; } = registry;

    internal string Scope { get; } = scope;

    internal ulong High { get; } = high;

    internal void Add(StatementSide side, Claim claim)
    {
        (side == StatementSide.Local ? _local : _registry).Add(claim);
        _totals = null;
    }

    internal ReconciliationTotals Totals()
    {
        if (_totals is null)
        {
            var counter = new Counter();
            Sweep(counter);
            _totals = counter.Totals;
        }

        return _totals;
    }

    internal List<Stretch> Stretches()
    {
        var collector = new Collector();
        Sweep(collector);
        collector.All.Sort((a, b) => Order(a, b));
        return collector.All;
    }

    internal BlockRange Range(in Stretch stretch) => new(new BlockNumber(High, stretch.From), new BlockNumber(High, stretch.To));

    private void Sweep<TSink>(TSink sink)
        where TSink : IStretchSink => new ClaimSweep<TSink>(_local.Sorted(), _registry.Sorted(), sink).Run();

    private static int Order(in Stretch a, in Stretch b)
    {
        var order = a.From.CompareTo(b.From);
        order = order != 0 ? order : a.Side.CompareTo(b.Side);
        order = order != 0 ? order : a.Class.CompareTo(b.Class);
        order = order != 0 ? order : a.Claim.File.CompareTo(b.Claim.File);
        return order != 0 ? order : a.Claim.Line.CompareTo(b.Claim.Line);
    }

    private sealed class Counter : IStretchSink
    {
        internal ReconciliationTotals Totals { get; } = new();

        public void Take(in Stretch stretch)
        {
            Totals.Add(stretch.Class, stretch.Side, stretch.Tonnes);
            if (!stretch.IsLoss && stretch.Other is not null)
            {
                Totals.Add(stretch.Class, StatementSide.Registry, stretch.Tonnes);
            }
        }
    }

    private sealed class Collector : IStretchSink
    {
        internal List<Stretch> All { get; } = [];

        public void Take(in Stretch stretch) => All.Add(stretch);
    }
}

using System.Collections.Generic;
using System.Threading.Tasks;
using Ccts.Sdk.Blocks;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// The claims of one registry and scope whose numbers share their upper 64 bits: nothing outside can touch them, so each partition is
/// reconciled on its own, and again only when it changed.
/// </summary>
internal sealed class Partition(string registry, string scope, ulong high)
{
    private const int ManyClaims = 100_000;

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
            var counter = new StretchCounter();
            Sweep(counter);
            _totals = counter.Totals();
        }

        return _totals;
    }

    /// <summary>Every stretch with the claims it rests on, by number, then side, class and row.</summary>
    internal List<ToldStretch> Stretches()
    {
        var collector = new Collector();
        Sweep(collector);
        var told = collector.All.ConvertAll(s => new ToldStretch(s, Claim(s.Side, s.Claim), s.Other < 0 ? null : Claim(s.FacesOther ? StatementSide.Registry : s.Side, s.Other)));
        told.Sort(Order);
        return told;
    }

    internal BlockRange Range(in Stretch stretch) => new(new BlockNumber(High, stretch.From), new BlockNumber(High, stretch.To));

    private Claim Claim(StatementSide side, int at) => (side == StatementSide.Local ? _local : _registry).Sorted()[at];

    private void Sweep<TSink>(TSink sink)
        where TSink : IStretchSink
    {
        if (_local.Count > ManyClaims && _registry.Count > ManyClaims)
        {
            Parallel.Invoke(_local.Sort, _registry.Sort);
        }

        new ClaimSweep<TSink>(_local.Sorted(), _registry.Sorted(), sink).Run();
    }

    private static int Order(ToldStretch a, ToldStretch b)
    {
        var order = a.Stretch.From.CompareTo(b.Stretch.From);
        order = order != 0 ? order : a.Stretch.Side.CompareTo(b.Stretch.Side);
        order = order != 0 ? order : a.Stretch.Class.CompareTo(b.Stretch.Class);
        order = order != 0 ? order : a.Claim.File.CompareTo(b.Claim.File);
        return order != 0 ? order : a.Claim.Line.CompareTo(b.Claim.Line);
    }

    private sealed class Collector : IStretchSink
    {
        internal List<Stretch> All { get; } = [];

        public void Take(in Stretch stretch) => All.Add(stretch);
    }
}

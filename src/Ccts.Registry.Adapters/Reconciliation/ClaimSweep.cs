using System;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Takes the classified stretches of a sweep.</summary>
internal interface IStretchSink
{
    /// <summary>One stretch: claims of the two sides that face each other, or a claim that lost to another of its own side.</summary>
    void Take(in Stretch stretch);
}

/// <summary>
/// Walks the numbers of one partition upwards past both sides' claims, sorted by start. Between two bounds nothing changes, so every number
/// there has the same class. Adjoining stretches that rest on the same rows become one.
/// </summary>
internal readonly ref struct ClaimSweep<TSink>
    where TSink : IStretchSink
{
    private readonly ReadOnlySpan<Claim> _local;
    private readonly ReadOnlySpan<Claim> _registry;
    private readonly TSink _sink;
    private readonly OpenClaims _openLocal;
    private readonly OpenClaims _openRegistry;

    internal ClaimSweep(ReadOnlySpan<Claim> local, ReadOnlySpan<Claim> registry, TSink sink)
    {
        _local = local;
        _registry = registry;
        _sink = sink;
        _openLocal = new OpenClaims();
        _openRegistry = new OpenClaims();
    }

    internal void Run()
    {
        int nextLocal = 0, nextRegistry = 0;
        ulong last = 0;
        while (true)
        {
            var firstLocal = nextLocal < _local.Length ? _local[nextLocal].Start : ulong.MaxValue;
            var firstRegistry = nextRegistry < _registry.Length ? _registry[nextRegistry].Start : ulong.MaxValue;
            var isInside = _openLocal.Count + _openRegistry.Count > 0;
            if (!isInside && nextLocal == _local.Length && nextRegistry == _registry.Length)
            {
                return;
            }

            // Right after the last stretch while inside of claims, otherwise at the next claim.
            var from = isInside ? last + 1 : Math.Min(firstLocal, firstRegistry);
            Open(_local, ref nextLocal, _openLocal, from);
            Open(_registry, ref nextRegistry, _openRegistry, from);
            last = Math.Min(_openLocal.FirstEnd(), _openRegistry.FirstEnd());
            last = nextLocal < _local.Length ? Math.Min(last, _local[nextLocal].Start - 1) : last;
            last = nextRegistry < _registry.Length ? Math.Min(last, _registry[nextRegistry].Start - 1) : last;
            Classify(from, last);
            Close(_openLocal, last);
            Close(_openRegistry, last);
        }
    }

    private static void Open(ReadOnlySpan<Claim> claims, ref int next, OpenClaims open, ulong at)
    {
        for (; next < claims.Length && claims[next].Start == at; next++)
        {
            open.Add(next, claims[next].End);
        }
    }

    private void Classify(ulong from, ulong to)
    {
        var local = Winner(_openLocal, _local);
        var registry = Winner(_openRegistry, _registry);
        if (local >= 0)
        {
            ref var mine = ref _openLocal[local];
            var theirs = registry >= 0 ? _openRegistry[registry].Claim : -1;
            Extend(ref mine, new Stretch(from, to, Class(mine.Claim, theirs), StatementSide.Local, mine.Claim, theirs));
            if (registry >= 0)
            {
                // Told by its counterpart.
                Tell(ref _openRegistry[registry]);
            }
        }
        else if (registry >= 0)
        {
            ref var theirs = ref _openRegistry[registry];
            var kind = _registry[theirs.Claim].HasQuantityFault ? ReconciliationClass.QuantityMismatch : ReconciliationClass.MissingLocally;
            Extend(ref theirs, new Stretch(from, to, kind, StatementSide.Registry, theirs.Claim, -1));
        }

        Lose(StatementSide.Local, _openLocal, _local, local, from, to);
        Lose(StatementSide.Registry, _openRegistry, _registry, registry, from, to);
    }

    private void Lose(StatementSide side, OpenClaims open, ReadOnlySpan<Claim> claims, int winner, ulong from, ulong to)
    {
        for (var i = 0; i < open.Count; i++)
        {
            if (i != winner)
            {
                ref var lost = ref open[i];
                var counts = open[winner].Claim;
                var kind = claims[counts].IsPrecededLegitimatelyBy(claims[lost.Claim]) ? ReconciliationClass.Contained : ReconciliationClass.Overlap;
                Extend(ref lost, new Stretch(from, to, kind, side, lost.Claim, counts));
            }
        }
    }

    private void Extend(ref OpenClaims.Open open, in Stretch next)
    {
        if (open.HasStretch && open.Stretch.Continues(next))
        {
            open.Stretch = open.Stretch with { To = next.To };
            return;
        }

        Tell(ref open);
        open.Stretch = next;
        open.HasStretch = true;
    }

    private void Close(OpenClaims open, ulong at)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].End == at)
            {
                Tell(ref open[i]);
                open.RemoveAt(i);
            }
        }
    }

    private void Tell(ref OpenClaims.Open open)
    {
        if (open.HasStretch)
        {
            _sink.Take(open.Stretch);
            open.HasStretch = false;
        }
    }

    private static int Winner(OpenClaims open, ReadOnlySpan<Claim> claims)
    {
        var winner = open.Count - 1;
        for (var i = winner - 1; i >= 0; i--)
        {
            winner = claims[open[i].Claim].Beats(claims[open[winner].Claim]) ? i : winner;
        }

        return winner;
    }

    private ReconciliationClass Class(int local, int registry)
    {
        ref readonly var mine = ref _local[local];
        if (mine.HasQuantityFault || (registry >= 0 && _registry[registry].HasQuantityFault))
        {
            return ReconciliationClass.QuantityMismatch;
        }

        return registry >= 0 ? UnitStates.Compare(mine.State, _registry[registry].State) : ReconciliationClass.MissingAtRegistry;
    }
}

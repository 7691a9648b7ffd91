using System;
using System.Collections.Generic;

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
internal ref struct ClaimSweep<TSink>
    where TSink : IStretchSink
{
    private readonly ReadOnlySpan<Claim> _local;
    private readonly ReadOnlySpan<Claim> _registry;
    private readonly TSink _sink;
    private readonly List<OpenClaim> _openLocal;
    private readonly List<OpenClaim> _openRegistry;
    private int _nextLocal;
    private int _nextRegistry;

    internal ClaimSweep(ReadOnlySpan<Claim> local, ReadOnlySpan<Claim> registry, TSink sink)
    {
        _local = local;
        _registry = registry;
        _sink = sink;
        _openLocal = [];
        _openRegistry = [];
        _nextLocal = _nextRegistry = 0;
    }

    internal void Run()
    {
        while (true)
        {
            if (_openLocal.Count + _openRegistry.Count == 0 && _nextLocal == _local.Length && _nextRegistry == _registry.Length)
            {
                return;
            }

            var from = From();
            Open(_local, ref _nextLocal, _openLocal, from);
            Open(_registry, ref _nextRegistry, _openRegistry, from);
            var to = To();
            Classify(from, to);
            Close(_openLocal, to);
            Close(_openRegistry, to);
            _position = to;
        }
    }

    private ulong _position;

    // Where the next stretch begins: right after the last one while claims are open, otherwise at the next claim.
    private readonly ulong From()
    {
        if (_openLocal.Count + _openRegistry.Count > 0)
        {
            return _position + 1;
        }

        var from = ulong.MaxValue;
        from = _nextLocal < _local.Length ? Math.Min(from, _local[_nextLocal].Start) : from;
        return _nextRegistry < _registry.Length ? Math.Min(from, _registry[_nextRegistry].Start) : from;
    }

    private readonly ulong To()
    {
        var to = ulong.MaxValue;
        to = _nextLocal < _local.Length ? Math.Min(to, _local[_nextLocal].Start - 1) : to;
        to = _nextRegistry < _registry.Length ? Math.Min(to, _registry[_nextRegistry].Start - 1) : to;
        foreach (var open in _openLocal)
        {
            to = Math.Min(to, open.Claim.End);
        }

        foreach (var open in _openRegistry)
        {
            to = Math.Min(to, open.Claim.End);
        }

        return to;
    }

    private static void Open(ReadOnlySpan<Claim> claims, ref int next, List<OpenClaim> open, ulong at)
    {
        for (; next < claims.Length && claims[next].Start == at; next++)
        {
            open.Add(new OpenClaim(claims[next]));
        }
    }

    private readonly void Classify(ulong from, ulong to)
    {
        var local = Winner(_openLocal);
        var registry = Winner(_openRegistry);
        Face(local, registry, from, to);
        Lose(StatementSide.Local, _openLocal, local, from, to);
        Lose(StatementSide.Registry, _openRegistry, registry, from, to);
    }

    private readonly void Face(int local, int registry, ulong from, ulong to)
    {
        if (local >= 0)
        {
            var mine = _openLocal[local];
            Claim? theirs = registry >= 0 ? _openRegistry[registry].Claim : null;
            _openLocal[local] = Extend(mine, new Stretch(from, to, Class(mine.Claim, theirs), StatementSide.Local, mine.Claim, theirs));
            if (registry >= 0)
            {
                // Told by its counterpart.
                _openRegistry[registry] = Extend(_openRegistry[registry], null);
            }
        }
        else if (registry >= 0)
        {
            var theirs = _openRegistry[registry];
            var kind = theirs.Claim.HasQuantityFault ? ReconciliationClass.QuantityMismatch : ReconciliationClass.MissingLocally;
            _openRegistry[registry] = Extend(theirs, new Stretch(from, to, kind, StatementSide.Registry, theirs.Claim, null));
        }
    }

    private readonly void Lose(StatementSide side, List<OpenClaim> open, int winner, ulong from, ulong to)
    {
        for (var i = 0; i < open.Count; i++)
        {
            if (i != winner)
            {
                var lost = open[i];
                var kind = open[winner].Claim.IsPrecededLegitimatelyBy(lost.Claim) ? ReconciliationClass.Contained : ReconciliationClass.Overlap;
                open[i] = Extend(lost, new Stretch(from, to, kind, side, lost.Claim, open[winner].Claim));
            }
        }
    }

    private readonly OpenClaim Extend(OpenClaim open, Stretch? stretch)
    {
        if (open.Stretch is { } told && stretch is { } next && told.Continues(next))
        {
            return open with { Stretch = told.Until(next.To) };
        }

        Tell(open);
        return open with { Stretch = stretch };
    }

    private readonly void Close(List<OpenClaim> open, ulong to)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Claim.End == to)
            {
                Tell(open[i]);
                open.RemoveAt(i);
            }
        }
    }

    private readonly void Tell(in OpenClaim open)
    {
        if (open.Stretch is { } stretch)
        {
            _sink.Take(stretch);
        }
    }

    private static int Winner(List<OpenClaim> open)
    {
        var winner = open.Count - 1;
        for (var i = winner - 1; i >= 0; i--)
        {
            winner = open[i].Claim.Beats(open[winner].Claim) ? i : winner;
        }

        return winner;
    }

    private static ReconciliationClass Class(in Claim local, Claim? registry)
    {
        if (local.HasQuantityFault || registry is { HasQuantityFault: true })
        {
            return ReconciliationClass.QuantityMismatch;
        }

        return registry is { } theirs ? UnitStates.Compare(local.State, theirs.State) : ReconciliationClass.MissingAtRegistry;
    }
}

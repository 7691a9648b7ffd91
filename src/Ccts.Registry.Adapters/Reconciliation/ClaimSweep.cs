using System;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Takes the classified stretches of a sweep.</summary>
internal interface IStretchSink
{
    /// <summary>One stretch of numbers: the claims of the two sides on it, or a claim that lost to another of its own side.</summary>
    void Take(in Stretch stretch);
}

/// <summary>
/// Walks up the numbers of one partition through both sides' claims, sorted by start. Between two bounds nothing changes, so every number
/// there has the same class. Adjoining stretches that rest on the same rows become one.
/// </summary>
internal sealed class ClaimSweep<TSink>
    where TSink : IStretchSink
{
    private readonly OpenClaims<TSink> _local;
    private readonly OpenClaims<TSink> _registry;
    private ulong _last;

    internal ClaimSweep(ClaimList local, ClaimList registry, TSink sink)
    {
        _local = new OpenClaims<TSink>(StatementSide.Local, local.Sorted(), local.Count, sink);
        _registry = new OpenClaims<TSink>(StatementSide.Registry, registry.Sorted(), registry.Count, sink);
    }

    private bool IsInside => _local.Count + _registry.Count > 0;

    /// <summary>Goes to the end.</summary>
    internal void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Classifies the next numbers up to where something changes; false at the end.</summary>
    internal bool Step()
    {
        if (!IsInside && _local.IsAtEnd && _registry.IsAtEnd)
        {
            return false;
        }

        // Right after the last stretch while inside a claim, otherwise at the next claim.
        var from = IsInside ? _last + 1 : Math.Min(_local.NextStart, _registry.NextStart);
        _local.OpenAt(from);
        _registry.OpenAt(from);
        _last = Math.Min(_local.LastUnchanged(), _registry.LastUnchanged());
        Classify(from, _last);
        _local.CloseAt(_last);
        _registry.CloseAt(_last);
        return true;
    }

    /// <summary>The start of the earliest stretch not reported yet, if any. Everything reported from now on starts there or later.</summary>
    internal ulong? FirstUntold() =>
        (_local.FirstUntold(), _registry.FirstUntold()) switch { ({ } a, { } b) => Math.Min(a, b), var (a, b) => a ?? b };

    private void Classify(ulong from, ulong to)
    {
        var local = _local.Winner();
        var registry = _registry.Winner();
        if (local >= 0)
        {
            var mine = _local[local].Claim;
            var theirs = registry >= 0 ? _registry[registry].Claim : -1;
            if (!_local.ClaimOf(mine).EndsLater || (theirs >= 0 && !_registry.ClaimOf(theirs).EndsLater))
            {
                _local.Extend(local, new Stretch(from, to, Class(mine, theirs), StatementSide.Local, mine, theirs));
            }

            if (registry >= 0)
            {
                // Told by its counterpart.
                _registry.Tell(registry);
            }
        }
        else if (registry >= 0 && !_registry.ClaimOf(_registry[registry].Claim).EndsLater)
        {
            var theirs = _registry[registry].Claim;
            ref readonly var claim = ref _registry.ClaimOf(theirs);
            var kind = claim.IsDoubtful ? ReconciliationClass.Unparsable : claim.HasQuantityFault ? ReconciliationClass.QuantityMismatch : ReconciliationClass.MissingLocally;
            _registry.Extend(registry, new Stretch(from, to, kind, StatementSide.Registry, theirs, -1));
        }

        Lose(StatementSide.Local, _local, local, from, to);
        Lose(StatementSide.Registry, _registry, registry, from, to);
    }

    private static void Lose(StatementSide side, OpenClaims<TSink> open, int winner, ulong from, ulong to)
    {
        for (var i = 0; i < open.Count; i++)
        {
            if (i != winner && !open.ClaimOf(open[i].Claim).EndsLater)
            {
                var (lost, counts) = (open[i].Claim, open[winner].Claim);
                open.Extend(i, new Stretch(from, to, ClassOfLoss(open.ClaimOf(lost), open.ClaimOf(counts)), side, lost, counts, IsLoss: true));
            }
        }
    }

    // A row that cannot be read is not reported as a double count. Two rows that both use up units are, whatever else in them cannot be read.
    private static ReconciliationClass ClassOfLoss(in Claim lost, in Claim counts) =>
        counts.IsPrecededLegitimatelyBy(lost) ? ReconciliationClass.Contained
        : (lost.IsDoubtful || counts.IsDoubtful) && (lost.Rank != counts.Rank || lost.State == UnitState.Unknown || counts.State == UnitState.Unknown) ? ReconciliationClass.Unparsable
        : ReconciliationClass.Overlap;

    private ReconciliationClass Class(int local, int registry)
    {
        ref readonly var mine = ref _local.ClaimOf(local);
        if (mine.IsDoubtful || (registry >= 0 && _registry.ClaimOf(registry).IsDoubtful))
        {
            // The other side has these units as well, so they are not ghosts.
            return ReconciliationClass.Unparsable;
        }

        if (mine.HasQuantityFault || (registry >= 0 && _registry.ClaimOf(registry).HasQuantityFault))
        {
            return ReconciliationClass.QuantityMismatch;
        }

        // The same numbers under another project, vintage, batch or country: one could be delivered in place of the other.
        if (registry >= 0 && SerialMark.Differ(mine.Mark, _registry.ClaimOf(registry).Mark))
        {
            return ReconciliationClass.SerialMismatch;
        }

        return registry >= 0 ? UnitStates.Compare(mine.State, _registry.ClaimOf(registry).State) : ReconciliationClass.MissingAtRegistry;
    }
}

using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// The claims of one registry and scope whose numbers share their upper 64 bits: no other row can affect them, so each partition is
/// reconciled on its own, and again only when it changes.
/// </summary>
internal sealed class Partition(string registry, string scope, ulong high)
{
    private const int ManyClaims = 100_000;

    private readonly ClaimList _local = new();
    private readonly ClaimList _registry = new();
    private ReconciliationTotals? _totals;
    private int _version;

    internal string Registry { get; } = registry;

    internal string Scope { get; } = scope;

    internal ulong High { get; } = high;

    internal bool Has(StatementSide side) => (side == StatementSide.Local ? _local : _registry).Count > 0;

    internal void Add(StatementSide side, Claim claim)
    {
        (side == StatementSide.Local ? _local : _registry).Add(claim);
        _totals = null;
        _version++;
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

    /// <summary>
    /// Every stretch with the claims it rests on, by number, then side, class and row; reported while the sweep goes on, so that only what
    /// is not in order yet is in memory.
    /// </summary>
    /// <exception cref="InvalidOperationException">Rows were added meanwhile.</exception>
    internal IEnumerable<ToldStretch> Stretches()
    {
        var started = _version;
        var told = new StretchOrder(_local, _registry);
        var sweep = new ClaimSweep<StretchOrder>(_local, _registry, told);
        for (var goesOn = true; goesOn;)
        {
            goesOn = sweep.Step();
            if (goesOn && !told.IsFull)
            {
                continue;
            }

            foreach (var stretch in told.Release(goesOn ? sweep.FirstUntold() : null))
            {
                if (_version != started)
                {
                    throw new InvalidOperationException("Rows were added while findings were being read. Ask for the findings again.");
                }

                yield return stretch;
            }
        }
    }

    internal BlockRange Range(in Stretch stretch) => new(new BlockNumber(High, stretch.From), new BlockNumber(High, stretch.To));

    private void Sweep(StretchCounter counter)
    {
        if (_local.Count > ManyClaims && _registry.Count > ManyClaims)
        {
            Parallel.Invoke(_local.Sort, _registry.Sort);
        }

        new ClaimSweep<StretchCounter>(_local, _registry, counter).Run();
    }
}

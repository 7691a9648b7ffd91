using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>What the ledger says of a registry's units: what it claims, and what an instruction or a doubt holds.</summary>
internal sealed class LedgerClaims
{
    private readonly Dictionary<string, BlockSet> _inFlight = new(StringComparer.Ordinal);

    /// <summary>Runs of units that the ledger claims, each with its account and place.</summary>
    internal List<(string Account, Holding Holding)> Claimed { get; } = [];

    internal decimal ClaimedTonnes => Claimed.Sum(c => (decimal)c.Holding.Units.Tonnes);

    internal decimal InFlightTonnes { get; private set; }

    internal static async Task<LedgerClaims> ReadAsync(LedgerEngine engine, string registry, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        var claims = new LedgerClaims();
        foreach (var account in accounts)
        {
            var view = await engine.AccountAsync(account, cancellationToken).ConfigureAwait(false);
            foreach (var holding in view?.Holdings ?? [])
            {
                if (holding.Units.Lot.Registry == registry)
                {
                    claims.Add(account, holding);
                }
            }
        }

        return claims;
    }

    /// <summary>What of a block is not held by an instruction.</summary>
    internal IEnumerable<SerialBlock> NotInFlight(SerialBlock block) =>
        _inFlight.TryGetValue(block.Scope, out var held) ? BlockSet.Of(block.Range).Subtract(held).Ranges.Select(block.With) : [block];

    /// <summary>A claim as a row of the host's own.</summary>
    internal static StatementEntry Row(SerialBlock block, int line) =>
        new() { File = "ledger", Line = line, Registry = block.Registry, Block = block, State = UnitState.Held };

    private void Add(string account, Holding holding)
    {
        switch (holding.Place)
        {
            case ShadowAccount.Reserved or ShadowAccount.Pending:
                var scope = holding.Units.Lot.Scope;
                _inFlight[scope] = (_inFlight.TryGetValue(scope, out var held) ? held : BlockSet.Empty).Union(BlockSet.Of(holding.Units.Range));
                InFlightTonnes += holding.Units.Tonnes;
                break;
            case ShadowAccount.Free or ShadowAccount.Banked or ShadowAccount.Pledged or ShadowAccount.Quarantined:
                Claimed.Add((account, holding));
                break;
        }
    }
}

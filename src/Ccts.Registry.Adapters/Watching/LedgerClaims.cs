using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>The ledger's view of a registry's units: what it claims, and what an instruction or a doubt holds.</summary>
internal sealed class LedgerClaims
{
    /// <summary>Runs of units that the ledger claims, each with its account and place.</summary>
    internal List<(string Account, Holding Holding)> Claimed { get; } = [];

    /// <summary>Accounts that give nothing out.</summary>
    internal HashSet<string> Frozen { get; } = new(StringComparer.Ordinal);

    /// <summary>Reservations of each account that hold something.</summary>
    internal HashSet<(string Account, string Reservation)> Reservations { get; } = [];

    internal decimal ClaimedTonnes => Claimed.Sum(c => (decimal)c.Holding.Units.Tonnes);

    internal decimal InFlightTonnes { get; private set; }

    /// <param name="engine">The ledger.</param>
    /// <param name="registry">The registry, in any spelling.</param>
    /// <param name="accounts">The ledger's accounts.</param>
    /// <param name="isInstructed">Whether an instruction holds what is reserved.</param>
    /// <param name="hidden">Receives what an instruction or a doubt holds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal static async Task<LedgerClaims> ReadAsync(
        LedgerEngine engine, string registry, IReadOnlyList<string> accounts, Func<string, Holding, bool> isInstructed, UncomparedNumbers hidden, CancellationToken cancellationToken)
    {
        var claims = new LedgerClaims();
        foreach (var account in accounts)
        {
            var view = await engine.AccountAsync(account, cancellationToken).ConfigureAwait(false);
            _ = view is { IsFrozen: true } && claims.Frozen.Add(account);
            foreach (var holding in view?.Holdings ?? [])
            {
                if (Spelled.Same(holding.Units.Lot.Registry, registry))
                {
                    claims.Add(account, holding, isInstructed, hidden);
                }
            }
        }

        return claims;
    }

    /// <summary>A claim as a row of the host's own.</summary>
    internal static StatementEntry Row(SerialBlock block, int line) =>
        new() { File = "ledger", Line = line, Registry = block.Registry, Block = block, State = UnitState.Held };

    // Units reserved for a sale are claimed like any other: only the ledger decides when they leave the account.
    private void Add(string account, Holding holding, Func<string, Holding, bool> isInstructed, UncomparedNumbers hidden)
    {
        if (holding.Reservation is { } reservation)
        {
            Reservations.Add((account, reservation));
        }

        switch (holding.Place)
        {
            case ShadowAccount.Pending:
            case ShadowAccount.Reserved when isInstructed(account, holding):
                hidden.Add(holding.Units.Block);
                InFlightTonnes += holding.Units.Tonnes;
                break;
            case ShadowAccount.Free or ShadowAccount.Reserved or ShadowAccount.Banked or ShadowAccount.Pledged or ShadowAccount.Quarantined:
                Claimed.Add((account, holding));
                break;
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>What a ledger knows about an account at one moment: its units and reservations, breaches and bar, the pauses in force, and the ledger's limits.</summary>
/// <remarks>Immutable and thread-safe. Make it again for each decision.</remarks>
/// <param name="Account">The account; <see cref="AccountView.Unopened"/> if it never held units.</param>
/// <param name="Pauses">The pauses in force.</param>
/// <param name="Policy">The limits of the ledger.</param>
public sealed record LedgerFacts(AccountView Account, IReadOnlyList<BusinessPause> Pauses, LedgerPolicy Policy)
{
    /// <summary>Asks a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="account">The account's name: the registration number of its holder.</param>
    public static LedgerFacts Of(LedgerEngine ledger, string account) =>
        new(Require.NotNull(ledger).Account(Require.NotNull(account)) ?? AccountView.Unopened(account), ledger.Pauses, ledger.Policy);

    /// <summary>Whether business with units of a registry is paused; if the registry is unknown, whether all business is.</summary>
    internal bool IsPaused(string? registry) => Pauses.Any(p => p.Registry is null || (registry is not null && PlainName.Alike(p.Registry, registry)));
}

/// <summary>A request for the units of one lot of an account.</summary>
/// <typeparam name="TRequest">The type of request.</typeparam>
/// <param name="Lot">The lot; null for units that the account lacks.</param>
/// <param name="Request">The request.</param>
public sealed record LotRequest<TRequest>(UnitLot? Lot, TRequest Request)
    where TRequest : UnitRequest;

using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;

namespace Ccts.Credits.Claims;

/// <summary>A ledger's claims on units: units reserved for a sale are on offer, since an order names no numbers before that. Holdings and ended units are left out: the registry states them too, and they are no second use.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class LedgerOffers
{
    /// <summary>The claims of accounts.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="source">Who claims, for messages.</param>
    public static IEnumerable<Claim> Of(IEnumerable<AccountView> accounts, string source) => Require.Each(accounts)
        .SelectMany(a => a.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units.Select(u => new Claim(source, ClaimKind.Offer, u.Block, $"{r.Id} of {a.Account}"))));
}

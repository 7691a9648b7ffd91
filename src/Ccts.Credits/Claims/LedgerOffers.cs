using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;

namespace Ccts.Credits.Claims;

/// <summary>What a ledger claims of units: those that are reserved for a sale are on offer. An order names no numbers until then. That units lie in an account here, or ended here, the registry says too, and it is no second use.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class LedgerOffers
{
    /// <summary>The claims of accounts.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="source">Who claims, for messages.</param>
    public static IEnumerable<Claim> Of(IEnumerable<AccountView> accounts, string source) => Require.Each(accounts)
        .SelectMany(a => a.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units.Select(u => new Claim(source, ClaimKind.Offer, u.Block, $"{r.Id} of {a.Account}"))));
}

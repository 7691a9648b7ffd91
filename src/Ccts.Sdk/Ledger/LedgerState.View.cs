using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <content>Looking without touching.</content>
public sealed partial class LedgerState
{
    /// <summary>What an account has; null when it never held units.</summary>
    public AccountView? View(string account)
    {
        if (FindKnown(Require.NotNull(account)) is not { } found)
        {
            return null;
        }

        var reservations = found.Reservations.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return new AccountView(found.Id, found.Frozen, found.Breaches.ToList(), found.BarredUntil, Holdings(found, reservations), reservations);
    }

    private static List<Holding> Holdings(AccountState account, List<Reservation> reservations)
    {
        var held = new List<Holding>();
        foreach (var lot in account.Lots)
        {
            for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
            {
                var runs = lot.At(place)?.Ranges() ?? [];
                held.AddRange(runs.Select(run => new Holding(new Parcel(lot.Lot, run), place, null)));
            }
        }

        held.AddRange(reservations.SelectMany(r => r.Units.Select(u => new Holding(u, ShadowAccount.Reserved, r.Id))));
        return held;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>Tonnes by account and kind, and the check that none was made or lost.</summary>
internal static class SessionTotals
{
    internal static List<AccountTotals> Of(ClearingSession session, IReadOnlyList<TradeVerdict> trades, IReadOnlyList<SessionHolding> closing)
    {
        var totals = new SortedDictionary<(string Account, string Kind), AccountTotals>(Comparer<(string Account, string Kind)>.Create((a, b) =>
            string.CompareOrdinal(a.Account, b.Account) is var order && order != 0 ? order : string.CompareOrdinal(a.Kind, b.Kind)));

        void Change(string account, Parcel units, Func<AccountTotals, long, AccountTotals> change)
        {
            var key = (account, units.Lot.Kind);
            totals[key] = change(totals.TryGetValue(key, out var so) ? so : new AccountTotals(account, units.Lot.Kind, 0, 0, 0, 0, 0), units.Tonnes);
        }

        foreach (var holding in session.Holdings)
        {
            Change(holding.Account, holding.Units, (t, tonnes) => t with { Opening = checked(t.Opening + tonnes) });
        }

        foreach (var verdict in trades.Where(v => v.Effect == TradeEffect.Moved))
        {
            foreach (var units in verdict.Units)
            {
                Change(verdict.Trade.Seller, units, (t, tonnes) => t with { Sold = checked(t.Sold + tonnes) });
                Change(verdict.Trade.Buyer, units, (t, tonnes) => t with { Bought = checked(t.Bought + tonnes) });
            }
        }

        foreach (var holding in closing)
        {
            var sellable = holding.Status is ShadowAccount.Free or ShadowAccount.Banked;
            Change(holding.Account, holding.Units, (t, tonnes) => t with { Closing = checked(t.Closing + tonnes), Sellable = t.Sellable + (sellable ? tonnes : 0) });
        }

        return [.. totals.Values];
    }

    /// <summary>Every contradiction between the close and the opening with the trades.</summary>
    internal static IEnumerable<string> Findings(ClearingSession session, IReadOnlyList<AccountTotals> accounts, IReadOnlyList<SessionHolding> closing)
    {
        foreach (var account in accounts.Where(a => a.Opening + a.Bought - a.Sold != a.Closing))
        {
            yield return $"{account.Account} closes with {account.Closing} t of {account.Kind} after {account.Opening} t, {account.Bought} t bought and {account.Sold} t sold.";
        }

        var (before, after) = (Units(session.Holdings), Units(closing));
        foreach (var scope in before.Keys.Union(after.Keys))
        {
            if (!before.TryGetValue(scope, out var opened) || !after.TryGetValue(scope, out var closed) || !opened.Equals(closed))
            {
                yield return $"The units of {scope.Registry}:{scope.Scope} at the close are not those of the opening.";
            }
        }
    }

    private static Dictionary<(string Registry, string Scope), BlockSet> Units(IEnumerable<SessionHolding> holdings) => holdings
        .GroupBy(h => (h.Units.Lot.Registry, h.Units.Lot.Scope))
        .ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(h => h.Units.Range)));
}

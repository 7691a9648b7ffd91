using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>Counts everything again and compares it with the ledger's own bookkeeping.</summary>
/// <remarks>Not thread-safe. Reads every run: for checks and tests, not for the order path.</remarks>
public static class LedgerAudit
{
    /// <summary>Every broken invariant, one sentence each; empty when the ledger is sound.</summary>
    public static IReadOnlyList<string> Findings(LedgerState state)
    {
        Require.NotNull(state);
        var findings = new List<string>();
        var held = new List<SerialBlock>();
        foreach (var name in state.Accounts)
        {
            var view = state.View(name)!;
            held.AddRange(view.Holdings.Select(h => h.Units.Block));
            CheckTotals(state.FindKnown(name)!, view, findings);
        }

        held.Sort();
        for (var i = 1; i < held.Count; i++)
        {
            if (held[i].Overlaps(held[i - 1]))
            {
                findings.Add($"{held[i]} and {held[i - 1]} share units: a tonne is in two places.");
            }
        }

        CheckScopes(state, held, findings);
        return findings;
    }

    private static void CheckScopes(LedgerState state, List<SerialBlock> held, List<string> findings)
    {
        var byScope = held.GroupBy(b => (b.Registry, b.Scope)).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(b => b.Range)));
        foreach (var register in state.Partitions.SelectMany(p => p.Registers))
        {
            var entered = BlockSet.FromRanges(register.Numbers.Ranges());
            var found = byScope.TryGetValue((register.Registry, register.Scope), out var some) ? some : BlockSet.Empty;
            if (!entered.Equals(found))
            {
                findings.Add($"{register.Registry}:{register.Scope}: units {entered} entered and {found} are held: tonnes were lost or made.");
            }
        }
    }

    private static void CheckTotals(AccountState account, AccountView view, List<string> findings)
    {
        foreach (var book in account.Books)
        {
            for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
            {
                if (book[place] != view.Tonnes(book.Kind, place))
                {
                    findings.Add($"{account.Id}: {book[place]} t {place.Word()} {book.Kind} are booked, {view.Tonnes(book.Kind, place)} t are there.");
                }
            }

            var onSale = view.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units)
                .Where(u => string.Equals(u.Lot.Kind, book.Kind, StringComparison.Ordinal)).Sum(u => u.Tonnes);
            if (book.OnSale != onSale)
            {
                findings.Add($"{account.Id}: {book.OnSale} t of {book.Kind} are booked as on sale, {onSale} t are.");
            }
        }
    }
}

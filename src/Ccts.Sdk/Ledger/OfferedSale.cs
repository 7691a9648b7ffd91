using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// A sale of chosen blocks compared with the registry balance, kind by kind (CERC regulations, Reg 12, known from secondary sources: a sale
/// above the registry balance is a breach). A chosen number counts for the kind of the lot in which the account has or had it; one that
/// it never had, for the only kind it has in that scope; otherwise its balance is zero.
/// </summary>
internal static class OfferedSale
{
    /// <summary>Tonnes asked of the first kind whose balance the sale exceeds, and what is left of that balance; null if none is exceeded.</summary>
    internal static (long Asked, long Left)? Above(AccountState account, ChosenUnits chosen)
    {
        foreach (var asked in Asked(account, chosen).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            var left = account.BookOf(asked.Key) is { } book ? book.RegistryBalance - book.OnSale : 0;
            if (asked.Value > left)
            {
                return ((long)Math.Min(asked.Value, long.MaxValue), left);
            }
        }

        return null;
    }

    // Decimals hold every sum of blocks that fits into memory.
    private static Dictionary<string, decimal> Asked(AccountState account, ChosenUnits chosen)
    {
        var asked = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var blocks = chosen.Blocks.ToList();
        blocks.Sort();
        var unknown = blocks.ConvertAll(b => b.Count.ToDecimal());
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (var lot in account.LotsOf(blocks[i].Registry, blocks[i].Scope))
            {
                Count(i, lot.Lot.Kind, lot.CountWithin(blocks[i].Range));
            }

            foreach (var (_, parcel) in account.Reserved.Within(blocks[i]))
            {
                Count(i, parcel.Lot.Kind, blocks[i].Range.Intersect(parcel.Range)!.Value.Count.ToDecimal());
            }
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var kinds = account.LotsOf(blocks[i].Registry, blocks[i].Scope).Select(l => l.Lot.Kind.Name).Distinct(StringComparer.Ordinal).ToList();
            Add(asked, kinds.Count == 1 ? kinds[0] : "", unknown[i]);
        }

        return asked;

        void Count(int block, string kind, decimal here)
        {
            Add(asked, kind, here);
            unknown[block] -= here;
        }
    }

    private static void Add(Dictionary<string, decimal> asked, string kind, decimal tonnes)
    {
        if (tonnes > 0)
        {
            asked[kind] = (asked.TryGetValue(kind, out var before) ? before : 0m) + tonnes;
        }
    }
}

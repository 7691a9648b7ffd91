using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <summary>What one account has of one kind of unit: totals, and the lots to take from in order of age. Not thread-safe.</summary>
internal sealed class KindBook
{
    private static readonly Comparer<LotHolding> ByAge = Comparer<LotHolding>.Create((a, b) =>
        a.Lot.Vintage != b.Lot.Vintage ? a.Lot.Vintage.CompareTo(b.Lot.Vintage) : a.Order.CompareTo(b.Order));

    private readonly long[] _tonnes = new long[ShadowAccounts.Count];
    private readonly SortedSet<LotHolding>?[] _stocked = new SortedSet<LotHolding>?[ShadowAccounts.Count];

    internal KindBook(string kind) => Kind = kind;

    internal string Kind { get; }

    /// <summary>Tonnes held by open reservations for sale.</summary>
    internal long OnSale { get; set; }

    /// <summary>Tonnes that stand to the holder's name at the registry.</summary>
    internal long RegistryBalance
    {
        get
        {
            long total = 0;
            for (var i = 0; i < _tonnes.Length; i++)
            {
                total += ((ShadowAccount)i).CountsAtRegistry() ? _tonnes[i] : 0;
            }

            return total;
        }
    }

    internal long this[ShadowAccount place] => _tonnes[(int)place];

    /// <summary>Lots with units in a live place, oldest first; null for final places, from which nothing is taken.</summary>
    internal SortedSet<LotHolding>? Stocked(ShadowAccount place) =>
        place.IsFinal() ? null : _stocked[(int)place] ??= new SortedSet<LotHolding>(ByAge);

    internal void Change(ShadowAccount place, long tonnes) => _tonnes[(int)place] += tonnes;
}

using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <summary>What one account has of one kind of unit: totals, and the lots to take from in order of age. Not thread-safe.</summary>
internal sealed class KindBook
{
    private readonly long[] _tonnes = new long[ShadowAccounts.Count];
    private readonly List<LotHolding>?[] _stocked = new List<LotHolding>?[ShadowAccounts.Count];

    internal KindBook(string kind) => Kind = kind;

    internal string Kind { get; }

    /// <summary>Tonnes in every place, those that have ended included.</summary>
    internal long Total { get; private set; }

    /// <summary>Tonnes held by open reservations for sale.</summary>
    internal long OnSale { get; set; }

    /// <summary>Tonnes in the holder's name at the registry.</summary>
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

    /// <summary>Lots with units in a live place, oldest first; null if there never were any, and for final places.</summary>
    internal List<LotHolding>? Stocked(ShadowAccount place) => _stocked[(int)place];

    internal void Stock(ShadowAccount place, LotHolding lot)
    {
        if (!place.IsFinal())
        {
            var lots = _stocked[(int)place] ??= [];
            lots.Insert(PlaceOf(lots, lot), lot);
        }
    }

    internal void Unstock(ShadowAccount place, LotHolding lot)
    {
        if (_stocked[(int)place] is { } lots)
        {
            lots.RemoveAt(PlaceOf(lots, lot));
        }
    }

    internal void Change(ShadowAccount place, long tonnes)
    {
        _tonnes[(int)place] += tonnes;
        Total += tonnes;
    }

    // Oldest vintage first; within a vintage the lot that came into the account first.
    private static int PlaceOf(List<LotHolding> lots, LotHolding lot)
    {
        int low = 0, high = lots.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var other = lots[middle];
            if (other.Lot.Vintage != lot.Lot.Vintage ? other.Lot.Vintage < lot.Lot.Vintage : other.Order < lot.Order)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

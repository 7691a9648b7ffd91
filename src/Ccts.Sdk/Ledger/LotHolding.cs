using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>What one account has of one lot, by shadow account. Reserved units are held by their reservations. Not thread-safe.</summary>
internal sealed class LotHolding
{
    private readonly RangeShelf?[] _shelves = new RangeShelf?[ShadowAccounts.Count];

    internal LotHolding(UnitLot lot, KindBook book, int order)
    {
        Lot = lot;
        Book = book;
        Order = order;
    }

    internal UnitLot Lot { get; }

    internal KindBook Book { get; }

    /// <summary>The number of this lot among the account's lots, counted from 0 in the order they came.</summary>
    internal int Order { get; }

    /// <summary>How many of the numbers are in any place except reserved.</summary>
    internal decimal CountWithin(Blocks.BlockRange range)
    {
        decimal total = 0;
        foreach (var shelf in _shelves)
        {
            total += shelf?.CountWithin(range) ?? 0;
        }

        return total;
    }

    /// <summary>How many tonnes in any place but reserved.</summary>
    internal decimal Tonnes
    {
        get
        {
            decimal total = 0;
            foreach (var shelf in _shelves)
            {
                total += shelf?.Tonnes ?? 0;
            }

            return total;
        }
    }

    internal RangeShelf? At(ShadowAccount place) => _shelves[(int)place];

    internal void Add(ShadowAccount place, BlockRange range, long tonnes)
    {
        var shelf = _shelves[(int)place] ??= new RangeShelf();
        var wasEmpty = shelf.IsEmpty;
        shelf.Add(range);
        if (wasEmpty)
        {
            Book.Stock(place, this);
        }

        Book.Change(place, tonnes);
    }

    internal void Remove(ShadowAccount place, BlockRange range, long tonnes)
    {
        var shelf = _shelves[(int)place]!;
        shelf.Remove(range);
        if (shelf.IsEmpty)
        {
            Book.Unstock(place, this);
        }

        Book.Change(place, -tonnes);
    }
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Orders;
using Ccts.Sdk;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Rules.Clearing;
using NodaTime;

namespace Ccts.Credits.Settlement;

/// <summary>A trade that is to be settled.</summary>
/// <param name="Id">Its id at the exchange.</param>
/// <param name="Tonnes">How many tonnes.</param>
/// <param name="Amount">What they cost together.</param>
/// <param name="Seller">Who gives; null where the exchange does not say.</param>
/// <param name="Buyer">Who receives; null where the exchange does not say.</param>
public sealed record SettlementTrade(string Id, long Tonnes, Inr Amount, string? Seller = null, string? Buyer = null)
{
    /// <summary>The day of the trade in India; null where it is not said.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The kind of unit; null where it is not said.</summary>
    public UnitKind? Kind { get; init; }

    /// <summary>Only units of this vintage, or null for any.</summary>
    public int? Vintage { get; init; }

    /// <summary>Exactly these units, or null for any.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>The trades of a session in order, without those that the exchange rejected.</summary>
    public static IReadOnlyList<SettlementTrade> Of(IEnumerable<SessionTrade> trades) => Require.Each(trades).Where(t => t.Exchange != ExchangeVerdict.Rejected)
        .OrderBy(t => t.At).ThenBy(t => t.Id, CountedOrder.Instance).Select(t => new SettlementTrade(t.Id, t.Tonnes, t.Price * t.Tonnes, t.Seller, t.Buyer) { Day = SettlementDays.DayOf(t.At), Kind = t.Kind, Vintage = t.Vintage, Block = t.Block }).ToList();

    /// <summary>The trades behind a book's fills, of one side or both, in the order of their first fill: with kind, seller, buyer and the single vintage, as far as the orders state them.</summary>
    public static IReadOnlyList<SettlementTrade> Of(OrderBook book)
    {
        var orders = Require.NotNull(book).Orders.ToDictionary(o => o.Order.Id, o => o.Order, System.StringComparer.Ordinal);
        return book.Fills.GroupBy(f => f.Trade, System.StringComparer.Ordinal).Select(g =>
        {
            var sides = g.GroupBy(f => orders[f.Order].Side).ToDictionary(s => s.Key, s => Of(s)[0]);
            var own = g.Select(f => orders[f.Order]).ToList();
            return sides.Values.First() with
            {
                Seller = own.Find(o => o.Side == OrderSide.Sell)?.OrganizationId, Buyer = own.Find(o => o.Side == OrderSide.Buy)?.OrganizationId, Kind = own[0].Kind,
                Vintage = own.Select(o => o.Credits.Vintages).FirstOrDefault(v => v.Count == 1)?[0],
            };
        }).ToList();
    }

    /// <summary>The trades behind the fills of one side, in the order of their first fill.</summary>
    public static IReadOnlyList<SettlementTrade> Of(IEnumerable<OrderFill> fills) => Require.Each(fills).GroupBy(f => f.Trade, System.StringComparer.Ordinal)
        .Select(g => new SettlementTrade(g.Key, g.Sum(f => f.Tonnes), g.Aggregate(Inr.Of(0, InrUnit.Rupee), (sum, f) => sum + (f.Price * f.Tonnes))) { Day = SettlementDays.DayOf(g.Min(f => f.At)) }).ToList();
}

/// <summary>A row of a settlement, delivery or funds file, or of the ledger: that side's statement about a trade. A member that is null is not stated.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Trade">The trade's id at the exchange; null in a funds file that nets each account.</param>
public sealed record SettlementRow(string? Trade)
{
    /// <summary>Tonnes delivered.</summary>
    public long? Tonnes { get; init; }

    /// <summary>Money: paid for the trade, or received (above zero) and paid (below zero) by the account.</summary>
    public Inr? Amount { get; init; }

    /// <summary>The numbers delivered.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>Their kind.</summary>
    public UnitKind? Kind { get; init; }

    /// <summary>Their vintage.</summary>
    public int? Vintage { get; init; }

    /// <summary>Who gave.</summary>
    public string? Seller { get; init; }

    /// <summary>Who received.</summary>
    public string? Buyer { get; init; }

    /// <summary>The account that the money belongs to, in a funds file that nets each account.</summary>
    public string? Account { get; init; }

    /// <summary>The day, in India.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>A session after its settlement: its trades, and each side's statement of their outcome. A side that is null was not given, and is reported as not checked.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Trades">The trades, in the order in which they took place.</param>
public sealed record SessionSettlement(IReadOnlyList<SettlementTrade> Trades)
{
    /// <summary>Working days from a trade to its settlement; null where it is not stated, and then no day is checked.</summary>
    public int? Term { get; init; }

    /// <summary>The exchange's working days; without them no year's holidays are known.</summary>
    public WorkingDays Calendar { get; init; } = WorkingDays.Unknown;

    /// <summary>Obligations by the exchange's settlement file: tonnes and money of each trade.</summary>
    public IReadOnlyList<SettlementRow>? Settlement { get; init; }

    /// <summary>Deliveries by its delivery file, block by block.</summary>
    public IReadOnlyList<SettlementRow>? Delivery { get; init; }

    /// <summary>Payments by the bank: for each trade, or net for each account.</summary>
    public IReadOnlyList<SettlementRow>? Funds { get; init; }

    /// <summary>Movements in the ledger.</summary>
    public IReadOnlyList<SettlementRow>? Ledger { get; init; }

    /// <summary>The registry's statement afterwards. Accounts are named as in the trades.</summary>
    public IReadOnlyList<StatedHolding>? Registry { get; init; }
}

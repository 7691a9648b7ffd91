using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Orders;

/// <summary>How far an order has come.</summary>
public enum OrderStatus
{
    /// <summary>Nothing of it is filled yet.</summary>
    Pending,

    /// <summary>Some of it is filled, and it goes on.</summary>
    Partial,

    /// <summary>All of it is filled. Final.</summary>
    Filled,

    /// <summary>What was not filled is cancelled. Final.</summary>
    Cancelled,

    /// <summary>The exchange did not take it. Final.</summary>
    Rejected,
}

/// <summary>An order as it stands.</summary>
/// <param name="Order">The order.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="FilledQuantity">Tonnes filled.</param>
/// <param name="TotalCost">What they cost.</param>
/// <param name="IsTriggered">For a stop order: whether the market has reached its price.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="ExecutedAt">When the last of it was filled; null while not all is.</param>
/// <param name="Reason">Why it was rejected or cancelled, or null.</param>
public sealed record OrderStanding(
    TradeOrder Order, OrderStatus Status, long FilledQuantity, Inr TotalCost, bool IsTriggered, Instant UpdatedAt, Instant? ExecutedAt, string? Reason)
{
    /// <summary>Tonnes that may still be filled.</summary>
    public long Left => Status is OrderStatus.Pending or OrderStatus.Partial ? Order.Quantity - FilledQuantity : 0;

    /// <summary>Its fills that are not settled (<see cref="OrderBook.Settle"/>): of a sale, the ledger may have the tonnes still, and they are another's.</summary>
    public IReadOnlyList<OrderFill> Unsettled { get; init; } = [];

    /// <summary>The cost divided by the tonnes, for people; null while nothing is filled. What is owed is <see cref="TotalCost"/>.</summary>
    public decimal? AveragePrice => FilledQuantity == 0 ? null : TotalCost.Rupees / FilledQuantity;
}

/// <summary>One fill of an order.</summary>
/// <param name="Trade">The trade's id at the exchange.</param>
/// <param name="Order">The order.</param>
/// <param name="Tonnes">How many.</param>
/// <param name="Price">At what price a tonne.</param>
/// <param name="At">When.</param>
public sealed record OrderFill(string Trade, string Order, long Tonnes, Inr Price, Instant At);

/// <summary>The life of orders, as a machine on a journal: what the exchange reports is taken in only where the order allows it.</summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class OrderBook(ILineJournal lines)
{
    private readonly JournalBook<OrderState> _book = new(lines, new OrderState());

    /// <summary>The end of its journal. Keep it elsewhere to find out later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>Every order as it stands, in the order they came.</summary>
    public IReadOnlyList<OrderStanding> Orders => _book.Ask(s => s.Orders.ToList());

    /// <summary>Every fill, in order.</summary>
    public IReadOnlyList<OrderFill> Fills => _book.Ask(s => s.Fills.ToList());

    /// <summary>An order as it stands, or null.</summary>
    public OrderStanding? Find(string id) => _book.Ask(s => s.Find(Require.NotNull(id)));

    /// <summary>Enters an order.</summary>
    public BookAnswer Submit(string key, TradeOrder order) => Admitted(OrderState.Write(Require.NotNull(order), key));

    /// <summary>The exchange did not take it.</summary>
    public BookAnswer Reject(string key, Instant at, string order, string reason) => _book.Execute(Record(OrderState.RejectWord, key, at, order).With("reason", Require.NotBlank(reason)));

    /// <summary>The market has reached a stop order's price: for a sale at or below it, for a purchase at or above.</summary>
    public BookAnswer Trigger(string key, Instant at, string order, Inr price) => _book.Execute(Record(OrderState.TriggerWord, key, at, order).With("price", (decimal?)price.Rupees));

    /// <summary>The exchange has matched some of it. A fill of before the order was cancelled is taken in however late it comes.</summary>
    public BookAnswer Fill(string key, Instant at, string order, string trade, long tonnes, Inr price) =>
        Admitted(Record(OrderState.FillWord, key, at, order).With("trade", Require.NotBlank(trade)).With("tonnes", (long?)tonnes).With("price", (decimal?)price.Rupees));

    /// <summary>The trade of a fill is settled: its units are delivered, or it was undone for good. Until then the tonnes of a sale are on offer no more, though the ledger has them.</summary>
    public BookAnswer Settle(string key, Instant at, string order, string trade) => Admitted(Record(OrderState.SettleWord, key, at, order).With("trade", Require.NotBlank(trade)));

    /// <summary>What is left is cancelled.</summary>
    public BookAnswer Cancel(string key, Instant at, string order, string reason) => Admitted(Record(OrderState.CancelWord, key, at, order).With("reason", Require.NotBlank(reason)));

    /// <summary>Cancels what has outlived its time: orders past their last day, and what an immediate order left unfilled.</summary>
    /// <param name="key">The idempotency key; each order's id stands behind it.</param>
    /// <param name="at">When.</param>
    /// <returns>The ids of the orders that ended.</returns>
    public IReadOnlyList<string> Sweep(string key, Instant at) => Orders
        .Where(o => o.Left > 0 && (o.Order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill ? o.Order.CreatedAt < at : o.Order.IsOverOn(OrderState.DayOf(at))))
        .Where(o => Cancel(key + "/" + o.Order.Id, at, o.Order.Id, "its time is over").IsAccepted).Select(o => o.Order.Id).ToList();

    private BookAnswer Admitted(JournalRecord record) => _book.Execute(record, state => state.Admit(record));

    private static JournalRecord Record(string what, string key, Instant at, string order) => new JournalRecord(what, key, at).With("order", Require.NotBlank(order));
}

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

/// <summary>The status of an order.</summary>
public enum OrderStatus
{
    /// <summary>Nothing of it is filled yet.</summary>
    Pending,

    /// <summary>Some of it is filled, and the rest is still open.</summary>
    Partial,

    /// <summary>All of it is filled. Final.</summary>
    Filled,

    /// <summary>The unfilled rest is cancelled. Final.</summary>
    Cancelled,

    /// <summary>The exchange rejected it. Final.</summary>
    Rejected,
}

/// <summary>The current state of an order.</summary>
/// <param name="Order">The order.</param>
/// <param name="Status">Its status.</param>
/// <param name="FilledQuantity">Tonnes filled.</param>
/// <param name="TotalCost">What they cost.</param>
/// <param name="IsTriggered">For a stop order: whether the market has reached its price.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="ExecutedAt">When it was completely filled; null before that.</param>
/// <param name="Reason">Why it was rejected or cancelled, or null.</param>
public sealed record OrderStanding(
    TradeOrder Order, OrderStatus Status, long FilledQuantity, Inr TotalCost, bool IsTriggered, Instant UpdatedAt, Instant? ExecutedAt, string? Reason)
{
    /// <summary>Tonnes that may still be filled.</summary>
    public long Left => Status is OrderStatus.Pending or OrderStatus.Partial ? Order.Quantity - FilledQuantity : 0;

    /// <summary>Its fills that are not settled (<see cref="OrderBook.Settle"/>): for a sale, the ledger may still hold the tonnes, but they belong to the buyer.</summary>
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

/// <summary>The life of orders, as a state machine on a journal. A report of the exchange is accepted only where the state of the order allows it.</summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class OrderBook(ILineJournal lines)
{
    private readonly JournalBook<OrderState> _book = new(lines, new OrderState());

    /// <summary>The end of its journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>The current state of every order, in order of entry.</summary>
    public IReadOnlyList<OrderStanding> Orders => _book.Ask(s => s.Orders.ToList());

    /// <summary>Every fill, in order.</summary>
    public IReadOnlyList<OrderFill> Fills => _book.Ask(s => s.Fills.ToList());

    /// <summary>The current state of an order, or null.</summary>
    public OrderStanding? Find(string id) => _book.Ask(s => s.Find(Require.NotNull(id)));

    /// <summary>Enters an order.</summary>
    public BookAnswer Submit(string key, TradeOrder order) => Admitted(OrderState.Write(Require.NotNull(order), key));

    /// <summary>Records that the exchange rejected it.</summary>
    public BookAnswer Reject(string key, Instant at, string order, string reason) => _book.Execute(Record(OrderState.RejectWord, key, at, order).With("reason", Require.NotBlank(reason)));

    /// <summary>Records that the market has reached a stop order's price: for a sale at or below it, for a purchase at or above.</summary>
    public BookAnswer Trigger(string key, Instant at, string order, Inr price) => _book.Execute(Record(OrderState.TriggerWord, key, at, order).With("price", (decimal?)price.Rupees));

    /// <summary>Records a fill by the exchange. A fill from before the order's cancellation is accepted even if reported later.</summary>
    public BookAnswer Fill(string key, Instant at, string order, string trade, long tonnes, Inr price) =>
        Admitted(Record(OrderState.FillWord, key, at, order).With("trade", Require.NotBlank(trade)).With("tonnes", (long?)tonnes).With("price", (decimal?)price.Rupees));

    /// <summary>Records that the trade of a fill is settled: its units are delivered, or it was finally reversed. Until then the tonnes of a sale cannot be offered again, although the ledger holds them.</summary>
    public BookAnswer Settle(string key, Instant at, string order, string trade) => Admitted(Record(OrderState.SettleWord, key, at, order).With("trade", Require.NotBlank(trade)));

    /// <summary>Cancels the unfilled rest.</summary>
    public BookAnswer Cancel(string key, Instant at, string order, string reason) => Admitted(Record(OrderState.CancelWord, key, at, order).With("reason", Require.NotBlank(reason)));

    /// <summary>Cancels expired orders: those past their last day, and the unfilled rest of immediate orders.</summary>
    /// <param name="key">The idempotency key, to which each order's id is appended.</param>
    /// <param name="at">When.</param>
    /// <returns>The ids of the orders that ended.</returns>
    public IReadOnlyList<string> Sweep(string key, Instant at) => Orders
        .Where(o => o.Left > 0 && (o.Order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill ? o.Order.CreatedAt < at : o.Order.IsOverOn(OrderState.DayOf(at))))
        .Where(o => Cancel(key + "/" + o.Order.Id, at, o.Order.Id, "its time is over").IsAccepted).Select(o => o.Order.Id).ToList();

    private BookAnswer Admitted(JournalRecord record) => _book.Execute(record, state => state.Admit(record));

    private static JournalRecord Record(string what, string key, Instant at, string order) => new JournalRecord(what, key, at).With("order", Require.NotBlank(order));
}

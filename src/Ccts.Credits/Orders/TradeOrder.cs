using System.Collections.Generic;
using Ccts.Credits.Attributes;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Entities.Calendars;
using NodaTime;

namespace Ccts.Credits.Orders;

/// <summary>The price at which an order may be filled.</summary>
public enum OrderType
{
    /// <summary>At the market price.</summary>
    Market,

    /// <summary>At the limit or better.</summary>
    Limit,

    /// <summary>At the market price, once the market has reached the stop price.</summary>
    Stop,
}

/// <summary>The side of a trade.</summary>
public enum OrderSide
{
    /// <summary>Buys.</summary>
    Buy,

    /// <summary>Sells.</summary>
    Sell,
}

/// <summary>How long an order is valid: its time in force.</summary>
public enum TimeInForce
{
    /// <summary>Good till cancelled (GTC).</summary>
    GoodTillCancelled,

    /// <summary>Immediate or cancel (IOC): what is not filled at once is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Fill or kill (FOK): all at once or nothing.</summary>
    FillOrKill,

    /// <summary>Good till a date (GTD), that day included.</summary>
    GoodTillDate,
}

/// <summary>How many business days after the trade it settles.</summary>
public enum SettlementTerm
{
    /// <summary>On the day (T+0).</summary>
    Immediate,

    /// <summary>T+1.</summary>
    NextDay,

    /// <summary>T+2.</summary>
    SecondDay,
}

/// <summary>An order to buy or sell credits. The exchange does the matching.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TradeOrder
{
    /// <summary>Its id, unique in the book; 1 to 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>At what price.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Which side.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>How many tonnes; above zero.</summary>
    public required long Quantity { get; init; }

    /// <summary>The kind of unit, e.g. <c>ccc</c>.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>What credits are demanded or offered: type, vintage, least score, standard, project type.</summary>
    public CreditFilter Credits { get; init; } = new();

    /// <summary>The limit, for a limit order.</summary>
    public Inr? LimitPrice { get; init; }

    /// <summary>The stop price, for a stop order.</summary>
    public Inr? StopPrice { get; init; }

    /// <summary>How long it is valid.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>Its last day, for an order that is good till a date.</summary>
    public LocalDate? GoodTillDate { get; init; }

    /// <summary>Who entered it.</summary>
    public required string UserId { get; init; }

    /// <summary>For whom: the account in the ledger.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>When it settles.</summary>
    public required SettlementTerm Settlement { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Why it is inconsistent, in one sentence; null when it is not.</summary>
    public string? Fault() =>
        string.IsNullOrWhiteSpace(Id) || Id.Length > 100 ? "An order has an id of 1 to 100 characters."
        : Quantity is <= 0 or > 1_000_000_000_000 ? "An order is for 1 tonne or more."
        : (Type == OrderType.Limit) != (LimitPrice is not null) ? "A limit order has a limit price, and only a limit order."
        : (Type == OrderType.Stop) != (StopPrice is not null) ? "A stop order has a stop price, and only a stop order."
        : LimitPrice?.Rupees <= 0 || StopPrice?.Rupees <= 0 ? "A price is above zero."
        : (TimeInForce == TimeInForce.GoodTillDate) != (GoodTillDate is not null) ? "An order that is good till a date names the date, and only such an order."
        : GoodTillDate < OrderState.DayOf(CreatedAt) ? "The order's last day was over when it was made."
        : Credits.MinQualityScore is < 0 or > 100 ? "The least score is from 0 to 100."
        : Credits.MinPermanenceYears < 0 ? "The least permanence is in years, 0 or more."
        : string.IsNullOrWhiteSpace(Kind?.Name) || string.IsNullOrWhiteSpace(OrganizationId) || string.IsNullOrWhiteSpace(UserId) ? "An order names the kind of unit, who entered it and for whom."
        : Type == OrderType.Stop && TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill && Type == OrderType.Stop ? "A stop order waits for its price, so it cannot be filled at once."
        : null;

    /// <summary>Whether it has expired on a day, by its time in force.</summary>
    internal bool IsOverOn(LocalDate day) => GoodTillDate < day || (TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill && OrderState.DayOf(CreatedAt) < day);

    /// <summary>The day on which its trade settles: its number of working days after the trade, or for T+0 the day of the trade or the next working day.</summary>
    /// <param name="tradeDay">The day of the trade.</param>
    /// <param name="calendar">The exchange's working days, by name, as the host has them.</param>
    /// <returns>The day; null where the holidays of a year in that period are not known.</returns>
    public LocalDate? SettlementDay(LocalDate tradeDay, WorkingDays calendar) => Settlement == SettlementTerm.Immediate ? Require.NotNull(calendar).OnOrAfter(tradeDay) : Require.NotNull(calendar).Add(tradeDay, (int)Settlement);
}

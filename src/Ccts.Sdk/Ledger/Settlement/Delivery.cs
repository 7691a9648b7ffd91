using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Ledger.Settlement;

/// <summary>A trade to be settled: units against money.</summary>
/// <remarks>
/// Immutable and thread-safe. The money moves outside the ledger; the host reports its outcome.
/// <see cref="DeliveryVersusPayment"/> refuses a trade with missing or invalid parts.
/// </remarks>
/// <param name="Id">The trade's id, unique; the idempotency keys of the ledger commands are made from it. 1 to 100 characters, none of them a control character.</param>
/// <param name="Seller">The account that gives.</param>
/// <param name="Buyer">The account that receives, different from the seller.</param>
/// <param name="Units">What the seller gives: an existing reservation, or units to be reserved now.</param>
/// <param name="Price">What the buyer pays; not below zero.</param>
/// <param name="PayBy">From then on the seller need not wait.</param>
public sealed record Delivery(string Id, string Seller, string Buyer, UnitSelection Units, Inr Price, Instant PayBy);

/// <summary>How far a delivery versus payment has come.</summary>
public enum DeliveryState
{
    /// <summary>Agreed; nothing has happened.</summary>
    Agreed,

    /// <summary>The units are asked for.</summary>
    HoldingUnits,

    /// <summary>The units are reserved, the payment is awaited.</summary>
    AwaitingPayment,

    /// <summary>
    /// Time is over, and it is unknown whether money has moved. The units stay reserved until the payment is known, so that nobody loses or keeps both.
    /// </summary>
    PaymentUnknown,

    /// <summary>Paid; the units are being transferred.</summary>
    Delivering,

    /// <summary>Units and money have changed hands.</summary>
    Settled,

    /// <summary>Ended; the units are with the seller, the money with the buyer.</summary>
    Cancelled,

    /// <summary>The buyer has paid and gets no units: the money has to go back.</summary>
    RefundDue,

    /// <summary>The money went back.</summary>
    Refunded,
}

/// <summary>What the host reports of the trade and its money. What the ledger answers goes to <see cref="DeliveryVersusPayment.Answered"/>.</summary>
public enum DeliverySignal
{
    /// <summary>Begin.</summary>
    Begin,

    /// <summary>The money has arrived.</summary>
    PaymentConfirmed,

    /// <summary>The money will not come.</summary>
    PaymentFailed,

    /// <summary>The payment was sent and its outcome is not known.</summary>
    PaymentUnclear,

    /// <summary>Time has passed, or the host has restarted. A command whose answer is awaited is given again.</summary>
    TimePassed,

    /// <summary>The refund has been paid.</summary>
    RefundConfirmed,
}

/// <summary>What the host is asked to do about the money.</summary>
public enum PaymentRequest
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Collect the price.</summary>
    Collect,

    /// <summary>Find out what became of the payment; do not send it again.</summary>
    Query,

    /// <summary>Pay it back.</summary>
    Refund,
}

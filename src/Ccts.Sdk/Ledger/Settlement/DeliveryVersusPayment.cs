using System;
using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Sdk.Ledger.Settlement;

/// <summary>
/// Delivery versus payment: units are reserved before money moves and transferred only after it has arrived. A state machine without
/// clock or I/O: <see cref="On"/> takes what the host reports, <see cref="Answered"/> what the ledger answers, and both say what to do next.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Signals and answers may come twice or late: one that does not apply in a state changes nothing. An answer names
/// the command it belongs to, so that one is never taken for another. The commands carry keys made from the trade's id, so that doing
/// one twice has its effect once. This requires that the ledger gives a key one answer: <see cref="LedgerPolicy.RefusalsAreRemembered"/>, the default.
/// The same signals and answers in the same order give the same state: a host that keeps them can rebuild a trade after a crash.
/// </remarks>
public sealed record DeliveryVersusPayment
{
    /// <summary>A trade just agreed.</summary>
    /// <exception cref="ArgumentException">A part of the trade is missing or out of range; the message says which, and what it may be.</exception>
    public DeliveryVersusPayment(Delivery trade)
    {
        Trade = Require.NotNull(trade);
        if (DeliveryForm.Fault(trade) is { } fault)
        {
            throw new ArgumentException(fault, nameof(trade));
        }
    }

    /// <summary>What is traded.</summary>
    public Delivery Trade { get; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private init; }

    /// <summary>The command given to the ledger whose answer is not known yet, or null. It may be given again as it is.</summary>
    public LedgerCommand? Awaited { get; private init; }

    /// <summary>Whether the last report about the payment was that its outcome is unknown.</summary>
    public bool IsPaymentUnclear { get; private init; }

    /// <summary>Whether the money arrived before the units were held.</summary>
    public bool IsPaidEarly { get; private init; }

    /// <summary>Whether nothing more is to be done. Money that comes in late for a cancelled trade still has to go back.</summary>
    public bool IsOver => Awaited is null && State is DeliveryState.Settled or DeliveryState.Refunded or DeliveryState.Cancelled;

    private string Reservation => Trade.Units is ReservedUnits held ? held.Reservation : "dvp/" + Trade.Id;

    private DeliveryStep Nothing => new(this, null, PaymentRequest.None);

    /// <summary>What follows from a signal.</summary>
    /// <param name="signal">What the host reports.</param>
    /// <param name="at">When, by the host's clock.</param>
    public DeliveryStep On(DeliverySignal signal, Instant at) => (State, signal) switch
    {
        // Only the ledger's answer shows where the units are, so there is no time-out while it is awaited. The command is given again with its
        // original time, and a hold that is answered after the deadline is released at once.
        (_, DeliverySignal.Begin or DeliverySignal.TimePassed) when Awaited is not null => Nothing with { Command = Awaited, Payment = Owed },
        (DeliveryState.Agreed, DeliverySignal.Begin) => Begin(at),
        (DeliveryState.Agreed, DeliverySignal.TimePassed) when at >= Trade.PayBy => End(),
        (DeliveryState.Agreed or DeliveryState.HoldingUnits, DeliverySignal.PaymentConfirmed) => new DeliveryStep(this with { IsPaidEarly = true }, null, PaymentRequest.None),
        (DeliveryState.AwaitingPayment or DeliveryState.PaymentUnknown, DeliverySignal.PaymentConfirmed) => To(DeliveryState.Delivering, Transfer(at)),
        (DeliveryState.AwaitingPayment or DeliveryState.PaymentUnknown, DeliverySignal.PaymentFailed) => To(DeliveryState.Cancelled, Release(at)),
        (DeliveryState.AwaitingPayment, DeliverySignal.PaymentUnclear) => new DeliveryStep(this with { IsPaymentUnclear = true }, null, PaymentRequest.Query),
        (DeliveryState.AwaitingPayment, DeliverySignal.TimePassed) when at >= Trade.PayBy => TimeOut(at),
        (DeliveryState.PaymentUnknown, DeliverySignal.TimePassed or DeliverySignal.PaymentUnclear) => Nothing with { Payment = PaymentRequest.Query },
        (DeliveryState.Cancelled, DeliverySignal.PaymentConfirmed) => To(DeliveryState.RefundDue, Awaited) with { Command = null, Payment = PaymentRequest.Refund },
        (DeliveryState.RefundDue, DeliverySignal.RefundConfirmed) => To(DeliveryState.Refunded, Awaited) with { Command = null },
        (DeliveryState.RefundDue, DeliverySignal.TimePassed) => Nothing with { Payment = Owed },
        _ => Nothing,
    };

    /// <summary>What follows from an answer of the ledger.</summary>
    /// <remarks>
    /// An answer to another command than <see cref="Awaited"/> changes nothing. So does a refusal as <see cref="RefusalCode.PastRetention"/>:
    /// the command may have been done. Look up its key in the journal and report what it says.
    /// </remarks>
    /// <param name="key">The key of the command that was answered.</param>
    /// <param name="refusal">Why not, or null when the ledger accepted it, now or before.</param>
    /// <param name="at">When, by the host's clock.</param>
    public DeliveryStep Answered(string key, Refusal? refusal, Instant at)
    {
        if (!string.Equals(Awaited?.Key, Require.NotNull(key), StringComparison.Ordinal) || refusal?.Code == RefusalCode.PastRetention)
        {
            return Nothing;
        }

        var known = this with { Awaited = null };
        return (State, refusal) switch
        {
            (DeliveryState.HoldingUnits, null) => known.Held(at),
            (DeliveryState.HoldingUnits, _) => known.End(),
            (DeliveryState.Delivering, null) => known.To(DeliveryState.Settled),
            (DeliveryState.Delivering, _) => known.To(DeliveryState.RefundDue, Release(at)) with { Payment = PaymentRequest.Refund },
            _ => known.Nothing,
        };
    }

    private DeliveryStep Begin(Instant at)
    {
        if (at >= Trade.PayBy)
        {
            return End();
        }

        // Units that an order already holds stay reserved.
        return Trade.Units is ReservedUnits ? Held(at) : To(DeliveryState.HoldingUnits, Hold(at));
    }

    private DeliveryStep Held(Instant at) => IsPaidEarly ? To(DeliveryState.Delivering, Transfer(at))
        : at >= Trade.PayBy ? To(DeliveryState.Cancelled, Release(at))
        : To(DeliveryState.AwaitingPayment) with { Payment = PaymentRequest.Collect };

    private DeliveryStep End() => IsPaidEarly ? To(DeliveryState.RefundDue) with { Payment = PaymentRequest.Refund } : To(DeliveryState.Cancelled);

    // Units go back only when the money is known not to have moved. Otherwise one side could have both.
    private DeliveryStep TimeOut(Instant at) => IsPaymentUnclear
        ? To(DeliveryState.PaymentUnknown) with { Payment = PaymentRequest.Query }
        : To(DeliveryState.Cancelled, Release(at));

    private PaymentRequest Owed => State == DeliveryState.RefundDue ? PaymentRequest.Refund : PaymentRequest.None;

    private DeliveryStep To(DeliveryState state, LedgerCommand? command = null) => new(this with { State = state, Awaited = command }, command, PaymentRequest.None);

    private ReserveUnits Hold(Instant at) => new(Key("hold"), at, Trade.Seller, Reservation, Trade.Units, ReservationPurpose.Sale);

    private TransferUnits Transfer(Instant at) => new(Key("deliver"), at, Trade.Seller, Trade.Buyer, new ReservedUnits(Reservation, (Trade.Units as ReservedUnits)?.Tonnes));

    private ReleaseUnits Release(Instant at) => new(Key("release"), at, Trade.Seller, Reservation, (Trade.Units as ReservedUnits)?.Tonnes);

    private string Key(string step) => "dvp/" + Trade.Id + "/" + step;
}

/// <summary>What follows from a signal or an answer.</summary>
/// <param name="Next">The trade as it now stands.</param>
/// <param name="Command">A command to give to the ledger, its answer to be reported to <see cref="DeliveryVersusPayment.Answered"/>; or null.</param>
/// <param name="Payment">What to do about the money.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeliveryStep(DeliveryVersusPayment Next, LedgerCommand? Command, PaymentRequest Payment);

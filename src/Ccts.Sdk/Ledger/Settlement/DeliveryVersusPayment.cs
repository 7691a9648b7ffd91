using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Sdk.Ledger.Settlement;

/// <summary>
/// Delivery versus payment: units are reserved before money moves and transferred only after it has arrived. A state machine without
/// clock or I/O: <see cref="On"/> takes what the host reports and says what to do next.
/// </summary>
/// <remarks>
/// Immutable and thread-safe. Signals may come twice or late: one that means nothing in a state changes nothing, and the ledger commands
/// carry keys made from the trade's id, so doing one twice has its effect once.
/// </remarks>
public sealed record DeliveryVersusPayment
{
    /// <summary>A trade just agreed.</summary>
    public DeliveryVersusPayment(Delivery trade) => Trade = Require.NotNull(trade);

    /// <summary>What is traded.</summary>
    public Delivery Trade { get; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private init; }

    /// <summary>Whether the last word about the payment was that its outcome is not known.</summary>
    public bool IsPaymentUnclear { get; private init; }

    /// <summary>Whether the money arrived before the units were held.</summary>
    public bool IsPaidEarly { get; private init; }

    /// <summary>Whether nothing more is to be done. Money that comes in late for a cancelled trade still has to go back.</summary>
    public bool IsOver => State is DeliveryState.Settled or DeliveryState.Refunded or DeliveryState.Cancelled;

    private string Reservation => Trade.Units is ReservedUnits held ? held.Reservation : "dvp/" + Trade.Id;

    /// <summary>What follows from a signal.</summary>
    /// <param name="signal">What the host reports.</param>
    /// <param name="at">When, by the host's clock.</param>
    public DeliveryStep On(DeliverySignal signal, Instant at) => (State, signal) switch
    {
        (DeliveryState.Agreed, DeliverySignal.Begin) => Begin(at),
        (DeliveryState.Agreed, DeliverySignal.TimePassed) when at >= Trade.PayBy => End(),
        (DeliveryState.Agreed or DeliveryState.HoldingUnits, DeliverySignal.PaymentConfirmed) => new DeliveryStep(this with { IsPaidEarly = true }, null, PaymentRequest.None),
        (DeliveryState.HoldingUnits, DeliverySignal.LedgerAccepted) => Held(at),
        (DeliveryState.HoldingUnits, DeliverySignal.LedgerRefused) => End(),
        (DeliveryState.AwaitingPayment or DeliveryState.PaymentUnknown, DeliverySignal.PaymentConfirmed) => To(DeliveryState.Delivering) with { Command = Transfer(at) },
        (DeliveryState.AwaitingPayment or DeliveryState.PaymentUnknown, DeliverySignal.PaymentFailed) => To(DeliveryState.Cancelled) with { Command = Release(at) },
        (DeliveryState.AwaitingPayment, DeliverySignal.PaymentUnclear) => new DeliveryStep(this with { IsPaymentUnclear = true }, null, PaymentRequest.Query),
        (DeliveryState.AwaitingPayment, DeliverySignal.TimePassed) when at >= Trade.PayBy => TimeOut(at),
        (DeliveryState.PaymentUnknown, DeliverySignal.TimePassed or DeliverySignal.PaymentUnclear) => new DeliveryStep(this, null, PaymentRequest.Query),
        (DeliveryState.Delivering, DeliverySignal.LedgerAccepted) => To(DeliveryState.Settled),
        (DeliveryState.Delivering, DeliverySignal.LedgerRefused) => To(DeliveryState.RefundDue) with { Command = Release(at), Payment = PaymentRequest.Refund },
        (DeliveryState.Cancelled, DeliverySignal.PaymentConfirmed) => To(DeliveryState.RefundDue) with { Payment = PaymentRequest.Refund },
        (DeliveryState.RefundDue, DeliverySignal.RefundConfirmed) => To(DeliveryState.Refunded),
        (DeliveryState.RefundDue, DeliverySignal.TimePassed) => new DeliveryStep(this, null, PaymentRequest.Refund),
        _ => new DeliveryStep(this, null, PaymentRequest.None),
    };

    private DeliveryStep Begin(Instant at)
    {
        if (at >= Trade.PayBy)
        {
            return End();
        }

        // Units an order holds already are simply kept.
        return Trade.Units is ReservedUnits
            ? Held(at)
            : To(DeliveryState.HoldingUnits) with
            {
                Command = new ReserveUnits(Key("hold"), at, Trade.Seller, Reservation, Trade.Units, ReservationPurpose.Sale),
            };
    }

    private DeliveryStep Held(Instant at) => IsPaidEarly ? To(DeliveryState.Delivering) with { Command = Transfer(at) }
        : at >= Trade.PayBy ? To(DeliveryState.Cancelled) with { Command = Release(at) }
        : To(DeliveryState.AwaitingPayment) with { Payment = PaymentRequest.Collect };

    private DeliveryStep End() => IsPaidEarly ? To(DeliveryState.RefundDue) with { Payment = PaymentRequest.Refund } : To(DeliveryState.Cancelled);

    // Nobody may be left with both or with neither: units go back only when the money is known not to have moved.
    private DeliveryStep TimeOut(Instant at) => IsPaymentUnclear
        ? To(DeliveryState.PaymentUnknown) with { Payment = PaymentRequest.Query }
        : To(DeliveryState.Cancelled) with { Command = Release(at) };

    private DeliveryStep To(DeliveryState state) => new(this with { State = state }, null, PaymentRequest.None);

    private TransferUnits Transfer(Instant at) => new(Key("deliver"), at, Trade.Seller, Trade.Buyer, new ReservedUnits(Reservation, (Trade.Units as ReservedUnits)?.Tonnes));

    private ReleaseUnits Release(Instant at) => new(Key("release"), at, Trade.Seller, Reservation, (Trade.Units as ReservedUnits)?.Tonnes);

    private string Key(string step) => "dvp/" + Trade.Id + "/" + step;
}

/// <summary>What follows from a signal.</summary>
/// <param name="Next">The trade as it now stands.</param>
/// <param name="Command">A command to give to the ledger, its answer to be reported back; or null.</param>
/// <param name="Payment">What to do about the money.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DeliveryStep(DeliveryVersusPayment Next, LedgerCommand? Command, PaymentRequest Payment);

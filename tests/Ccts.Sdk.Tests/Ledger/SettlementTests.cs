using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Delivery versus payment: nobody ends with both, nobody with neither.</summary>
public class SettlementTests
{
    private static readonly Instant Deadline = Noon + Duration.FromHours(10);

    private static readonly Delivery Trade = new("t1", "mill", "buyer", new OldestUnits("ccc", 40), Inr.FromRupees(40_000m), Deadline);

    [Fact]
    public void Paid_in_time_the_units_change_hands()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var dvp = new DeliveryVersusPayment(Trade);
        dvp = Step(run, dvp, DeliverySignal.Begin, 0, PaymentRequest.Collect);
        Assert.Equal(DeliveryState.AwaitingPayment, dvp.State);
        dvp = Step(run, dvp, DeliverySignal.PaymentConfirmed, 1, PaymentRequest.None);
        Assert.Equal(DeliveryState.Settled, dvp.State);
        Assert.Equal(40, run.State.View("buyer")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void Unpaid_at_the_deadline_the_units_go_back_and_late_money_too()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var dvp = Step(run, new DeliveryVersusPayment(Trade), DeliverySignal.Begin, 0, PaymentRequest.Collect);
        dvp = Step(run, dvp, DeliverySignal.TimePassed, 9, PaymentRequest.None);
        Assert.Equal(DeliveryState.AwaitingPayment, dvp.State);
        dvp = Step(run, dvp, DeliverySignal.TimePassed, 10, PaymentRequest.None);
        Assert.Equal(DeliveryState.Cancelled, dvp.State);
        Assert.Equal(100, run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Free));
        dvp = Step(run, dvp, DeliverySignal.PaymentConfirmed, 11, PaymentRequest.Refund);
        dvp = Step(run, dvp, DeliverySignal.RefundConfirmed, 12, PaymentRequest.None);
        Assert.Equal(DeliveryState.Refunded, dvp.State);
    }

    [Fact]
    public void A_payment_of_unknown_outcome_keeps_the_units_until_it_is_known()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var dvp = Step(run, new DeliveryVersusPayment(Trade), DeliverySignal.Begin, 0, PaymentRequest.Collect);
        dvp = Step(run, dvp, DeliverySignal.PaymentUnclear, 1, PaymentRequest.Query);
        dvp = Step(run, dvp, DeliverySignal.TimePassed, 20, PaymentRequest.Query);
        Assert.Equal(DeliveryState.PaymentUnknown, dvp.State);
        Assert.Equal(40, run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Reserved));
        Assert.Equal(DeliveryState.Settled, Step(run, dvp, DeliverySignal.PaymentConfirmed, 30, PaymentRequest.None).State);
    }

    [Fact]
    public void Whatever_is_signalled_in_whatever_order_units_and_money_never_part()
    {
        var signals = Gen.ArrayOf(Gen.Zip(Gen.Elements(
            DeliverySignal.Begin, DeliverySignal.PaymentConfirmed, DeliverySignal.PaymentFailed, DeliverySignal.PaymentUnclear, DeliverySignal.TimePassed, DeliverySignal.RefundConfirmed), Gen.Choose(0, 20)));
        Prop.ForAll(signals.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (sequence, stock) =>
        {
            var run = new Run().Issued("mill", Units(1, (ulong)stock + 1));
            var dvp = new DeliveryVersusPayment(Trade);
            var paid = false;
            foreach (var (signal, hour) in sequence)
            {
                // Money does not come twice, nor fail after it came.
                if (paid && signal is DeliverySignal.PaymentConfirmed or DeliverySignal.PaymentFailed or DeliverySignal.PaymentUnclear && paid)
                {
                    continue;
                }

                paid |= signal == DeliverySignal.PaymentConfirmed;
                dvp = Step(run, dvp, signal, hour, null);
                var delivered = run.State.View("buyer")?.Tonnes("ccc", ShadowAccount.Free) == 40;
                Assert.Equal(delivered, dvp.State == DeliveryState.Settled);
                Assert.False(delivered && !paid);
                Assert.False(paid && dvp.State == DeliveryState.Cancelled);
                var reserved = run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Reserved);
                Assert.Equal(dvp.State is DeliveryState.AwaitingPayment or DeliveryState.PaymentUnknown ? 40 : 0, reserved);
            }
        }).Holds();
    }

    [Fact]
    public void A_group_nets_before_the_market_and_no_tonne_is_made()
    {
        var net = GroupNetting.Net([new("a", 100), new("b", -30), new("c", -90), new("d", 5), new("e", 0)], Inr.FromRupees(10m));
        Assert.Equal([new("a", "b", 30, Inr.FromRupees(300m)), new("a", "c", 70, Inr.FromRupees(700m)), new("d", "c", 5, Inr.FromRupees(50m))], net.Transfers);
        Assert.Equal([new EntityBalance("c", -15)], net.ForMarket);
        Assert.Equal(105, net.NettedTonnes);
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(-1000, 1000)).ToArbitrary(), tonnes =>
        {
            var group = tonnes.Select((t, i) => new EntityBalance("e" + i, t)).ToList();
            var result = GroupNetting.Net(group);
            Assert.Equal(group.Sum(e => e.Tonnes), result.ForMarket.Sum(e => e.Tonnes));
            Assert.True(result.ForMarket.All(e => e.Tonnes > 0) || result.ForMarket.All(e => e.Tonnes < 0));
            Assert.True(result.Transfers.Count < System.Math.Max(1, group.Count));
            foreach (var entity in group)
            {
                var moved = result.Transfers.Where(t => t.To == entity.Entity).Sum(t => t.Tonnes) - result.Transfers.Where(t => t.From == entity.Entity).Sum(t => t.Tonnes);
                Assert.Equal(entity.Tonnes + moved, result.ForMarket.SingleOrDefault(e => e.Entity == entity.Entity)?.Tonnes ?? 0);
            }
        }).Holds();
        Assert.Throws<System.ArgumentException>(() => GroupNetting.Net([new("a", 1), new("a", 2)]));
    }

    // Does what the step asks of the ledger and reports the answer back, as a host would.
    private static DeliveryVersusPayment Step(Run run, DeliveryVersusPayment dvp, DeliverySignal signal, int hour, PaymentRequest? expected)
    {
        var at = Noon + Duration.FromHours(hour);
        var step = dvp.On(signal, at);
        var asked = step.Payment;
        while (step.Command is { } command)
        {
            step = step.Next.Answered(command.Key, run.Do(command).Refusal, at);
            asked = asked == PaymentRequest.None ? step.Payment : asked;
        }

        if (expected is { } request)
        {
            Assert.Equal(request, asked);
        }

        return step.Next;
    }
}

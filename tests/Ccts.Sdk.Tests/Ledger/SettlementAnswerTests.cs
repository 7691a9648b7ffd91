using System;
using System.Collections.Generic;
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

/// <summary>Answers of the ledger that come twice, late, never, or to another command: none settles a trade that was not delivered.</summary>
public class SettlementAnswerTests
{
    private static readonly Instant Deadline = Noon + Duration.FromHours(10);

    private static readonly Delivery Trade = new("t1", "mill", "buyer", new OldestUnits("ccc", 40), Inr.FromRupees(40_000m), Deadline);

    private static readonly Refusal No = new(RefusalCode.NotEnough) { Account = "mill", Asked = 40, Available = 0 };

    private enum Move
    {
        Signal,
        DoTheCommand,
        DoItAgain,
        LoseTheCommand,
        ReportAnAnswer,
        ReportAnAnswerToAnotherCommand,
    }

    [Fact]
    public void The_answer_to_the_hold_does_not_settle_what_is_being_delivered()
    {
        var hold = new DeliveryVersusPayment(Trade).On(DeliverySignal.Begin, Noon);
        var delivering = hold.Next.Answered(hold.Command!.Key, null, Noon).Next.On(DeliverySignal.PaymentConfirmed, Noon);
        Assert.Equal(DeliveryState.Delivering, delivering.Next.State);
        Assert.Equal(new DeliveryStep(delivering.Next, null, PaymentRequest.None), delivering.Next.Answered(hold.Command.Key, null, Noon));
        Assert.Equal(new DeliveryStep(delivering.Next, null, PaymentRequest.None), delivering.Next.Answered(hold.Command.Key, No, Noon));
        var refused = delivering.Next.Answered(delivering.Command!.Key, No, Noon);
        Assert.Equal((DeliveryState.RefundDue, PaymentRequest.Refund), (refused.Next.State, refused.Payment));
        Assert.IsType<ReleaseUnits>(refused.Command);
    }

    [Fact]
    public void A_host_that_lost_a_command_gets_the_same_again_until_it_is_answered()
    {
        var later = Noon + Duration.FromHours(20);
        var hold = new DeliveryVersusPayment(Trade).On(DeliverySignal.Begin, Noon);
        Assert.Equal(hold, hold.Next.On(DeliverySignal.Begin, Noon + Duration.FromHours(1)));
        Assert.Equal(hold, hold.Next.On(DeliverySignal.TimePassed, later));

        var delivering = hold.Next.Answered(hold.Command!.Key, null, Noon).Next.On(DeliverySignal.PaymentConfirmed, Noon);
        Assert.Equal(delivering, delivering.Next.On(DeliverySignal.TimePassed, later));
        Assert.Equal(delivering, delivering.Next.On(DeliverySignal.Begin, later));

        var refund = delivering.Next.Answered(delivering.Command!.Key, No, Noon);
        Assert.Equal(refund, refund.Next.On(DeliverySignal.TimePassed, later));
        var refunded = refund.Next.On(DeliverySignal.RefundConfirmed, later).Next;
        Assert.False(refunded.IsOver);
        Assert.Equal(refund.Command, refunded.On(DeliverySignal.TimePassed, later).Command);
        Assert.True(refunded.Answered(refund.Command!.Key, null, later).Next.IsOver);
    }

    [Fact]
    public void A_hold_answered_after_the_deadline_is_released_at_once()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var hold = new DeliveryVersusPayment(Trade).On(DeliverySignal.Begin, Noon);
        var late = hold.Next.Answered(hold.Command!.Key, run.Do(hold.Command).Refusal, Deadline);
        Assert.Equal(DeliveryState.Cancelled, late.Next.State);
        Assert.Null(run.Do(late.Command!).Refusal);
        Assert.Equal(100, run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void Forgotten_keys_do_not_say_that_nothing_was_delivered()
    {
        var hold = new DeliveryVersusPayment(Trade).On(DeliverySignal.Begin, Noon);
        var delivering = hold.Next.Answered(hold.Command!.Key, null, Noon).Next.On(DeliverySignal.PaymentConfirmed, Noon);
        var forgotten = new Refusal(RefusalCode.PastRetention) { Subject = "2026-11-01T00:00:00Z" };
        Assert.Equal(new DeliveryStep(delivering.Next, null, PaymentRequest.None), delivering.Next.Answered(delivering.Command!.Key, forgotten, Noon));
    }

    [Fact]
    public void Answers_on_their_own_twice_late_or_in_any_order_never_part_units_and_money()
    {
        var moves = Gen.ArrayOf(Gen.Zip(Gen.Frequency((3, Gen.Constant(Move.Signal)), (2, Gen.Constant(Move.DoTheCommand)), (1, Gen.Elements(Enum.GetValues<Move>())), (2, Gen.Constant(Move.ReportAnAnswer))), Gen.Choose(0, 1000)));
        Prop.ForAll(moves.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (sequence, stock) =>
        {
            var host = new Host(stock + 1);
            foreach (var (move, dice) in sequence)
            {
                host.Do(move, dice);
                host.Check();
            }

            host.Finish();
        }).Holds();
    }

    [Theory]
    [MemberData(nameof(BadTrades))]
    public void A_trade_that_no_command_can_be_made_of_is_refused_before_money_moves(Delivery trade, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => new DeliveryVersusPayment(trade)).Message, StringComparison.Ordinal);

    public static TheoryData<Delivery, string> BadTrades() => new()
    {
        { Trade with { Id = null! }, "1 to 100 characters" },
        { Trade with { Id = "" }, "1 to 100 characters" },
        { Trade with { Id = new string('x', 101) }, "1 to 100 characters" },
        { Trade with { Seller = null! }, "The seller of trade t1" },
        { Trade with { Buyer = null! }, "The buyer of trade t1" },
        { Trade with { Buyer = "a\nb" }, "The buyer of trade t1" },
        { Trade with { Buyer = "mill" }, "The buyer of trade t1 is the seller" },
        { Trade with { Units = null! }, "names no units" },
        { Trade with { Units = new OldestUnits("ccc", 0) }, "Ask for 1 or more" },
        { Trade with { Units = new ReservedUnits(null!) }, "the reservation is not 1 to 128" },
        { Trade with { Units = new ChosenUnits([]) }, "Name one block or more" },
        { Trade with { Price = Inr.FromRupees(-1m) }, "not be below zero" },
    };

    [Fact]
    public void The_longest_id_makes_keys_the_ledger_takes()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var hold = new DeliveryVersusPayment(Trade with { Id = new string('x', 100) }).On(DeliverySignal.Begin, Noon);
        Assert.Null(run.Do(hold.Command!).Refusal);
        var deliver = hold.Next.Answered(hold.Command!.Key, null, Noon).Next.On(DeliverySignal.PaymentConfirmed, Noon);
        Assert.Null(run.Do(deliver.Command!).Refusal);
    }

    // A host that crashes, repeats itself and reports late; what it reports of the ledger and of the money is true.
    private sealed class Host(int stock)
    {
        private static readonly DeliverySignal[] Signals = Enum.GetValues<DeliverySignal>();

        private readonly Run _run = new Run().Issued("mill", Units(1, (ulong)stock));
        private readonly List<(string Key, Refusal? Refusal)> _answers = [];
        private readonly List<LedgerCommand> _given = [];
        private DeliveryVersusPayment _trade = new(Trade);
        private LedgerCommand? _command;
        private bool _paid;

        private Instant At { get; set; } = Noon;

        private long Delivered => _run.State.View("buyer")?.Tonnes("ccc", ShadowAccount.Free) ?? 0;

        internal void Do(Move move, int dice)
        {
            At = Noon + Duration.FromHours(dice % 20);
            switch (move)
            {
                case Move.Signal when Signals[dice % Signals.Length] is var signal && (!_paid || signal is not (DeliverySignal.PaymentConfirmed or DeliverySignal.PaymentFailed or DeliverySignal.PaymentUnclear)):
                    _paid |= signal == DeliverySignal.PaymentConfirmed;
                    Take(_trade.On(signal, At));
                    break;
                case Move.DoTheCommand when _command is { } command:
                    _given.Add(command);
                    _answers.Add((command.Key, AnswerOf(command)));
                    break;
                case Move.DoItAgain when _given.Count > 0:
                    var again = _given[dice % _given.Count];
                    _answers.Add((again.Key, AnswerOf(again)));
                    break;
                case Move.LoseTheCommand:
                    _command = null;
                    break;
                case Move.ReportAnAnswer when _answers.Count > 0:
                    var (key, refusal) = _answers[dice % _answers.Count];
                    Take(_trade.Answered(key, refusal, At));
                    break;
                case Move.ReportAnAnswerToAnotherCommand:
                    var other = new[] { "dvp/t1/hold", "dvp/t1/deliver", "dvp/t1/release", "dvp/t2/hold", "" }.Where(k => k != _trade.Awaited?.Key).ToArray();
                    var step = _trade.Answered(other[dice % other.Length], dice % 2 == 0 ? null : No, At);
                    Assert.Equal(new DeliveryStep(_trade, null, PaymentRequest.None), step);
                    break;
                default:
                    break;
            }
        }

        internal void Check()
        {
            Assert.True(Delivered is 0 or 40);
            Assert.False(Delivered == 40 && !_paid);
            Assert.False(Delivered == 40 && _trade.State is not (DeliveryState.Delivering or DeliveryState.Settled));
            Assert.False(_trade.State == DeliveryState.Settled && Delivered != 40);
            Assert.False(_paid && _trade.State == DeliveryState.Cancelled);
            if (_trade.IsOver)
            {
                Assert.Equal(0, _run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Reserved));
            }
        }

        // Whatever was lost, time alone brings every command back, so that a trade ends once its money is known.
        internal void Finish()
        {
            At = Deadline;
            _command = null;
            if (!_paid)
            {
                Take(_trade.On(DeliverySignal.TimePassed, At));
                Take(_trade.On(DeliverySignal.PaymentFailed, At));
            }

            for (var i = 0; i < 8 && !_trade.IsOver; i++)
            {
                Take(_trade.On(DeliverySignal.TimePassed, At));
                if (_trade.Awaited is { } command)
                {
                    Assert.Equal(command, _command);
                    Take(_trade.Answered(command.Key, AnswerOf(command), At));
                }
                else if (_trade.State == DeliveryState.RefundDue)
                {
                    Take(_trade.On(DeliverySignal.RefundConfirmed, At));
                }
                else if (!_paid)
                {
                    Take(_trade.On(DeliverySignal.PaymentFailed, At));
                }

                Check();
            }

            Assert.True(_trade.IsOver);
            Assert.Equal(_paid, _trade.State is DeliveryState.Settled or DeliveryState.Refunded);
        }

        private Refusal? AnswerOf(LedgerCommand command)
        {
            var decision = _run.Do(command);
            return decision.Repeats is { } position ? (_run.Entries.Single(e => e.Position == position).Event as CommandRefused)?.Refusal : decision.Refusal;
        }

        private void Take(DeliveryStep step)
        {
            _trade = step.Next;
            _command = step.Command ?? _command;
        }
    }
}

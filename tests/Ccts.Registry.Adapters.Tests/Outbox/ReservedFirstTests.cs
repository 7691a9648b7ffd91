using System;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>What is not held for an instruction until the registry has answered does not leave: the registry would do it, and the units would be sold once more.</summary>
public class ReservedFirstTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    private readonly OutboxBench _bench = new OutboxBench().Start();

    /// <summary>Numbers from another list, a reservation that is not there, one that is too small, one of another scope's spelling, one that ends.</summary>
    [Theory]
    [InlineData("res", "s", 11, 20, false)]
    [InlineData("nosuch", "s", 1, 10, false)]
    [InlineData("res", "s", 6, 15, false)]
    [InlineData("res", "S", 1, 10, false)]
    [InlineData("res", "s", 1, 10, true)]
    public void An_instruction_whose_numbers_its_reservation_does_not_hold_is_parked_unsent(string reservation, string scope, ulong start, ulong end, bool ends)
    {
        Commit(Instruction(reservation, scope, start, end), ends ? _bench.Now + Duration.FromDays(1) : null);
        Assert.Empty(_bench.Channel.Sent);
        Assert.Equal((InstructionState.Parked, LedgerReply.NotReserved), (_bench.Record("r1").State, _bench.Record("r1").Code));
        Assert.Equal(["taken", "held-back"], _bench.History("r1"));
        Assert.Equal((10L, 0L), (_bench.Tonnes("mill", ShadowAccount.Reserved), _bench.Tonnes("mill", ShadowAccount.Retired)));

        // Given up it ends; what the reservation holds is its host's affair.
        _ = _bench.Dispatcher.CancelAsync("r1", "asha", "a slip");
        _bench.Advance(Moment);
        Assert.False(_bench.Store.Find("r1")!.IsOpen);
    }

    [Fact]
    public void Once_its_numbers_are_reserved_it_is_retried_and_sent_once()
    {
        Commit(Instruction("later", "s", 11, 20));
        Assert.Empty(_bench.Channel.Sent);
        Assert.True(_bench.Engine.Execute(new ReserveUnits("later", _bench.Now, "mill", "later", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(11, 20))), ReservationPurpose.Other)).IsAccepted);
        _ = _bench.Dispatcher.RetryAsync("r1", "asha", "reserved now");
        _bench.Advance(Moment);
        Assert.Equal(["r1"], _bench.Channel.Sent);
        Assert.Equal(10, _bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void A_reservation_may_hold_more_and_serve_two_instructions()
    {
        var units = new SerialBlock("icm", "s", new BlockRange(1, 20));
        var (one, two) = (Instruction("res", "s", 1, 10), Instruction("res", "s", 11, 20) with { Key = "r2" });
        _bench.Engine.Execute(new ReserveUnits("res", _bench.Now, "mill", "res", new ChosenUnits(units), ReservationPurpose.Other), one.ToIntent(), two.ToIntent());
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
        Assert.Equal(20, _bench.Tonnes("mill", ShadowAccount.Retired));
    }

    /// <summary>A court order stops what has not left; the registry could not undo it.</summary>
    [Fact]
    public void What_is_frozen_before_it_leaves_waits_until_it_is_thawed()
    {
        var units = new SerialBlock("icm", "s", new BlockRange(1, 10));
        _bench.Engine.Execute(new ReserveUnits("res", _bench.Now, "mill", "res", new ChosenUnits(units), ReservationPurpose.Other));
        _bench.Engine.Execute(new FreezeAccount("again", _bench.Now, "mill", true, "a court order"), Instruction("res", "s", 1, 10).ToIntent());
        _bench.Dispatcher.Wake();
        _bench.Advance(Duration.FromHours(5));
        Assert.Empty(_bench.Channel.Sent);
        Assert.Equal((InstructionState.Intended, "frozen"), (_bench.Record("r1").State, _bench.Record("r1").Code));
        Assert.True(_bench.Now - _bench.Record("r1").StandsSince > Duration.FromHours(4));

        _bench.Engine.Execute(new FreezeAccount("thawed", _bench.Now, "mill", false, "over"));
        _bench.Advance(Duration.FromMinutes(20));
        Assert.Equal((InstructionState.Confirmed, 10L), (_bench.Record("r1").State, _bench.Tonnes("mill", ShadowAccount.Retired)));
    }

    /// <summary>The host released it before the answer came: there is nothing left to release.</summary>
    [Fact]
    public void A_refusal_of_what_is_reserved_no_longer_is_settled()
    {
        var answer = new TaskCompletionSource<ChannelOutcome>();
        _bench.Channel.OnSend = _ => answer.Task;
        _bench.Instruct("t1", 1, 10);
        _bench.Advance(Moment);
        Assert.True(_bench.Engine.Execute(new ReleaseUnits("early", _bench.Now, "mill", "t1", 4)).IsAccepted);
        answer.SetResult(ChannelOutcome.Rejected("account-closed", "x"));
        _bench.Advance(Moment);
        Assert.Equal((InstructionState.Rejected, true, 100L), (_bench.Record("t1").State, _bench.Record("t1").IsSettled, _bench.Tonnes("mill", ShadowAccount.Free)));
    }

    /// <summary>Done at the registry, and released and sold in the ledger: only a person puts that right, and says so.</summary>
    [Fact]
    public void What_the_ledger_refuses_for_good_is_ended_by_an_operators_word()
    {
        var answer = new TaskCompletionSource<ChannelOutcome>();
        _bench.Channel.OnSend = _ => answer.Task;
        _bench.Instruct("t1", 1, 10);
        _bench.Advance(Moment);
        _bench.Engine.Execute(new ReleaseUnits("early", _bench.Now, "mill", "t1"));
        Assert.Contains("Only an outcome", Assert.Throws<OperatorRefusedException>(() => new OutboxMachine(new OutboxPolicy(OutboxBench.Settling), "host", 1).SettleByHand(_bench.Record("t1"), "asha", "x", _bench.Now)).Message, StringComparison.Ordinal);
        answer.SetResult(ChannelOutcome.Confirmed());
        _bench.Advance(Duration.FromHours(2));
        Assert.Equal((InstructionState.Confirmed, false), (_bench.Record("t1").State, _bench.Record("t1").IsSettled));

        _ = _bench.Dispatcher.SettleByHandAsync("t1", "asha", "bought back and retired");
        _bench.Advance(Moment);
        Assert.True(_bench.Record("t1").IsSettled);
        Assert.Contains("settled-by-hand", _bench.History("t1"));
        Assert.False(_bench.Store.Find("t1")!.IsOpen);
    }

    private static UnitInstruction Instruction(string reservation, string scope, ulong start, ulong end) => new()
    {
        Key = "r1", Kind = InstructionKind.Retire, Units = new SerialBlock("icm", scope, new BlockRange(start, end)), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", reservation),
    };

    // Reserves 1 to 10, whatever the instruction is about.
    private void Commit(UnitInstruction instruction, Instant? until = null)
    {
        var units = new SerialBlock("icm", "s", new BlockRange(1, 10));
        Assert.True(_bench.Engine.Execute(new ReserveUnits("res", _bench.Now, "mill", "res", new ChosenUnits(units), ReservationPurpose.Other, until), instruction.ToIntent()).IsAccepted);
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
    }
}

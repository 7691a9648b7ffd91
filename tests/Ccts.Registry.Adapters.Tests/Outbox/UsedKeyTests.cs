using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>An instruction whose key was used before is never sent. What it reserved is free again when it is cancelled, unless another instruction acts on it.</summary>
public class UsedKeyTests
{
    private static readonly Duration Moment = Duration.FromSeconds(5);

    private readonly OutboxBench _bench = new OutboxBench().Start();

    [Fact]
    public void Cancelled_it_gives_its_units_back()
    {
        _bench.Instruct("t1", 1, 10);
        _bench.Advance(Moment);
        Again("second", 71, 80);
        Assert.Equal(10, _bench.Tonnes("mill", ShadowAccount.Reserved));
        Cancel();
        Assert.Equal((0L, 90L), (_bench.Tonnes("mill", ShadowAccount.Reserved), _bench.Tonnes("mill", ShadowAccount.Free)));
        Assert.False(_bench.Store.All().Last().IsOpen);
    }

    /// <summary>The host committed the same order twice: the reservation is that of the first, which is on its way.</summary>
    [Fact]
    public void What_another_instruction_acts_on_is_not_released()
    {
        var answer = new TaskCompletionSource<ChannelOutcome>();
        _bench.Channel.OnSend = _ => answer.Task;
        var first = _bench.Instruct("t1", 1, 10);
        _bench.Advance(Moment);
        _bench.Engine.Execute(new FreezeAccount("again", _bench.Now, "mill", false, "x"), first.ToIntent());
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
        Cancel();
        Assert.Equal(10, _bench.Tonnes("mill", ShadowAccount.Reserved));
        answer.SetResult(ChannelOutcome.Confirmed());
        _bench.Advance(Moment);
        Assert.Equal(10, _bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void What_is_not_reserved_any_more_keeps_nothing_open()
    {
        var first = _bench.Instruct("t1", 1, 10);
        _bench.Advance(Moment);
        _bench.Engine.Execute(new FreezeAccount("again", _bench.Now, "mill", false, "x"), first.ToIntent());
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
        Cancel();
        Assert.DoesNotContain(_bench.Dispatcher.Open(), r => r.Key.Contains('@', StringComparison.Ordinal));
        Assert.Equal(10, _bench.Tonnes("buyer", ShadowAccount.Free));
    }

    /// <summary>A text that nobody can read names no reservation: that is for a person to release.</summary>
    [Fact]
    public void What_cannot_be_read_releases_nothing()
    {
        var units = new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(1, 10)));
        _bench.Engine.Execute(new ReserveUnits("o", _bench.Now, "mill", "r", units, ReservationPurpose.Other), new RegistryIntent("garbled", "icm", "{\"v\":2}"));
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
        _ = _bench.Dispatcher.CancelAsync("garbled", "asha", "never sent");
        _bench.Advance(Moment);
        Assert.Equal((InstructionState.Cancelled, 10L), (_bench.Record("garbled").State, _bench.Tonnes("mill", ShadowAccount.Reserved)));
    }

    private void Again(string reservation, ulong start, ulong end)
    {
        var units = new SerialBlock("icm", "s", new BlockRange(start, end));
        var instruction = new UnitInstruction { Key = "t1", Kind = InstructionKind.Retire, Units = units, FromAccount = "R-mill", Ledger = new LedgerEffect("mill", reservation) };
        Assert.True(_bench.Engine.Execute(new ReserveUnits(reservation, _bench.Now, "mill", reservation, new ChosenUnits(units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
        _bench.Dispatcher.Wake();
        _bench.Advance(Moment);
    }

    private void Cancel()
    {
        _ = _bench.Dispatcher.CancelAsync(_bench.Dispatcher.Open().Single(r => r.Key.Contains('@', StringComparison.Ordinal)).Key, "asha", "never sent");
        _bench.Advance(Moment);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A process dies in every state an instruction can be in, and the next one goes on: nothing is sent unseen, nothing is forgotten.</summary>
public class RestartTests
{
    private static readonly Dictionary<InstructionState, Action<OutboxBench>> Ways = new()
    {
        [InstructionState.Intended] = b =>
        {
            // One request at a time, and the one before it gets no answer.
            b.Channel.OnSend = i => i.Key == "before" ? Never : Task.FromResult(ChannelOutcome.Confirmed());
            b.Instruct("before", 90, 99);
        },
        [InstructionState.Sending] = b => b.Channel.OnSend = _ => Never,
        [InstructionState.Unknown] = b => b.Channel.Says(ChannelOutcome.Unknown("html", "a page")),
        [InstructionState.Querying] = b =>
        {
            b.Channel.Says(ChannelOutcome.Unknown("html", "a page"));
            b.Channel.IsSilent = true;
        },
        [InstructionState.Pending] = b => b.Channel.Says(ChannelOutcome.Pending("pending", "a second person looks at it")),
        [InstructionState.NotDone] = b => b.Channel.Says(ChannelOutcome.Throttled(Duration.FromMinutes(30))),
        [InstructionState.Partial] = b => b.Channel.Says(ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 3)), "half-done", "It stopped.")),
        [InstructionState.Confirmed] = b => b.Channel.OnSend = _ =>
        {
            // The ledger does not take the outcome in while the account is frozen.
            b.Engine.Execute(new FreezeAccount("frozen", b.Now, "mill", true, "an inquiry"));
            return Task.FromResult(ChannelOutcome.Confirmed());
        },
    };

    private static Task<ChannelOutcome> Never => new TaskCompletionSource<ChannelOutcome>().Task;

    [Theory]
    [InlineData(InstructionState.Intended, false, 1)]
    [InlineData(InstructionState.Sending, false, 2)]
    [InlineData(InstructionState.Sending, true, 1)]
    [InlineData(InstructionState.Unknown, false, 2)]
    [InlineData(InstructionState.Unknown, true, 1)]
    [InlineData(InstructionState.Querying, false, 2)]
    [InlineData(InstructionState.Querying, true, 1)]
    [InlineData(InstructionState.Pending, true, 1)]
    [InlineData(InstructionState.NotDone, false, 2)]
    [InlineData(InstructionState.Confirmed, true, 1)]
    public void It_takes_effect_once_and_the_ledger_has_it(InstructionState state, bool wasDone, int sent)
    {
        var bench = DiedIn(state);
        bench.Channel.OnAsk = i => Seen(i, wasDone ? UnitState.Retired : UnitState.Held);
        bench.Engine.Execute(new FreezeAccount("thawed", bench.Now, "mill", false, "over"));
        bench.Start().Advance(Duration.FromHours(3));

        Assert.Equal(InstructionState.Confirmed, bench.Record("r1").State);
        Assert.Equal(sent, bench.Channel.Sent.Count(k => k == "r1"));
        Assert.Equal(10, bench.Tonnes("mill", ShadowAccount.Retired));
        Assert.Empty(LedgerAudit.Findings(LedgerState.FromSnapshot(bench.Engine.TakeSnapshot())));
    }

    [Fact]
    public void What_is_pending_waits_on_for_the_registry()
    {
        var bench = DiedIn(InstructionState.Pending);
        bench.Channel.OnAsk = i => Seen(i, UnitState.Held);
        bench.Start().Advance(Duration.FromDays(3));
        Assert.Equal(InstructionState.Pending, bench.Record("r1").State);
        Assert.Single(bench.Channel.Sent);
        Assert.Equal(10, bench.Tonnes("mill", ShadowAccount.Reserved));
    }

    [Fact]
    public void What_was_half_done_stays_settled_and_quarantined_for_an_operator()
    {
        var bench = DiedIn(InstructionState.Partial);
        bench.Start().Advance(Duration.FromDays(3));
        Assert.Equal((3, 7), (bench.Tonnes("mill", ShadowAccount.Retired), bench.Tonnes("mill", ShadowAccount.Quarantined)));
        Assert.Single(bench.Channel.Sent);
        Assert.Empty(bench.Channel.Asked);
    }

    [Theory]
    [InlineData(InstructionState.Sending)]
    [InlineData(InstructionState.Unknown)]
    [InlineData(InstructionState.NotDone)]
    public void What_was_given_up_before_is_not_sent_after(InstructionState state)
    {
        var bench = DiedIn(state);
        bench.Channel.OnSend = _ => Never;
        bench.Channel.OnAsk = i => Seen(i, UnitState.Held);
        bench.Start().Advance(Duration.FromSeconds(1));
        var before = bench.Channel.Sent.Count;
        _ = bench.Dispatcher.CancelAsync("r1", "asha", "no longer wanted");
        bench.Advance(Duration.FromSeconds(1)).Crash().Start().Advance(Duration.FromHours(3));
        Assert.Equal(before, bench.Channel.Sent.Count);
        Assert.Equal(InstructionState.Cancelled, bench.Record("r1").State);
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    private static OutboxBench DiedIn(InstructionState state)
    {
        var bench = new OutboxBench().Start(new RegistryLinkOptions { MostAtOnce = 1 });
        Ways[state](bench);
        bench.Instruct("r1", 1, 10, InstructionKind.Retire);
        bench.Advance(state == InstructionState.Querying ? Duration.FromSeconds(10) : Duration.FromSeconds(3));
        Assert.Equal(state, bench.Record("r1").State);
        bench.Crash();
        bench.Channel.IsSilent = false;
        bench.Channel.Says(ChannelOutcome.Confirmed());
        return bench;
    }

    private static RegistryOutcome<UnitsAnswer> Seen(UnitInstruction i, UnitState state) => ScriptedChannel.Seen(i, state, i.FromAccount);
}

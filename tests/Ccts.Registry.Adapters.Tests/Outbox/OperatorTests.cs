using System;
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

/// <summary>What an operator may do, and what he is told where it would be unsafe.</summary>
public class OperatorTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    /// <summary>The registry may act for as long as it takes to settle. Units that were released before are sold, and then gone.</summary>
    [Fact]
    public void What_is_called_not_done_is_released_once_the_registry_has_settled()
    {
        var bench = InDoubt();
        Assert.Contains("may still act", Refusal(() => bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "the portal shows them")), StringComparison.Ordinal);
        Assert.Contains("may still act", Refusal(() => bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(1, 5)), "asha", "x")), StringComparison.Ordinal);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));

        bench.Advance(OutboxBench.Settling + Duration.FromMinutes(1));
        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "looked twice");
        bench.Advance(Moment);
        Assert.Equal((InstructionState.Cancelled, 100L), (bench.Record("r1").State, bench.Tonnes("mill", ShadowAccount.Free)));
    }

    [Fact]
    public void What_is_done_on_every_number_waits_for_nothing()
    {
        var bench = InDoubt();
        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(1, 40)), "asha", "seen in the portal");
        bench.Advance(Moment);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void Whoever_gives_up_what_the_registry_may_still_act_on_says_so_and_it_is_journaled()
    {
        var bench = InDoubt();
        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "the registry has told us in writing", isEarly: true);
        bench.Advance(Moment);
        Assert.Equal((InstructionState.Cancelled, OutboxMachine.Early), (bench.Record("r1").State, bench.Record("r1").Code));
        Assert.Contains(bench.Store.Moves("r1"), m => OutboxText.ReadMove(m) is { Actor: "asha", Code: OutboxMachine.Early, Cause: OutboxCause.ResolvedNotDone });
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    /// <summary>The ledger could not take it in yet; the registry's own word stands all the same.</summary>
    [Fact]
    public void What_the_registry_itself_has_called_done_is_not_called_otherwise()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ =>
        {
            bench.Engine.Execute(new FreezeAccount("frozen", bench.Now, "mill", true, "an inquiry"));
            return Task.FromResult(ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 5)), "half", "x"));
        };
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(OutboxBench.Settling * 2);
        Assert.Equal((InstructionState.Partial, false), (bench.Record("r1").State, bench.Record("r1").IsSettled));
        Assert.Contains("said or shown that 1-5 are done", Refusal(() => bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "x")), StringComparison.Ordinal);
        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(1, 5)), "asha", "x");
        bench.Engine.Execute(new FreezeAccount("thawed", bench.Now, "mill", false, "over"));
        bench.Advance(Duration.FromHours(1));
        Assert.Equal((5L, 95L), (bench.Tonnes("mill", ShadowAccount.Retired), bench.Tonnes("mill", ShadowAccount.Free)));
    }

    /// <summary>Whoever decides may have slipped: 48 minutes for 48 hours. The row says under which time it was sent.</summary>
    [Fact]
    public void A_shorter_settling_time_than_it_was_sent_under_gives_nothing_up_earlier()
    {
        var at = Instant.FromUtc(2026, 11, 30, 9, 0);
        var sender = new OutboxMachine(new OutboxPolicy(Duration.FromHours(48)), "host", 1);
        var instruction = new UnitInstruction { Key = "k", Kind = InstructionKind.Transfer, Units = new SerialBlock("icm", "s", new BlockRange(1, 9)), FromAccount = "a", ToAccount = "b" };
        var taken = sender.Take(new Ccts.Sdk.Ledger.Outbox.IntentPlace(1, 0), instruction.ToIntent(), at).Next;
        var unknown = OutboxText.Read(OutboxText.ToWrite(sender.Answered(sender.Send(taken, at).Next, ChannelOutcome.Unknown("x", "x"), at)).Row);
        Assert.Equal(Duration.FromHours(48), unknown.Attempt!.Settling);

        var hasty = new OutboxMachine(new OutboxPolicy(Duration.FromMinutes(48)), "operator", 2);
        Assert.Contains("may still act", Assert.Throws<OperatorRefusedException>(() => hasty.Resolve(unknown, BlockSet.Empty, "asha", "x", at + Duration.FromHours(47))).Message, StringComparison.Ordinal);
        Assert.Equal(InstructionState.Cancelled, hasty.Resolve(unknown, BlockSet.Empty, "asha", "x", at + Duration.FromHours(49)).Next.State);
        Assert.Equal(at + Duration.FromHours(49), hasty.Resolve(unknown, BlockSet.Of(instruction.Units.Range), "asha", "x", at + Duration.FromHours(1)).Next.RestsUntil);
    }

    [Fact]
    public void Of_an_instruction_that_is_none_or_has_ended_no_state_is_made_up()
    {
        var bench = new OutboxBench().Start();
        Assert.Equal("nobody: The outbox has no instruction of this key.", Refusal(() => bench.Dispatcher.CancelAsync("nobody", "asha", "x")));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Moment);
        Assert.Equal("r1: It has ended already.", Refusal(() => bench.Dispatcher.CancelAsync("r1", "asha", "x")));
    }

    /// <summary>A slip in a registry's name would let its instructions wait without a word.</summary>
    [Fact]
    public void A_registry_without_a_link_is_told_as_soon_as_an_instruction_goes_to_it()
    {
        var bench = new OutboxBench().Start();
        Assert.All(bench.Dispatcher.Registries(), r => Assert.True(r.HasLink));
        var slip = new UnitInstruction { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icn", "s", new BlockRange(1, 9)), FromAccount = "a" };
        bench.Engine.Execute(new FreezeAccount("f1", bench.Now, "mill", false, "x"), slip.ToIntent());
        bench.Advance(Moment);
        Assert.Equal(("icn", false, false), bench.Dispatcher.Registries().Where(r => !r.HasLink).Select(r => (r.Registry, r.IsOpen, r.IsPaused)).Single());
        _ = bench.Dispatcher.CancelAsync("k", "asha", "a slip");
        bench.Advance(Moment);
        Assert.DoesNotContain(bench.Dispatcher.Registries(), r => !r.HasLink);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData(" ", "x")]
    [InlineData("asha", "")]
    [InlineData("asha", "\t")]
    public void A_decision_has_a_name_and_a_reason(string by, string reason)
    {
        var bench = InDoubt();
        Func<Task>[] all =
        [
            () => bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(1, 40)), by, reason), () => bench.Dispatcher.CancelAsync("r1", by, reason),
        ];
        Assert.All(all, work => Assert.Contains("blank", Refusal(work), StringComparison.Ordinal));
        bench.Channel.OnAsk = _ => RegistryOutcome.Confirmed(new UnitsAnswer([]));
        bench.Advance(Duration.FromHours(4));
        Assert.Equal(InstructionState.Parked, bench.Record("r1").State);
        Assert.Contains("blank", Refusal(() => bench.Dispatcher.RetryAsync("r1", by, reason)), StringComparison.Ordinal);
    }

    /// <summary>What an operator writes is shown on a terminal later.</summary>
    [Fact]
    public void A_decision_stands_on_one_line()
    {
        var bench = InDoubt();
        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(1, 40)), "asha\nBOSS", "\u001b[31mseen\u202e in the portal");
        bench.Advance(Moment);
        var move = OutboxText.ReadMove(System.Linq.Enumerable.Single(bench.Store.Moves("r1"), m => m.Contains("resolved-done", StringComparison.Ordinal)));
        Assert.Equal(("asha BOSS", " [31mseen  in the portal"), (move.Actor, move.Reason));
    }

    /// <summary>"Never sent again" is what the first operator was promised.</summary>
    [Fact]
    public void What_was_given_up_is_not_retried()
    {
        var bench = InDoubt();
        bench.Channel.OnAsk = _ => RegistryOutcome.Confirmed(new UnitsAnswer([]));
        _ = bench.Dispatcher.CancelAsync("r1", "asha", "the customer withdrew");
        bench.Advance(Duration.FromHours(4));
        Assert.Equal(InstructionState.Parked, bench.Record("r1").State);
        Assert.Contains("given up", Refusal(() => bench.Dispatcher.RetryAsync("r1", "ravi", "the network is mended")), StringComparison.Ordinal);

        // Cancelled once more it is asked about, and ends.
        bench.Channel.OnAsk = i => ScriptedChannel.Seen(i, UnitState.Held, "R-mill");
        _ = bench.Dispatcher.CancelAsync("r1", "ravi", "the network is mended");
        bench.Advance(Duration.FromHours(4));
        Assert.Equal((InstructionState.Cancelled, 1), (bench.Record("r1").State, bench.Channel.Sent.Count));
    }

    private static OutboxBench InDoubt()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("time-out", "no answer"));
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        return bench.Advance(Moment);
    }

    private static string Refusal(Func<Task> work) => Assert.ThrowsAsync<OperatorRefusedException>(work).GetAwaiter().GetResult().Message;
}

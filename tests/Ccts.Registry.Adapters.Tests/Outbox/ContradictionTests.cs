using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>Where two words of a registry contradict each other, or one is not understood, nothing is sent again and nothing released.</summary>
public class ContradictionTests
{
    private static readonly Duration Long = Duration.FromHours(6);

    public static TheoryData<string, bool> Words => new(
        from word in new[] { "done", "half", "stranger" }
        from givenUp in new[] { false, true }
        select (word, givenUp));

    [Theory]
    [MemberData(nameof(Words))]
    public void What_the_registry_says_of_the_instruction_is_not_passed_over_for_what_it_shows_of_the_numbers(string word, bool isGivenUp)
    {
        var bench = Lost();
        bench.Channel.OnAsk = i => Held(i, word switch
        {
            "done" => ChannelOutcome.Confirmed("77"),
            "half" => ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 5)), "half", "x"),
            _ => ChannelOutcome.Unknown("unknown-word", "x"),
        });
        bench.Advance(Duration.FromMinutes(2));
        if (isGivenUp)
        {
            _ = bench.Dispatcher.CancelAsync("r1", "asha", "not wanted any more");
        }

        bench.Advance(Long);
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal((InstructionState.Parked, word == "stranger" ? "unknown-word" : "contradiction"), (bench.Record("r1").State, bench.Record("r1").Code));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));
    }

    /// <summary>A retirement has no reversal: what was once shown as done, or called so, is not sent again because a later answer shows it untouched.</summary>
    [Theory]
    [InlineData("shown")]
    [InlineData("called")]
    [InlineData("by turns")]
    public void What_was_shown_as_done_once_is_not_forgotten(string how)
    {
        var bench = Lost();
        UnitsPart Done(ulong start, ulong end) => new(new BlockRange(start, end), UnitState.Retired, "R-mill", "r1");
        UnitsPart Left(ulong start, ulong end) => new(new BlockRange(start, end), UnitState.Held, "R-mill");
        bench.Channel.OnAsk = i => how switch
        {
            "called" when bench.Channel.Asked.Count == 1 => Held(i, ChannelOutcome.Confirmed()),
            "shown" when bench.Channel.Asked.Count == 1 => RegistryOutcome.Confirmed(new UnitsAnswer([Done(1, 20), Left(21, 40)])),
            "by turns" => RegistryOutcome.Confirmed(new UnitsAnswer(bench.Channel.Asked.Count % 2 == 0 ? [Done(1, 20), Left(21, 40)] : [Left(1, 20), Done(21, 40)])),
            _ => ScriptedChannel.Seen(i, UnitState.Held, "R-mill"),
        };
        bench.Advance(Long);
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal((InstructionState.Parked, "contradiction"), (bench.Record("r1").State, bench.Record("r1").Code));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));
    }

    /// <summary>It does some of it, and says that all is done: what it shows as done is taken in, the rest is out of reach.</summary>
    [Fact]
    public void Half_that_is_called_done_is_half()
    {
        var bench = Lost();
        bench.Channel.OnAsk = i => RegistryOutcome.Confirmed(new UnitsAnswer(
            [new UnitsPart(new BlockRange(1, 30), UnitState.Retired, "R-mill"), new UnitsPart(new BlockRange(31, 40), UnitState.Held, "R-mill")]) { Status = ChannelOutcome.Confirmed() });
        bench.Advance(Long);
        Assert.Equal((InstructionState.Partial, 30L, 10L), (bench.Record("r1").State, bench.Tonnes("mill", ShadowAccount.Retired), bench.Tonnes("mill", ShadowAccount.Quarantined)));
    }

    /// <summary>Lost on the way, done, and passed on at once by whoever received them.</summary>
    [Theory]
    [InlineData("R-third", true, InstructionState.Confirmed)]
    [InlineData("R-third", false, InstructionState.Parked)]
    [InlineData("R-mill", true, InstructionState.Parked)]
    [InlineData(null, true, InstructionState.Parked)]
    public void A_transfer_that_the_registry_calls_done_and_shows_elsewhere_is_done(string? account, bool isCalledDone, InstructionState end)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("connection-lost", "x"));
        bench.Channel.OnAsk = i => RegistryOutcome.Confirmed(new UnitsAnswer(
            [new UnitsPart(new BlockRange(1, 30), UnitState.Held, "R-third"), new UnitsPart(new BlockRange(31, 40), UnitState.Held, account)]) { Status = isCalledDone ? ChannelOutcome.Confirmed() : null });
        bench.Instruct("t1", 1, 40);
        bench.Advance(Long);
        Assert.Equal(end, bench.Record("t1").State);
        Assert.Equal(end == InstructionState.Confirmed ? 40 : 0, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void Half_that_the_registry_tells_counts_where_it_shows_no_numbers()
    {
        var bench = Lost();
        bench.Channel.OnAsk = _ => RegistryOutcome.Confirmed(new UnitsAnswer([]) { Status = ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 30)), "half", "x") });
        bench.Advance(Duration.FromMinutes(1));
        Assert.Equal((InstructionState.Partial, 30L, 10L), (bench.Record("r1").State, bench.Tonnes("mill", ShadowAccount.Retired), bench.Tonnes("mill", ShadowAccount.Quarantined)));
    }

    /// <summary>An old view may contradict for a moment. Two such moments, hours apart and answers that agree between them, are no contradiction that lasts.</summary>
    [Fact]
    public void A_contradiction_that_an_answer_has_ended_begins_anew()
    {
        var machine = new OutboxMachine(MachineWalk.Policy, "host", 1);
        var at = Instant.FromUtc(2026, 11, 2, 3, 30);
        var record = machine.Send(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Transfer).ToIntent(), at).Next, at).Next;
        record = machine.Answered(record, ChannelOutcome.Pending("awaiting", "x"), at).Next;
        Ask(0, new UnitsPart(new BlockRange(1, 10), UnitState.Held, "C"), null);
        Ask(10, new UnitsPart(new BlockRange(1, 10), UnitState.Held, "A"), ChannelOutcome.Pending("awaiting", "x"));
        Ask(120, new UnitsPart(new BlockRange(1, 10), UnitState.Held, "C"), null);
        Assert.Equal(InstructionState.Pending, record.State);
        Ask(180, new UnitsPart(new BlockRange(1, 10), UnitState.Held, "C"), null);
        Assert.Equal(InstructionState.Parked, record.State);

        void Ask(int minutes, UnitsPart part, ChannelOutcome? status) => record = machine.Answered(
            machine.Ask(record, at + Duration.FromMinutes(minutes)).Next, RegistryOutcome.Confirmed(new UnitsAnswer([part]) { Status = status }), at + Duration.FromMinutes(minutes)).Next;
    }

    /// <summary>Something on the way repeated the request: the answer was to the second copy, and the first took effect.</summary>
    [Theory]
    [InlineData(UnitState.Retired, InstructionState.Confirmed)]
    [InlineData(UnitState.Held, InstructionState.Rejected)]
    public void A_refusal_after_a_doubt_is_asked_about(UnitState state, InstructionState end)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => Task.FromResult(bench.Channel.Sent.Count == 1 ? ChannelOutcome.Throttled(null) : ChannelOutcome.Rejected("not-permitted", "x"));
        bench.Channel.OnAsk = i => ScriptedChannel.Seen(i, state, "R-mill");
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(OutboxBench.Settling / 2);
        Assert.Equal(state == UnitState.Held ? 40 : 0, bench.Tonnes("mill", ShadowAccount.Reserved));
        bench.Advance(Long);

        Assert.Equal(2, bench.Channel.Sent.Count);
        Assert.Equal((end, end == InstructionState.Rejected ? "not-permitted" : ""), (bench.Record("r1").State, bench.Record("r1").Code));
        Assert.Equal(state == UnitState.Held ? 100 : 60, bench.Tonnes("mill", ShadowAccount.Free));
    }

    /// <summary>What the registry says later of its key is about the last copy too.</summary>
    [Theory]
    [InlineData(UnitState.Retired, InstructionState.Confirmed)]
    [InlineData(UnitState.Held, InstructionState.Rejected)]
    public void A_refusal_that_an_answer_to_a_question_tells_after_a_doubt_waits_for_the_numbers(UnitState later, InstructionState end)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => Task.FromResult(bench.Channel.Sent.Count == 1 ? ChannelOutcome.Throttled(null) : ChannelOutcome.Unknown("html", "x"));
        bench.Channel.OnAsk = i => Held(i, ChannelOutcome.Rejected("not-permitted", "x"));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(OutboxBench.Settling / 2);
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
        bench.Channel.OnAsk = i => later == UnitState.Held ? Held(i, ChannelOutcome.Rejected("not-permitted", "x")) : ScriptedChannel.Seen(i, later, "R-mill");
        bench.Advance(Long);
        Assert.Equal((end, 2), (bench.Record("r1").State, bench.Channel.Sent.Count));
    }

    [Fact]
    public void A_refusal_after_what_never_left_is_final_at_once()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => Task.FromResult(bench.Channel.Sent.Count == 1 ? ChannelOutcome.NotSent("no-connection", "x") : ChannelOutcome.Rejected("not-permitted", "x"));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromMinutes(1));
        Assert.Equal(["taken", "send", "not-taken", "send", "refused", "settled"], bench.History("r1"));
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    private static OutboxBench Lost()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("connection-lost", "x"));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        return bench;
    }

    private static RegistryOutcome<UnitsAnswer> Held(UnitInstruction i, ChannelOutcome status) =>
        RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(i.Units.Range, UnitState.Held, i.FromAccount)]) { Status = status });
}

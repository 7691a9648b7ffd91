using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>The states of an instruction and the moves between them, over random lives.</summary>
public class MachineTests
{
    private static readonly Lazy<List<(OutboxRecord? Before, OutboxStep Step)>> Lives = new(() => Enumerable.Range(1, 12_000).SelectMany(seed => new MachineWalk(seed).Steps()).ToList());

    [Fact]
    public void Every_move_there_is_is_met_and_no_other()
    {
        var met = Lives.Value.Select(l => (l.Step.Move.From, l.Step.Move.Cause, l.Step.Move.To)).Distinct().ToList();

        Assert.Equal(
            OutboxMoves.All.Select(m => $"{m.From} --{m.Cause}--> {m.To}").Order(StringComparer.Ordinal),
            met.Select(m => $"{m.From} --{m.Cause}--> {m.To}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_may_have_taken_effect_is_never_sent_again_unseen()
    {
        // Between two attempts stands either the registry's word that it did not take the first, or two answers a settling time apart.
        foreach (var (before, step) in Lives.Value.Where(l => l.Step.Move.Cause == OutboxCause.Send))
        {
            Assert.True(before!.State is InstructionState.Intended or InstructionState.NotDone);
            Assert.False(before.IsGivenUp);
            Assert.Equal(before.Attempts + 1, step.Next.Attempt!.Number);
            Assert.Equal(7, step.Next.Attempt.Epoch);
            Assert.Equal(before.Fingerprint, step.Move.Fingerprint);
        }

        foreach (var (before, step) in Lives.Value.Where(l => l.Step.Move.Cause == OutboxCause.SettledNotDone))
        {
            Assert.True(before!.SameSince >= before.Attempt!.Until);
            Assert.True(step.Move.At - before.SameSince >= MachineWalk.Policy.SettlingTime);
        }
    }

    [Fact]
    public void Every_move_says_when_why_who_and_under_which_epoch()
    {
        foreach (var (before, step) in Lives.Value.Take(20_000))
        {
            var move = step.Move;
            Assert.Equal((before?.State, step.Next.State, step.Next.Since, 7L, step.Next.Attempts), (move.From, move.To, move.At, move.Epoch, move.Attempt));
            Assert.Equal(move.Cause == OutboxCause.Send ? step.Next.Fingerprint : null, move.Fingerprint);
            Assert.True(move.Actor.Length > 0 && (move.Actor == "asha") == (move.Cause is OutboxCause.Retry or OutboxCause.ResolvedDone or OutboxCause.ResolvedNotDone or OutboxCause.SettledByHand) || move.Cause == OutboxCause.GivenUp, move.ToString());
        }
    }

    [Fact]
    public void What_ends_without_effect_is_certain_or_an_operators_word()
    {
        foreach (var (before, step) in Lives.Value.Where(l => l.Step.Next.State == InstructionState.Cancelled && l.Before?.State != InstructionState.Cancelled))
        {
            Assert.True(step.Move.Actor == "asha" || (before!.IsGivenUp && before.State == InstructionState.Querying), step.Move.ToString());
            Assert.False(step.Move.Cause == OutboxCause.GivenUp && step.Next.IsInDoubt);
        }
    }

    /// <summary>A registry that says it did a part, and names numbers that are not the instruction's, or all of them, has said nothing that can be settled.</summary>
    [Theory]
    [InlineData(1, 13)]
    [InlineData(11, 12)]
    [InlineData(1, 10)]
    public void A_part_that_is_no_part_of_the_instruction_is_a_doubt(ulong start, ulong end)
    {
        var machine = new OutboxMachine(MachineWalk.Policy, "host", 1);
        var at = Instant.FromUtc(2026, 11, 2, 3, 30);
        var sent = machine.Send(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next, at).Next;
        var answered = machine.Answered(sent, ChannelOutcome.Partial(BlockSet.Of(new BlockRange(start, end)), "half", "x"), at).Next;
        Assert.Equal((InstructionState.Unknown, true, true), (answered.State, answered.IsInDoubt, answered.Done.IsEmpty));
        Assert.Equal(InstructionState.Partial, machine.Answered(sent, ChannelOutcome.Partial(BlockSet.Of(new BlockRange(2, 10)), "half", "x"), at).Next.State);
    }

    /// <summary>A host that writes its intents itself may mix two up. Sent under the wrong key, an instruction could not be asked about.</summary>
    [Theory]
    [InlineData("other", "icm", "The text is of the instruction k.")]
    [InlineData("k", "verra", "The text is for the registry icm.")]
    public void A_text_of_another_key_or_for_another_registry_is_not_sent(string key, string registry, string told)
    {
        var text = MachineWalk.Instruction(InstructionKind.Retire).ToIntent().Payload;
        var taken = new OutboxMachine(MachineWalk.Policy, "host", 1).Take(new IntentPlace(1, 0), new RegistryIntent(key, registry, text), Instant.FromUtc(2026, 11, 2, 3, 30)).Next;
        Assert.Equal((InstructionState.Parked, "unreadable", told, null), (taken.State, taken.Code, taken.Reason, taken.Instruction));
    }

    /// <summary>A registry that turns instructions away is not asked without a pause; and where it says how long, not before.</summary>
    [Fact]
    public void The_next_attempt_waits_twice_as_long_each_time_and_as_long_as_the_registry_asks()
    {
        var (machine, at) = (new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "host", 1), Instant.FromUtc(2026, 11, 2, 3, 30));
        var record = machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next;
        foreach (var (asked, seconds) in new[] { (0, 5), (0, 10), (0, 20), (600, 600), (1, 80) })
        {
            record = machine.Answered(machine.Send(record, at).Next, ChannelOutcome.NotTaken("busy", "x", Duration.FromSeconds(asked)), at).Next;
            Assert.Equal((InstructionState.NotDone, at + Duration.FromSeconds(seconds)), (record.State, record.Due));
        }
    }

    /// <summary>Nobody knows yet whether it leaves or what the answer is.</summary>
    [Fact]
    public void What_is_on_its_way_is_not_decided_on()
    {
        var (machine, at) = (new OutboxMachine(MachineWalk.Policy, "host", 1), Instant.FromUtc(2026, 11, 2, 3, 30));
        var sending = machine.Send(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next, at).Next;
        foreach (var record in new[] { sending, machine.Ask(machine.Answered(sending, ChannelOutcome.Unknown("x", "x"), at).Next, at).Next })
        {
            Assert.Contains("being worked on", Assert.Throws<OperatorRefusedException>(() => machine.Cancel(record, "asha", "x", at)).Message, StringComparison.Ordinal);
            Assert.Throws<OperatorRefusedException>(() => machine.Resolve(record, BlockSet.Empty, "asha", "x", at, isEarly: true));
            Assert.Throws<OperatorRefusedException>(() => machine.Retry(record, "asha", "x", at));
        }
    }

    /// <summary>What never left was done by nobody: somebody looks at another instruction's numbers.</summary>
    [Fact]
    public void What_was_never_sent_is_not_called_done()
    {
        var (machine, at) = (new OutboxMachine(MachineWalk.Policy, "host", 1), Instant.FromUtc(2026, 11, 2, 3, 30));
        var parked = machine.HeldBack(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next, LedgerReply.NotReserved, "x", at).Next;
        Assert.Contains("certainly not done", Assert.Throws<OperatorRefusedException>(() => machine.Resolve(parked, BlockSet.Of(new BlockRange(1, 10)), "asha", "x", at)).Message, StringComparison.Ordinal);
        Assert.Equal(InstructionState.Cancelled, machine.Resolve(parked, BlockSet.Empty, "asha", "x", at).Next.State);
    }

    [Fact]
    public void A_state_comes_back_from_its_text_as_it_was()
    {
        foreach (var (_, step) in Lives.Value.Take(20_000))
        {
            var write = OutboxText.ToWrite(step);
            var again = OutboxText.Read(write.Row);
            Assert.Equal(write.Row, OutboxText.ToWrite(new OutboxStep(again, step.Move)).Row);
            Assert.Equal(step.Move, OutboxText.ReadMove(write.Move));
            Assert.Equal(step.Next.Instruction, again.Instruction);
            Assert.Equal((step.Next.Done, step.Next.SettledDone), (again.Done, again.SettledDone));
        }
    }

    [Fact]
    public void A_state_of_another_version_or_damaged_is_refused()
    {
        var row = OutboxText.ToWrite(Lives.Value[0].Step).Row;
        var later = OutboxSeal.Of(row with { State = row.State[..row.State.LastIndexOf(',')].Replace("\"v\":2", "\"v\":3", StringComparison.Ordinal) + "}" });
        Assert.Contains("version 3", Assert.Throws<FormatException>(() => OutboxText.Read(later)).Message, StringComparison.Ordinal);
        Assert.Contains("checksum", Assert.Throws<FormatException>(() => OutboxText.Read(row with { State = row.State.Replace("\"v\":2", "\"v\":3", StringComparison.Ordinal) })).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => OutboxText.Read(row with { State = "{" }));
        Assert.Throws<FormatException>(() => OutboxText.Read(row with { State = "{\"v\":1,\"state\":\"sent\"}" }));
        Assert.Throws<FormatException>(() => OutboxText.ReadMove("{\"cause\":\"taken\"}"));
    }

    /// <summary>A request that is still on its way shows no effect either.</summary>
    [Fact]
    public void What_is_seen_before_the_attempt_is_over_settles_nothing()
    {
        var machine = new OutboxMachine(MachineWalk.Policy, "host", 1);
        var at = Instant.FromUtc(2026, 11, 2, 3, 30);
        var record = machine.Send(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next, at).Next;
        record = machine.Answered(record, ChannelOutcome.Unknown("dropped", "x"), at).Next;
        foreach (var (asked, expected) in new[]
        {
            (record.Attempt!.Until - Duration.FromSeconds(1), InstructionState.Unknown),
            (record.Attempt.Until - Duration.FromSeconds(1) + MachineWalk.Policy.SettlingTime, InstructionState.Unknown),
            (record.Attempt.Until - Duration.FromSeconds(1) + MachineWalk.Policy.SettlingTime + MachineWalk.Policy.SettlingTime, InstructionState.NotDone),
        })
        {
            var left = RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(new BlockRange(1, 10), UnitState.Held, "A")]));
            record = machine.Answered(machine.Ask(record, asked).Next, left, asked).Next;
            Assert.Equal(expected, record.State);
        }
    }

    [Fact]
    public void A_clock_that_jumps_does_not_shorten_the_settling_time_where_the_registry_tells_its_own()
    {
        var machine = new OutboxMachine(MachineWalk.Policy, "host", 1);
        var at = Instant.FromUtc(2026, 11, 2, 3, 30);
        var record = machine.Send(machine.Take(new IntentPlace(1, 0), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), at).Next, at).Next;
        record = machine.Answered(record, ChannelOutcome.Unknown("time-out", "x"), at + Duration.FromMinutes(1)).Next;
        record = machine.Answered(machine.Ask(record, at + Duration.FromMinutes(2)).Next, Left(at + Duration.FromMinutes(2)), at + Duration.FromMinutes(2)).Next;

        // Ours says two days, the registry's a minute.
        record = machine.Answered(machine.Ask(record, at + Duration.FromDays(2)).Next, Left(at + Duration.FromMinutes(3)), at + Duration.FromDays(2)).Next;
        Assert.Equal(InstructionState.Unknown, record.State);
        record = machine.Answered(machine.Ask(record, at + Duration.FromDays(2)).Next, Left(at + Duration.FromMinutes(63)), at + Duration.FromDays(2)).Next;
        Assert.Equal(InstructionState.NotDone, record.State);

        static RegistryOutcome<UnitsAnswer> Left(Instant there) =>
            RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(new BlockRange(1, 10), UnitState.Held, "A")]) { RegistryTime = there });
    }

    [Theory]
    [InlineData(InstructionKind.Transfer, UnitState.Held, "B", null, "done")]
    [InlineData(InstructionKind.Transfer, UnitState.Held, "A", null, "not-done")]
    [InlineData(InstructionKind.Transfer, UnitState.Held, "C", null, "foreign")]
    [InlineData(InstructionKind.Transfer, UnitState.Held, null, null, "unseen")]
    [InlineData(InstructionKind.Transfer, UnitState.Retired, "B", null, "done")]
    [InlineData(InstructionKind.Transfer, UnitState.Retired, null, null, "foreign")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, "A", null, "done")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, null, "k", "done")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, null, "other", "foreign")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, "C", null, "foreign")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, "C", "k", "foreign")]
    [InlineData(InstructionKind.Retire, UnitState.Retired, null, null, "unseen")]
    [InlineData(InstructionKind.Retire, UnitState.RetiredOrCancelled, "A", null, "done")]
    [InlineData(InstructionKind.Retire, UnitState.RetiredOrCancelled, null, null, "unseen")]
    [InlineData(InstructionKind.Retire, UnitState.Cancelled, null, null, "foreign")]
    [InlineData(InstructionKind.Retire, UnitState.Held, null, null, "not-done")]
    [InlineData(InstructionKind.Retire, UnitState.Held, "B", null, "foreign")]
    [InlineData(InstructionKind.Cancel, UnitState.Cancelled, null, "k", "done")]
    [InlineData(InstructionKind.Cancel, UnitState.Cancelled, "C", null, "foreign")]
    [InlineData(InstructionKind.Cancel, UnitState.Cancelled, null, null, "unseen")]
    [InlineData(InstructionKind.Cancel, UnitState.Buffer, null, null, "foreign")]
    [InlineData(InstructionKind.Cancel, null, null, null, "unseen")]
    public void An_answer_means(InstructionKind kind, UnitState? state, string? account, string? reference, string expected)
    {
        var instruction = MachineWalk.Instruction(kind);
        var reading = new UnitsAnswer([new UnitsPart(instruction.Units.Range, state, account, reference)]).Read(instruction);
        var sets = new Dictionary<string, BlockSet>(StringComparer.Ordinal) { ["done"] = reading.Done, ["not-done"] = reading.NotDone, ["foreign"] = reading.Foreign, ["unseen"] = reading.Unseen };

        Assert.Equal([expected], sets.Where(s => !s.Value.IsEmpty).Select(s => s.Key));
    }

    [Fact]
    public void A_number_told_in_two_ways_contradicts_itself_and_one_not_told_is_unseen()
    {
        var reading = new UnitsAnswer(
        [
            new UnitsPart(new BlockRange(1, 5), UnitState.Held, "A"),
            new UnitsPart(new BlockRange(4, 8), UnitState.Held, "B"),
            new UnitsPart(new BlockRange(90, 99), UnitState.Held, "B"),
        ]).Read(MachineWalk.Instruction(InstructionKind.Transfer));

        Assert.Equal(("1-3", "6-8", "4-5", "9-10"), (reading.NotDone.ToString(), reading.Done.ToString(), reading.Foreign.ToString(), reading.Unseen.ToString()));
    }

    /// <summary>A word that is not understood may take back what another row says of the same numbers.</summary>
    [Theory]
    [InlineData("A", "B", "1-4, 7-7", "8-10", "5-6")]
    [InlineData("B", "A", "8-10", "1-4, 7-7", "5-6")]
    public void A_number_of_which_something_is_not_understood_is_unseen(string first, string second, string notDone, string done, string unseen)
    {
        var reading = new UnitsAnswer(
        [
            new UnitsPart(new BlockRange(1, 7), UnitState.Held, first),
            new UnitsPart(new BlockRange(8, 10), UnitState.Held, second),
            new UnitsPart(new BlockRange(5, 6), null, "A"),
        ]).Read(MachineWalk.Instruction(InstructionKind.Transfer));

        Assert.Equal((notDone, done, "(none)", unseen), (reading.NotDone.ToString(), reading.Done.ToString(), reading.Foreign.ToString(), reading.Unseen.ToString()));
    }
}

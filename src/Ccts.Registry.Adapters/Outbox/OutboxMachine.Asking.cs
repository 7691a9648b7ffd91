using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>Doubt is settled by asking, never by sending again.</content>
public sealed partial class OutboxMachine
{
    /// <summary>Begins a question about the numbers.</summary>
    public OutboxStep Ask(OutboxRecord record, Instant at) =>
        Step(Require.NotNull(record).State, record with { Questions = record.Questions + 1, Due = null }, OutboxCause.Ask, InstructionState.Querying, at);

    /// <summary>Takes the answer to a question in.</summary>
    public OutboxStep Answered(OutboxRecord record, RegistryOutcome<UnitsAnswer> answer, Instant at)
    {
        record = NoteAfter(Require.NotNull(record), Require.NotNull(answer).After, at);
        if (answer.Value is not { } told)
        {
            // No answer says nothing about the instruction; a registry that cannot be asked will never say anything.
            return answer.IsUnknown
                ? StillOpen(record.WithFault(answer.Code, answer.Reason), at)
                : Silent(record.WithFault(answer.Code, answer.Reason), at);
        }

        // Numbers of before the attempt say nothing about it: neither that it did nothing, nor that somebody else has moved them.
        var isOld = told.AsOf < record.Attempt?.Until;
        told = isOld ? told with { Parts = [] } : told;
        var reading = told.Read(record.Instruction!);
        var undone = record.Done.Intersect(reading.NotDone);

        // What the registry once said or showed as done stays done: no later answer permits sending it again.
        var done = record.Done.Union(reading.Done);
        record = record with
        {
            Done = done,
            FirstShown = record.FirstShown ?? told.AsOf,
            SameSince = done.Equals(record.Done) ? record.SameSince : null,
            SameSinceThere = done.Equals(record.Done) ? record.SameSinceThere : null,
            WasCalledDone = record.WasCalledDone || told.Status is { Kind: OutcomeKind.Confirmed or OutcomeKind.Partial },
        };
        if (WasPassedOn(told, record.Instruction!))
        {
            return Done(record, OutboxCause.Done, at);
        }

        if (!reading.Foreign.IsEmpty)
        {
            return Contradicted(record, $"The registry shows {reading.Foreign} elsewhere than the instruction could have put them.", at);
        }

        if (reading.NotDone.IsEmpty && (reading.Unseen.IsEmpty || told.Status is { Kind: OutcomeKind.Confirmed }))
        {
            return Done(record, OutboxCause.Done, at);
        }

        if (!undone.IsEmpty)
        {
            return Contradicted(record, $"The registry has shown that {undone} was done, and shows it where it was before.", at);
        }

        if (reading.Done.IsEmpty && !reading.NotDone.IsEmpty && record.WasCalledDone)
        {
            var said = told.Status is { Kind: OutcomeKind.Partial } part ? $"done on {part.Done}" : "done";
            return Contradicted(record, $"The registry {(told.Status is { Kind: OutcomeKind.Confirmed or OutcomeKind.Partial } ? "says" : "has said")} that the instruction is {said}, and shows {reading.NotDone} where it was before.", at);
        }

        // An answer that agrees ends a contradiction, even where the registry has not decided yet. Otherwise two glimpses of an old view, hours apart, would count as a lasting contradiction.
        var agreed = record with { ContradictedSince = null };
        return told.Status is { } status && ByStatus(agreed, status, reading, at) is { } step ? step
            : isOld ? ShownBefore(agreed, at)
            : reading.Unseen.IsEmpty ? Seen(agreed, told, reading, at)
            : Unseen(record, "unseen", $"The registry does not show what became of {reading.Unseen}.", at);
    }

    // The registry says that the transfer is done, and none of its numbers is where it was: the receiver has passed them on.
    private static bool WasPassedOn(UnitsAnswer told, UnitInstruction instruction) =>
        instruction.Kind == InstructionKind.Transfer && told is { Status.Kind: OutcomeKind.Confirmed, Parts.Count: > 0 } && told.Parts.All(p => p.Account is { } there && there != instruction.FromAccount);

    private OutboxStep ShownBefore(OutboxRecord record, Instant at) => record.WasAccepted
        ? StillPending(record, ChannelOutcome.Pending(record.Code, record.Reason, record.Reference), at)
        : StillOpen(record.WithFault("shown-before", "What the registry shows is from before the attempt, and says nothing about it."), at);

    private OutboxStep Unseen(OutboxRecord record, string code, string reason, Instant at) =>
        Silent(record.WithFault(code, reason) with { SameSince = null, SameSinceThere = null }, at);

    // What the registry says about the instruction itself, where that settles it.
    private OutboxStep? ByStatus(OutboxRecord record, ChannelOutcome status, EffectReading reading, Instant at) => status.Kind switch
    {
        // A refusal concerns the last attempt. Where an earlier one was in doubt, only the numbers show that none took effect.
        OutcomeKind.Rejected when record is { Done.IsEmpty: true, WasCalledDone: false, IsEarlierInDoubt: false } && !status.MayBeSentAgain =>
            Step(record.State, Outcome(record with { IsInDoubt = false }, status.Code, status.Reason, at), OutboxCause.Refused, InstructionState.Rejected, at),
        OutcomeKind.Pending => StillPending(record, status, at),
        OutcomeKind.Partial when !reading.Unseen.IsEmpty && IsProperPart(record, status.Done) && record.Done.Subtract(status.Done).IsEmpty && reading.NotDone.Intersect(status.Done).IsEmpty =>
            PartlyDone(record with { Done = status.Done }, status.Code, status.Reason, at),
        // The answer about the instruction is not understood, and may mean that the registry still acts.
        OutcomeKind.Unknown when reading.Done.IsEmpty => Unseen(record, status.Code, status.Reason, at),
        _ => null,
    };

    private OutboxStep StillPending(OutboxRecord record, ChannelOutcome status, Instant at) => at - record.Attempt!.At > _policy.LongestPending
        ? Park(record.WithFault("pending-too-long", "The registry has not decided for too long."), OutboxCause.TooOften, at)
        : Pending(record, status, at);

    // Every number is visible: some may be done, the rest is where it was. Only time shows whether it stays so.
    private OutboxStep Seen(OutboxRecord record, UnitsAnswer told, EffectReading reading, Instant at)
    {
        // The registry had accepted it, and does not say that it dropped it: it may still act.
        if (record.WasAccepted && told.Status is null or { Kind: OutcomeKind.Pending })
        {
            return StillPending(record, ChannelOutcome.Pending(record.Code, record.Reason, record.Reference), at);
        }

        var isSame = record.SameSince is not null;
        // The first statement seen since the attempt may be of before it, if one of the two dates is wrong.
        var counts = at >= record.Attempt!.Until && !(told.AsOf <= record.FirstShown);
        var next = record with
        {
            WasAccepted = false,
            SameSince = !counts ? null : isSame ? record.SameSince : at,
            SameSinceThere = !counts ? null : isSame ? record.SameSinceThere ?? There(told) : There(told),
        };
        if (!isSame || !HasSettled(next, told, at))
        {
            return StillOpen(next.WithFault("not-yet", "The registry shows no effect on every number yet, and may still act."), at);
        }

        return reading.Done.IsEmpty
            ? SettledNotDone(told.Status is { Kind: OutcomeKind.Rejected, MayBeSentAgain: false } no ? next with { RefusedWith = no.Code } : next, at)
            : PartlyDone(next, "half-done", $"The registry did {reading.Done} and left {reading.NotDone}.", at);
    }

    // By our clock, and by the registry's where it states the time; neither is trusted alone.
    private bool HasSettled(OutboxRecord record, UnitsAnswer told, Instant at) =>
        record.SameSince is { } since && at - since >= _policy.SettlingTime
        && (record.SameSinceThere is not { } there || There(told) is not { } now || now - there >= _policy.SettlingTime);

    // The same statement twice is one answer, whatever time it is there meanwhile.
    private static Instant? There(UnitsAnswer told) => told.AsOf ?? told.RegistryTime;

    private OutboxStep SettledNotDone(OutboxRecord record, Instant at)
    {
        var next = record with { Doubts = record.Doubts + 1, IsInDoubt = false };
        return record.IsGivenUp ? Step(record.State, Outcome(next, record.Code, record.Reason, at), OutboxCause.GivenUp, InstructionState.Cancelled, at)
            : record.RefusedWith.Length > 0
            ? Step(record.State, Outcome(next, record.RefusedWith, "The registry refused the last attempt, and none before it took effect.", at), OutboxCause.Refused, InstructionState.Rejected, at)
            : next.Doubts >= _policy.MostDoubts || next.AttemptsSinceRetry >= _policy.MostAttempts
            ? Park(next, OutboxCause.TooOften, at)
            : Step(record.State, next with { Due = at }, OutboxCause.SettledNotDone, InstructionState.NotDone, at);
    }

    // A registry may show old data: only a lasting contradiction counts.
    private OutboxStep Contradicted(OutboxRecord record, string reason, Instant at)
    {
        var next = record.WithFault("contradiction", reason) with { ContradictedSince = record.ContradictedSince ?? at, SameSince = null, SameSinceThere = null };
        return at - next.ContradictedSince >= _policy.SettlingTime ? Park(next, OutboxCause.Contradiction, at) : StillOpen(next, at);
    }

    private OutboxStep Silent(OutboxRecord record, Instant at)
    {
        // The number of answers alone does not measure silence, since each notification triggers one.
        var next = record with { SilentAnswers = record.SilentAnswers + 1, SilentSince = record.SilentSince ?? at };
        return next.SilentAnswers >= _policy.MostSilentAnswers && at - next.SilentSince >= _policy.SettlingTime ? Park(next, OutboxCause.TooOften, at) : StillOpen(next, at);
    }

    private OutboxStep Park(OutboxRecord record, OutboxCause cause, Instant at) =>
        Step(record.State, record with { Due = null }, cause, InstructionState.Parked, at);

    // Ask again when the pause is over, and in any case when the settling time is over.
    private OutboxStep StillOpen(OutboxRecord record, Instant at)
    {
        var due = at + _policy.PauseAfter(record.Questions);
        if ((record.SameSince ?? record.ContradictedSince) is { } since && since + _policy.SettlingTime > at)
        {
            due = Instant.Min(due, since + _policy.SettlingTime);
        }

        return record.WasAccepted
            ? Step(record.State, record with { Due = due }, OutboxCause.Accepted, InstructionState.Pending, at)
            : Step(record.State, record with { Due = due }, OutboxCause.StillOpen, InstructionState.Unknown, at);
    }
}

using System;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// The states of an instruction and the moves between them, without clock or I/O. Each move returns the changed instruction and what to
/// save before anything else is done. A caller that follows it never sends twice what could take effect twice.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="policy">How patiently the registry is dealt with.</param>
/// <param name="actor">Who moves: written into the journal.</param>
/// <param name="epoch">The epoch of the owner's lease.</param>
public sealed partial class OutboxMachine(OutboxPolicy policy, string actor, long epoch)
{
    private readonly OutboxPolicy _policy = Require.NotNull(policy);
    private readonly string _actor = Require.NotNull(actor);

    /// <summary>Takes an instruction over from the ledger's journal.</summary>
    /// <param name="place">Where the ledger committed it.</param>
    /// <param name="intent">What it committed.</param>
    /// <param name="at">When.</param>
    public OutboxStep Take(IntentPlace place, RegistryIntent intent, Instant at)
    {
        Require.NotNull(intent);
        var fault = !InstructionText.TryRead(intent.Payload, out var instruction, out var unreadable) ? unreadable
            : instruction!.Key != intent.Key ? $"The text is of the instruction {instruction.Key}."
            : instruction.Units.Registry != intent.Registry ? $"The text is for the registry {instruction.Units.Registry}."
            : null;
        var record = new OutboxRecord { Place = place, Key = intent.Key, Registry = intent.Registry, Payload = intent.Payload, Instruction = fault is null ? instruction : null };
        return fault is null
            ? Step(null, record with { Due = at }, OutboxCause.Taken, InstructionState.Intended, at)
            : Unreadable(record, "unreadable", fault, at);
    }

    /// <summary>Takes over an instruction whose key an earlier one has used: it is parked under its own new key.</summary>
    /// <param name="place">Where the ledger committed it.</param>
    /// <param name="intent">What it committed.</param>
    /// <param name="at">When.</param>
    /// <param name="isUsed">Whether an instruction has a key; null where no key in the outbox is made of a key and a place.</param>
    public OutboxStep TakeAgain(IntentPlace place, RegistryIntent intent, Instant at, Func<string, bool>? isUsed = null)
    {
        var record = new OutboxRecord { Place = place, Key = OutboxAudit.KeyAgain(Require.NotNull(intent).Key, place, isUsed ?? (_ => false)), Registry = intent.Registry, Payload = intent.Payload };
        return Unreadable(record, OutboxRecord.KeyReused, $"The key {intent.Key} was used by an earlier instruction.", at);
    }

    /// <summary>Begins an attempt. Save the result before the first byte is sent.</summary>
    public OutboxStep Send(OutboxRecord record, Instant at)
    {
        var number = Require.NotNull(record).Attempts + 1;
        var next = record with
        {
            Attempts = number,
            Attempt = new OutboxAttempt(number, epoch, at, at + _policy.AttemptTimeout) { Settling = _policy.SettlingTime },
            Questions = 0,
            SilentAnswers = 0,
            SilentSince = null,
            ContradictedSince = null,
            SameSince = null,
            SameSinceThere = null,
            FirstShown = null,
            IsEarlierInDoubt = record.IsInDoubt,
            RefusedWith = "",
            IsInDoubt = true,
            WasAccepted = false,
            Due = null,
        };
        return Step(record.State, next, OutboxCause.Send, InstructionState.Sending, at, fingerprint: record.Fingerprint);
    }

    /// <summary>The ledger does not let it leave. Without a reservation an operator decides; for any other reason the outbox asks the ledger again.</summary>
    public OutboxStep HeldBack(OutboxRecord record, string code, string reason, Instant at)
    {
        var (next, isParked) = (Require.NotNull(record).WithFault(code, reason), code == LedgerReply.NotReserved);
        return Step(record.State, next with { Due = isParked ? null : at + _policy.LongestPause }, OutboxCause.HeldBack, isParked ? InstructionState.Parked : record.State, at);
    }

    /// <summary>Records the registry's answer to an attempt.</summary>
    public OutboxStep Answered(OutboxRecord record, ChannelOutcome outcome, Instant at)
    {
        record = NoteAfter(Require.NotNull(record), Require.NotNull(outcome).After, at);
        switch (outcome.Kind)
        {
            case OutcomeKind.Confirmed:
                return Done(record with { Reference = outcome.Reference ?? record.Reference }, OutboxCause.Done, at);
            case OutcomeKind.Rejected when outcome.MayBeSentAgain:
                return NotTaken(record, outcome, at);
            case OutcomeKind.Rejected when record.IsEarlierInDoubt:
                // This attempt had no effect; that says nothing about a copy of the one before it.
                return NoAnswer(record with { RefusedWith = outcome.Code }, outcome, at);
            case OutcomeKind.Rejected:
                return Step(record.State, Outcome(record, outcome.Code, outcome.Reason, at) with { IsInDoubt = false }, OutboxCause.Refused, InstructionState.Rejected, at);
            case OutcomeKind.Pending:
                return Pending(record, outcome, at);
            case OutcomeKind.Partial when IsProperPart(record, outcome.Done):
                return PartlyDone(record with { Done = outcome.Done, Reference = outcome.Reference ?? record.Reference }, outcome.Code, outcome.Reason, at);
            default:
                return NoAnswer(record, outcome, at);
        }
    }

    /// <summary>The ledger has taken the outcome in.</summary>
    public OutboxStep Settled(OutboxRecord record, Instant at) => TakenIn(Require.NotNull(record), OutboxCause.Settled, at);

    /// <summary>The ledger refused to record the outcome: the outbox tries again, and reports it meanwhile.</summary>
    public OutboxStep NotSettled(OutboxRecord record, string code, string reason, Instant at)
    {
        var times = Require.NotNull(record).LedgerRefusals + 1;
        return Step(record.State, record.WithFault(code, reason) with { LedgerRefusals = times, Due = at + _policy.PauseAfter(times) }, OutboxCause.NotSettled, record.State, at);
    }

    /// <summary>The numbers have rested long enough.</summary>
    public OutboxStep Close(OutboxRecord record, Instant at) =>
        Step(Require.NotNull(record).State, record with { IsClosed = true, Due = null }, OutboxCause.Closed, record.State, at);

    /// <summary>Notes in an instruction at rest that the owner is at work, and for how long the registry asks to be left alone. Neither is about the instruction, which stays as it is.</summary>
    /// <param name="record">The instruction.</param>
    /// <param name="after">For how long; null where the registry does not ask for it.</param>
    /// <param name="at">When.</param>
    public OutboxStep Noted(OutboxRecord record, Duration? after, Instant at) => Step(Require.NotNull(record).State, NoteAfter(record, after, at), OutboxCause.Noted, record.State, at);

    private OutboxStep TakenIn(OutboxRecord record, OutboxCause cause, Instant at, string? by = null)
    {
        var rests = record.State.IsFinal() && record.RestsUntil > at;
        var next = record with
        {
            IsSettled = true,
            SettledDone = record.Done,
            RestIsQuarantined = record.State == InstructionState.Partial,
            Due = rests ? record.RestsUntil : null,
            IsClosed = record.State.IsFinal() && !rests,
            LedgerRefusals = 0,
        };
        return Step(record.State, next, cause, record.State, at, by: by);
    }

    private static OutboxRecord NoteAfter(OutboxRecord record, Duration? after, Instant at) => after > Duration.Zero && !(record.LeaveAloneUntil > at + after) ? record with { LeaveAloneUntil = at + after } : record;

    private OutboxStep NoAnswer(OutboxRecord record, ChannelOutcome outcome, Instant at) => Step(
        record.State, record.WithFault(outcome.Code, outcome.Reason) with { Due = at + _policy.FirstPause, Reference = outcome.Reference ?? record.Reference },
        OutboxCause.NoAnswer, InstructionState.Unknown, at);

    private OutboxStep NotTaken(OutboxRecord record, ChannelOutcome outcome, Instant at)
    {
        // What was sent stays in doubt: where a network component repeats a request, the answer may be to the second copy while the first took effect.
        var next = record.WithFault(outcome.Code, outcome.Reason) with { IsInDoubt = !outcome.NeverLeft || record.IsEarlierInDoubt };
        return record.AttemptsSinceRetry >= _policy.MostAttempts
            ? Step(record.State, next with { Due = null }, OutboxCause.TooOften, InstructionState.Parked, at)
            : Step(record.State, next with { Due = at + Duration.Max(outcome.After ?? Duration.Zero, _policy.PauseAfter(record.AttemptsSinceRetry)) }, OutboxCause.NotTaken, InstructionState.NotDone, at);
    }

    private OutboxStep Pending(OutboxRecord record, ChannelOutcome outcome, Instant at)
    {
        var next = record with
        {
            WasAccepted = true,
            Reference = outcome.Reference ?? record.Reference,
            Code = outcome.Code,
            Reason = outcome.Reason,
            SameSince = null,
            SameSinceThere = null,
            Due = at + Duration.Max(outcome.After ?? Duration.Zero, _policy.PauseAfter(record.Questions + 1)),
        };
        return Step(record.State, next, OutboxCause.Accepted, InstructionState.Pending, at);
    }

    private OutboxStep Done(OutboxRecord record, OutboxCause cause, Instant at)
    {
        var next = Outcome(record with { Done = BlockSet.Of(record.Instruction!.Units.Range), IsInDoubt = false }, "", "", at);
        return Step(record.State, next, cause, InstructionState.Confirmed, at);
    }

    private OutboxStep PartlyDone(OutboxRecord record, string code, string reason, Instant at) =>
        Step(record.State, Outcome(record.WithFault(code, reason), code, reason, at), OutboxCause.PartlyDone, InstructionState.Partial, at);

    private OutboxStep Unreadable(OutboxRecord record, string code, string reason, Instant at) =>
        Step(null, record.WithFault(code, reason), OutboxCause.Unreadable, InstructionState.Parked, at);

    // A request may arrive twice, and a registry may show old data. Until neither can happen any more, transferred numbers must not come
    // back to where a second copy would find them or an old answer would show them.
    private OutboxRecord Outcome(OutboxRecord record, string code, string reason, Instant at)
    {
        var mayComeBack = record.Instruction?.Kind == InstructionKind.Transfer && !record.Done.IsEmpty && record.Attempt is not null;
        return record with { Code = code, Reason = reason, OutcomeAt = at, IsSettled = false, Due = at, RestsUntil = mayComeBack ? at + SettlingOf(record) : null };
    }

    // Whoever decides may know a shorter one than whoever sent it, or none.
    private Duration SettlingOf(OutboxRecord record) => Duration.Max(_policy.SettlingTime, record.Attempt?.Settling ?? Duration.Zero);

    private static bool IsProperPart(OutboxRecord record, BlockSet done) =>
        !done.IsEmpty && done.Subtract(BlockSet.Of(record.Instruction!.Units.Range)).IsEmpty && !done.Contains(record.Instruction.Units.Range);

    private OutboxStep Step(InstructionState? from, OutboxRecord next, OutboxCause cause, InstructionState to, Instant at, string? fingerprint = null, string? by = null)
    {
        if (!OutboxMoves.Has(from, cause, to))
        {
            throw new InvalidOperationException($"An instruction does not go from {from?.Word() ?? "nothing"} to {to.Word()} because {cause.Word()}.");
        }

        // A question with its answer does not end a doubt, nor does a new try at the ledger end its refusal.
        var stands = from == to || (from is { } before && before.IsInDoubt() && to.IsInDoubt());
        next = next with { State = to, Version = next.Version + 1, Since = at, StandsSince = stands ? next.StandsSince : at, Row = RowStanding.Sound };
        return new OutboxStep(next, new OutboxMove(at, cause, from, to, by ?? _actor)
        {
            Epoch = epoch,
            Attempt = next.Attempts,
            Fingerprint = fingerprint,
            Code = next.Code,
            Reason = next.Reason,
            Done = next.Done.IsEmpty ? "" : next.Done.ToString(),
        });
    }
}

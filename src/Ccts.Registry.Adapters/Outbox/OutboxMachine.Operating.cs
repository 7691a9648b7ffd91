using System;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>What an operator may do. A refusal is an <see cref="OperatorRefusedException"/> that says why.</content>
public sealed partial class OutboxMachine
{
    /// <summary>Tries a parked instruction again. If it may have taken effect, the outbox first asks the registry.</summary>
    /// <param name="record">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <exception cref="OperatorRefusedException">It is not parked, was given up, or cannot be read; or the person or the reason is missing.</exception>
    public OutboxStep Retry(OutboxRecord record, string by, string reason, Instant at)
    {
        AllowMove(record);
        Allow(record.State == InstructionState.Parked, record, "Only a parked instruction is retried.");
        (by, reason) = Words(record, by, reason);
        Allow(record.Instruction is not null, record, "An instruction that cannot be read is never sent; cancel it.");
        Allow(!record.IsGivenUp, record, "It was given up, so it is never sent again. Cancel it once more to have it asked about, or resolve it.");
        Allow(!record.IsChanged, record, "Its row was changed since it was written, so it is never sent again. Look at the registry, and resolve it.");
        var next = record with { RefusedWith = "", Code = "", Reason = reason, ForgivenAttempts = record.Attempts, Doubts = 0, Questions = 0, SilentAnswers = 0, SilentSince = null, ContradictedSince = null, SameSince = null, SameSinceThere = null, WasCalledDone = false, Due = at };
        var to = record.IsInDoubt ? InstructionState.Unknown : InstructionState.NotDone;
        return Step(record.State, next, OutboxCause.Retry, to, at, by: by);
    }

    /// <summary>The code of a move with which an operator gave up numbers on which the registry may still act.</summary>
    public const string Early = "before-settled";

    /// <summary>From when on the settling time guarantees that numbers not done will stay so; null where no request can be on its way.</summary>
    internal Instant? SettledFrom(OutboxRecord record) =>
        (record.IsInDoubt || record.State == InstructionState.Partial) && record.Attempt is { } attempt ? attempt.Until + SettlingOf(record) : null;

    /// <summary>Resolves a doubt with what an operator learnt from the registry.</summary>
    /// <param name="record">The instruction.</param>
    /// <param name="done">The numbers on which it took effect: all, some or none. The rest is given up.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">How it is known.</param>
    /// <param name="at">When.</param>
    /// <param name="isEarly">
    /// Whether to give up the rest before the settling time after the last attempt is over, while the registry may still act. It is journaled with the code <see cref="Early"/>. Numbers that are released this way and
    /// then moved by a late copy of the request are ghost credits.
    /// </param>
    /// <exception cref="OperatorRefusedException">
    /// Nothing is in doubt; the numbers are not the instruction's, or omit some that the registry has shown as done; it is too early to give up the rest; or the person or the reason is missing.
    /// </exception>
    public OutboxStep Resolve(OutboxRecord record, BlockSet done, string by, string reason, Instant at, bool isEarly = false)
    {
        Require.NotNull(done);
        AllowMove(record);
        (by, reason) = Words(record, by, reason);
        Allow(
            record.State is InstructionState.Unknown or InstructionState.Pending or InstructionState.Parked or InstructionState.Partial,
            record, "Only an instruction that is unknown, pending, parked or done in part is resolved.");
        Allow(record.Instruction is not null, record, "An instruction that cannot be read was never sent; cancel it.");
        var all = BlockSet.Of(record.Instruction!.Units.Range);
        Allow(done.Subtract(all).IsEmpty, record, $"The instruction is about {all}.");
        Allow(record.Done.Subtract(done).IsEmpty, record, $"The registry itself has said or shown that {record.Done} are done.");
        Allow(record.IsInDoubt || record.State == InstructionState.Partial || done.IsEmpty, record, "The instruction was certainly not done: nothing of it has been sent since.");
        var until = done.Equals(all) ? null : SettledFrom(record);
        Allow(
            isEarly || until is null || at >= until, record,
            $"Until {until} the registry may still act on what is given up, and its units would be sold twice. Look again then, or say that they are to be given up all the same.");
        var next = Outcome(record with { Done = done, IsInDoubt = false }, until > at ? Early : "", reason, at);
        return done.Equals(all)
            ? Step(record.State, next, OutboxCause.ResolvedDone, InstructionState.Confirmed, at, by: by)
            : Step(record.State, next, OutboxCause.ResolvedNotDone, InstructionState.Cancelled, at, by: by);
    }

    /// <summary>
    /// Gives up an instruction: it is never sent again. One that was never sent ends at once. For one that may have taken effect the outbox
    /// first asks the registry, and ends it when the result is certain.
    /// </summary>
    /// <param name="record">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <exception cref="OperatorRefusedException">It has ended, or was done in part (resolve it instead); or the person or the reason is missing.</exception>
    public OutboxStep Cancel(OutboxRecord record, string by, string reason, Instant at)
    {
        AllowMove(record);
        (by, reason) = Words(record, by, reason);
        Allow(!record.State.IsFinal(), record, "It has ended already.");
        Allow(record.State is not (InstructionState.Sending or InstructionState.Querying), record, "It is being worked on; ask again.");
        Allow(record.State != InstructionState.Partial, record, "It was done in part. Resolve it, once it is known what became of the rest.");
        Allow(!record.IsChanged || record.Instruction is null, record, "Its row was changed since it was written, so nobody knows whether it was sent. Look at the registry, and resolve it.");
        if (!record.IsInDoubt)
        {
            return Step(record.State, Outcome(record with { IsGivenUp = true }, "", reason, at), OutboxCause.GivenUp, InstructionState.Cancelled, at, by: by);
        }

        var to = record.State == InstructionState.Pending ? InstructionState.Pending : InstructionState.Unknown;
        return Step(record.State, record with { IsGivenUp = true, Reason = reason, Due = record.State == InstructionState.NotDone ? Instant.Max(at, record.Attempt!.Until) : at }, OutboxCause.GivenUp, to, at, by: by);
    }

    /// <summary>Closes an outcome that the ledger refuses for good, because somebody corrected the ledger by hand or nothing is left to do.</summary>
    /// <param name="record">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">What was done instead.</param>
    /// <param name="at">When.</param>
    /// <exception cref="OperatorRefusedException">It has no outcome, or the ledger has not refused it; or the person or the reason is missing.</exception>
    public OutboxStep SettleByHand(OutboxRecord record, string by, string reason, Instant at)
    {
        AllowMove(record);
        (by, reason) = Words(record, by, reason);
        Allow(record.OutcomeAt is not null && !record.IsSettled && record.LedgerRefusals > 0, record, "Only an outcome that the ledger has refused is settled by hand.");
        return TakenIn(record with { Reason = reason }, OutboxCause.SettledByHand, at, by);
    }

    private static void AllowMove(OutboxRecord record) => Allow(
        Require.NotNull(record).Row != RowStanding.OutOfStep, record,
        "The key, the place, the version or the moves of its row were changed too, so no move can be written over it. \"ccts ledger check\" says which; put the outbox back from a backup.");

    // On one line, without control characters for terminals.
    private static (string By, string Reason) Words(OutboxRecord record, string by, string reason)
    {
        var words = (By: ForeignText.Line(by), Reason: ForeignText.Line(reason));
        Allow(!string.IsNullOrWhiteSpace(words.By) && !string.IsNullOrWhiteSpace(words.Reason), record, "A decision is journaled with who made it and why, and one of them is blank.");
        return words;
    }

    private static void Allow(bool holds, OutboxRecord record, string otherwise)
    {
        if (!holds)
        {
            throw new OperatorRefusedException(record.Key, record.State, otherwise);
        }
    }
}

/// <summary>An operator's request would be unsafe or has no meaning. Nothing was changed.</summary>
public sealed class OperatorRefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="state">Its state.</param>
    /// <param name="reason">Why not, in one sentence.</param>
    public OperatorRefusedException(string key, InstructionState state, string reason)
        : base($"{key} is {state.Word()}. {reason}")
    {
    }

    // Of what is not at hand no state is told.
    internal OperatorRefusedException(string key, string reason)
        : base($"{key}: {reason}")
    {
    }
}

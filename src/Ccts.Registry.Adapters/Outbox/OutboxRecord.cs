using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>One request that was about to be sent; saved before its first byte was.</summary>
/// <param name="Number">1 for the first attempt of its instruction.</param>
/// <param name="Epoch">The epoch of the owner that made it.</param>
/// <param name="At">When it began.</param>
/// <param name="Until">When its owner gave it up at the latest.</param>
public sealed record OutboxAttempt(int Number, long Epoch, Instant At, Instant Until)
{
    /// <summary>The registry's settling time as its owner knew it: no operator gives the units up earlier by a shorter one. Null in rows of earlier versions.</summary>
    public Duration? Settling { get; init; }
}

/// <summary>One instruction with its state. It changes only by the moves of <see cref="OutboxMachine"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed partial record OutboxRecord
{
    /// <summary>Where the ledger committed it.</summary>
    public required IntentPlace Place { get; init; }

    /// <summary>Its idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>To which registry it goes.</summary>
    public required string Registry { get; init; }

    /// <summary>Its text, as it was committed.</summary>
    public required string Payload { get; init; }

    /// <summary>What the text says; null where it cannot be read.</summary>
    public UnitInstruction? Instruction { get; init; }

    /// <summary>How far it has come.</summary>
    public InstructionState State { get; init; }

    /// <summary>How often it has moved.</summary>
    public long Version { get; init; }

    /// <summary>When it last moved.</summary>
    public Instant Since { get; init; }

    /// <summary>Since when it has been in this state. While an attempt is in doubt or pending, since that attempt, however often the outbox asked.</summary>
    public Instant StandsSince { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Attempts before an operator last retried it; they no longer count towards the limit.</summary>
    public int ForgivenAttempts { get; init; }

    /// <summary>Attempts that count against it.</summary>
    public int AttemptsSinceRetry => Attempts - ForgivenAttempts;

    /// <summary>The last attempt; null before the first.</summary>
    public OutboxAttempt? Attempt { get; init; }

    /// <summary>How often an attempt was in doubt and turned out not done.</summary>
    public int Doubts { get; init; }

    /// <summary>How often the outbox asked the registry about the last attempt.</summary>
    public int Questions { get; init; }

    /// <summary>Answers about the last attempt that did not mention the numbers.</summary>
    public int SilentAnswers { get; init; }

    /// <summary>Since when answers about the last attempt have not mentioned the numbers, with interruptions; null while none has.</summary>
    public Instant? SilentSince { get; init; }

    /// <summary>Since when every answer has contradicted the instruction; null while none has.</summary>
    public Instant? ContradictedSince { get; init; }

    /// <summary>Since when every answer has shown <see cref="Done"/> as done and the rest where it was; null while none has.</summary>
    public Instant? SameSince { get; init; }

    /// <summary>The same by the registry's own clock, where it states the time.</summary>
    public Instant? SameSinceThere { get; init; }

    /// <summary>The moment of the first statement seen since the attempt; null before that. Our date and the registry's may differ, so only a later statement is certain to be of after the attempt.</summary>
    public Instant? FirstShown { get; init; }

    /// <summary>The numbers on which it is known to have taken effect.</summary>
    public BlockSet Done { get; init; } = BlockSet.Empty;

    /// <summary>Whether a request may have taken effect without the outbox knowing.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether an attempt before the last one may have taken effect: a network component may repeat a request and return the answer to the copy.</summary>
    public bool IsEarlierInDoubt { get; init; }

    /// <summary>Whether the registry has called it done, on all or some of its numbers, since it was last sent. Later answers do not undo that.</summary>
    public bool WasCalledDone { get; init; }

    /// <summary>The code with which the registry refused the last attempt for good while an earlier one was in doubt. The instruction ends as refused once it is certain that none took effect. Empty otherwise.</summary>
    public string RefusedWith { get; init; } = "";

    /// <summary>Whether an operator has given it up. It is never sent again, and ends as soon as it is certain whether it took effect.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Whether the registry said that it accepted the instruction and decides later.</summary>
    public bool WasAccepted { get; init; }

    /// <summary>The registry's own name for it; null where it gave none.</summary>
    public string? Reference { get; init; }

    /// <summary>The code of the last failure; empty when there was none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The sentence for it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Every failure code so far, once each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>When the outbox next acts on it; null when the registry, the ledger or an operator acts next.</summary>
    public Instant? Due { get; init; }

    /// <summary>Until when the registry asked to be left alone, in an answer about this instruction; null where it did not. It counts for every request to the registry, also those of the next owner.</summary>
    public Instant? LeaveAloneUntil { get; init; }

    /// <summary>When its outcome became known; the ledger's commands about it carry this time.</summary>
    public Instant? OutcomeAt { get; init; }

    /// <summary>Whether the ledger has taken the outcome in.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The numbers that the ledger has recorded as done.</summary>
    public BlockSet SettledDone { get; init; } = BlockSet.Empty;

    /// <summary>Whether the ledger has quarantined the numbers that were not done.</summary>
    public bool RestIsQuarantined { get; init; }

    /// <summary>Until then no instruction returns the numbers to the account they left: a request that arrives twice must find them gone.</summary>
    public Instant? RestsUntil { get; init; }

    /// <summary>Whether nothing remains to be done.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether its row was changed since it was written. It is then never sent again, and only an operator ends it.</summary>
    public bool IsChanged { get; init; }

    /// <summary>How often the ledger failed to record the outcome.</summary>
    public int LedgerRefusals { get; init; }

    // A registry that has a new word for each refusal must not make the row grow without end.
    private const int MostFaults = 50;

    /// <summary>The code of an instruction whose key an earlier one has used.</summary>
    internal const string KeyReused = "key-reused";

    /// <summary>The text of an instruction whose key was used before. It is never sent, and its reservation is released when it is cancelled. Null for any other.</summary>
    internal UnitInstruction? NeverSent =>
        Instruction is null && Faults.Contains(KeyReused, StringComparer.Ordinal) && InstructionText.TryRead(Payload, out var told, out _) ? told : null;

    // How its row was found; the row itself does not say this.
    internal RowStanding Row { get; init; }

    /// <summary>The numbers that are not known to be done; empty where the instruction cannot be read.</summary>
    public BlockSet Rest => Instruction is { } i ? BlockSet.Of(i.Units.Range).Subtract(Done) : BlockSet.Empty;

    /// <summary>The fingerprint of the text; the same for every attempt.</summary>
    public string Fingerprint => InstructionText.Fingerprint(Payload);

    internal OutboxRecord WithFault(string code, string reason) => this with
    {
        Code = code,
        Reason = reason,
        Faults = Faults.Count >= MostFaults || Faults.Contains(code, StringComparer.Ordinal) ? Faults : [.. Faults, code],
    };
}

/// <summary>One move of one instruction, as it is journaled.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="At">When.</param>
/// <param name="Cause">Why.</param>
/// <param name="From">The state before; null when it was taken over.</param>
/// <param name="To">To which state.</param>
/// <param name="Actor">Who: the owner of the outbox, or an operator.</param>
public sealed record OutboxMove(Instant At, OutboxCause Cause, InstructionState? From, InstructionState To, string Actor)
{
    /// <summary>The epoch of the owner that wrote it.</summary>
    public long Epoch { get; init; }

    /// <summary>The attempt it is about; 0 for none.</summary>
    public int Attempt { get; init; }

    /// <summary>The fingerprint of what was sent; null unless the move is an attempt.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The failure code; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>What happened, in one sentence; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The numbers known to be done after it.</summary>
    public string Done { get; init; } = "";
}

/// <summary>An instruction after a move, and the move.</summary>
/// <param name="Next">The instruction after it.</param>
/// <param name="Move">The move.</param>
public sealed record OutboxStep(OutboxRecord Next, OutboxMove Move);

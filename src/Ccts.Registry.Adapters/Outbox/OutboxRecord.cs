using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>One request that was about to leave: durable before its first byte did.</summary>
/// <param name="Number">1 for the first attempt of its instruction.</param>
/// <param name="Epoch">The epoch of the owner that made it.</param>
/// <param name="At">When it began.</param>
/// <param name="Until">When its owner gave it up at the latest.</param>
public sealed record OutboxAttempt(int Number, long Epoch, Instant At, Instant Until)
{
    /// <summary>The registry's settling time as its owner knew it: no operator gives the units up earlier by a shorter one. Null in rows of earlier versions.</summary>
    public Duration? Settling { get; init; }
}

/// <summary>One instruction with how far it has come. It changes only by the moves of <see cref="OutboxMachine"/>.</summary>
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

    /// <summary>Since when it has stood where it stands; from its last attempt on while that is in doubt or pending, however often it was asked about.</summary>
    public Instant StandsSince { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Attempts before an operator last had it tried again; they no longer count against it.</summary>
    public int ForgivenAttempts { get; init; }

    /// <summary>Attempts that count against it.</summary>
    public int AttemptsSinceRetry => Attempts - ForgivenAttempts;

    /// <summary>The last attempt; null before the first.</summary>
    public OutboxAttempt? Attempt { get; init; }

    /// <summary>How often an attempt was in doubt and turned out not to be done.</summary>
    public int Doubts { get; init; }

    /// <summary>How often the registry was asked about the last attempt.</summary>
    public int Questions { get; init; }

    /// <summary>Answers about the last attempt that said nothing of the numbers.</summary>
    public int SilentAnswers { get; init; }

    /// <summary>Since when answers about the last attempt have said nothing of the numbers, on and off; null while none has.</summary>
    public Instant? SilentSince { get; init; }

    /// <summary>Since when every answer has contradicted the instruction; null while none has.</summary>
    public Instant? ContradictedSince { get; init; }

    /// <summary>Since when every answer has shown the same: <see cref="Done"/> done and the rest where it was; null while none has.</summary>
    public Instant? SameSince { get; init; }

    /// <summary>The same by the registry's own clock, where it tells the time.</summary>
    public Instant? SameSinceThere { get; init; }

    /// <summary>The numbers on which it is known to have taken effect.</summary>
    public BlockSet Done { get; init; } = BlockSet.Empty;

    /// <summary>Whether a request may have taken effect unseen.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether an attempt before the last one may have taken effect unseen: something on the way may repeat a request, and answer it with what became of the copy.</summary>
    public bool IsEarlierInDoubt { get; init; }

    /// <summary>Whether the registry has called it done, on all or some of its numbers, since it was last sent: it is not called otherwise later.</summary>
    public bool WasCalledDone { get; init; }

    /// <summary>With which code the registry has refused the last attempt for good, while one before it was in doubt: it ends so once it is certain that none took effect. Empty where it has not.</summary>
    public string RefusedWith { get; init; } = "";

    /// <summary>Whether an operator has given it up: it is never sent again, and ends as soon as it is certain whether it took effect.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Whether the registry said that it has taken it and decides later.</summary>
    public bool WasAccepted { get; init; }

    /// <summary>The registry's own name for it; null where it gave none.</summary>
    public string? Reference { get; init; }

    /// <summary>The code of the last thing that went wrong; empty when nothing has.</summary>
    public string Code { get; init; } = "";

    /// <summary>The sentence for it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Every code that went wrong with it so far, once each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>When something is to be done about it next; null when that is for the registry, the ledger or an operator.</summary>
    public Instant? Due { get; init; }

    /// <summary>When its outcome became known: the time of the ledger's commands about it.</summary>
    public Instant? OutcomeAt { get; init; }

    /// <summary>Whether the ledger has taken the outcome in.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The numbers that the ledger has taken in as done.</summary>
    public BlockSet SettledDone { get; init; } = BlockSet.Empty;

    /// <summary>Whether the ledger has quarantined the numbers that were not done.</summary>
    public bool RestIsQuarantined { get; init; }

    /// <summary>Until then no instruction brings the numbers back to the account they left: a request that arrives twice must find them gone.</summary>
    public Instant? RestsUntil { get; init; }

    /// <summary>Whether nothing remains to be done.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether its row was found changed since it was written: it is never sent again, and ends by an operator's word.</summary>
    public bool IsChanged { get; init; }

    /// <summary>How often the ledger failed to record the outcome.</summary>
    public int LedgerRefusals { get; init; }

    // A registry that has a new word for each refusal must not make the row grow without end.
    private const int MostFaults = 50;

    /// <summary>The code of an instruction whose key an earlier one has used.</summary>
    internal const string KeyReused = "key-reused";

    /// <summary>What the text of an instruction says whose key was used before: it is never sent, and what it reserved is released when it is cancelled. Null for every other.</summary>
    internal UnitInstruction? NeverSent =>
        Instruction is null && Faults.Contains(KeyReused, StringComparer.Ordinal) && InstructionText.TryRead(Payload, out var told, out _) ? told : null;

    // How its row was found; no row says this of itself.
    internal RowStanding Row { get; init; }

    /// <summary>The numbers that are not known to be done; empty where the instruction cannot be read.</summary>
    public BlockSet Rest => Instruction is { } i ? BlockSet.Of(i.Units.Range).Subtract(Done) : BlockSet.Empty;

    /// <summary>The fingerprint of the text: of every attempt, the same.</summary>
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
/// <param name="From">From which state; null when it was taken over.</param>
/// <param name="To">To which state.</param>
/// <param name="Actor">Who: the owner of the outbox, or an operator.</param>
public sealed record OutboxMove(Instant At, OutboxCause Cause, InstructionState? From, InstructionState To, string Actor)
{
    /// <summary>The epoch of the owner that wrote it.</summary>
    public long Epoch { get; init; }

    /// <summary>The attempt it is about; 0 for none.</summary>
    public int Attempt { get; init; }

    /// <summary>The fingerprint of what was sent; null but for an attempt.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The code of what went wrong; empty for nothing.</summary>
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

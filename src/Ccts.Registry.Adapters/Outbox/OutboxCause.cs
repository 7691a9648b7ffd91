using System;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Why an instruction moved from one state to another.</summary>
public enum OutboxCause
{
    /// <summary>It was taken over from the ledger's journal.</summary>
    Taken,

    /// <summary>It cannot be read, or its key was used before.</summary>
    Unreadable,

    /// <summary>An attempt begins.</summary>
    Send,

    /// <summary>It took effect.</summary>
    Done,

    /// <summary>The registry refused it.</summary>
    Refused,

    /// <summary>The registry has taken it and decides later.</summary>
    Accepted,

    /// <summary>It took effect on some numbers.</summary>
    PartlyDone,

    /// <summary>The registry did not take it, for a reason that passes.</summary>
    NotTaken,

    /// <summary>The attempt ended without an answer that says anything.</summary>
    NoAnswer,

    /// <summary>Its owner was lost while it was being sent or asked about.</summary>
    OwnerLost,

    /// <summary>The registry is asked.</summary>
    Ask,

    /// <summary>The registry's answer settles nothing yet.</summary>
    StillOpen,

    /// <summary>Two answers a settling time apart showed every number where it was.</summary>
    SettledNotDone,

    /// <summary>It was sent or asked about without success too often.</summary>
    TooOften,

    /// <summary>The registry's answer contradicts the instruction.</summary>
    Contradiction,

    /// <summary>An operator has it tried again.</summary>
    Retry,

    /// <summary>An operator knows that it took effect.</summary>
    ResolvedDone,

    /// <summary>An operator knows that what was in doubt took no effect.</summary>
    ResolvedNotDone,

    /// <summary>An operator gave it up.</summary>
    GivenUp,

    /// <summary>The ledger has taken the outcome in.</summary>
    Settled,

    /// <summary>The ledger refused to take the outcome in; it is tried again.</summary>
    NotSettled,

    /// <summary>Nothing remains to be done.</summary>
    Closed,

    /// <summary>A new owner counts its waits anew: the time since the owner before was counted by nobody.</summary>
    Recounted,

    /// <summary>A new owner found its row changed since it was written. What had not ended is parked.</summary>
    Changed,

    /// <summary>Its row was written by a version that made no checksum, and has one from here on.</summary>
    Sealed,

    /// <summary>The ledger refuses the outcome for good, and an operator has put it right by hand.</summary>
    SettledByHand,

    /// <summary>The ledger does not let it leave: what it is about is not reserved for it, or may not be given out.</summary>
    HeldBack,
}

/// <summary>The words for causes, as journals, the tool and the docs write them.</summary>
public static class OutboxCauses
{
    internal static readonly string[] Words =
    [
        "taken", "unreadable", "send", "done", "refused", "accepted", "partly-done", "not-taken", "no-answer", "owner-lost", "ask", "still-open",
        "settled-not-done", "too-often", "contradiction", "retry", "resolved-done", "resolved-not-done", "given-up", "settled", "not-settled", "closed", "recounted", "changed", "sealed", "settled-by-hand", "held-back",
    ];

    /// <summary>The word for a cause, e.g. <c>owner-lost</c>.</summary>
    public static string Word(this OutboxCause cause) => Words[(int)cause];

    internal static bool TryParse(string? word, out OutboxCause cause)
    {
        var index = Array.IndexOf(Words, word);
        cause = index < 0 ? default : (OutboxCause)index;
        return index >= 0;
    }
}

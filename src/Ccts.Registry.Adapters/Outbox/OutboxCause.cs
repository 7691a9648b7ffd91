using System;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Why an instruction moved from one state to another.</summary>
public enum OutboxCause
{
    /// <summary>It was taken over from the ledger's journal.</summary>
    Taken,

    /// <summary>The instruction cannot be read, or its key was used before.</summary>
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

    /// <summary>The registry did not accept it, for a temporary reason.</summary>
    NotTaken,

    /// <summary>The attempt ended without a usable answer.</summary>
    NoAnswer,

    /// <summary>The owner of the outbox was lost during a send or a question.</summary>
    OwnerLost,

    /// <summary>The registry is asked.</summary>
    Ask,

    /// <summary>The registry's answer settles nothing yet.</summary>
    StillOpen,

    /// <summary>Two answers, a settling time apart, showed every number where it was.</summary>
    SettledNotDone,

    /// <summary>Too many attempts or questions failed.</summary>
    TooOften,

    /// <summary>The registry's answer contradicts the instruction.</summary>
    Contradiction,

    /// <summary>An operator has it tried again.</summary>
    Retry,

    /// <summary>An operator knows that it took effect.</summary>
    ResolvedDone,

    /// <summary>An operator knows that the attempt in doubt had no effect.</summary>
    ResolvedNotDone,

    /// <summary>An operator gave it up.</summary>
    GivenUp,

    /// <summary>The ledger has taken the outcome in.</summary>
    Settled,

    /// <summary>The ledger refused to record the outcome; the outbox tries again.</summary>
    NotSettled,

    /// <summary>Nothing remains to be done.</summary>
    Closed,

    /// <summary>A new owner restarts the waits, because no process measured the time since the previous owner.</summary>
    Recounted,

    /// <summary>A new owner found the row changed since it was written. If the instruction was open, it is parked.</summary>
    Changed,

    /// <summary>An earlier version wrote the row without a checksum; it has one from here on.</summary>
    Sealed,

    /// <summary>The ledger refuses the outcome for good, and an operator corrected the ledger by hand.</summary>
    SettledByHand,

    /// <summary>The ledger does not let it leave: its units are not reserved for it, or may not leave.</summary>
    HeldBack,

    /// <summary>The owner notes that it is at work although nothing moves, or until when the registry asks to be left alone.</summary>
    Noted,
}

/// <summary>The words for causes in journals, the tool and the docs.</summary>
public static class OutboxCauses
{
    internal static readonly string[] Words =
    [
        "taken", "unreadable", "send", "done", "refused", "accepted", "partly-done", "not-taken", "no-answer", "owner-lost", "ask", "still-open",
        "settled-not-done", "too-often", "contradiction", "retry", "resolved-done", "resolved-not-done", "given-up", "settled", "not-settled", "closed", "recounted", "changed", "sealed", "settled-by-hand", "held-back", "noted",
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

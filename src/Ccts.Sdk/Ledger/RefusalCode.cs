namespace Ccts.Sdk.Ledger;

/// <summary>Why the ledger refuses. Each code is described, with what to do, in <c>docs/ledger-refusals.md</c>. Codes are stable.</summary>
public enum RefusalCode
{
    /// <summary>A name, number or list in the command is empty, too long or out of range.</summary>
    Malformed,

    /// <summary>The idempotency key was used for another command.</summary>
    KeyReused,

    /// <summary>All business, or that with this registry, is paused.</summary>
    Paused,

    /// <summary>The account is frozen.</summary>
    Frozen,

    /// <summary>No such account.</summary>
    UnknownAccount,

    /// <summary>No such open reservation in the account.</summary>
    UnknownReservation,

    /// <summary>The reservation id is in use.</summary>
    ReservationOpen,

    /// <summary>The reservation's time is over; it can only be released or clawed back.</summary>
    ReservationLapsed,

    /// <summary>A unit of the block is in the ledger already: a tonne would exist twice.</summary>
    AlreadyInLedger,

    /// <summary>Fewer usable units than asked for.</summary>
    NotEnough,

    /// <summary>The sale would exceed the registry balance. Counted as a breach.</summary>
    Oversell,

    /// <summary>The account is barred from selling.</summary>
    Barred,

    /// <summary>A chosen unit is not in the account.</summary>
    NotHeld,

    /// <summary>A chosen unit is held by a reservation.</summary>
    HeldByReservation,

    /// <summary>A chosen unit was surrendered, retired, expired, cancelled or converted: it never moves again.</summary>
    Final,

    /// <summary>A chosen unit is in another shadow account than the one named.</summary>
    Elsewhere,

    /// <summary>A unit was chosen twice in one command.</summary>
    ChosenTwice,

    /// <summary>Units may not go from or to that shadow account by this command.</summary>
    NoSuchMove,

    /// <summary>Policy does not admit this kind for surrender.</summary>
    KindNotSurrenderable,

    /// <summary>The vintage is later than the compliance year; borrowing is not permitted.</summary>
    Borrowing,

    /// <summary>The vintage is older than policy admits.</summary>
    VintageTooOld,

    /// <summary>The unit's validity is over.</summary>
    ValidityOver,

    /// <summary>The unit is still valid, so it cannot expire.</summary>
    StillValid,

    /// <summary>No rule sets a validity for this kind, so it cannot expire.</summary>
    NoValidityRule,

    /// <summary>The conversion would change the number of tonnes.</summary>
    TonnesChange,

    /// <summary>The command is dated before the instant up to which idempotency keys were forgotten.</summary>
    PastRetention,

    /// <summary>The unit is issued on a later day: it can be neither sold nor used, nor come into the ledger, before.</summary>
    NotYetIssued,

    /// <summary>A validity counts from the day of issue, and the unit's day of issue is unknown.</summary>
    IssueDayUnknown,
}

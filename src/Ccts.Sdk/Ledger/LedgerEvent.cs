using System.Collections.Generic;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Something that has happened. One accepted command makes exactly one event, so every prefix of a journal is a valid state.</summary>
/// <remarks>Immutable and thread-safe. Do not change the lists.</remarks>
public abstract record LedgerEvent
{
    private protected LedgerEvent()
    {
    }
}

/// <summary>How units came into the ledger.</summary>
public enum EntryOrigin
{
    /// <summary>By <see cref="IssueUnits"/>.</summary>
    Issued,

    /// <summary>By <see cref="ReceiveUnits"/>.</summary>
    Received,
}

/// <summary>Units that were not in the ledger now are.</summary>
public sealed record UnitsEntered(string Account, Parcel Units, ShadowAccount Into, EntryOrigin Origin, string? Source) : LedgerEvent;

/// <summary>Units were set aside.</summary>
public sealed record UnitsReserved(
    string Account, string Reservation, ReservationPurpose Purpose, ShadowAccount From, IReadOnlyList<Parcel> Units, Instant? Until) : LedgerEvent;

/// <summary>Reserved units went back to where they came from.</summary>
public sealed record UnitsReleased(string Account, string Reservation, IReadOnlyList<Parcel> Units) : LedgerEvent;

/// <summary>Units moved from one place to another.</summary>
/// <param name="Cause">By which command.</param>
/// <param name="Account">From whom.</param>
/// <param name="From">From which shadow account.</param>
/// <param name="Reservation">The reservation they were held by when <paramref name="From"/> is reserved, else null.</param>
/// <param name="Units">Which.</param>
/// <param name="ToAccount">The receiving account; the same account unless they were transferred or clawed back.</param>
/// <param name="To">To which shadow account.</param>
/// <param name="Remark">Reason or beneficiary, or null.</param>
/// <param name="ComplianceYear">For a surrender: the calendar year in which the compliance year starts.</param>
public sealed record UnitsMoved(
    MoveCause Cause, string Account, ShadowAccount From, string? Reservation, IReadOnlyList<Parcel> Units, string ToAccount, ShadowAccount To,
    string? Remark = null, int? ComplianceYear = null) : LedgerEvent;

/// <summary>Units were replaced, tonne for tonne, by units of another lot.</summary>
public sealed record UnitsConverted(
    string Account, ShadowAccount From, string? Reservation, IReadOnlyList<Parcel> Units, Parcel Into) : LedgerEvent;

/// <summary>An account was frozen or thawed.</summary>
public sealed record AccountFrozen(string Account, bool Frozen, string Reason) : LedgerEvent;

/// <summary>Business was paused or resumed, for one registry or (null) for all.</summary>
/// <param name="Registry">The registry, or null for all.</param>
/// <param name="Paused">True if paused, false if its holder resumed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Holder">Who holds the pause, or null for a pause without a name.</param>
public sealed record BusinessPaused(string? Registry, bool Paused, string Reason, string? Holder = null) : LedgerEvent;

/// <summary>Idempotency keys were forgotten.</summary>
/// <param name="Before">Keys of commands dated before this were.</param>
public sealed record KeysForgotten(Instant Before) : LedgerEvent;

/// <summary>A command was refused, and the refusal is remembered: its key is used up.</summary>
/// <param name="Refusal">The answer given.</param>
/// <param name="Breach">True if it counts as a sale above the registry balance.</param>
/// <param name="BarredUntil">The first day on which the account may sell again, if this breach led to a bar.</param>
public sealed record CommandRefused(Refusal Refusal, bool Breach, LocalDate? BarredUntil) : LedgerEvent;

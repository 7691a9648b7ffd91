using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>What a reservation is for.</summary>
public enum ReservationPurpose
{
    /// <summary>An order to sell: guarded against overselling (CERC regulations, Reg 12).</summary>
    Sale,

    /// <summary>Anything else: delivery already agreed, surrender, retirement, export.</summary>
    Other,
}

/// <summary>Sets units aside, so that no other command can take them.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Reservation">An id the account has not used before for a reservation that is still open; 1 to 128 characters.</param>
/// <param name="Units">Which units: the oldest or chosen ones, free or banked.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Until">From then on it can only be released or clawed back, or null for no end. The ledger never releases anything by itself.</param>
public sealed record ReserveUnits(
    string Key, Instant At, string Account, string Reservation, UnitSelection Units, ReservationPurpose Purpose, Instant? Until = null)
    : LedgerCommand(Key, At, Account)
{
    private static readonly Fingerprint Reserving = Fingerprint.Of("reserve");

    internal override string Name => "reserve";

    private protected override Fingerprint Begun => Reserving;

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Reservation);
        Units.AddTo(ref print);
        print.Add((int)Purpose);
        print.Add(Until is { } until ? until.ToUnixTimeTicks() : long.MinValue);
    }
}

/// <summary>Returns reserved units to the place they were taken from.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Reservation">The reservation.</param>
/// <param name="Tonnes">How many, or null for all that is left.</param>
public sealed record ReleaseUnits(string Key, Instant At, string Account, string Reservation, long? Tonnes = null) : LedgerCommand(Key, At, Account)
{
    /// <summary>Exactly these numbers of it; none may overlap another. Null (the default) for no choice of numbers.</summary>
    public IReadOnlyList<SerialBlock>? Blocks { get; init; }

    internal ReservedUnits Units => new(Reservation, Tonnes) { Blocks = Blocks };

    private static readonly Fingerprint Releasing = Fingerprint.Of("release");

    internal override string Name => "release";

    private protected override Fingerprint Begun => Releasing;

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Reservation);
        print.Add(Tonnes ?? -1);
        if (Blocks is not null)
        {
            ChosenUnits.AddTo(ref print, Blocks);
        }
    }
}

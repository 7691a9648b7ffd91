using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>An account as it stood when asked.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Account">Its id.</param>
/// <param name="IsFrozen">Whether it may give nothing out.</param>
/// <param name="Breaches">When sales above the registry balance were attempted.</param>
/// <param name="BarredUntil">The first day on which it may sell again after its last bar, or null when it never was barred.</param>
/// <param name="Holdings">Every run of units with its place, by lot in the order the lots came.</param>
/// <param name="Reservations">The open ones, in ordinal order of id.</param>
public sealed partial record AccountView(
    string Account, bool IsFrozen, IReadOnlyList<Instant> Breaches, LocalDate? BarredUntil, IReadOnlyList<Holding> Holdings, IReadOnlyList<Reservation> Reservations)
{
    /// <summary>Tonnes of a kind in a shadow account.</summary>
    public long Tonnes(UnitKind kind, ShadowAccount place)
    {
        Require.NotNull(kind);
        return Holdings.Where(h => h.Place == place && kind.Equals(h.Units.Lot.Kind)).Sum(h => h.Units.Tonnes);
    }

    /// <summary>An account that never held units; so it has no breach and no bar.</summary>
    public static AccountView Unopened(string account) => new(Require.NotNull(account), false, [], null, [], []);

    /// <summary>Tonnes of a kind that open reservations for sale hold.</summary>
    public long TonnesOnSale(UnitKind kind)
    {
        Require.NotNull(kind);
        return Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units).Where(u => kind.Equals(u.Lot.Kind)).Sum(u => u.Tonnes);
    }

    /// <summary>Tonnes of a kind in the holder's name at the registry: free, reserved, banked and pledged.</summary>
    public long RegistryBalance(UnitKind kind)
    {
        Require.NotNull(kind);
        return Holdings.Where(h => h.Place.CountsAtRegistry() && kind.Equals(h.Units.Lot.Kind)).Sum(h => h.Units.Tonnes);
    }
}

/// <summary>A run of units and where it stands.</summary>
/// <param name="Units">The run.</param>
/// <param name="Place">The shadow account.</param>
/// <param name="Reservation">The reservation that holds it, when reserved.</param>
public sealed record Holding(Parcel Units, ShadowAccount Place, string? Reservation);

/// <summary>A reservation of an account at the moment of asking.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Open">The reservation; null when the account has none of this id open.</param>
/// <param name="IsFrozen">Whether the account may give nothing out.</param>
/// <param name="Position">How many entries of the journal the ledger had applied.</param>
public sealed record ReservationView(Reservation? Open, bool IsFrozen, long Position);

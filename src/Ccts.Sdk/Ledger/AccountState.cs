using System;
using System.Collections.Generic;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Everything of one account. Not thread-safe: the engine holds its lock.</summary>
internal sealed class AccountState
{
    private readonly Dictionary<UnitLot, LotHolding> _lots = [];
    private readonly Dictionary<(string Registry, string Scope), List<LotHolding>> _byScope = [];
    private readonly Dictionary<string, KindBook> _books = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Reservation> _reservations = new(StringComparer.Ordinal);

    private LotHolding? _asked;

    // A command asks for its reservation three times: when it is decided, checked and applied.
    private string? _sought;
    private Reservation? _found;

    internal AccountState(string id)
    {
        Id = id;
        Stream = "account/" + id;
        Reserved = new ReservedRuns(_reservations);
    }

    internal string Id { get; }

    /// <summary>Its name in the journal.</summary>
    internal string Stream { get; }

    /// <summary>How many events have changed it; what a journal is asked to expect.</summary>
    internal long Version { get; set; }

    /// <summary>The position of the last event that has changed it since the ledger was opened; 0 when none has.</summary>
    internal long LastPosition { get; set; }

    internal bool Frozen { get; set; }

    /// <summary>The open reservations, in no order.</summary>
    internal IReadOnlyCollection<Reservation> Reservations => _reservations.Values;

    /// <summary>What the open reservations hold, by number.</summary>
    internal ReservedRuns Reserved { get; }

    /// <summary>Whether it ever held units.</summary>
    internal bool IsKnown => _lots.Count > 0;

    /// <summary>When sales above the registry balance were attempted.</summary>
    internal List<Instant> Breaches { get; } = [];

    internal LocalDate? BarredUntil { get; set; }

    internal IReadOnlyCollection<KindBook> Books => _books.Values;

    internal IReadOnlyCollection<LotHolding> Lots => _lots.Values;

    internal KindBook? BookOf(string kind) =>
        _asked is { } last && string.Equals(last.Book.Kind, kind, StringComparison.Ordinal) ? last.Book
        : _books.TryGetValue(kind, out var book) ? book : null;

    /// <summary>The account's lots within a numbering scope; empty when it never had any.</summary>
    internal IReadOnlyList<LotHolding> LotsOf(string registry, string scope) =>
        _byScope.TryGetValue((registry, scope), out var lots) ? lots : [];

    internal LotHolding HoldingOf(UnitLot lot)
    {
        if (KnownHoldingOf(lot) is { } holding)
        {
            return holding;
        }

        if (!_books.TryGetValue(lot.Kind, out var book))
        {
            _books.Add(lot.Kind, book = new KindBook(lot.Kind));
        }

        holding = new LotHolding(lot, book, _lots.Count);
        _lots.Add(lot, holding);
        if (!_byScope.TryGetValue((lot.Registry, lot.Scope), out var peers))
        {
            _byScope.Add((lot.Registry, lot.Scope), peers = []);
        }

        peers.Add(holding);
        return holding;
    }

    // One command asks for the same lot several times.
    internal LotHolding? KnownHoldingOf(UnitLot lot)
    {
        if (_asked is { } last && ReferenceEquals(last.Lot, lot))
        {
            return last;
        }

        if (_lots.TryGetValue(lot, out var holding))
        {
            _asked = holding;
        }

        return holding;
    }

    internal bool Holds(ShadowAccount place, Parcel parcel) =>
        KnownHoldingOf(parcel.Lot) is { } holding && holding.At(place) is { } shelf && shelf.Contains(parcel.Range);

    internal void Add(ShadowAccount place, Parcel parcel) => HoldingOf(parcel.Lot).Add(place, parcel.Range, parcel.Tonnes);

    internal void Remove(ShadowAccount place, Parcel parcel) => HoldingOf(parcel.Lot).Remove(place, parcel.Range, parcel.Tonnes);

    internal void Open(Reservation reservation)
    {
        _reservations.Add(reservation.Id, reservation);
        Reserved.Opened(reservation);
        (_sought, _found) = (reservation.Id, reservation);
        Count(reservation, reservation.Units, +1);
    }

    /// <summary>Removes units from the reservation, and closes it when nothing is left.</summary>
    internal void TakeOut(Reservation reservation, IReadOnlyList<Parcel> taken)
    {
        Count(reservation, taken, -1);
        var rest = ReferenceEquals(taken, reservation.Units) ? [] : reservation.Without(taken);
        (_sought, _found) = (null, null);
        if (rest.Count == 0)
        {
            _reservations.Remove(reservation.Id);
        }
        else
        {
            _reservations[reservation.Id] = reservation with { Units = rest };
        }
    }

    /// <summary>An open reservation, or null.</summary>
    internal Reservation? FindReservation(string id)
    {
        if (!ReferenceEquals(_sought, id))
        {
            (_sought, _found) = (id, _reservations.TryGetValue(id, out var open) ? open : null);
        }

        return _found;
    }

    private void Count(Reservation reservation, IReadOnlyList<Parcel> units, int sign)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var book = HoldingOf(units[i].Lot).Book;
            book.Change(ShadowAccount.Reserved, sign * units[i].Tonnes);
            book.OnSale += reservation.Purpose == ReservationPurpose.Sale ? sign * units[i].Tonnes : 0;
        }
    }
}

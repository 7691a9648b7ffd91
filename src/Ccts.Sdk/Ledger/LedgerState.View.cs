using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <content>Looking without touching.</content>
public sealed partial class LedgerState
{
    /// <summary>What an account has; null when it never held units.</summary>
    public AccountView? View(string account)
    {
        if (FindKnown(Require.NotNull(account)) is not { } found)
        {
            return null;
        }

        var reservations = found.Reservations.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return new AccountView(found.Id, found.Frozen, found.Breaches.ToList(), found.BarredUntil, Holdings(found, reservations), reservations);
    }

    /// <summary>What an account has of one kind, without listing its holdings; all zero when it never held any.</summary>
    public KindBalance BalanceOf(string account, UnitKind kind)
    {
        Require.NotNull(kind);
        return FindKnown(Require.NotNull(account))?.BookOf(kind) is { } book
            ? new KindBalance(book[ShadowAccount.Free], book[ShadowAccount.Banked], book.RegistryBalance, book.OnSale)
            : default;
    }

    /// <summary>The number of this lot among the account's lots, counted from 0 in the order they came: equal units are used in this order. Null if it never held the lot.</summary>
    public int? ArrivalOf(string account, UnitLot lot)
    {
        Require.NotNull(lot);
        return FindKnown(Require.NotNull(account))?.KnownHoldingOf(lot)?.Order;
    }

    /// <summary>Every stream that an entry has changed, with its version: what a journal of these entries must have, in any order.</summary>
    internal IEnumerable<StreamVersion> Streams()
    {
        var accounts = _partitions.SelectMany(p => p.Accounts.Values).Select(a => new StreamVersion(a.Stream, a.Version));
        var scopes = _partitions.SelectMany(p => p.Registers).Select(s => new StreamVersion(StreamOf(s.Registry, s.Scope), s.Version));
        return accounts.Concat(scopes).Append(PausesSeen).Append(new StreamVersion(KeysStream, ForgetVersion)).Where(s => s.Version > 0);
    }

    /// <summary>The streams that an event is about to change, as they are now.</summary>
    internal (StreamVersion First, StreamVersion Second, StreamVersion Third) StreamsOf(LedgerEvent happened) => happened switch
    {
        UnitsEntered e => (StreamOf(e.Account), default, StreamOf(e.Units.Lot)),
        UnitsConverted e => (StreamOf(e.Account), default, StreamOf(e.Into.Lot)),
        UnitsMoved e => (StreamOf(e.Account), string.Equals(e.Account, e.ToAccount, StringComparison.Ordinal) ? default : StreamOf(e.ToAccount), default),
        UnitsReserved e => (StreamOf(e.Account), default, default),
        UnitsReleased e => (StreamOf(e.Account), default, default),
        AccountFrozen e => (StreamOf(e.Account), default, default),
        CommandRefused e => (StreamOf(e.Refusal.Account!), default, default),
        BusinessPaused => (PausesSeen, default, default),
        _ => (new StreamVersion(KeysStream, ForgetVersion), default, default),
    };

    /// <summary>The pauses as they are now: whatever an account does was decided on them too.</summary>
    internal StreamVersion PausesSeen => new(PausesStream, PauseVersion);

    private StreamVersion StreamOf(string account)
    {
        var state = AccountOf(account);
        return new StreamVersion(state.Stream, state.Version);
    }

    private StreamVersion StreamOf(UnitLot lot) => new(StreamOf(lot.Registry, lot.Scope), FindScope(lot)?.Version ?? 0);

    private static List<Holding> Holdings(AccountState account, List<Reservation> reservations)
    {
        var held = new List<Holding>();
        foreach (var lot in account.Lots)
        {
            for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
            {
                var runs = lot.At(place)?.Ranges() ?? [];
                held.AddRange(runs.Select(run => new Holding(new Parcel(lot.Lot, run), place, null)));
            }
        }

        held.AddRange(reservations.SelectMany(r => r.Units.Select(u => new Holding(u, ShadowAccount.Reserved, r.Id))));
        return held;
    }
}

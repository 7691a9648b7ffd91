using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <content>The only way to change the state. Each event is checked completely before anything is done.</content>
public sealed partial class LedgerState
{
    /// <summary>Applies the next entry.</summary>
    /// <exception cref="LedgerContradictionException">The entry does not fit, or is not the next; nothing has changed.</exception>
    public void Apply(JournalEntry entry)
    {
        if (Require.NotNull(entry).Position != Position + 1)
        {
            throw new LedgerContradictionException(entry.Position, $"entry {Position + 1} is the next.");
        }

        if (Misfit(entry.At, entry.Key, entry.Event) is { } reason)
        {
            throw new LedgerContradictionException(entry.Position, reason);
        }

        ApplyFitting(entry);
    }

    /// <summary>The same for an entry that is known to fit. Entries of accounts that share nothing may be applied in any order.</summary>
    internal void ApplyFitting(JournalEntry entry)
    {
        if (!TryRemember(entry.Key, new KeyMark(entry.Print, entry.Position, entry.At.ToUnixTimeSeconds())))
        {
            throw new LedgerContradictionException(entry.Position, $"the key {entry.Key} was used before.");
        }

        Change(entry);
    }

    private void Change(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case UnitsEntered entered:
                Enter(Touch(entered.Account, entry.Position), entered.Into, entered.Units);
                break;
            case UnitsReserved reserved:
                var holder = Touch(reserved.Account, entry.Position);
                Take(holder, reserved.From, null, reserved.Units);
                holder.Open(new Reservation(reserved.Reservation, reserved.Purpose, reserved.From, reserved.Units, reserved.Until));
                break;
            case UnitsReleased released:
                var owner = Touch(released.Account, entry.Position);
                var from = owner.FindReservation(released.Reservation)!.From;
                Take(owner, ShadowAccount.Reserved, released.Reservation, released.Units);
                Put(owner, from, released.Units);
                break;
            case UnitsMoved moved:
                Move(moved, entry.Position);
                break;
            case UnitsConverted converted:
                var account = Touch(converted.Account, entry.Position);
                Take(account, converted.From, converted.Reservation, converted.Units);
                Put(account, ShadowAccount.Converted, converted.Units);
                Enter(account, ShadowAccount.Free, converted.Into);
                break;
            case AccountFrozen frozen:
                Touch(frozen.Account, entry.Position).Frozen = frozen.Frozen;
                break;
            case BusinessPaused paused:
                PauseVersion++;
                LastPauseAt = entry.Position;
                var pause = new BusinessPause(paused.Registry, paused.Holder);
                Paused = paused.Paused ? Paused.With(pause) : Paused.Without(pause);
                break;
            case KeysForgotten forgotten:
                Forget(forgotten.Before);
                break;
            case CommandRefused refused:
                Remember(Touch(refused.Refusal.Account!, entry.Position), refused, entry);
                break;
        }
    }

    private void Forget(NodaTime.Instant before)
    {
        ForgetVersion++;
        if (KeysKeptSince is { } since && before <= since)
        {
            return;
        }

        KeysKeptSince = before;
        foreach (var partition in _partitions)
        {
            partition.Keys.ForgetBefore(before.ToUnixTimeSeconds());
        }
    }

    private static void Remember(AccountState account, CommandRefused refused, JournalEntry entry)
    {
        if (refused.Breach)
        {
            account.Breaches.Add(entry.At);
            account.BarredUntil = refused.BarredUntil ?? account.BarredUntil;
        }
    }

    private void Move(UnitsMoved moved, long position)
    {
        var from = Touch(moved.Account, position);
        var to = string.Equals(moved.Account, moved.ToAccount, System.StringComparison.Ordinal) ? from : Touch(moved.ToAccount, position);
        Take(from, moved.From, moved.Reservation, moved.Units);
        Put(to, moved.To, moved.Units);
    }

    private void Enter(AccountState account, ShadowAccount into, Parcel units)
    {
        var scope = ScopeOf(units.Lot.Registry, units.Lot.Scope);
        scope.Version++;
        scope.Numbers.Add(units.Range);
        account.Add(into, units);
    }

    private static void Take(AccountState account, ShadowAccount from, string? reservation, IReadOnlyList<Parcel> units)
    {
        if (reservation is not null)
        {
            account.TakeOut(account.FindReservation(reservation)!, units);
            return;
        }

        for (var i = 0; i < units.Count; i++)
        {
            account.Remove(from, units[i]);
        }
    }

    private static void Put(AccountState account, ShadowAccount to, IReadOnlyList<Parcel> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            account.Add(to, units[i]);
        }
    }

    private AccountState Touch(string account, long position)
    {
        var state = AccountOf(account);
        state.Version++;
        state.LastPosition = position;
        return state;
    }
}

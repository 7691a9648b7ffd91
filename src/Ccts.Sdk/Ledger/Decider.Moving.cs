using System;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <content>Moves, which take units from one place and put them in another.</content>
internal readonly ref partial struct Decider
{
    private EventOrRefusal Move(MoveCommand move)
    {
        if (!move.Cause.MayPutInto(move.Target))
        {
            return No(RefusalCode.NoSuchMove) with { Subject = move.Name, Place = move.Target };
        }

        var found = Find(move);
        return found.Refusal is { } no
            ? no
            : new UnitsMoved(
                move.Cause, move.Account, found.From, ReservationOf(move.Units), found.Units, move.OtherAccount ?? move.Account, move.Target, move.Remark, move.Year);
    }

    private EventOrRefusal Convert(ConvertUnits convert)
    {
        var found = Find(convert);
        if ((found.Refusal ?? Pausing(convert.Into.Lot.Registry) ?? Doubled(convert.Into) ?? Early(convert.Into)) is { } no)
        {
            return no;
        }

        // Conversion does not make a unit younger: unless days are stated, it keeps the days that all converted units share.
        var into = convert.Into.Lot is { Issued: null, Expires: null } lot && found.Units.All(u => u.Lot.IssuedOn == found.Units[0].Lot.IssuedOn && u.Lot.ExpiresOn == found.Units[0].Lot.ExpiresOn)
            ? convert.Into with { Lot = lot.Dated(found.Units[0].Lot.Issued, found.Units[0].Lot.Expires) }
            : convert.Into;
        var tonnes = Reservation.TonnesOf(found.Units);
        return tonnes == into.Tonnes
            ? new UnitsConverted(convert.Account, found.From, ReservationOf(convert.Units), found.Units, into)
            : No(RefusalCode.TonnesChange) with { Asked = tonnes, Available = convert.Into.Tonnes };
    }

    private FoundUnits Find(MoveCommand move)
    {
        var account = _state.FindKnown(move.Account);
        if (account is null)
        {
            return No(RefusalCode.UnknownAccount);
        }

        var protective = move.Cause.IsProtective(move.Target);
        if (account.Frozen && !protective)
        {
            return No(RefusalCode.Frozen);
        }

        var found = Select(account, move);
        if (found.Refusal is null && found.From != ShadowAccount.Reserved && !protective)
        {
            // Reservations made before a pause may be completed; anything else is new business.
            var registries = found.Units.Select(u => u.Lot.Registry).Distinct(StringComparer.Ordinal);
            foreach (var registry in registries)
            {
                if (Pausing(registry) is { } pause)
                {
                    return pause;
                }
            }
        }

        return found;
    }

    private FoundUnits Select(AccountState account, MoveCommand move)
    {
        switch (move.Units)
        {
            case ReservedUnits reserved:
                return move.Cause.MayTakeReserved(move.Target)
                    ? Reserved(account, reserved, move.Cause, move.Year)
                    : No(RefusalCode.NoSuchMove) with { Subject = move.Name, Place = ShadowAccount.Reserved };
            case OldestUnits oldest:
                return move.Cause.MayTakeFrom(oldest.From)
                    ? Oldest(account, oldest, move.Cause, move.Year)
                    : No(RefusalCode.NoSuchMove) with { Subject = move.Name, Place = oldest.From };
            default:
                var chosen = (ChosenUnits)move.Units;
                return move.Cause.MayTakeFrom(chosen.From)
                    ? Chosen(account, chosen, move.Cause, move.Year)
                    : No(RefusalCode.NoSuchMove) with { Subject = move.Name, Place = chosen.From };
        }
    }

    private static string? ReservationOf(UnitSelection units) => (units as ReservedUnits)?.Reservation;
}

using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <content>Reservations, and the guard against selling what is not there.</content>
internal readonly ref partial struct Decider
{
    private EventOrRefusal Reserve(ReserveUnits reserve)
    {
        var account = _state.FindKnown(reserve.Account);
        if (account is null)
        {
            return No(RefusalCode.UnknownAccount);
        }

        if (account.Frozen)
        {
            return No(RefusalCode.Frozen);
        }

        var isSale = reserve.Purpose == ReservationPurpose.Sale;
        if (isSale && account.BarredUntil is { } until && _policy.DayOf(reserve.At) < until)
        {
            return No(RefusalCode.Barred) with { Until = until };
        }

        if (account.FindReservation(reserve.Reservation) is not null)
        {
            return No(RefusalCode.ReservationOpen) with { Subject = reserve.Reservation };
        }

        var found = Select(account, reserve.Units);
        if (found.Refusal is { } no)
        {
            return isSale ? GuardSale(account, reserve.Units, no) : no;
        }

        for (var i = 0; !_state.Paused.AreNone && i < found.Units.Count; i++)
        {
            if (Pausing(found.Units[i].Lot.Registry) is { } pause)
            {
                return pause;
            }
        }

        return new UnitsReserved(reserve.Account, reserve.Reservation, reserve.Purpose, found.From, found.Units, reserve.Until);
    }

    private EventOrRefusal Release(ReleaseUnits release)
    {
        if (_state.FindKnown(release.Account) is not { } account)
        {
            return No(RefusalCode.UnknownAccount);
        }

        var found = Held(account, release.Units, out _);
        return found.Refusal is { } no ? no : new UnitsReleased(release.Account, release.Reservation, found.Units);
    }

    private FoundUnits Select(AccountState account, UnitSelection units) => units switch
    {
        OldestUnits { From: ShadowAccount.Free or ShadowAccount.Banked } oldest => Oldest(account, oldest, null, null),
        ChosenUnits { From: ShadowAccount.Free or ShadowAccount.Banked } chosen => Chosen(account, chosen, null, null),
        OldestUnits oldest => No(RefusalCode.NoSuchMove) with { Subject = "reserve", Place = oldest.From },
        ChosenUnits chosen => No(RefusalCode.NoSuchMove) with { Subject = "reserve", Place = chosen.From },
        _ => No(RefusalCode.NoSuchMove) with { Subject = "reserve", Place = ShadowAccount.Reserved },
    };

    /// <summary>
    /// Units that are not there are a breach only when the sale, with what is on sale already, exceeds the registry balance of its kind.
    /// Units that are there but pledged, or banked, or of another vintage, make it a plain refusal.
    /// </summary>
    private EventOrRefusal GuardSale(AccountState account, UnitSelection wanted, Refusal plain)
    {
        var (asked, left) = wanted switch
        {
            OldestUnits oldest when plain.Code is RefusalCode.NotEnough or RefusalCode.NotYetIssued or RefusalCode.ValidityOver or RefusalCode.IssueDayUnknown => (oldest.Tonnes, LeftToSell(account, oldest.Kind)),
            ChosenUnits chosen when plain.Code is RefusalCode.NotHeld or RefusalCode.HeldByReservation or RefusalCode.Final or RefusalCode.Elsewhere =>
                OfferedSale.Above(account, chosen) ?? (0, 0),
            _ => (0, 0),
        };
        if (asked <= left)
        {
            return plain;
        }

        var bar = BarAfterThis(account);
        var no = new Refusal(RefusalCode.Oversell) { Account = account.Id, Asked = asked, Available = left, Until = bar, Block = plain.Block };
        return new EventOrRefusal(new CommandRefused(no, Breach: true, bar), no);
    }

    private static long LeftToSell(AccountState account, string kind) => account.BookOf(kind) is { } book ? book.RegistryBalance - book.OnSale : 0;

    private LocalDate? BarAfterThis(AccountState account)
    {
        if (_policy.Oversell is not { } rule)
        {
            return null;
        }

        var today = _policy.DayOf(_command.At);
        var begins = new LocalDate(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var (from, to) = (_policy.StartOf(begins), _policy.StartOf(begins.PlusMonths(3)));
        var inQuarter = 1;
        foreach (var breach in account.Breaches)
        {
            inQuarter += from <= breach && breach < to ? 1 : 0;
        }

        return inQuarter >= rule.BreachesToBar ? today.PlusMonths(rule.BarMonths) : null;
    }
}

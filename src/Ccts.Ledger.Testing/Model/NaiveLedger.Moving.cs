using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Ledger.Testing.Model;

/// <content>Moving tonnes from one place to another.</content>
public sealed partial class NaiveLedger
{
    private bool Move(MoveCommand c)
    {
        var protective = c is ClawBackUnits or ExpireUnits || c is AssignUnits { To: ShadowAccount.Quarantined };
        if (!Knows(c.Account) || (_frozen.Contains(c.Account) && !protective))
        {
            return false;
        }

        var reserved = c.Units is ReservedUnits;
        var from = c.Units switch { OldestUnits o => o.From, ChosenUnits chosen => chosen.From, _ => ShadowAccount.Reserved };
        if (!MayLeave(c, from) || !MayArrive(c) || Pick(c.Account, c.Units, c, (c as SurrenderUnits)?.ComplianceYear) is not { } picked)
        {
            return false;
        }

        if (_pauses.Count > 0 && !protective && (!reserved || c is ConvertUnits))
        {
            return false;
        }

        if (c is ConvertUnits convert)
        {
            if (Numbers(convert.Into).Count() != picked.Count || !Enter(c.Account, Aged(convert.Into, picked), ShadowAccount.Free, DayOf(c)))
            {
                return false;
            }

            return Put(picked, c.Account, _ => ShadowAccount.Converted);
        }

        var (account, place) = c switch
        {
            TransferUnits t => (t.To, t.Into),
            ClawBackUnits b => (b.To, ShadowAccount.Quarantined),
            SurrenderUnits => (c.Account, ShadowAccount.Surrendered),
            BankUnits => (c.Account, ShadowAccount.Banked),
            AssignUnits a => (c.Account, a.To),
            RetireUnits => (c.Account, ShadowAccount.Retired),
            ExpireUnits => (c.Account, ShadowAccount.Expired),
            BufferUnits => (c.Account, ShadowAccount.Buffered),
            _ => (c.Account, ShadowAccount.Cancelled),
        };
        return Put(picked, account, _ => place);
    }

    private static bool MayLeave(MoveCommand c, ShadowAccount from) => from < ShadowAccount.Surrendered && c switch
    {
        AssignUnits a => from != ShadowAccount.Reserved || a.To == ShadowAccount.Quarantined,
        ExpireUnits => from != ShadowAccount.Reserved,
        ClawBackUnits => true,
        BankUnits or BufferUnits => from == ShadowAccount.Free,
        ReverseUnits => from == ShadowAccount.Buffered,
        CancelUnits => from is not (ShadowAccount.Pledged or ShadowAccount.Buffered),
        TransferUnits or RetireUnits => from is ShadowAccount.Free or ShadowAccount.Banked or ShadowAccount.Reserved or ShadowAccount.Quarantined,
        _ => from is ShadowAccount.Free or ShadowAccount.Banked or ShadowAccount.Reserved,
    };

    private static bool MayArrive(MoveCommand c) => c switch
    {
        AssignUnits a => a.To is not ShadowAccount.Reserved and < ShadowAccount.Surrendered,
        TransferUnits t => t.Into is ShadowAccount.Free or ShadowAccount.Pending,
        _ => true,
    };

    private bool Put(List<Tonne> tonnes, string account, Func<Tonne, ShadowAccount> place)
    {
        foreach (var tonne in tonnes)
        {
            foreach (var (key, reservation) in _reservations.Where(r => r.Value.Held.Contains(tonne)).Select(r => (r.Key, r.Value)).ToList())
            {
                reservation.Held.Remove(tonne);
                if (reservation.Held.Count == 0)
                {
                    _reservations.Remove(key);
                }
            }

            Arrive(account, tonne.Lot);
            (tonne.Account, tonne.Place) = (account, place(tonne));
        }

        return true;
    }

    private List<Tonne>? Pick(string account, UnitSelection units, LedgerCommand command, int? year)
    {
        List<Tonne> picked;
        switch (units)
        {
            case ReservedUnits r:
                if (!_reservations.TryGetValue((account, r.Reservation), out var open)
                    || (r.Tonnes ?? 1) > open.Held.Count
                    || (open.Until <= command.At && command is not (ReleaseUnits or ClawBackUnits or AssignUnits)))
                {
                    return null;
                }

                if (r.Blocks is { } named)
                {
                    var numbers = new HashSet<(string Scope, ulong Number)>(named.SelectMany(b => Numbers(new Parcel(new UnitLot(b.Registry, b.Scope, "", 0), b.Range)).Select(n => (b.Scope, n))));
                    picked = open.Held.Where(t => numbers.Contains((t.Lot.Scope, t.Number))).ToList();
                    if (picked.Count != named.Sum(b => (int)b.Count.ToUInt64()))
                    {
                        return null;
                    }

                    break;
                }

                picked = open.Held.Take((int)(r.Tonnes ?? open.Held.Count)).ToList();
                break;
            case OldestUnits o:
                picked = _tonnes.Where(t => t.Account == account && t.Place == o.From && t.Lot.Kind == o.Kind && (o.Vintage ?? t.Lot.Vintage) == t.Lot.Vintage && (o.Registry ?? t.Lot.Registry) == t.Lot.Registry && Usable(t, command, year))
                    .OrderBy(t => t.Lot.Vintage).ThenBy(t => _arrivals.IndexOf((account, t.Lot))).ThenBy(t => t.Number).Take((int)o.Tonnes).ToList();
                return picked.Count == o.Tonnes ? picked : null;
            default:
                var chosen = (ChosenUnits)units;
                var wanted = chosen.Blocks.SelectMany(b => Numbers(new Parcel(new UnitLot(b.Registry, b.Scope, "", 0), b.Range)).Select(n => (b.Scope, n))).ToList();
                picked = wanted.Select(w => _tonnes.FirstOrDefault(t => t.Account == account && t.Place == chosen.From && (t.Lot.Scope, t.Number) == w)!).ToList();
                if (picked.Contains(null!) || picked.Distinct().Count() != picked.Count)
                {
                    return null;
                }

                break;
        }

        return command is ReleaseUnits || picked.All(t => Usable(t, command, year)) ? picked : null;
    }

    // A tonne renumbered is as old as those it comes from, when they are all as old and nobody says otherwise.
    private static Parcel Aged(Parcel into, List<Tonne> from)
    {
        var days = from.Select(t => (t.Lot.Issued, t.Lot.Expires)).Distinct().ToList();
        return into.Lot is { Issued: null, Expires: null } && days.Count == 1 ? into with { Lot = into.Lot.Dated(days[0].Issued, days[0].Expires) } : into;
    }

    // Given.Policy in words: certificates are valid as long as their registry says and may be surrendered; offsets are valid twelve months from
    // their issue, if it is known, and may not.
    private static bool Usable(Tonne tonne, LedgerCommand command, int? year = null)
    {
        var day = DayOf(command);
        var (issued, isOffset) = (tonne.Lot.Issued, tonne.Lot.Kind != "ccc");
        var over = tonne.Lot.Expires < day || (isOffset && issued?.PlusMonths(12) < day);
        var valid = !over && !(issued > day) && !(isOffset && issued is null);
        return command switch
        {
            SurrenderUnits => valid && tonne.Lot.Kind == "ccc" && tonne.Lot.Vintage <= year,
            ExpireUnits => over && !(issued > day),
            AssignUnits or CancelUnits or ReverseUnits or ClawBackUnits => true,
            _ => valid,
        };
    }
}

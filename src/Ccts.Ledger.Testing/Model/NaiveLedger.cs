using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Ledger.Testing.Model;

/// <summary>One record for each tonne, searched from end to end: slow, but obviously right.</summary>
public sealed partial class NaiveLedger
{
    private readonly List<Tonne> _tonnes = [];
    private readonly List<(string Account, UnitLot Lot)> _arrivals = [];
    private readonly HashSet<string> _frozen = [];
    private readonly Dictionary<(string Account, string Id), (ReservationPurpose Purpose, Instant? Until, List<Tonne> Held)> _reservations = [];
    private readonly Dictionary<string, int> _breaches = [];
    private readonly HashSet<(string Registry, string Holder)> _pauses = [];

    private sealed class Tonne(UnitLot lot, ulong number)
    {
        internal UnitLot Lot { get; } = lot;

        internal ulong Number { get; } = number;

        internal string Account { get; set; } = "";

        internal ShadowAccount Place { get; set; }

        internal ShadowAccount ReservedFrom { get; set; }
    }

    /// <summary>How often an account offered more than it had.</summary>
    public int Breaches(string account) => _breaches.TryGetValue(account, out var count) ? count : 0;

    /// <summary>Every tonne with its place, in order.</summary>
    public IEnumerable<string> Picture() => _tonnes
        .Select(t => $"{t.Account} {t.Place} {t.Lot} {t.Lot.Issued} {t.Lot.Expires} {t.Number}").OrderBy(t => t, StringComparer.Ordinal);

    /// <summary>The same of the ledger itself.</summary>
    public static IEnumerable<string> Picture(LedgerState state) => (state ?? throw new ArgumentNullException(nameof(state))).Accounts
        .SelectMany(a => state.View(a)!.Holdings.SelectMany(h => Numbers(h.Units).Select(n => $"{a} {h.Place} {h.Units.Lot} {h.Units.Lot.Issued} {h.Units.Lot.Expires} {n}")))
        .OrderBy(t => t, StringComparer.Ordinal);

    /// <summary>Carries out the command if it is permitted, and returns whether it was.</summary>
    public bool Do(LedgerCommand command)
    {
        switch (command)
        {
            case IssueUnits c:
                return c.Into is ShadowAccount.Free or ShadowAccount.Pending && Enter(c.Account, c.Units with { Lot = c.Units.Lot.Expires < DayOf(c) ? c.Units.Lot : c.Units.Lot.Dated(c.Units.Lot.Issued ?? DayOf(c), c.Units.Lot.Expires) }, c.Into, DayOf(c));
            case ReceiveUnits c:
                return c.Into != ShadowAccount.Reserved && Enter(c.Account, c.Units, c.Into, DayOf(c));
            case FreezeAccount c:
                return Knows(c.Account) && (c.Frozen ? _frozen.Add(c.Account) | true : _frozen.Remove(c.Account) | true);
            case PauseBusiness c:
                var pause = (c.Registry ?? "", c.Holder ?? "");
                return c.Paused ? _pauses.Add(pause) | true : _pauses.Remove(pause) | true;
            case ReserveUnits c:
                return Reserve(c);
            case ReleaseUnits c:
                return Pick(c.Account, new ReservedUnits(c.Reservation, c.Tonnes) { Blocks = c.Blocks }, c, null) is { } released && Put(released, c.Account, t => t.ReservedFrom);
            case MoveCommand c:
                return Move(c);
            default:
                throw new NotSupportedException(command.ToString());
        }
    }

    private static IEnumerable<ulong> Numbers(Parcel units)
    {
        for (var n = units.Range.Start.ToUInt64(); n <= units.Range.End.ToUInt64(); n++)
        {
            yield return n;
        }
    }

    private bool Knows(string account) => _tonnes.Any(t => t.Account == account) || _arrivals.Any(a => a.Account == account);

    private static LocalDate DayOf(LedgerCommand command) => (command.At + Duration.FromMinutes(330)).InUtc().Date;

    private bool Enter(string account, Parcel units, ShadowAccount into, LocalDate day)
    {
        if (units.Lot.Issued > day || _pauses.Count > 0 || Numbers(units).Any(n => Exists(units.Lot.Scope, n)))
        {
            return false;
        }

        Arrive(account, units.Lot);
        _tonnes.AddRange(Numbers(units).Select(n => new Tonne(units.Lot, n) { Account = account, Place = into }));
        return true;
    }

    private bool Exists(string scope, ulong number) => _tonnes.Any(t => string.Equals(t.Lot.Scope, scope, StringComparison.OrdinalIgnoreCase) && t.Number == number);

    private void Arrive(string account, UnitLot lot)
    {
        if (!_arrivals.Contains((account, lot)))
        {
            _arrivals.Add((account, lot));
        }
    }

    private bool Reserve(ReserveUnits c)
    {
        if (!Knows(c.Account) || _frozen.Contains(c.Account) || _reservations.ContainsKey((c.Account, c.Reservation)) || c.Units is ReservedUnits)
        {
            return false;
        }

        if (c.Purpose == ReservationPurpose.Sale && _breaches.TryGetValue(c.Account, out var breaches) && breaches >= 3)
        {
            return false;
        }

        var from = c.Units is OldestUnits o ? o.From : ((ChosenUnits)c.Units).From;
        if (from is not (ShadowAccount.Free or ShadowAccount.Banked))
        {
            return false;
        }

        if (Pick(c.Account, c.Units, c, null) is not { } picked)
        {
            if (c.Purpose == ReservationPurpose.Sale && c.Units is OldestUnits wanted)
            {
                CountBreach(c.Account, wanted.Kind, wanted.Tonnes);
            }

            if (c.Purpose == ReservationPurpose.Sale && c.Units is ChosenUnits chosen)
            {
                CountBreach(c.Account, chosen, c);
            }

            return false;
        }

        if (_pauses.Count > 0)
        {
            return false;
        }

        _reservations.Add((c.Account, c.Reservation), (c.Purpose, c.Until, picked));
        foreach (var tonne in picked)
        {
            (tonne.ReservedFrom, tonne.Place) = (tonne.Place, ShadowAccount.Reserved);
        }

        return true;
    }

    private void CountBreach(string account, ChosenUnits chosen, LedgerCommand command)
    {
        var numbers = chosen.Blocks.SelectMany(b => Numbers(new Parcel(new UnitLot(b.Registry, b.Scope, "", 0), b.Range)).Select(n => (b.Scope, n))).ToList();
        var there = numbers.TakeWhile(w => _tonnes.Exists(t => t.Account == account && t.Place == chosen.From && (t.Lot.Scope, t.Number) == w)).Select(w => _tonnes.First(t => (t.Lot.Scope, t.Number) == w)).ToList();
        if (numbers.Distinct().Count() != numbers.Count || there.Count == numbers.Count || there.Exists(t => !Usable(t, command)))
        {
            return;
        }

        string KindOf((string Scope, ulong Number) w)
        {
            var kinds = _arrivals.Where(a => a.Account == account && a.Lot.Scope == w.Scope).Select(a => a.Lot.Kind.Name).Distinct(StringComparer.Ordinal).ToList();
            return _tonnes.Find(t => t.Account == account && (t.Lot.Scope, t.Number) == w)?.Lot.Kind ?? (kinds.Count == 1 ? kinds[0] : "");
        }

        foreach (var kind in numbers.GroupBy(KindOf, StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if (CountBreach(account, kind.Key, kind.Count()))
            {
                return;
            }
        }
    }

    private bool CountBreach(string account, string kind, long tonnes)
    {
        var onSale = _reservations.Where(r => r.Key.Account == account && r.Value.Purpose == ReservationPurpose.Sale)
            .SelectMany(r => r.Value.Held).Count(t => t.Lot.Kind == kind);
        var balance = _tonnes.Count(t => t.Account == account && t.Lot.Kind == kind
            && t.Place is ShadowAccount.Free or ShadowAccount.Reserved or ShadowAccount.Banked or ShadowAccount.Pledged
            && t.Account == account && t.Lot.Kind == kind);
        if (tonnes <= balance - onSale)
        {
            return false;
        }

        _breaches[account] = _breaches.TryGetValue(account, out var before) ? before + 1 : 1;
        return true;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Sdk.Ledger.History;

/// <summary>Takes the entries of a journal one by one and sorts what they did to an entity's units into the lines of its yearly account.</summary>
internal sealed class YearlyBook(IReadOnlyList<string> accounts, ComplianceYear year, Offset civilTime)
{
    private readonly HashSet<string> _own = new(accounts, StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Reservation), ShadowAccount> _reservedFrom = [];
    private readonly SortedDictionary<string, Page> _pages = new(StringComparer.Ordinal);
    private LocalDate _day;

    internal void See(JournalEntry entry)
    {
        if (entry.Event is UnitsReserved set)
        {
            _reservedFrom[(set.Account, set.Reservation)] = set.From;
        }

        _day = entry.At.WithOffset(civilTime).Date;
        if (_day > year.LastDay)
        {
            return;
        }

        switch (entry.Event)
        {
            // Units that came in already ended were never available here.
            case UnitsEntered e when e.Into.IsFinal():
                break;
            case UnitsEntered e:
                Put(e.Account, e.Into, [e.Units], e.Origin == EntryOrigin.Issued ? (k, t) => k with { Issued = k.Issued + t } : (k, t) => k with { Received = k.Received + t });
                break;
            case UnitsReserved e:
                Shift(e.Account, e.From, ShadowAccount.Reserved, e.Units);
                break;
            case UnitsReleased e:
                Shift(e.Account, ShadowAccount.Reserved, _reservedFrom[(e.Account, e.Reservation)], e.Units);
                break;
            case UnitsMoved e:
                Move(e);
                break;
            case UnitsConverted e:
                Take(e.Account, e.From, e.Units, (k, t) => k with { Converted = k.Converted + t });
                Put(e.Account, ShadowAccount.Free, [e.Into], (k, t) => k with { ConvertedInto = k.ConvertedInto + t });
                break;
        }
    }

    internal IReadOnlyList<YearlyKind> Kinds() => _pages.Values.Select(p => p.Lines with
    {
        ClosingAt = p.Places.Where(a => a.Value != 0).ToDictionary(a => a.Key, a => a.Value),
        SurrenderedFor = p.SurrenderedFor,
    }).ToList();

    private void Move(UnitsMoved e)
    {
        var isBetween = !string.Equals(e.Account, e.ToAccount, StringComparison.Ordinal) && !(_own.Contains(e.Account) && _own.Contains(e.ToAccount));
        if (!isBetween && !e.To.IsFinal())
        {
            Shift(e.Account, e.From, e.To, e.Units);
            return;
        }

        Take(e.Account, e.From, e.Units, Gone(e));
        if (isBetween)
        {
            Put(e.ToAccount, e.To, e.Units, e.Cause == MoveCause.ClawBack
                ? (k, t) => k with { ClawedBackFromOthers = k.ClawedBackFromOthers + t }
                : (k, t) => k with { Bought = k.Bought + t });
        }
    }

    private Func<YearlyKind, long, YearlyKind> Gone(UnitsMoved e)
    {
        switch (e.To)
        {
            case ShadowAccount.Surrendered:
                foreach (var unit in IsInYear && _own.Contains(e.Account) ? e.Units : [])
                {
                    var page = PageOf(unit.Lot.Kind);
                    page.SurrenderedFor[e.ComplianceYear ?? 0] = (page.SurrenderedFor.TryGetValue(e.ComplianceYear ?? 0, out var before) ? before : 0) + unit.Tonnes;
                }

                return (k, t) => k with { Surrendered = k.Surrendered + t };
            case ShadowAccount.Retired:
                return (k, t) => k with { Retired = k.Retired + t };
            case ShadowAccount.Expired:
                return (k, t) => k with { Expired = k.Expired + t };
            case ShadowAccount.Cancelled:
                return (k, t) => k with { Cancelled = k.Cancelled + t };
            default:
                return e.Cause == MoveCause.ClawBack ? (k, t) => k with { ClawedBackByOthers = k.ClawedBackByOthers + t } : (k, t) => k with { Sold = k.Sold + t };
        }
    }

    private bool IsInYear => _day >= year.FirstDay;

    private void Shift(string account, ShadowAccount from, ShadowAccount to, IReadOnlyList<Parcel> units)
    {
        foreach (var unit in _own.Contains(account) ? units : [])
        {
            var page = PageOf(unit.Lot.Kind);
            page.Add(from, -unit.Tonnes);
            page.Add(to, unit.Tonnes);
            if (IsInYear && to == ShadowAccount.Banked && from == ShadowAccount.Free)
            {
                page.Lines = page.Lines with { Banked = page.Lines.Banked + unit.Tonnes };
            }
        }
    }

    private void Take(string account, ShadowAccount from, IReadOnlyList<Parcel> units, Func<YearlyKind, long, YearlyKind> line) => Change(account, from, units, -1, line);

    private void Put(string account, ShadowAccount into, IReadOnlyList<Parcel> units, Func<YearlyKind, long, YearlyKind> line) => Change(account, into, units, 1, line);

    private void Change(string account, ShadowAccount place, IReadOnlyList<Parcel> units, int sign, Func<YearlyKind, long, YearlyKind> line)
    {
        foreach (var unit in _own.Contains(account) ? units : [])
        {
            var page = PageOf(unit.Lot.Kind);
            page.Add(place, sign * unit.Tonnes);
            page.Lines = IsInYear ? line(page.Lines, unit.Tonnes) : page.Lines with { Opening = page.Lines.Opening + (sign * unit.Tonnes) };
        }
    }

    private Page PageOf(string kind)
    {
        if (!_pages.TryGetValue(kind, out var page))
        {
            _pages.Add(kind, page = new Page(kind));
        }

        return page;
    }

    private sealed class Page(string kind)
    {
        internal YearlyKind Lines { get; set; } = new() { Kind = kind };

        internal SortedDictionary<ShadowAccount, long> Places { get; } = [];

        internal SortedDictionary<int, long> SurrenderedFor { get; } = [];

        internal void Add(ShadowAccount place, long tonnes) => Places[place] = (Places.TryGetValue(place, out var before) ? before : 0) + tonnes;
    }
}

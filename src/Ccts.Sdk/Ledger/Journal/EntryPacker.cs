using System;
using System.Collections.Generic;
using NodaTime;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Writes entries as bytes in memory. Any text is restored exactly, lone surrogates included. A lot is written as
/// the number of its first mention. Outside the process entries are text (<see cref="JournalWriter"/>).
/// </summary>
internal sealed class EntryPacker
{
    private readonly PackedOutput _out = new();
    private readonly Dictionary<UnitLot, int> _numbers = [];
    private readonly List<UnitLot> _lots = [];

    /// <summary>The lots mentioned so far, in the order of their numbers.</summary>
    internal UnitLot[] Lots() => _lots.ToArray();

    /// <summary>The bytes of an entry; valid until the next is packed.</summary>
    internal ReadOnlySpan<byte> Pack(JournalEntry entry)
    {
        _out.Clear();
        _out.Fixed((ulong)entry.Position);
        _out.Time(entry.At);
        _out.Exact(entry.Key);
        _out.Fixed(entry.Print);
        Event(entry.Event);
        return _out.Bytes;
    }

    private void Event(LedgerEvent happened)
    {
        switch (happened)
        {
            case UnitsEntered e:
                Begin(PackedEvent.Entered, e.Account);
                Units(e.Units);
                Words((int)e.Into, (int)e.Origin);
                _out.Exact(e.Source);
                break;
            case UnitsReserved e:
                Begin(PackedEvent.Reserved, e.Account);
                _out.Exact(e.Reservation);
                Words((int)e.Purpose, (int)e.From);
                Units(e.Units);
                Optional(e.Until, (o, until) => o.Time(until));
                break;
            case UnitsReleased e:
                Begin(PackedEvent.Released, e.Account);
                _out.Exact(e.Reservation);
                Units(e.Units);
                break;
            case UnitsMoved e:
                Begin(PackedEvent.Moved, e.Account);
                Words((int)e.Cause, (int)e.From);
                _out.Exact(e.Reservation);
                Units(e.Units);
                _out.Exact(e.ToAccount);
                _out.Signed((int)e.To);
                _out.Exact(e.Remark);
                Optional(e.ComplianceYear, (o, year) => o.Signed(year));
                break;
            case UnitsConverted e:
                Begin(PackedEvent.Converted, e.Account);
                _out.Signed((int)e.From);
                _out.Exact(e.Reservation);
                Units(e.Units);
                Units(e.Into);
                break;
            case AccountFrozen e:
                Begin(PackedEvent.Frozen, e.Account);
                _out.Flag(e.Frozen);
                _out.Exact(e.Reason);
                break;
            case BusinessPaused e:
                Begin(PackedEvent.Paused, e.Registry);
                _out.Flag(e.Paused);
                _out.Exact(e.Reason);
                _out.Exact(e.Holder);
                break;
            case KeysForgotten e:
                Begin(PackedEvent.Forgotten, null);
                _out.Time(e.Before);
                break;
            case CommandRefused e:
                Begin(PackedEvent.Refused, e.Refusal.Account);
                Refusal(e.Refusal);
                _out.Flag(e.Breach);
                Optional(e.BarredUntil, Day);
                break;
            default:
                throw new ArgumentException("An entry says what happened.", nameof(happened));
        }
    }

    private void Refusal(Refusal no)
    {
        _out.Signed((int)no.Code);
        _out.Exact(no.Subject);
        Optional(no.Asked, (o, tonnes) => o.Signed(tonnes));
        Optional(no.Available, (o, tonnes) => o.Signed(tonnes));
        Optional(no.Block, (o, block) =>
        {
            o.Exact(block.Registry);
            o.Exact(block.Scope);
            o.Block(block.Start);
            o.Block(block.End);
        });
        Optional(no.Place, (o, place) => o.Signed((int)place));
        Optional(no.Until, Day);
    }

    private void Begin(PackedEvent kind, string? name)
    {
        _out.Number((ulong)kind);
        _out.Exact(name);
    }

    private void Words(int first, int second)
    {
        _out.Signed(first);
        _out.Signed(second);
    }

    // Nothing, or one more than how many.
    private void Units(IReadOnlyList<Parcel>? units)
    {
        _out.Number(units is null ? 0 : (ulong)units.Count + 1);
        for (var i = 0; i < units?.Count; i++)
        {
            Units(units[i]);
        }
    }

    private void Units(Parcel units)
    {
        _out.Number((ulong)NumberOf(units.Lot));
        _out.Block(units.Range.Start);
        _out.Block(units.Range.End);
    }

    // A default parcel has no lot: 0.
    private int NumberOf(UnitLot? lot)
    {
        if (lot is null)
        {
            return 0;
        }

        if (!_numbers.TryGetValue(lot, out var number))
        {
            _lots.Add(lot);
            _numbers.Add(lot, number = _lots.Count);
        }

        return number;
    }

    private void Optional<T>(T? value, Action<PackedOutput, T> write)
        where T : struct
    {
        _out.Flag(value is not null);
        if (value is { } there)
        {
            write(_out, there);
        }
    }

    private static void Day(PackedOutput to, LocalDate day) => to.Signed(day.ToYearMonthDayNumber());
}

/// <summary>Which event a packed entry holds.</summary>
internal enum PackedEvent
{
    Entered,
    Reserved,
    Released,
    Moved,
    Converted,
    Frozen,
    Paused,
    Forgotten,
    Refused,
}

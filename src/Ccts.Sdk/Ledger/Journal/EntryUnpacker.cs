using System;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Reads what <see cref="EntryPacker"/> has written.</summary>
internal readonly ref struct EntryUnpacker
{
    private readonly PackedInput _in;
    private readonly UnitLot[] _lots;

    private EntryUnpacker(PackedInput input, UnitLot[] lots)
    {
        _in = input;
        _lots = lots;
    }

    internal static JournalEntry Unpack(byte[] bytes, int start, UnitLot[] lots)
    {
        var from = new EntryUnpacker(new PackedInput(bytes, start, bytes.Length), lots);
        var position = (long)from._in.Fixed();
        var at = from._in.Time();
        var key = from._in.Exact()!;
        return new JournalEntry(position, at, key, from._in.Fixed(), from.Event());
    }

    private LedgerEvent Event()
    {
        var kind = (PackedEvent)_in.Number();
        var name = _in.Exact();
        return kind switch
        {
            PackedEvent.Entered => new UnitsEntered(name!, Parcel(), Place(), (EntryOrigin)_in.Signed(), _in.Exact()),
            PackedEvent.Reserved => Reserved(name!),
            PackedEvent.Released => new UnitsReleased(name!, _in.Exact()!, Units()),
            PackedEvent.Moved => new UnitsMoved((MoveCause)_in.Signed(), name!, Place(), _in.Exact(), Units(), _in.Exact()!, Place(), _in.Exact(), _in.Flag() ? (int)_in.Signed() : null),
            PackedEvent.Converted => new UnitsConverted(name!, Place(), _in.Exact(), Units(), Parcel()),
            PackedEvent.Frozen => new AccountFrozen(name!, _in.Flag(), _in.Exact()!),
            PackedEvent.Paused => new BusinessPaused(name, _in.Flag(), _in.Exact()!, _in.Exact()),
            PackedEvent.Forgotten => new KeysForgotten(_in.Time()),
            _ => new CommandRefused(Refusal(name), _in.Flag(), Day()),
        };
    }

    private UnitsReserved Reserved(string account)
    {
        var reservation = _in.Exact()!;
        var purpose = (ReservationPurpose)_in.Signed();
        return new UnitsReserved(account, reservation, purpose, Place(), Units(), _in.Flag() ? _in.Time() : null);
    }

    // Members are set in the order in which they were written.
    private Refusal Refusal(string? account) => new((RefusalCode)_in.Signed())
    {
        Account = account,
        Subject = _in.Exact(),
        Asked = _in.Flag() ? _in.Signed() : null,
        Available = _in.Flag() ? _in.Signed() : null,
        Block = _in.Flag() ? new SerialBlock(_in.Exact()!, _in.Exact()!, Range()) : null,
        Place = _in.Flag() ? Place() : null,
        Until = Day(),
    };

    private ShadowAccount Place() => (ShadowAccount)_in.Signed();

    private LocalDate? Day() => _in.Flag() ? DayDigits.FromYearMonthDayNumber(_in.Signed()) : null;

    private Parcel[] Units()
    {
        var count = (int)_in.Number() - 1;
        if (count < 0)
        {
            return null!;
        }

        var units = count == 0 ? [] : new Parcel[count];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = Parcel();
        }

        return units;
    }

    private Parcel Parcel()
    {
        var number = (int)_in.Number();
        return new Parcel(number == 0 ? null! : _lots[number - 1], Range());
    }

    private BlockRange Range()
    {
        var start = _in.Block();
        return new BlockRange(start, _in.Block());
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Rebuilds a state from its bytes.</summary>
internal sealed class SnapshotReader
{
    private readonly PackedInput _in;
    private readonly List<UnitLot> _lots = [];
    private bool _lotsAreDated;

    private SnapshotReader(PackedInput input) => _in = input;

    /// <exception cref="Problems.CctsDataException">The bytes are not those that were kept.</exception>
    internal static void Read(LedgerSnapshot snapshot, LedgerState state)
    {
        var bytes = MemoryMarshal.TryGetArray(snapshot.State, out var whole) && whole.Offset == 0 ? whole.Array! : snapshot.State.ToArray();
        var length = snapshot.State.Length - SnapshotWriter.DigestLength;
        if (length <= 0 || Sha256.Of(bytes, length) != Encoding.ASCII.GetString(bytes, length, SnapshotWriter.DigestLength))
        {
            throw PackedInput.Damaged();
        }

        var input = new PackedInput(bytes, length);
        try
        {
            new SnapshotReader(input).State(state);
        }
        catch (Exception bad) when (bad is ArgumentException or InvalidOperationException or OverflowException)
        {
            // Forged bytes can carry a right digest.
            throw PackedInput.Damaged();
        }

        if (!input.IsAtEnd || state.Position != snapshot.Position)
        {
            throw PackedInput.Damaged();
        }
    }

    private void State(LedgerState state)
    {
        var magic = _in.Text();
        var isFirst = magic == SnapshotWriter.FirstMagic;
        _lotsAreDated = magic == SnapshotWriter.Magic;
        if (!isFirst && !_lotsAreDated && magic is not (SnapshotWriter.SecondMagic or SnapshotWriter.ThirdMagic))
        {
            throw PackedInput.Damaged();
        }

        var position = _in.Signed();
        state.PauseVersion = _in.Signed();
        if (!isFirst)
        {
            state.ForgetVersion = _in.Signed();
            var isSet = _in.Flag();
            var since = _in.Signed();
            state.KeysKeptSince = isSet ? Instant.FromUnixTimeSeconds(since) : null;
        }

        var pauses = new List<BusinessPause>();
        for (var left = _in.Count(); left > 0; left--)
        {
            pauses.Add(new BusinessPause(NameOrNone(_in.Text()), _lotsAreDated || magic == SnapshotWriter.ThirdMagic ? NameOrNone(_in.Text()) : null));
        }

        state.Paused = BusinessPauses.Of(pauses);

        for (var left = _in.Count(); left > 0; left--)
        {
            var registry = _in.Text();
            var scope = state.ScopeOf(registry, _in.Text());
            scope.Version = _in.Signed();
            Shelf(scope.Numbers.Add);
        }

        for (var left = _in.Count(); left > 0; left--)
        {
            Account(state.AccountOf(_in.Text()));
        }

        if (!Balances(state))
        {
            throw PackedInput.Damaged();
        }

        Keys(state, isFirst);
        state.Partitions[0].Applied += position - state.Position;
    }

    private static string? NameOrNone(string name) => name.Length == 0 ? null : name;

    // The accounts have as many tonnes as have entered, scope by scope. A carefully forged snapshot can still pass.
    private static bool Balances(LedgerState state)
    {
        var missing = state.Partitions.SelectMany(p => p.Registers).ToDictionary(s => (s.Registry, s.Scope), s => (decimal)s.Numbers.Tonnes);
        foreach (var account in state.Partitions.SelectMany(p => p.Accounts.Values))
        {
            foreach (var lot in account.Lots)
            {
                Take((lot.Lot.Registry, lot.Lot.Scope), lot.Tonnes);
            }

            foreach (var parcel in account.Reservations.SelectMany(r => r.Units))
            {
                Take((parcel.Lot.Registry, parcel.Lot.Scope), parcel.Tonnes);
            }
        }

        return missing.Values.All(left => left == 0);

        void Take((string, string) scope, decimal tonnes) => missing[scope] = (missing.TryGetValue(scope, out var left) ? left : 0) - tonnes;
    }

    private void Account(AccountState account)
    {
        account.Version = _in.Signed();
        account.Frozen = _in.Flag();
        for (var left = _in.Count(); left > 0; left--)
        {
            account.Breaches.Add(_in.Time());
        }

        account.BarredUntil = Day();
        for (var left = _in.Count(); left > 0; left--)
        {
            var holding = account.HoldingOf(Lot());
            for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
            {
                var to = place;
                Shelf(range => holding.Add(to, range, (long)range.Count.ToUInt64()));
            }
        }

        for (var left = _in.Count(); left > 0; left--)
        {
            account.Open(Reservation());
        }
    }

    private Reservation Reservation()
    {
        var id = _in.Text();
        var purpose = (ReservationPurpose)_in.Number();
        var from = (ShadowAccount)_in.Number();
        var ends = _in.Flag();
        var until = _in.Time();
        var units = new List<Parcel>();
        for (var left = _in.Count(); left > 0; left--)
        {
            units.Add(new Parcel(Lot(), Range(BlockNumber.Zero)));
        }

        if (units.Count == 0 || purpose is not (ReservationPurpose.Sale or ReservationPurpose.Other) || from is not (ShadowAccount.Free or ShadowAccount.Banked))
        {
            throw PackedInput.Damaged();
        }

        return new Reservation(id, purpose, from, units, ends ? until : null);
    }

    private void Keys(LedgerState state, bool undated)
    {
        var count = _in.Count();
        foreach (var partition in state.Partitions)
        {
            partition.Keys.Expect((count / state.Partitions.Count) + (count / 16));
        }

        var mark = new KeyMark(0, 0, undated ? KeyMark.Undated : 0);
        var room = new char[CommandForm.LongestName];
        for (; count > 0; count--)
        {
            var key = _in.Text(room);
            mark = new KeyMark(_in.Number(), mark.Position + _in.Signed(), undated ? mark.Second : unchecked(mark.Second + _in.Signed()));
            if (!CommandForm.IsName(key) || !state.TryRemember(key, mark))
            {
                throw PackedInput.Damaged();
            }
        }
    }

    private UnitLot Lot()
    {
        var number = _in.Number();
        if (number < (ulong)_lots.Count)
        {
            return _lots[(int)number];
        }

        var registry = _in.Text();
        var scope = _in.Text();
        var lot = new UnitLot(registry, scope, _in.Text(), (int)_in.Signed());
        lot = _lotsAreDated ? lot.Dated(Day(), Day()) : lot;
        _lots.Add(lot);
        return lot;
    }

    private LocalDate? Day() => _in.Signed() is var day and not 0 ? DayDigits.FromYearMonthDayNumber(day) : null;

    private void Shelf(Action<BlockRange> add)
    {
        var before = BlockNumber.Zero;
        for (var left = _in.Count(); left > 0; left--)
        {
            var range = Range(before);
            add(range);
            before = range.End;
        }
    }

    private BlockRange Range(BlockNumber before)
    {
        var start = before + _in.Block();
        return new BlockRange(start, start + _in.Block());
    }
}

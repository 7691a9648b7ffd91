using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>The state as bytes. Equal states give equal bytes, however they were reached.</summary>
internal sealed class SnapshotWriter
{
    internal const string Magic = "ccts-ledger-snapshot/4";

    /// <summary>Without the days of lots.</summary>
    internal const string ThirdMagic = "ccts-ledger-snapshot/3";

    /// <summary>Without the holders of pauses.</summary>
    internal const string SecondMagic = "ccts-ledger-snapshot/2";

    /// <summary>Without the time of keys, and none forgotten.</summary>
    internal const string FirstMagic = "ccts-ledger-snapshot/1";

    internal const int DigestLength = 71;

    private readonly PackedOutput _out = new();
    private readonly Dictionary<UnitLot, int> _lots = [];

    internal static LedgerSnapshot Write(LedgerState state)
    {
        var writer = new SnapshotWriter();
        writer.State(state);
        var body = writer._out.ToArray();
        var digest = Encoding.ASCII.GetBytes(Sha256.Of(body));
        var bytes = new byte[body.Length + digest.Length];
        body.CopyTo(bytes, 0);
        digest.CopyTo(bytes, body.Length);
        return new LedgerSnapshot(state.Position, bytes);
    }

    private void State(LedgerState state)
    {
        _out.Text(Magic);
        _out.Signed(state.Position);
        _out.Signed(state.PauseVersion);
        _out.Signed(state.ForgetVersion);
        _out.Flag(state.KeysKeptSince is not null);
        _out.Signed(state.KeysKeptSince?.ToUnixTimeSeconds() ?? 0);
        _out.Number((ulong)state.Paused.All.Count);
        foreach (var pause in state.Paused.All)
        {
            _out.Text(pause.Registry ?? "");
            _out.Text(pause.Holder ?? "");
        }

        var scopes = state.Partitions.SelectMany(p => p.Registers).OrderBy(s => s.Registry, StringComparer.Ordinal).ThenBy(s => s.Scope, StringComparer.Ordinal).ToList();
        _out.Number((ulong)scopes.Count);
        foreach (var scope in scopes)
        {
            _out.Text(scope.Registry);
            _out.Text(scope.Scope);
            _out.Signed(scope.Version);
            Shelf(scope.Numbers);
        }

        var accounts = state.Partitions.SelectMany(p => p.Accounts.Values).Where(a => a.Version > 0).OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        _out.Number((ulong)accounts.Count);
        accounts.ForEach(Account);
        Keys(state);
    }

    private void Account(AccountState account)
    {
        _out.Text(account.Id);
        _out.Signed(account.Version);
        _out.Flag(account.Frozen);
        _out.Number((ulong)account.Breaches.Count);
        account.Breaches.ForEach(b => _out.Time(b));
        _out.Signed(account.BarredUntil is { } day ? day.ToYearMonthDayNumber() : 0);
        var lots = account.Lots.OrderBy(l => l.Order).ToList();
        _out.Number((ulong)lots.Count);
        foreach (var lot in lots)
        {
            Lot(lot.Lot);
            for (var place = ShadowAccount.Free; place <= ShadowAccount.Converted; place++)
            {
                Shelf(lot.At(place));
            }
        }

        var reservations = account.Reservations.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        _out.Number((ulong)reservations.Count);
        reservations.ForEach(Reservation);
    }

    private void Reservation(Reservation reservation)
    {
        _out.Text(reservation.Id);
        _out.Number((ulong)reservation.Purpose);
        _out.Number((ulong)reservation.From);
        _out.Flag(reservation.Until is not null);
        _out.Time(reservation.Until ?? default);
        _out.Number((ulong)reservation.Units.Count);
        foreach (var (lot, range) in reservation.Units)
        {
            Lot(lot);
            Range(BlockNumber.Zero, range);
        }
    }

    private void Keys(LedgerState state)
    {
        _out.Number((ulong)state.Partitions.Sum(p => (long)p.Keys.Count));
        KeyMark before = default;
        foreach (var (key, mark) in ByPosition(state.Partitions))
        {
            _out.Text(key);
            _out.Number(mark.Print);
            _out.Signed(mark.Position - before.Position);
            _out.Signed(unchecked(mark.Second - before.Second));
            before = mark;
        }
    }

    /// <summary>Within a partition keys are in order of position already.</summary>
    private static IEnumerable<(string Key, KeyMark Mark)> ByPosition(IReadOnlyList<LedgerPartition> partitions)
    {
        var heads = partitions.Select(p => p.Keys.InOrder().GetEnumerator()).Where(h => h.MoveNext()).ToList();
        while (heads.Count > 0)
        {
            var first = 0;
            for (var i = 1; i < heads.Count; i++)
            {
                first = heads[i].Current.Mark.Position < heads[first].Current.Mark.Position ? i : first;
            }

            yield return heads[first].Current;
            if (!heads[first].MoveNext())
            {
                heads.RemoveAt(first);
            }
        }
    }

    // Each lot in full once, then by its number.
    private void Lot(UnitLot lot)
    {
        var isKnown = _lots.TryGetValue(lot, out var number);
        _out.Number(isKnown ? (ulong)number : (ulong)_lots.Count);
        if (!isKnown)
        {
            _lots.Add(lot, _lots.Count);
            _out.Text(lot.Registry);
            _out.Text(lot.Scope);
            _out.Text(lot.Kind);
            _out.Signed(lot.Vintage);
            _out.Signed(lot.Issued?.ToYearMonthDayNumber() ?? 0);
            _out.Signed(lot.Expires?.ToYearMonthDayNumber() ?? 0);
        }
    }

    private void Shelf(RangeShelf? shelf)
    {
        _out.Number((ulong)(shelf?.RangeCount ?? 0));
        var before = BlockNumber.Zero;
        foreach (var range in shelf?.Ranges() ?? [])
        {
            Range(before, range);
            before = range.End;
        }
    }

    private void Range(BlockNumber before, BlockRange range)
    {
        _out.Block(range.Start - before);
        _out.Block(range.End - range.Start);
    }
}

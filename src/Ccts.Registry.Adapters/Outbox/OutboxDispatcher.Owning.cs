using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>One owner at a time: waits for the lease, reads what the owner before has left, and works until it is cancelled or replaced.</content>
public sealed partial class OutboxDispatcher
{
    /// <summary>
    /// Works the outbox off until cancelled. Then it waits for requests on their way to end, and returns the lease.
    /// </summary>
    /// <exception cref="OutboxFencedException">Another owner has taken over. Run again to wait for the lease.</exception>
    /// <exception cref="FormatException">A row of the store has a later version, or was changed and matches nothing that the ledger committed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var lease = await OwnAsync(cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return;
        }

        try
        {
            await BeginAsync(lease).ConfigureAwait(false);
            while (!cancellationToken.IsCancellationRequested && _failure is null)
            {
                await RoundAsync(lease, cancellationToken).ConfigureAwait(false);
            }

            while (Working > 0)
            {
                await _alarm.WaitAsync(Duration.FromSeconds(1), CancellationToken.None).ConfigureAwait(false);
            }

            if (_failure is { } failure)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
            }

            await _store.ReturnAsync(lease.Lease, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            lease.Lose();
            Volatile.Write(ref _lease, null);
            EndHistory();
            _telemetry.Ended(lease.Lease);
        }
    }

    // Waits for the lease; null when cancelled before it came.
    private async Task<LeaseKeeper?> OwnAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await LeaseKeeper.TakeAsync(_store, _time, _options.Owner, _options.Lease, cancellationToken).ConfigureAwait(false) is { } lease)
                {
                    return lease;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await _alarm.WaitAsync(Duration.Min(_options.LookEvery, _options.Lease / 4), cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Reads what is open. Whatever an earlier owner was sending or asking about is in doubt from here on.</summary>
    private async Task BeginAsync(LeaseKeeper lease)
    {
        _ledger = _openLedger(lease.Lease);
        var (board, steps, now) = (new OutboxBoard(), new List<OutboxStep>(), Now);
        var open = _store.Open().Select(r => OutboxReading.Read(_store, r, _intents)).OrderBy(r => r.Place).ThenBy(r => r.Row).ToList();
        var absence = new Absence(now, open, _options.LongestAbsence);
        foreach (var record in open)
        {
            var step = MachineOf(record.Registry, lease).TakeUp(record, absence.ShiftOf(record), now);
            if (!board.Add(step?.Next ?? Untouchable(record)))
            {
                FoundTwice(record);
            }
            else if (step is not null)
            {
                steps.Add(step);
            }
        }

        _taken = TakenOf(open);
        foreach (var part in steps.Select((step, i) => (step, i)).GroupBy(s => s.i / _options.TakeAtOnce, s => s.step))
        {
            await WriteAsync(lease, part.ToList()).ConfigureAwait(false);
        }

        var orphans = _ledger.Paused.Where(p => !_links.ContainsKey(p)).ToList();
        lock (_lock)
        {
            _failure = null;
            _orphanPauses = orphans;
            _board = board;
            _lanes = _links.Values.Select(l => new RegistryLane(l, _time, IsPausedInLedger(l.Channel.Registry))).ToList();
            Volatile.Write(ref _lease, lease);
        }

        BeginHistory();
        orphans.ForEach(_telemetry.FoundOrphanPause);
        open.FindAll(r => r.Row is RowStanding.Changed or RowStanding.OutOfStep || r.IsChanged).ForEach(_telemetry.FoundChanged);
        _telemetry.Began(lease.Lease, board.Count, steps.Count(s => s.Move.Cause == OutboxCause.OwnerLost));
        if (!absence.IsBelieved)
        {
            _telemetry.Doubted(absence.Length);
        }
    }

    // A store that tells the highest place that a row states tells a wrong one where that was changed: one that the ledger does not have counts for nothing. One that it has counts, even where
    // no row is of it any more: whose row was deleted is not sent again.
    private IntentPlace TakenOf(IEnumerable<OutboxRecord> open)
    {
        var told = _store.Taken;
        var isThere = told == default || OutboxReading.At(told, _intents) is not null;
        return isThere && open.All(r => r.Row != RowStanding.OutOfStep) ? told
            : _store.All().Select(r => OutboxReading.Read(_store, r, _intents).Place).Append(isThere ? told : default).Max();
    }

    private int Working
    {
        get
        {
            lock (_lock)
            {
                return _working;
            }
        }
    }

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        Volatile.Read(ref _lease)?.Lose();
        _alarm.Ring();
    }
}

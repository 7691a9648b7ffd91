using System;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>One owner at a time: waits for the lease, and works until it is cancelled or replaced.</content>
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
            await WorkAsync(lease, cancellationToken).ConfigureAwait(false);
            await _store.ReturnAsync(lease.Lease, CancellationToken.None).ConfigureAwait(false);
            if (_failure is { } failure)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
            }
        }
        catch (Exception bad) when (_failure is { } first && bad != first)
        {
            // The lease that could not be given back ends by itself; what began the trouble is what is told.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(first).Throw();
        }
        finally
        {
            lease.Lose();
            Volatile.Write(ref _lease, null);
            EndHistory();
            _telemetry.Ended(lease.Lease);
        }
    }

    // Ends when nothing of this owner is on its way any more, whatever went wrong: the next one, in this process or another, need not wait for a lease that nobody uses.
    private async Task WorkAsync(LeaseKeeper lease, CancellationToken cancellationToken)
    {
        try
        {
            _failure = null;
            await BeginAsync(lease).ConfigureAwait(false);
            while (!cancellationToken.IsCancellationRequested && _failure is null)
            {
                await RoundAsync(lease, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception bad)
        {
            Fail(bad);
        }

        while (Working > 0)
        {
            await _alarm.WaitAsync(Duration.FromSeconds(1), CancellationToken.None).ConfigureAwait(false);
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

using System;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>An owner's view of its lease. It counts from the moment before the request for the lease, by a monotonic clock.</summary>
internal sealed class LeaseKeeper : IDisposable
{
    private readonly IOutboxStore _store;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private long _askedAt;

    private LeaseKeeper(IOutboxStore store, TimeProvider time, OutboxLease lease, long askedAt)
    {
        _store = store;
        _time = time;
        _askedAt = askedAt;
        Lease = lease;
    }

    internal OutboxLease Lease { get; }

    /// <summary>Cancelled when the lease is lost: nothing more may be sent.</summary>
    internal CancellationToken Lost => _lost.Token;

    /// <summary>How long the lease is certain to last; negative when it may be over.</summary>
    internal Duration Left => Lease.Length - Duration.FromTimeSpan(_time.GetElapsedTime(Interlocked.Read(ref _askedAt)));

    /// <summary>How long until it should be renewed.</summary>
    internal Duration UntilRenewal => Left - (Lease.Length * 2 / 3);

    internal static async Task<LeaseKeeper?> TakeAsync(IOutboxStore store, TimeProvider time, string owner, Duration length, CancellationToken cancellationToken)
    {
        var askedAt = time.GetTimestamp();
        return await store.TakeAsync(owner, length, cancellationToken).ConfigureAwait(false) is { } lease ? new LeaseKeeper(store, time, lease, askedAt) : null;
    }

    /// <summary>Renews the lease when due; false when it was lost. Never cancelled: requests on their way need the lease until they end.</summary>
    internal async Task<bool> KeepAsync()
    {
        if (UntilRenewal > Duration.Zero)
        {
            return true;
        }

        var askedAt = _time.GetTimestamp();
        if (await _store.RenewAsync(Lease, CancellationToken.None).ConfigureAwait(false))
        {
            Interlocked.Exchange(ref _askedAt, askedAt);
            return true;
        }

        Lose();
        return false;
    }

    internal void Lose() => _lost.Cancel();

    public void Dispose() => _lost.Dispose();
}

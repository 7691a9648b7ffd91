using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>An outbox that lives as long as the process, for tests and for hosts whose ledger does too.</summary>
/// <param name="clock">Measures leases.</param>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryOutbox(IClock clock) : IOutboxStore
{
    private readonly Dictionary<string, (OutboxRow Row, List<string> Moves)> _byKey = new(StringComparer.Ordinal);
    private readonly SortedDictionary<IntentPlace, string> _open = [];
    private readonly SortedDictionary<IntentPlace, string> _all = [];
    private readonly IClock _clock = Require.NotNull(clock);
    private OutboxLease? _lease;
    private Instant _until;
    private long _epoch;

    /// <inheritdoc/>
    public IntentPlace Taken { get; private set; }

    /// <inheritdoc/>
    public OutboxLease? Holder
    {
        get
        {
            lock (_byKey)
            {
                return _lease is not null && _clock.GetCurrentInstant() < _until ? _lease : null;
            }
        }
    }

    /// <inheritdoc/>
    public Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default)
    {
        lock (_byKey)
        {
            if (Holder is not null)
            {
                return Task.FromResult<OutboxLease?>(null);
            }

            _lease = new OutboxLease(++_epoch, Require.NotNull(owner), length);
            _until = _clock.GetCurrentInstant() + length;
            return Task.FromResult<OutboxLease?>(_lease);
        }
    }

    /// <inheritdoc/>
    public Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default)
    {
        lock (_byKey)
        {
            var isMine = _lease is not null && Require.NotNull(lease).Epoch == _epoch;
            _until = isMine ? _clock.GetCurrentInstant() + lease.Length : _until;
            return Task.FromResult(isMine);
        }
    }

    /// <inheritdoc/>
    public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default)
    {
        lock (_byKey)
        {
            _lease = Require.NotNull(lease).Epoch == _epoch ? null : _lease;
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        Require.NotNull(lease);
        lock (_byKey)
        {
            Exception? no = lease.Epoch != _epoch ? new OutboxFencedException(lease.Epoch, _epoch) : Conflict(Require.NotNull(writes));
            if (no is not null)
            {
                return Task.FromException(no);
            }

            foreach (var write in writes)
            {
                Keep(write);
            }

            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> Open() => Rows(_open);

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> All() => Rows(_all);

    /// <inheritdoc/>
    public OutboxRow? Find(string key)
    {
        lock (_byKey)
        {
            return _byKey.TryGetValue(Require.NotNull(key), out var found) ? found.Row : null;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Moves(string key)
    {
        lock (_byKey)
        {
            return _byKey.TryGetValue(Require.NotNull(key), out var found) ? found.Moves.ToArray() : [];
        }
    }

    // A write may build on an earlier one of the same transaction.
    private OutboxConflictException? Conflict(IReadOnlyList<OutboxWrite> writes)
    {
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (row, _) in writes)
        {
            var version = versions.TryGetValue(row.Key, out var seen) ? seen : _byKey.TryGetValue(row.Key, out var found) ? found.Row.Version : 0;
            if (version != row.Version - 1)
            {
                return new OutboxConflictException(row.Key, row.Version - 1, version);
            }

            versions[row.Key] = row.Version;
        }

        return null;
    }

    private void Keep(OutboxWrite write)
    {
        var row = write.Row;
        var moves = _byKey.TryGetValue(row.Key, out var before) ? before.Moves : [];
        moves.Add(write.Move);
        _byKey[row.Key] = (row, moves);
        _all[row.Place] = row.Key;
        Taken = row.Place > Taken ? row.Place : Taken;
        if (row.IsOpen)
        {
            _open[row.Place] = row.Key;
        }
        else
        {
            _open.Remove(row.Place);
        }
    }

    private OutboxRow[] Rows(SortedDictionary<IntentPlace, string> keys)
    {
        lock (_byKey)
        {
            return keys.Values.Select(k => _byKey[k].Row).ToArray();
        }
    }
}

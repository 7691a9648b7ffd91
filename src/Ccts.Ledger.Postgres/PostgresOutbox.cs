using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using NodaTime;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>
/// The outbox of a ledger in PostgreSQL. Any process may open it besides the ledger's writer; one owns it at a time, by a lease on the server's
/// clock. Each write states its epoch in its own transaction, so every write of a replaced owner is refused, however late.
/// </summary>
/// <remarks>
/// Thread-safe. Writes that come together share a transaction. When a connection is lost during a commit, a new one finds out what happened. The ledger must
/// exist before its outbox: a <see cref="PostgresJournal"/> makes it.
/// </remarks>
public sealed class PostgresOutbox : IOutboxStore, IDisposable
{
    private readonly PostgresStoredLedger _reading;
    private readonly PostgresStoredOutbox _stored;
    private readonly PostgresOutboxWriter _writer;

    private PostgresOutbox(PostgresStoredLedger reading, PostgresOutboxWriter writer) =>
        (_reading, _writer, _stored) = (reading, writer, new PostgresStoredOutbox(reading));

    /// <summary>Opens the outbox of a ledger.</summary>
    /// <param name="options">The ledger. Its <see cref="PostgresJournalOptions.Lease"/> is for the journal; the outbox's lease has the length with which it is taken.</param>
    /// <exception cref="CctsDataException">There is no such ledger; its schema has another version or belongs to another program.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    public static PostgresOutbox Open(PostgresJournalOptions options)
    {
        var given = options ?? throw new ArgumentNullException(nameof(options));
        var reading = PostgresStoredLedger.Open(given.ConnectionString, given.Ledger);
        try
        {
            return new PostgresOutbox(reading, new PostgresOutboxWriter(given, reading.Name));
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IntentPlace Taken => _stored.Taken;

    /// <inheritdoc/>
    public OutboxLease? Holder => _reading.Ask(c =>
    {
        using var command = c.Command("SELECT epoch, owner, lease FROM ccts_ledger.outbox_owner WHERE shard = $1 AND lease_until > clock_timestamp()", _reading.Ledger);
        using var row = command.ExecuteReader();
        return row.Read() ? new OutboxLease(row.GetInt64(0), row.GetString(1), Duration.FromTimeSpan(row.GetTimeSpan(2))) : null;
    });

    /// <inheritdoc/>
    public async Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default)
    {
        var epoch = await _writer.DoAsync(
            c => c.Ask<long>(
                """
                UPDATE ccts_ledger.outbox_owner SET epoch = epoch + 1, owner = $2, since = clock_timestamp(), lease_until = clock_timestamp() + $3, lease = $3
                WHERE shard = $1 AND (lease_until IS NULL OR lease_until < clock_timestamp()) RETURNING epoch
                """,
                _reading.Ledger, owner ?? throw new ArgumentNullException(nameof(owner)), length.ToTimeSpan()),
            cancellationToken).ConfigureAwait(false);
        if (epoch == 0)
        {
            return null;
        }

        _writer.Taken = epoch;
        return new OutboxLease(epoch, owner, length);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default) => await _writer.DoAsync(
        c => c.Run(
            "UPDATE ccts_ledger.outbox_owner SET lease_until = clock_timestamp() + lease WHERE shard = $1 AND epoch = $2 AND lease_until IS NOT NULL",
            _reading.Ledger, (lease ?? throw new ArgumentNullException(nameof(lease))).Epoch),
        cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default) => _writer.DoAsync(
        c => c.Run("UPDATE ccts_ledger.outbox_owner SET lease_until = NULL WHERE shard = $1 AND epoch = $2", _reading.Ledger, (lease ?? throw new ArgumentNullException(nameof(lease))).Epoch),
        cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        if (lease is null || writes is null)
        {
            throw new ArgumentNullException(lease is null ? nameof(lease) : nameof(writes));
        }

        return writes.Count == 0 ? Task.CompletedTask : _writer.WriteAsync(lease.Epoch, writes.ToList());
    }

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> Open() => _stored.Open();

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> All() => _stored.All();

    /// <inheritdoc/>
    public OutboxRow? Find(string key) => _stored.Find(key);

    /// <inheritdoc/>
    public IEnumerable<string> Moves(string key) => _stored.Moves(key);

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _reading.Dispose();
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ccts.Ledger.Sqlite;

/// <summary>
/// The outbox in the file of an <see cref="SqliteJournal"/>: its moves share the syncs of the ledger's entries. The process that has the journal open
/// is the only one that can own the outbox, so a new process need not wait for the lease of one that died.
/// </summary>
/// <remarks>Thread-safe. Dispose it before the journal.</remarks>
public sealed class SqliteOutbox : IOutboxStore, IDisposable
{
    private const string Insert = "INSERT INTO outbox (position, number, key, registry, payload, version, open, state) VALUES ($position, $number, $key, $registry, $payload, 1, $open, $state) ON CONFLICT DO NOTHING";
    private const string Update = "UPDATE outbox SET version = $version, open = $open, state = $state WHERE key = $key AND version = $version - 1";
    private const string Taking = "UPDATE outbox_owner SET taken_position = $position, taken_number = $number WHERE (taken_position, taken_number) < ($position, $number)";
    private const string Move = "INSERT INTO outbox_move (key, version, line) VALUES ($key, $version, $line)";

    private readonly SqliteJournal _journal;
    private readonly SqliteStoredLedger _reading;
    private readonly SqliteStoredOutbox _stored;
    private readonly SemaphoreSlim _owning = new(1, 1);

    // A stopwatch: setting the host's clock neither ends a lease nor prolongs one that is not renewed.
    private readonly Func<TimeSpan> _elapsed;
    private OutboxLease? _lease;
    private long _until;

    /// <summary>The outbox of a journal that is open for writing.</summary>
    /// <param name="journal">The journal; it stays the caller's.</param>
    public SqliteOutbox(SqliteJournal journal)
        : this(journal, StopwatchOf())
    {
    }

    internal SqliteOutbox(SqliteJournal journal, Func<TimeSpan> elapsed)
    {
        _elapsed = elapsed;
        _journal = journal ?? throw new ArgumentNullException(nameof(journal));
        _reading = SqliteStoredLedger.Open(journal.Name);
        _stored = new SqliteStoredOutbox(_reading);
    }

    /// <inheritdoc/>
    public IntentPlace Taken => _stored.Taken;

    /// <inheritdoc/>
    public OutboxLease? Holder => Volatile.Read(ref _lease) is { } lease && _elapsed().Ticks < Volatile.Read(ref _until) ? lease : null;

    /// <inheritdoc/>
    public async Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default)
    {
        await _owning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Holder is not null)
            {
                return null;
            }

            long epoch = 0;
            await _journal.Write(c => epoch = SqliteStoredLedger.OwnTables(_journal.Name, c, () => TakeOver(c, owner ?? throw new ArgumentNullException(nameof(owner))))).ConfigureAwait(false);
            Volatile.Write(ref _until, After(length));
            return _lease = new OutboxLease(epoch, owner, length);
        }
        finally
        {
            _owning.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default)
    {
        await _owning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var isMine = _lease?.Epoch == (lease ?? throw new ArgumentNullException(nameof(lease))).Epoch;
            Volatile.Write(ref _until, isMine ? After(lease.Length) : _until);
            return isMine;
        }
        finally
        {
            _owning.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default)
    {
        await _owning.WaitAsync(cancellationToken).ConfigureAwait(false);
        _lease = _lease?.Epoch == lease?.Epoch ? null : _lease;
        _owning.Release();
    }

    /// <inheritdoc/>
    public Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        if (lease is null || writes is null)
        {
            throw new ArgumentNullException(lease is null ? nameof(lease) : nameof(writes));
        }

        return _journal.Write(c => SqliteStoredLedger.OwnTables(_journal.Name, c, () => Write(c, lease, writes)));
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
        _reading.Dispose();
        _owning.Dispose();
    }

    private long After(Duration length) => _elapsed().Ticks + length.BclCompatibleTicks;

    private static Func<TimeSpan> StopwatchOf()
    {
        var time = Stopwatch.StartNew();
        return () => time.Elapsed;
    }

    private static long TakeOver(SqliteConnection connection, string owner)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE outbox_owner SET epoch = epoch + 1, owner = $owner, since = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') RETURNING epoch";
        command.Parameters.AddWithValue("$owner", owner);
        return (long)command.ExecuteScalar()!;
    }

    private static bool Write(SqliteConnection connection, OutboxLease lease, IReadOnlyList<OutboxWrite> writes)
    {
        if (connection.Number("SELECT epoch FROM outbox_owner") is var epoch && epoch != lease.Epoch)
        {
            throw new OutboxFencedException(lease.Epoch, epoch);
        }

        foreach (var write in writes)
        {
            Write(connection, write);
        }

        Take(connection, writes);
        return true;
    }

    private static void Write(SqliteConnection connection, OutboxWrite write)
    {
        var row = write.Row;
        using (var command = connection.CreateCommand())
        {
            command.CommandText = row.Version == 1 ? Insert : Update;
            command.Parameters.AddWithValue("$key", row.Key);
            command.Parameters.AddWithValue("$open", row.IsOpen ? 1 : 0);
            command.Parameters.AddWithValue("$state", row.State);
            if (row.Version == 1)
            {
                command.Parameters.AddWithValue("$position", row.Place.Position);
                command.Parameters.AddWithValue("$number", row.Place.Number);
                command.Parameters.AddWithValue("$registry", row.Registry);
                command.Parameters.AddWithValue("$payload", row.Payload);
            }
            else
            {
                command.Parameters.AddWithValue("$version", row.Version);
            }

            if (command.ExecuteNonQuery() != 1)
            {
                throw new OutboxConflictException(row.Key, row.Version - 1, VersionOf(connection, row.Key));
            }
        }

        using var move = connection.CreateCommand();
        move.CommandText = Move;
        move.Parameters.AddWithValue("$key", row.Key);
        move.Parameters.AddWithValue("$version", row.Version);
        move.Parameters.AddWithValue("$line", write.Move);
        move.ExecuteNonQuery();
    }

    // The last position taken over is stored apart from the rows, so that a row deleted later is noticed.
    private static void Take(SqliteConnection connection, IReadOnlyList<OutboxWrite> writes)
    {
        var taken = writes.Where(w => w.Row.Version == 1).Select(w => w.Row.Place).DefaultIfEmpty().Max();
        if (taken != default)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Taking;
            command.Parameters.AddWithValue("$position", taken.Position);
            command.Parameters.AddWithValue("$number", taken.Number);
            command.ExecuteNonQuery();
        }
    }

    private static long VersionOf(SqliteConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version FROM outbox WHERE key = $key";
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() as long? ?? 0;
    }
}

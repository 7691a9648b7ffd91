using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>
/// A journal in one SQLite file. A group of entries, the stream versions they change and their registry intents are one transaction, synced
/// to the disk before any of them is answered. One process writes; any number may read (<see cref="SqliteStoredLedger"/>).
/// </summary>
/// <remarks>
/// Thread-safe. The file is in WAL mode with full synchronisation; next to it are its <c>-wal</c>, its <c>-shm</c> and a <c>.lock</c>, which
/// stays when the ledger is closed. Never copy the file while it is open: <see cref="SqliteBackup"/> does.
/// </remarks>
public sealed class SqliteJournal : GroupCommitJournal
{
    private readonly SqliteOwner _owner;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _statements;
    private bool _closed;

    private SqliteJournal(SqliteOwner owner, SqliteConnection connection, SqliteStoredLedger stored)
        : base(stored)
    {
        (_owner, _connection) = (owner, connection);
        _statements = new SqliteStatements(connection);
        Start();
    }

    /// <summary>Opens a ledger file for writing, or creates it if there is none. A file of an earlier version is upgraded.</summary>
    /// <param name="path">The file, in an existing folder on a disk of this machine.</param>
    /// <exception cref="CctsDataException">
    /// Another process writes to it (the message gives its process number); it is no ledger, is newer than this library, or damaged at its end; the folder is not
    /// found, or on a network file system; the SQLite library of the process is too old. Nothing was changed.
    /// </exception>
    public static SqliteJournal Open(string path) => Open(path ?? throw new ArgumentNullException(nameof(path)), SqliteFile.Drives());

    internal static SqliteJournal Open(string path, IReadOnlyList<(string Folder, bool IsNetwork)> drives)
    {
        var full = Path.GetFullPath(path);
        SqliteFile.RequireLocal(full, drives);
        SqliteFile.RequireOrdinary(full);
        SqliteOwner? owner = null;
        SqliteConnection? connection = null;
        SqliteConnection? reading = null;
        try
        {
            connection = SqliteFile.Connect(full, SqliteOpenMode.ReadWriteCreate);
            var real = SqliteFile.RealPath(connection, full);
            SqliteFile.RequireLocal(real, drives);
            owner = SqliteOwner.Acquire(real);
            return SqliteStoredLedger.OwnTables(full, connection, () =>
            {
                // Before anything is set: the file of another program stays as it is.
                SqliteSchema.VersionOf(connection, full);
                SqliteFile.SetDurable(connection, full);
                SqliteSchema.BringForward(connection, full);
                SqliteOwner.Sign(connection);
                SqliteSnapshots.RemoveUnfinished(connection);
                reading = SqliteFile.Connect(full, SqliteOpenMode.ReadOnly);
                SqliteFile.SetFull(reading, full);
                return new SqliteJournal(owner, connection, new SqliteStoredLedger(full, reading));
            });
        }
        catch
        {
            reading?.Dispose();
            connection?.Dispose();
            owner?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs work of the caller, such as the bookkeeping of an outbox, in the transaction of the next group, on the writer's thread. The task
    /// completes when the transaction is durable. Work that throws is rolled back alone, and its task fails with the exception.
    /// </summary>
    /// <param name="work">The work. It must be quick, use only the connection given, not keep it, and not write to the ledger's own tables.</param>
    /// <exception cref="JournalStoppedException">The journal has failed before.</exception>
    public Task Write(Action<SqliteConnection> work) => Post(() => (work ?? throw new ArgumentNullException(nameof(work)))(_connection));

    /// <inheritdoc/>
    public override void Keep(LedgerSnapshot snapshot)
    {
        if (snapshot is null)
        {
            throw new ArgumentNullException(nameof(snapshot));
        }

        if ((Stored.LatestSnapshot()?.Position ?? -1) < snapshot.Position)
        {
            SqliteStoredLedger.OwnTables(Name, _connection, () =>
            {
                SqliteSnapshots.Keep(snapshot, Write).GetAwaiter().GetResult();
                return true;
            });
        }
    }

    /// <inheritdoc/>
    protected override void Commit(CommitGroup group)
    {
        try
        {
            _statements.Begin();
            _statements.Write(group);
        }
        catch (Exception bad)
        {
            // A rollback is certain only when SQLite confirms it; otherwise the outcome is unknown.
            _statements.RollBack();
            throw new JournalUnavailableException($"{Name}: nothing was written. {bad.Message}", bad);
        }

        _statements.Commit();
        if (!File.Exists(Name))
        {
            // SQLite would keep writing to a deleted file that nobody could find again.
            throw new FileNotFoundException($"{Name}: the file was moved or deleted while the ledger was open.", Name);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_closed)
        {
            _closed = true;
            _statements.Dispose();
            Stored.Dispose();
            _connection.Dispose();
            _owner.Dispose();
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>Reads a ledger in an SQLite file, also while a journal writes to it.</summary>
/// <remarks>Thread-safe. Rows are fetched by pages: a slow reader keeps no transaction open, so the file does not grow because of it.</remarks>
public sealed class SqliteStoredLedger : IStoredLedger
{
    private const int PageRows = 512;

    private readonly SqliteConnection _connection;

    internal SqliteStoredLedger(string path, SqliteConnection connection)
    {
        (Name, _connection) = (path, connection);
        connection.Run("PRAGMA query_only = ON");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long LastPosition => Ask(c => c.Number("SELECT head FROM ledger"));

    /// <summary>Opens an existing ledger. The file is not changed.</summary>
    /// <exception cref="CctsDataException">The file does not exist, is no ledger, or is newer than this library.</exception>
    public static SqliteStoredLedger Open(string path) => Open(path ?? throw new ArgumentNullException(nameof(path)), SqliteFile.Drives());

    internal static SqliteStoredLedger Open(string path, IReadOnlyList<(string Folder, bool IsNetwork)> drives)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw SqliteRefusal.Of("file-not-readable", full, "There is no such ledger.", "the file of a ledger");
        }

        SqliteFile.RequireLocal(full, drives);
        SqliteFile.RequireOrdinary(full);
        var connection = SqliteFile.Connect(full, SqliteOpenMode.ReadOnly);
        try
        {
            SqliteFile.RequireLocal(SqliteFile.RealPath(connection, full), drives);
            var version = OwnTables(full, connection, () =>
            {
                SqliteFile.SetFull(connection, full);
                return SqliteSchema.VersionOf(connection, full);
            });
            if (version == 0)
            {
                throw SqliteRefusal.NotALedger(full, "There is nothing in this file.");
            }

            return new SqliteStoredLedger(full, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs your own query. The connection is read-only and must not be kept.</summary>
    public T Query<T>(Func<SqliteConnection, T> read)
    {
        lock (_connection)
        {
            return read(_connection);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoredLine> Lines(long from)
    {
        for (var next = from; ;)
        {
            var page = Page("SELECT position, line FROM entry WHERE position >= $from ORDER BY position LIMIT $most", next, r => new StoredLine(r.GetInt64(0), r.GetString(1)));
            foreach (var line in page)
            {
                yield return line;
                next = line.Number + 1;
            }

            if (page.Count < PageRows)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CommittedIntent> Intents(long after)
    {
        var (position, number) = (after, long.MaxValue);
        while (true)
        {
            var page = Page(
                "SELECT position, number, key, registry, payload FROM intent WHERE (position, number) > ($from, $number) ORDER BY position, number LIMIT $most", position,
                r => new CommittedIntent(r.GetInt64(0), r.GetInt32(1), new RegistryIntent(r.GetString(2), r.GetString(3), r.GetString(4))), number);
            foreach (var intent in page)
            {
                yield return intent;
                (position, number) = (intent.Position, intent.Number);
            }

            if (page.Count < PageRows)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StreamVersion> Streams() => Ask(c =>
    {
        using var command = c.CreateCommand();
        command.CommandText = "SELECT name, version FROM stream";
        using var rows = command.ExecuteReader();
        var all = new List<StreamVersion>();
        while (rows.Read())
        {
            all.Add(new StreamVersion(rows.GetString(0), rows.GetInt64(1)));
        }

        return all;
    });

    /// <inheritdoc/>
    public LedgerSnapshot? LatestSnapshot() => Ask(c => SqliteSnapshots.Latest(c, Name));

    /// <inheritdoc/>
    public IEnumerable<string> Damage() => Ask(c =>
    {
        using var command = c.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            if (rows.GetString(0) is var what and not "ok")
            {
                found.Add($"{Name}: {what}");
            }
        }

        return found;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_connection)
        {
            _connection.Dispose();
        }
    }

    internal static T Refusing<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException bad) when (SqliteRefusal.Of(bad, path) is not null)
        {
            throw SqliteRefusal.Of(bad, path)!;
        }
    }

    /// <summary>Uses the ledger's own tables. A table, column or value that differs from what this library makes is reported as damage.</summary>
    /// <exception cref="CctsDataException">The file is damaged, or the disk fails.</exception>
    internal static T OwnTables<T>(string path, SqliteConnection connection, Func<T> use)
    {
        try
        {
            return Refusing(path, use);
        }
        catch (Exception bad) when (bad is SqliteException or InvalidCastException or FormatException or OverflowException
            || (bad is InvalidOperationException and not ObjectDisposedException && connection.State == System.Data.ConnectionState.Open))
        {
            throw SqliteRefusal.DamagedLedger(path, bad.Message);
        }
    }

    internal T Ask<T>(Func<SqliteConnection, T> read) => OwnTables(Name, _connection, () => Query(read));

    private List<T> Page<T>(string sql, long from, Func<SqliteDataReader, T> row, long number = 0) => Ask(c =>
    {
        using var command = c.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$most", PageRows);
        using var rows = command.ExecuteReader();
        var page = new List<T>();
        while (rows.Read())
        {
            page.Add(row(rows));
        }

        return page;
    });
}

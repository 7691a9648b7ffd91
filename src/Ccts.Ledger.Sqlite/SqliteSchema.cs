using System;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>
/// The schema of the file. The file states that it is a ledger (application_id) and its version (user_version). A step makes each
/// version from the previous one, in one transaction; no step goes back.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"CCTS" as four bytes.</summary>
    internal const long ApplicationId = 0x43435453;

    /// <summary>Step n makes version n + 1. A published step never changes.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE ledger (
            id INTEGER PRIMARY KEY CHECK (id = 1), head INTEGER NOT NULL, epoch INTEGER NOT NULL,
            process INTEGER, host TEXT, since TEXT) STRICT;
        CREATE TABLE entry (position INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;
        CREATE TABLE intent (
            position INTEGER NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, registry TEXT NOT NULL, payload TEXT NOT NULL,
            PRIMARY KEY (position, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE stream (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE snapshot (position INTEGER PRIMARY KEY, length INTEGER NOT NULL) STRICT;
        CREATE TABLE snapshot_part (position INTEGER NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (position, number)) STRICT;
        INSERT INTO ledger (id, head, epoch) VALUES (1, 0, 0);
        """,
        """
        CREATE TABLE outbox_owner (id INTEGER PRIMARY KEY CHECK (id = 1), epoch INTEGER NOT NULL, owner TEXT, since TEXT) STRICT;
        CREATE TABLE outbox (
            position INTEGER NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, registry TEXT NOT NULL, payload TEXT NOT NULL,
            version INTEGER NOT NULL, open INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (position, number)) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_open ON outbox (position, number) WHERE open = 1;
        CREATE TABLE outbox_move (key TEXT NOT NULL, version INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (key, version)) STRICT, WITHOUT ROWID;
        INSERT INTO outbox_owner (id, epoch) VALUES (1, 0);
        """,
        """
        ALTER TABLE outbox_owner ADD COLUMN taken_position INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox_owner ADD COLUMN taken_number INTEGER NOT NULL DEFAULT 0;
        UPDATE outbox_owner SET (taken_position, taken_number) = (
            SELECT position, number FROM (
                SELECT position, number FROM outbox UNION ALL SELECT 0, 0
                UNION ALL SELECT i.position, i.number FROM intent i WHERE EXISTS (SELECT 1 FROM outbox_move m WHERE m.key = i.key))
            ORDER BY position DESC, number DESC LIMIT 1);
        """,
    ];

    /// <summary>The first version with an outbox.</summary>
    internal const long OutboxSince = 2;

    /// <summary>The first version that stores the last position taken over, so that a deleted row is noticed.</summary>
    internal const long TakenSince = 3;

    internal static long Version => Steps.Length;

    /// <summary>The version of a ledger's file; 0 for an empty file.</summary>
    /// <exception cref="CctsDataException">It is another program's file, or newer than this library.</exception>
    internal static long VersionOf(SqliteConnection connection, string path)
    {
        var application = connection.Number("PRAGMA application_id");
        var version = connection.Number("PRAGMA user_version");
        if (application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_master") == 0)
        {
            return 0;
        }

        if (application != ApplicationId || version < 1)
        {
            throw SqliteRefusal.NotALedger(path, "This is the database of another program.");
        }

        return version <= Version ? version : throw SqliteRefusal.Of(
            "ledger-newer", path, $"The ledger has schema version {version}.", $"at most {Version}", "Open it with a newer version of this library.");
    }

    internal static void BringForward(SqliteConnection connection, string path)
    {
        for (var version = VersionOf(connection, path); version < Version; version++)
        {
            connection.Run("BEGIN IMMEDIATE");
            try
            {
                Step(connection, version);
                connection.Run("COMMIT");
            }
            catch
            {
                if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                {
                    connection.Run("ROLLBACK");
                }

                throw;
            }
        }
    }

    private static void Step(SqliteConnection connection, long from)
    {
        connection.Run(Steps[(int)from]);
        if (from == 0)
        {
            using var header = connection.CreateCommand();
            header.CommandText = "INSERT INTO entry (position, line) VALUES (0, $line)";
            header.Parameters.AddWithValue("$line", new JournalWriter().Header);
            header.ExecuteNonQuery();
        }

        connection.Run(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {from + 1}"));
    }
}

using System.Globalization;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>
/// The tables of the database, all in the schema <c>ccts_ledger</c>. A step makes each version from the previous one, all in one
/// transaction, one process at a time; no step goes back.
/// </summary>
internal static class PostgresSchema
{
    // Any number works, as long as it never changes.
    private const long MigrationLock = 0x43435453;

    /// <summary>Step n makes version n + 1. A published step never changes. The ledger comes first in every key, so that tables can be partitioned by it.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE ccts_ledger.shard (
            id text PRIMARY KEY, head bigint NOT NULL, epoch bigint NOT NULL, owner text, since timestamptz, lease_until timestamptz) WITH (fillfactor = 50);
        CREATE TABLE ccts_ledger.entry (shard text NOT NULL, position bigint NOT NULL, line text NOT NULL, PRIMARY KEY (shard, position));
        CREATE TABLE ccts_ledger.intent (
            shard text NOT NULL, position bigint NOT NULL, number int NOT NULL, key text NOT NULL, registry text NOT NULL, payload text NOT NULL,
            PRIMARY KEY (shard, position, number));
        CREATE TABLE ccts_ledger.stream (shard text NOT NULL, name text NOT NULL, version bigint NOT NULL, PRIMARY KEY (shard, name)) WITH (fillfactor = 70);
        CREATE TABLE ccts_ledger.snapshot (shard text NOT NULL, position bigint NOT NULL, length bigint NOT NULL, PRIMARY KEY (shard, position));
        CREATE TABLE ccts_ledger.snapshot_part (
            shard text NOT NULL, position bigint NOT NULL, number int NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (shard, position, number));
        """,
        """
        CREATE TABLE ccts_ledger.outbox_owner (
            shard text PRIMARY KEY, epoch bigint NOT NULL, owner text, since timestamptz, lease_until timestamptz, lease interval) WITH (fillfactor = 50);
        CREATE TABLE ccts_ledger.outbox (
            shard text NOT NULL, position bigint NOT NULL, number int NOT NULL, key text NOT NULL, registry text NOT NULL, payload text NOT NULL,
            version bigint NOT NULL, open boolean NOT NULL, state text NOT NULL, PRIMARY KEY (shard, position, number), UNIQUE (shard, key)) WITH (fillfactor = 70);
        CREATE INDEX outbox_open ON ccts_ledger.outbox (shard, position, number) WHERE open;
        CREATE TABLE ccts_ledger.outbox_move (shard text NOT NULL, key text NOT NULL, version bigint NOT NULL, line text NOT NULL, PRIMARY KEY (shard, key, version));
        """,
        """
        ALTER TABLE ccts_ledger.outbox_owner ADD COLUMN taken_position bigint NOT NULL DEFAULT 0, ADD COLUMN taken_number int NOT NULL DEFAULT 0;
        UPDATE ccts_ledger.outbox_owner w SET (taken_position, taken_number) = (
            SELECT t.position, t.number FROM (
                SELECT o.position, o.number FROM ccts_ledger.outbox o WHERE o.shard = w.shard UNION ALL SELECT 0, 0
                UNION ALL SELECT i.position, i.number FROM ccts_ledger.intent i
                    WHERE i.shard = w.shard AND EXISTS (SELECT FROM ccts_ledger.outbox_move m WHERE m.shard = i.shard AND m.key = i.key)) t
            ORDER BY t.position DESC, t.number DESC LIMIT 1);
        """,
    ];

    internal static int Version => Steps.Length;

    /// <summary>The first version that stores the last position taken over, so that a deleted row is noticed.</summary>
    internal const int TakenSince = 3;

    /// <exception cref="CctsDataException">The schema is another program's, or newer than this library.</exception>
    internal static void BringForward(NpgsqlConnection connection, string name)
    {
        using var all = connection.BeginTransaction();
        connection.Run("SELECT pg_advisory_xact_lock(" + MigrationLock.ToString(CultureInfo.InvariantCulture) + ")");
        var version = VersionOf(connection, name);
        if (version == 0)
        {
            connection.Run("CREATE SCHEMA IF NOT EXISTS ccts_ledger; CREATE TABLE ccts_ledger.version (number int NOT NULL)");
            connection.Run("INSERT INTO ccts_ledger.version VALUES (0)");
        }

        for (; version < Version; version++)
        {
            connection.Run(Steps[version]);
            connection.Run("UPDATE ccts_ledger.version SET number = " + (version + 1).ToString(CultureInfo.InvariantCulture));
        }

        all.Commit();
    }

    /// <summary>0 where there is none yet.</summary>
    /// <exception cref="CctsDataException">The schema is another program's, or newer than this library.</exception>
    internal static int VersionOf(NpgsqlConnection connection, string name)
    {
        if (connection.Ask<bool>("SELECT to_regclass('ccts_ledger.version') IS NULL"))
        {
            return connection.Ask<bool>("SELECT to_regclass('ccts_ledger.entry') IS NULL") ? 0
                : throw PostgresRefusal.Of("not-a-ledger", name, "The schema ccts_ledger of this database is another program's.", "a database without such a schema, or one that this library made");
        }

        var version = connection.Ask<int>("SELECT coalesce(max(number), 0) FROM ccts_ledger.version");
        return version <= Version ? version : throw PostgresRefusal.Of(
            "ledger-newer", name, $"The ledger has schema version {version}.", $"at most {Version}", "Open it with a newer version of this library.");
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>
/// The write of an outbox: fence, instructions and moves in one statement, all or nothing. A single statement leaves no transaction open on the
/// server when the connection is lost.
/// </summary>
internal static class PostgresOutboxStatements
{
    // The owner's row is locked until it is done: a process that takes over waits, and a replaced one finds another epoch. If the statement itself had to wait,
    // it sees old versions; then the key of a move or of a new instruction already exists, and the conflict undoes the whole statement.
    private const string WriteSql = """
        WITH mine AS (SELECT shard FROM ccts_ledger.outbox_owner WHERE shard = $1 AND epoch = $2 FOR UPDATE),
        u AS (
            SELECT * FROM unnest($3::bigint[], $4::int[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::boolean[], $11::text[])
                AS u (position, number, key, registry, payload, before, version, open, state)),
        wrong AS (
            SELECT u.key FROM u LEFT JOIN ccts_ledger.outbox o ON o.shard = $1 AND o.key = u.key WHERE coalesce(o.version, 0) <> u.before LIMIT 1),
        ok AS (SELECT shard FROM mine WHERE NOT EXISTS (SELECT FROM wrong)),
        n AS (
            INSERT INTO ccts_ledger.outbox (shard, position, number, key, registry, payload, version, open, state)
            SELECT ok.shard, u.position, u.number, u.key, u.registry, u.payload, u.version, u.open, u.state FROM ok, u WHERE u.before = 0),
        c AS (
            UPDATE ccts_ledger.outbox o SET version = u.version, open = u.open, state = u.state
            FROM ok, u WHERE o.shard = ok.shard AND o.key = u.key AND u.before > 0 AND o.version = u.before),
        t AS (
            UPDATE ccts_ledger.outbox_owner w SET taken_position = h.position, taken_number = h.number
            FROM ok, (SELECT u.position, u.number FROM u WHERE u.before = 0 ORDER BY u.position DESC, u.number DESC LIMIT 1) h
            WHERE w.shard = ok.shard AND (w.taken_position, w.taken_number) < (h.position, h.number)),
        m AS (
            INSERT INTO ccts_ledger.outbox_move (shard, key, version, line)
            SELECT ok.shard, v.* FROM ok, unnest($12::text[], $13::bigint[], $14::text[]) AS v)
        SELECT CASE WHEN NOT EXISTS (SELECT FROM mine) THEN 'fenced' ELSE coalesce((SELECT 'wrong' FROM wrong), 'written') END
        """;

    private const string UniqueViolation = "23505";

    /// <param name="connection">In no transaction.</param>
    /// <param name="ledger">Its name in the database.</param>
    /// <param name="epoch">Under which it is written.</param>
    /// <param name="writes">In order; at least one.</param>
    /// <param name="again">Whether it may already have been written on a connection that was lost.</param>
    /// <exception cref="OutboxFencedException">Another owner has taken over; nothing was written.</exception>
    /// <exception cref="OutboxConflictException">An instruction is not in the state that the writer expects; nothing was written.</exception>
    internal static bool Write(NpgsqlConnection connection, string ledger, long epoch, List<OutboxWrite> writes, bool again)
    {
        var changes = Changes(connection, ledger, writes);
        switch (Try(connection, ledger, epoch, writes, changes))
        {
            case "written":
                return true;
            case "fenced":
                throw new OutboxFencedException(epoch, connection.Ask<long>("SELECT epoch FROM ccts_ledger.outbox_owner WHERE shard = $1", ledger));
            default:
                return again && IsWritten(connection, ledger, writes[0]) ? true : throw Conflict(connection, ledger, changes);
        }
    }

    private static string Try(NpgsqlConnection connection, string ledger, long epoch, List<OutboxWrite> writes, List<(long Before, OutboxRow After)> changes)
    {
        var rows = changes.ConvertAll(c => c.After);
        try
        {
            return connection.Ask<string>(
                WriteSql, ledger, epoch, rows.Select(r => r.Place.Position).ToArray(), rows.Select(r => r.Place.Number).ToArray(), rows.Select(r => r.Key).ToArray(),
                rows.Select(r => r.Registry).ToArray(), rows.Select(r => r.Payload).ToArray(), changes.Select(c => c.Before).ToArray(), rows.Select(r => r.Version).ToArray(),
                rows.Select(r => r.IsOpen).ToArray(), rows.Select(r => r.State).ToArray(), writes.Select(w => w.Row.Key).ToArray(), writes.Select(w => w.Row.Version).ToArray(),
                writes.Select(w => w.Move).ToArray());
        }
        catch (PostgresException twice) when (twice.SqlState == UniqueViolation)
        {
            return "wrong";
        }
    }

    // Each instruction once, from its first state to the state after all its moves.
    private static List<(long Before, OutboxRow After)> Changes(NpgsqlConnection connection, string ledger, List<OutboxWrite> writes)
    {
        var changes = new List<(long Before, OutboxRow After)>();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, _) in writes)
        {
            if (!at.TryGetValue(row.Key, out var place))
            {
                at.Add(row.Key, changes.Count);
                changes.Add((row.Version - 1, row));
            }
            else if (changes[place].After.Version == row.Version - 1)
            {
                changes[place] = (changes[place].Before, row);
            }
            else
            {
                throw new OutboxConflictException(row.Key, row.Version - 1, VersionOf(connection, ledger, row.Key));
            }
        }

        return changes;
    }

    private static OutboxConflictException Conflict(NpgsqlConnection connection, string ledger, List<(long Before, OutboxRow After)> changes)
    {
        var found = changes.Select(c => (c.After.Key, c.Before, Found: VersionOf(connection, ledger, c.After.Key))).ToList();
        var (key, before, version) = found.Find(f => f.Before != f.Found) is { Key: not null } other ? other : found[0];
        return new OutboxConflictException(key, before, version);
    }

    private static bool IsWritten(NpgsqlConnection connection, string ledger, OutboxWrite first) =>
        connection.Ask<bool>("SELECT EXISTS (SELECT FROM ccts_ledger.outbox_move WHERE shard = $1 AND key = $2 AND version = $3 AND line = $4)", ledger, first.Row.Key, first.Row.Version, first.Move);

    private static long VersionOf(NpgsqlConnection connection, string ledger, string key) =>
        connection.Ask<long>("SELECT version FROM ccts_ledger.outbox WHERE shard = $1 AND key = $2", ledger, key);
}

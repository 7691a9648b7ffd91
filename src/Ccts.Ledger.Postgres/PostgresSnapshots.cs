using System;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>Snapshots in parts. A snapshot exists once its row does, which is written last and only under the writer's epoch.</summary>
internal static class PostgresSnapshots
{
    private const int PartLength = 1 << 20;

    internal static LedgerSnapshot? Latest(NpgsqlConnection connection, string ledger, string name)
    {
        // One statement, and so one point in time: another snapshot may replace this one meanwhile.
        using var command = connection.Command(
            """
            SELECT s.position, s.length, p.bytes FROM ccts_ledger.snapshot s LEFT JOIN ccts_ledger.snapshot_part p USING (shard, position)
            WHERE s.shard = $1 AND s.position = (SELECT max(position) FROM ccts_ledger.snapshot WHERE shard = $1) ORDER BY p.number
            """,
            ledger);
        using var rows = command.ExecuteReader();
        byte[]? bytes = null;
        long position = 0;
        var at = 0;
        while (rows.Read())
        {
            position = rows.GetInt64(0);
            bytes ??= new byte[rows.GetInt64(1)];
            if (!rows.IsDBNull(2) && rows.GetFieldValue<byte[]>(2) is var part && at + part.Length <= bytes.Length)
            {
                part.CopyTo(bytes, at);
                at += part.Length;
            }
        }

        return bytes is null ? null : at == bytes.Length ? new LedgerSnapshot(position, bytes) : throw PostgresRefusal.Of(
            "ledger-damaged", name, $"The snapshot at entry {position} has {at} of its {bytes.Length} bytes.",
            hint: "The entries may be whole: export them as text and import that into a new ledger.");
    }

    internal static void Keep(NpgsqlConnection connection, string ledger, long epoch, LedgerSnapshot snapshot)
    {
        var (position, state) = (snapshot.Position, snapshot.State);
        RemoveUnfinished(connection, ledger);
        var number = 0;
        for (var at = 0; at < state.Length; at += PartLength, number++)
        {
            connection.Run("INSERT INTO ccts_ledger.snapshot_part (shard, position, number, bytes) VALUES ($1, $2, $3, $4)", ledger, position, number, state.Slice(at, Math.Min(PartLength, state.Length - at)).ToArray());
        }

        using (var all = connection.BeginTransaction())
        {
            if (connection.Run("INSERT INTO ccts_ledger.snapshot (shard, position, length) SELECT id, $2, $3 FROM ccts_ledger.shard WHERE id = $1 AND epoch = $4", ledger, position, (long)state.Length, epoch) == 0)
            {
                throw new JournalConflictException($"{ledger}: another writer owns the ledger; the snapshot was not kept.");
            }

            connection.Run("DELETE FROM ccts_ledger.snapshot WHERE shard = $1 AND position < $2", ledger, position);
            all.Commit();
        }

        RemoveUnfinished(connection, ledger);
    }

    private static void RemoveUnfinished(NpgsqlConnection connection, string ledger) => connection.Run(
        "DELETE FROM ccts_ledger.snapshot_part p WHERE shard = $1 AND NOT EXISTS (SELECT FROM ccts_ledger.snapshot s WHERE s.shard = $1 AND s.position = p.position)", ledger);
}

using System;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>
/// Snapshots in parts, each in a transaction of its own between those of commands, so that commands never wait long. A snapshot exists once its
/// row does, which is written last; parts without a row are left over from a crash and are removed.
/// </summary>
internal static class SqliteSnapshots
{
    private const int PartLength = 1 << 20;

    internal static LedgerSnapshot? Latest(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, length FROM snapshot ORDER BY position DESC LIMIT 1";
        using var row = command.ExecuteReader();
        return row.Read() ? new LedgerSnapshot(row.GetInt64(0), Bytes(connection, row.GetInt64(0), row.GetInt64(1), path)) : null;
    }

    internal static async Task Keep(LedgerSnapshot snapshot, Func<Action<SqliteConnection>, Task> write)
    {
        var (position, state) = (snapshot.Position, snapshot.State);
        await write(c => RemoveUnfinished(c)).ConfigureAwait(false);
        var number = 0;
        for (var at = 0; at < state.Length; at += PartLength, number++)
        {
            var part = state.Slice(at, Math.Min(PartLength, state.Length - at)).ToArray();
            await write(c => Run(c, "INSERT INTO snapshot_part (position, number, bytes) VALUES ($position, $number, $value)", position, number, part)).ConfigureAwait(false);
        }

        await write(c =>
        {
            Run(c, "INSERT INTO snapshot (position, length) VALUES ($position, $value)", position, 0, (long)state.Length);
            Run(c, "DELETE FROM snapshot WHERE position < $position", position, 0, null);
        }).ConfigureAwait(false);
        var left = 1;
        while (left > 0)
        {
            await write(c => left = RemoveOne(c)).ConfigureAwait(false);
        }
    }

    internal static void RemoveUnfinished(SqliteConnection connection)
    {
        while (RemoveOne(connection) > 0)
        {
        }
    }

    private static int RemoveOne(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM snapshot_part WHERE rowid = (SELECT rowid FROM snapshot_part WHERE position NOT IN (SELECT position FROM snapshot) LIMIT 1)";
        return command.ExecuteNonQuery();
    }

    private static byte[] Bytes(SqliteConnection connection, long position, long length, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT bytes FROM snapshot_part WHERE position = $position ORDER BY number";
        command.Parameters.AddWithValue("$position", position);
        using var rows = command.ExecuteReader();
        var bytes = new byte[length];
        var at = 0;
        while (rows.Read())
        {
            var part = (byte[])rows[0];
            if (at + part.Length > length)
            {
                break;
            }

            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return at == length ? bytes : throw SqliteRefusal.Of(
            "ledger-damaged", path, $"The snapshot at entry {position} has {at} of its {length} bytes.",
            hint: "The entries may be whole: export them as text and import that into a new file.");
    }

    private static void Run(SqliteConnection connection, string sql, long position, int number, object? value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$position", position);
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue("$value", value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }
}

using System;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ccts.Benchmarks.Scale;

/// <summary>What a host would write by hand: the entry's text and the instruction's row, with the same settings of the store, by one writer.</summary>
internal static class PlainStores
{
    internal static Figure OnSqlite(string path, int together, TimeSpan time)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Do(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192; CREATE TABLE entry (position INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT; CREATE TABLE intent (position INTEGER PRIMARY KEY, key TEXT NOT NULL, registry TEXT NOT NULL, payload TEXT NOT NULL) STRICT");
        return Write(connection, "INSERT INTO entry (line) VALUES ($line)", "INSERT INTO intent (key, registry, payload) VALUES ($key, 'icm', $payload)", "$", together, time);
    }

    internal static Figure OnPostgres(string server, int together, TimeSpan time)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        Do(connection, "DROP TABLE IF EXISTS plain_entry, plain_intent; CREATE TABLE plain_entry (position bigserial PRIMARY KEY, line text NOT NULL); CREATE TABLE plain_intent (position bigserial PRIMARY KEY, key text NOT NULL, registry text NOT NULL, payload text NOT NULL)");
        return Write(connection, "INSERT INTO plain_entry (line) VALUES (@line)", "INSERT INTO plain_intent (key, registry, payload) VALUES (@key, 'icm', @payload)", "@", together, time);
    }

    private static Figure Write(DbConnection connection, string entrySql, string intentSql, string mark, int together, TimeSpan time)
    {
        using var entry = Command(connection, entrySql, (mark + "line", new string('x', 420)));
        using var intent = Command(connection, intentSql, (mark + "key", ""), (mark + "payload", "{\"retire\":\"timed-17-1234\"}"));
        var (rows, from) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(from) < time)
        {
            using var transaction = connection.BeginTransaction();
            (entry.Transaction, intent.Transaction) = (transaction, transaction);
            for (var i = 0; i < together; i++, rows++)
            {
                entry.ExecuteNonQuery();
                intent.Parameters[0].Value = "timed-" + rows.ToString(CultureInfo.InvariantCulture);
                intent.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return new Figure(rows / Stopwatch.GetElapsedTime(from).TotalSeconds, 1.0 / together);
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, string Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private static void Do(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

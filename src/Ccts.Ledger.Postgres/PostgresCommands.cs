using System;
using System.Globalization;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>Short forms of common queries.</summary>
internal static class PostgresCommands
{
    /// <summary>A command with its parameters, $1 first.</summary>
    internal static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    internal static int Run(this NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    internal static T Ask<T>(this NpgsqlConnection connection, string sql, params object[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } found and not DBNull ? (T)Convert.ChangeType(found, typeof(T), CultureInfo.InvariantCulture) : default!;
    }
}

using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Journal;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>The statements of a commit, prepared once.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _all = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _intent;
    private readonly SqliteCommand _stream;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _commit;

    internal SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _entry = Prepare("INSERT INTO entry (position, line) VALUES ($0, $1)", SqliteType.Integer, SqliteType.Text);
        _intent = Prepare("INSERT INTO intent (position, number, key, registry, payload) VALUES ($0, $1, $2, $3, $4)", SqliteType.Integer, SqliteType.Integer, SqliteType.Text, SqliteType.Text, SqliteType.Text);
        _stream = Prepare("INSERT INTO stream (name, version) VALUES ($0, $1) ON CONFLICT (name) DO UPDATE SET version = excluded.version", SqliteType.Text, SqliteType.Integer);
        _head = Prepare("UPDATE ledger SET head = $0", SqliteType.Integer);
        _commit = Prepare("COMMIT");
    }

    internal void Begin() => _begin.ExecuteNonQuery();

    internal void Commit() => _commit.ExecuteNonQuery();

    internal void RollBack()
    {
        if (IsOpen)
        {
            _connection.Run("ROLLBACK");
        }
    }

    internal void Write(CommitGroup group)
    {
        foreach (var (position, text, intents) in group.Lines)
        {
            Run(_entry, position, text);
            for (var i = 0; i < intents.Count; i++)
            {
                Run(_intent, position, (long)i, intents[i].Key, intents[i].Registry, intents[i].Payload);
            }
        }

        foreach (var stream in group.StreamVersions)
        {
            Run(_stream, stream.Key, stream.Value);
        }

        if (group.Last != group.After)
        {
            Run(_head, group.Last);
        }

        foreach (var work in group.Work)
        {
            Do(work);
        }
    }

    public void Dispose() => _all.ForEach(c => c.Dispose());

    private bool IsOpen => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    private void Do(CommitWork work)
    {
        _connection.Run("SAVEPOINT work");
        try
        {
            work.Action();
            _connection.Run("RELEASE work");
        }
        catch (Exception bad) when (IsOpen)
        {
            work.Failure = bad;
            _connection.Run("ROLLBACK TO work; RELEASE work");
        }
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params SqliteType[] types)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < types.Length; i++)
        {
            command.Parameters.Add(FormattableString.Invariant($"${i}"), types[i]);
        }

        command.Prepare();
        _all.Add(command);
        return command;
    }
}

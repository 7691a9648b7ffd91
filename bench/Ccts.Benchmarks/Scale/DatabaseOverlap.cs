using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// The tonnes that two sides share, by our sweep and by the same question asked of databases: 200,000 blocks a side in 200 scopes.
/// The databases have their rows loaded and indexed before the clock starts; ours starts from nothing. Bar: 20 times SQLite and
/// PostgreSQL with range types; the latter when CCTS_POSTGRES holds a connection string.
/// </summary>
internal static class DatabaseOverlap
{
    private const int Scopes = 200;
    private const int BlocksAScope = 1000;
    private const int Rounds = 5;

    internal static void Run()
    {
        var (local, registry) = (Side(i => i % 10 == 3 ? 5 : 9), Side(i => i % 10 == 7 ? 7 : 9));
        using var sqlite = LoadSqlite(local, registry);
        using var postgres = Environment.GetEnvironmentVariable("CCTS_POSTGRES") is { Length: > 0 } where ? LoadPostgres(where, local, registry) : null;
        var (ours, lite, elephant) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var shared = Timed(ours, () => Sweep(local, registry));
            Same(shared, Timed(lite, () => Ask(sqlite.CreateCommand(), "SELECT SUM(MIN(a.e, b.e) - MAX(a.s, b.s) + 1) FROM a JOIN b ON b.scope = a.scope AND b.s <= a.e AND b.e >= a.s")));
            if (postgres is not null)
            {
                Same(shared, Timed(elephant, () => Ask(postgres.CreateCommand(), "SELECT SUM(upper(a.r * b.r) - lower(a.r * b.r)) FROM a JOIN b ON b.scope = a.scope AND b.r && a.r")));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"overlap {Scopes * BlocksAScope} x {Scopes * BlocksAScope}: ours {Median(ours):0.0} ms, loading included"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  SQLite      {Median(lite):0} ms, {Median(lite) / Median(ours):0.0} times ours"));
        Console.WriteLine(postgres is null ? "  PostgreSQL  not compared: CCTS_POSTGRES is not set" : string.Create(CultureInfo.InvariantCulture, $"  PostgreSQL  {Median(elephant):0} ms, {Median(elephant) / Median(ours):0.0} times ours"));
    }

    private static (string Scope, long Start, long End)[] Side(Func<int, int> length)
    {
        var blocks = new (string, long, long)[Scopes * BlocksAScope];
        for (var i = 0; i < blocks.Length; i++)
        {
            var start = (long)(i / Scopes) * 10;
            blocks[i] = ("scope-" + (i % Scopes).ToString(CultureInfo.InvariantCulture), start, start + length(i / Scopes));
        }

        return blocks;
    }

    private static long Sweep((string Scope, long Start, long End)[] local, (string Scope, long Start, long End)[] registry)
    {
        var reconciler = new Reconciler();
        Add(reconciler, StatementSide.Local, local);
        Add(reconciler, StatementSide.Registry, registry);
        return (long)reconciler.Totals()[ReconciliationClass.Matched, StatementSide.Local];
    }

    private static void Add(Reconciler reconciler, StatementSide side, (string Scope, long Start, long End)[] blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            var (scope, start, end) = blocks[i];
            reconciler.Add(side, new StatementEntry { File = "made-up", Line = i, Registry = "verra", State = UnitState.Held, Block = new SerialBlock("verra", scope, (ulong)start, (ulong)end) });
        }
    }

    private static SqliteConnection LoadSqlite((string Scope, long Start, long End)[] local, (string Scope, long Start, long End)[] registry)
    {
        var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        foreach (var (table, blocks) in new[] { ("a", local), ("b", registry) })
        {
            Do(database, $"CREATE TABLE {table} (scope TEXT NOT NULL, s INTEGER NOT NULL, e INTEGER NOT NULL)");
            using var all = database.BeginTransaction();
            using var insert = database.CreateCommand();
            insert.CommandText = $"INSERT INTO {table} VALUES ($scope, $s, $e)";
            var (scope, s, e) = (insert.Parameters.Add("$scope", SqliteType.Text), insert.Parameters.Add("$s", SqliteType.Integer), insert.Parameters.Add("$e", SqliteType.Integer));
            foreach (var block in blocks)
            {
                (scope.Value, s.Value, e.Value) = block;
                insert.ExecuteNonQuery();
            }

            all.Commit();
            Do(database, $"CREATE INDEX {table}_by_scope ON {table} (scope, s, e)");
        }

        Do(database, "ANALYZE");
        return database;
    }

    private static NpgsqlConnection LoadPostgres(string where, (string Scope, long Start, long End)[] local, (string Scope, long Start, long End)[] registry)
    {
        var database = new NpgsqlConnection(where);
        database.Open();
        Do(database, "CREATE EXTENSION IF NOT EXISTS btree_gist");
        foreach (var (table, blocks) in new[] { ("a", local), ("b", registry) })
        {
            Do(database, $"CREATE TEMP TABLE {table} (scope text NOT NULL, r int8range NOT NULL)");
            using (var copy = database.BeginTextImport($"COPY {table} FROM STDIN"))
            {
                foreach (var (scope, start, end) in blocks)
                {
                    copy.Write(string.Create(CultureInfo.InvariantCulture, $"{scope}\t[{start},{end}]\n"));
                }
            }

            Do(database, $"CREATE INDEX ON {table} USING gist (scope, r)");
            Do(database, $"ANALYZE {table}");
        }

        return database;
    }

    private static void Do(System.Data.Common.DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Ask(System.Data.Common.DbCommand command, string sql)
    {
        using (command)
        {
            (command.CommandText, command.CommandTimeout) = (sql, 600);
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    private static long Timed(List<double> times, Func<long> work)
    {
        var clock = Stopwatch.StartNew();
        var answer = work();
        times.Add(clock.Elapsed.TotalMilliseconds);
        return answer;
    }

    private static void Same(long ours, long theirs)
    {
        if (ours != theirs)
        {
            throw new InvalidOperationException($"We say {ours} t, the database {theirs} t.");
        }
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}

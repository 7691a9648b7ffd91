using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// The ledger on its stores: commands with an intent a second by how many callers wait, and how many syncs that takes; beside them the same rows
/// written with plain ADO.NET, one transaction each and 64 together; and a million entries opened from snapshot and tail.
/// </summary>
internal static class StoreScale
{
    private const int Accounts = 64;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);
    private static readonly Instant At = Instant.FromUtc(2026, 10, 15, 6, 30);
    private static readonly UnitLot Lot = new("icm", "s", "ccc", 2025);

    internal static void Run(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-stores-").FullName;
        try
        {
            Plain(folder, together: 1);
            Plain(folder, together: 64);
            foreach (var (callers, accounts) in new[] { (1, 1), (64, 1), (64, Accounts), (256, Accounts) })
            {
                using var journal = SqliteJournal.Open(Path.Combine(folder, FormattableString.Invariant($"sqlite-{callers}-{accounts}.db")));
                Callers("SQLite", journal, callers, accounts);
            }

            if (entries > 0)
            {
                Open(Path.Combine(folder, "large.db"), entries);
            }

            using var server = PostgresServer.Start(out _);
            if (server is not null)
            {
                using var journal = PostgresJournal.Open(new PostgresJournalOptions(server.ConnectionString, "bench"));
                Callers("PostgreSQL, one connection", journal, 256, Accounts);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Callers(string store, GroupCommitJournal journal, int callers, int accounts)
    {
        var engine = new LedgerEngine(journal, LedgerPolicy.Bare with { RefusalsAreRemembered = false });
        for (var i = 0; i < accounts; i++)
        {
            var first = (ulong)i * 100_000_000;
            engine.Execute(new IssueUnits("issue-" + Text(i), At, Name(i), new Parcel(Lot, new BlockRange(first, first + 99_999_999))));
        }

        Ask(engine, callers, accounts, "warm", TimeSpan.FromSeconds(1));
        var before = journal.Commits;
        var started = Stopwatch.GetTimestamp();
        var times = Ask(engine, callers, accounts, "timed", Time);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var commits = journal.Commits - before;
        times.Sort();
        Tell($"{store}, {callers} callers on {accounts} account{(accounts == 1 ? "" : "s")}: {times.Count / seconds:#,0} reserve-with-intent a second, {commits / (double)times.Count:0.000} syncs a command, p50 {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms");
    }

    private static List<double> Ask(LedgerEngine engine, int callers, int accounts, string phase, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = Enumerable.Range(0, callers).Select(c => Task.Run(async () =>
        {
            var times = new List<double>();
            for (var i = 0; Stopwatch.GetTimestamp() < until; i++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{phase}-{c}-{i}");
                var from = Stopwatch.GetTimestamp();
                var answer = await engine.ExecuteAsync(new ReserveUnits(key, At, Name(c % accounts), key, new OldestUnits("ccc", 1), ReservationPurpose.Other), [new RegistryIntent(key, "icm", "{\"retire\":\"" + key + "\"}")]).ConfigureAwait(false);
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (!answer.IsAccepted)
                {
                    throw new InvalidOperationException(answer.Refusal!.Message);
                }
            }

            return times;
        })).ToArray();
        Task.WaitAll(all);
        return all.SelectMany(t => t.Result).ToList();
    }

    // What a host would write by hand: the entry's text and the instruction's row, with the same settings of the file.
    private static void Plain(string folder, int together)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FormattableString.Invariant($"plain-{together}.db")), Pooling = false }.ToString());
        connection.Open();
        Do(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192; CREATE TABLE entry (position INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT; CREATE TABLE intent (position INTEGER PRIMARY KEY, key TEXT NOT NULL, registry TEXT NOT NULL, payload TEXT NOT NULL) STRICT");
        using var entry = connection.CreateCommand();
        entry.CommandText = "INSERT INTO entry (line) VALUES ($line)";
        entry.Parameters.AddWithValue("$line", new string('x', 420));
        using var intent = connection.CreateCommand();
        intent.CommandText = "INSERT INTO intent (key, registry, payload) VALUES ($key, 'icm', $payload)";
        intent.Parameters.AddWithValue("$payload", "{\"retire\":\"timed-17-1234\"}");
        var key = intent.Parameters.AddWithValue("$key", "");
        var (rows, from) = (0, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(from) < Time)
        {
            using var transaction = connection.BeginTransaction();
            (entry.Transaction, intent.Transaction) = (transaction, transaction);
            for (var i = 0; i < together; i++, rows++)
            {
                entry.ExecuteNonQuery();
                key.Value = "timed-" + Text(rows);
                intent.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Tell($"plain ADO.NET on SQLite, {together} a transaction: {rows / Stopwatch.GetElapsedTime(from).TotalSeconds:#,0} a second, {1.0 / together:0.000} syncs a command");
    }

    private static void Open(string path, int entries)
    {
        using (var journal = SqliteJournal.Open(path))
        {
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            for (var i = 0; i < Accounts; i++)
            {
                var first = (ulong)i * 100_000_000;
                engine.Execute(new IssueUnits("issue-" + Text(i), At, Name(i), new Parcel(Lot, new BlockRange(first, first + 99_999_999))));
            }

            var tail = entries / 100;
            for (var next = (int)journal.Position; next < entries; next += 4096)
            {
                if (next >= entries - tail - 4096 && engine.Account(Name(0)) is not null && journal.LatestSnapshot() is null)
                {
                    engine.TakeSnapshot();
                }

                // Half of them set units aside, half sell them.
                engine.ExecuteAsync(Enumerable.Range(next, Math.Min(4096, entries - next)).Select(n => new LedgerRequest(new TransferUnits("k" + Text(n), At, Name(n % Accounts), Name((n + 1) % Accounts), new OldestUnits("ccc", 1)))).ToList()).AsTask().GetAwaiter().GetResult();
            }
        }

        var from = Stopwatch.GetTimestamp();
        using var again = SqliteJournal.Open(path);
        var opened = new LedgerEngine(again, LedgerPolicy.Bare);
        Tell($"SQLite, {again.Position:#,0} entries opened from the snapshot at {again.LatestSnapshot()?.Position ?? 0:#,0} and the tail in {Stopwatch.GetElapsedTime(from).TotalSeconds:0.00} s; {(opened.Account(Name(1)) is null ? "wrong" : "right")}");
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Name(int account) => "account-" + Text(account);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

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
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// The ledger on its stores: commands with an intent a second by how many callers wait, and how many syncs that takes; beside them, in the same
/// rounds, the same rows written with plain ADO.NET, one transaction each and 64 together; and a million entries opened from snapshot and tail.
/// </summary>
internal static class StoreScale
{
    private const int Accounts = 64;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);
    private static readonly Instant At = Instant.FromUtc(2026, 10, 15, 6, 30);
    private static readonly UnitLot Lot = new("icm", "s", "ccc", 2025);

    internal static void Run(int entries, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-stores-").FullName;
        try
        {
            using var server = PostgresServer.Start(out var why);
            var all = new List<(string Name, Func<int, Figure> Measure)>
            {
                ("plain ADO.NET on SQLite, 1 a transaction", round => PlainStores.OnSqlite(File(folder, round), 1, Time)),
                ("plain ADO.NET on SQLite, 64 a transaction", round => PlainStores.OnSqlite(File(folder, round), 64, Time)),
            };
            foreach (var (callers, accounts) in new[] { (1, 1), (64, 1), (64, Accounts), (256, Accounts) })
            {
                all.Add((FormattableString.Invariant($"SQLite, {callers} callers on {accounts} account{(accounts == 1 ? "" : "s")}"), round =>
                {
                    using var journal = SqliteJournal.Open(File(folder, round));
                    return Callers(journal, callers, accounts);
                }));
            }

            if (server is not null)
            {
                all.Add(("plain ADO.NET on PostgreSQL, 1 a transaction", round => PlainStores.OnPostgres(server.ConnectionString, 1, Time)));
                all.Add(("plain ADO.NET on PostgreSQL, 64 a transaction", round => PlainStores.OnPostgres(server.ConnectionString, 64, Time)));
                all.Add(("PostgreSQL, one connection, 256 callers on 64 accounts", round =>
                {
                    using var journal = PostgresJournal.Open(new PostgresJournalOptions(server.ConnectionString, "bench-" + Text(round)));
                    return Callers(journal, 256, Accounts);
                }));
            }
            else
            {
                Console.WriteLine("PostgreSQL is left out: " + why);
            }

            var figures = all.Select(_ => new List<Figure>()).ToList();
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < all.Count; i++)
                {
                    figures[i].Add(all[i].Measure((round * all.Count) + i));
                }
            }

            foreach (var ((name, _), measured) in all.Zip(figures))
            {
                Tell(name, measured);
            }

            if (entries > 0)
            {
                Open(Path.Combine(folder, "large.db"), entries);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Callers(GroupCommitJournal journal, int callers, int accounts)
    {
        var engine = new LedgerEngine(journal, LedgerPolicy.Bare with { RefusalsAreRemembered = false });
        for (var i = 0; i < accounts; i++)
        {
            var first = (ulong)i * 100_000_000;
            engine.Execute(new IssueUnits("issue-" + Text(i), At, Name(i), new Parcel(Lot, new BlockRange(first, first + 99_999_999))));
        }

        Ask(engine, callers, accounts, "warm", TimeSpan.FromSeconds(0.5));
        var before = journal.Commits;
        var started = Stopwatch.GetTimestamp();
        var times = Ask(engine, callers, accounts, "timed", Time);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        times.Sort();
        return new Figure(times.Count / seconds, (journal.Commits - before) / (double)times.Count, times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private static void Tell(string name, List<Figure> measured)
    {
        measured.Sort((one, other) => one.PerSecond.CompareTo(other.PerSecond));
        var (least, median, most) = (measured[0], measured[measured.Count / 2], measured[^1]);
        Tell($"{name}: {median.PerSecond:#,0} a second ({least.PerSecond:#,0} to {most.PerSecond:#,0}), {median.Syncs:0.000} syncs a command{(median.P50 > 0 ? string.Create(CultureInfo.InvariantCulture, $", p50 {median.P50:0.0} ms, p99 {median.P99:0.0} ms") : "")}");
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

    private static string File(string folder, int round) => Path.Combine(folder, FormattableString.Invariant($"{round}.db"));

    private static string Name(int account) => "account-" + Text(account);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>One round of one measure.</summary>
internal sealed record Figure(double PerSecond, double Syncs, double P50 = 0, double P99 = 0);

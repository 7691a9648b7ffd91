using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>A ledger on SQLite that works for so many minutes: reserve and release, a snapshot now and then, keys forgotten; what the process holds should not rise.</summary>
internal static class StoreSoak
{
    private const int Together = 64;

    internal static void Run(double minutes)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-soak-").FullName;
        try
        {
            using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"));
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
            var at = Instant.FromUtc(2026, 10, 15, 6, 30);
            engine.Execute(new IssueUnits("issue", at, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 1_000_000))));
            var (from, told) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
            for (long n = 0; Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(minutes); n += Together)
            {
                at += Duration.FromSeconds(1);
                var keys = Enumerable.Range(0, Together).Select(i => (n + i).ToString(CultureInfo.InvariantCulture)).ToList();
                Do(engine, keys.Select(k => new LedgerRequest(new ReserveUnits("r" + k, at, "mill", k, new OldestUnits("ccc", 5), ReservationPurpose.Other))));
                Do(engine, keys.Select(k => new LedgerRequest(new ReleaseUnits("l" + k, at, "mill", k))));
                if (n % (Together * 512) == 0)
                {
                    engine.Execute(new ForgetKeys("f" + keys[0], at, at - Duration.FromSeconds(200)));
                    engine.TakeSnapshot();
                }

                if (Stopwatch.GetElapsedTime(from) - told > TimeSpan.FromSeconds(Math.Max(10, minutes * 6)))
                {
                    told = Stopwatch.GetElapsedTime(from);
                    GC.Collect();
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told.TotalMinutes:0.0} min: {journal.Position:#,0} entries, managed {GC.GetTotalMemory(true) >> 20} MiB, process {Environment.WorkingSet >> 20} MiB, WAL {new FileInfo(journal.Name + "-wal").Length >> 20} MiB"));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Do(LedgerEngine engine, System.Collections.Generic.IEnumerable<LedgerRequest> requests)
    {
        if (engine.ExecuteAsync(requests.ToList()).AsTask().GetAwaiter().GetResult().Any(a => !a.IsAccepted))
        {
            throw new InvalidOperationException("A command was refused.");
        }
    }
}

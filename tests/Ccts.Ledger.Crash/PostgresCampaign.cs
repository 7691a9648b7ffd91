using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Postgres;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;
using Npgsql;

namespace Ccts.Ledger.Crash;

/// <summary>
/// The server's own process of the writer's connection is killed at its Nth write, sync or answer, which takes the whole server down: within a
/// COMMIT, before it and after it. And an owner is stopped beyond its lease, at every line it tells, replaced, and woken: it writes nothing.
/// </summary>
internal static class PostgresCampaign
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    internal static PostgresJournal Open(string server, string ledger) =>
        PostgresJournal.Open(new PostgresJournalOptions(server, ledger) { Lease = Lease, Reconnecting = TimeSpan.FromMinutes(2) });

    internal static void Run(string folder, int seed, Spread spread, Tally tally)
    {
        using var server = PostgresServer.Start(out var why) ?? throw new InvalidOperationException(why);
        var golden = Text(server, "golden", seed);
        foreach (var (call, count) in new[] { ("pwrite64", 90), ("fdatasync", 90), ("sendto", 90) })
        {
            var since = Stopwatch.StartNew();
            var points = spread.Of(count);
            var killed = points.Count(n => Killed(server, call, n, seed, golden, tally));
            tally.Say($"PostgreSQL, killed at {call}: {points.Count} points, the server went down in {killed}, {since.Elapsed.TotalSeconds:0} s");
        }

        foreach (var line in spread.Of(160))
        {
            tally.Note($"PostgreSQL, the owner stopped after line {line}", Stopped(server, line, seed, golden));
        }
    }

    private static bool Killed(PostgresServer server, string call, int when, int seed, List<string> golden, Tally tally)
    {
        var ledger = FormattableString.Invariant($"{call}-{when}");
        var answered = new Dictionary<string, long>();
        string? fault = null;
        var down = false;
        using (var journal = Open(server.ConnectionString, ledger))
        {
            using var strace = Attach(Backends(server), $"{call}:signal=KILL:when={when}");
            try
            {
                new Workload(seed).Run(journal, line => Note(line, answered));
            }
            catch (Exception bad)
            {
                fault = "the writer was not told what became of it: " + bad.Message;
            }

            down = strace.HasExited;
            if (!down)
            {
                strace.Kill();
            }

            strace.WaitForExit();
        }

        tally.Note($"PostgreSQL, {ledger}", fault ?? Wrong(server, ledger, answered, seed, golden));
        return down;
    }

    private static string? Stopped(PostgresServer server, int line, int seed, List<string> golden)
    {
        var ledger = FormattableString.Invariant($"stopped-{line}");
        string[] arguments = [.. Strace.Self, "write-postgres", server.ConnectionString, ledger, seed.ToString(CultureInfo.InvariantCulture), line.ToString(CultureInfo.InvariantCulture)];
        using var owner = Process.Start(new ProcessStartInfo(arguments[0], arguments.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = owner.StandardError.ReadToEndAsync();
        var answered = new Dictionary<string, long>();
        string? told;
        while ((told = owner.StandardOutput.ReadLine()) is not null and not "stopped")
        {
            Note(told, answered);
        }

        if (told is null)
        {
            return "the owner ended before it was stopped: " + errors.Result;
        }

        // Waits for the lease to run out, takes over and does everything.
        var text = Text(server, ledger, seed);
        Pause.Wake(owner.Id);
        var closed = false;
        while ((told = owner.StandardOutput.ReadLine()) is not null)
        {
            Note(told, answered);
            closed |= told == "closed";
        }

        owner.WaitForExit();
        return closed && line < golden.Count ? "the owner of before was not told that it was replaced."
            : !text.SequenceEqual(golden) ? "who took over has another journal."
            : Wrong(server, ledger, answered, seed, golden);
    }

    private static void Note(string line, Dictionary<string, long> answered)
    {
        if (line.Split(' ') is ["ok", var key, var position, _])
        {
            answered[key] = long.Parse(position, CultureInfo.InvariantCulture);
        }
    }

    private static string? Wrong(PostgresServer server, string ledger, Dictionary<string, long> answered, int seed, List<string> golden)
    {
        using (var stored = PostgresStoredLedger.Open(server.ConnectionString, ledger))
        {
            var keys = stored.Read(0).ToDictionary(e => e.Key, e => e.Position);
            if (answered.FirstOrDefault(a => a.Value > 0 && (!keys.TryGetValue(a.Key, out var at) || at != a.Value)) is { Key: { } lost })
            {
                return $"{lost} was answered and is not where it was.";
            }

            if (stored.Findings() is { Count: > 0 } findings)
            {
                return findings[0];
            }
        }

        return Text(server, ledger, seed).SequenceEqual(golden) ? null : "asking everything again ends in another journal.";
    }

    private static List<string> Text(PostgresServer server, string ledger, int seed)
    {
        using var journal = Open(server.ConnectionString, ledger);
        new Workload(seed).Run(journal, _ => { });
        return journal.Stored.Text().ToList();
    }

    private static List<int> Backends(PostgresServer server)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()", connection);
        using var rows = command.ExecuteReader();
        var all = new List<int>();
        while (rows.Read())
        {
            all.Add(rows.GetInt32(0));
        }

        return all;
    }

    private static Process Attach(List<int> processes, string inject)
    {
        var start = new ProcessStartInfo("strace") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var process in processes)
        {
            start.ArgumentList.Add("-p");
            start.ArgumentList.Add(process.ToString(CultureInfo.InvariantCulture));
        }

        string[] rest = ["-e", "trace=" + inject[..inject.IndexOf(':', StringComparison.Ordinal)], "-e", "inject=" + inject, "-o", "/dev/null"];
        Array.ForEach(rest, start.ArgumentList.Add);
        var strace = Process.Start(start)!;
        foreach (var _ in processes)
        {
            strace.StandardError.ReadLine();
        }

        _ = strace.StandardError.ReadToEndAsync();
        return strace;
    }
}

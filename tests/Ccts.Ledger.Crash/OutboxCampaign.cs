using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Ledger.Crash;

/// <summary>
/// A host that instructs a registry is killed at every write and sync of its file, or at everything that its outbox on PostgreSQL writes or sends, while
/// the registry, by an odd seed, answers badly now and then. Started again, it must have had every effect exactly once.
/// </summary>
internal sealed class OutboxCampaign(string folder, int seed, Tally tally)
{
    private readonly OutboxPlan _plan = new(seed);

    /// <summary>On SQLite, at every step that changes the file.</summary>
    internal void RunOnSqlite(Spread points)
    {
        var path = Path.Combine(folder, "market.db");
        var log = Path.Combine(folder, "calls.log");
        tally.Note("undisturbed", PointAsync(path, registry => Strace.Run(Work(path, registry, 0), path, inject: null, log)).GetAwaiter().GetResult());
        var counts = Strace.Count(log);
        tally.Say($"outbox on SQLite, seed {seed}: steps of one run: {string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key}"))}");
        foreach (var (call, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Every($"outbox on SQLite, {call}", count, points, n => PointAsync(path, registry => Strace.Run(Work(path, registry, 0), path, $"{call}:signal=KILL:when={n}")));
        }
    }

    /// <summary>On PostgreSQL, before and after everything that is written or sent.</summary>
    internal void RunOnPostgres(Spread points)
    {
        using var server = new MarketServer();
        var steps = 0;
        tally.Note("undisturbed", PointAsync(server.NewStore(), registry => { }, (store, registry) => steps = int.Parse(Run(Work(store, registry, 0)).Last(l => l.StartsWith("steps ", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture)).GetAwaiter().GetResult());
        tally.Say($"outbox on PostgreSQL, seed {seed}: {steps} steps of one run");
        Every("outbox on PostgreSQL", steps, points, n => PointAsync(server.NewStore(), _ => { }, (store, registry) => Run(Work(store, registry, n))));
    }

    /// <summary>The host's process; kills itself at a step, unless that is 0.</summary>
    internal static async Task WorkAsync(string store, Uri registry, int seed, int killAt)
    {
        var steps = 0;
        var host = new OutboxHost(store, registry, () =>
        {
            if (System.Threading.Interlocked.Increment(ref steps) == killAt)
            {
                Process.GetCurrentProcess().Kill();
            }
        });
        await using (host.ConfigureAwait(false))
        {
            await host.WorkAsync(new OutboxPlan(seed), Console.Out.WriteLine).ConfigureAwait(false);
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"steps {steps}"));
        Console.Out.WriteLine("closed");
    }

    private void Every(string what, int count, Spread spread, Func<int, Task<string?>> point)
    {
        var since = Stopwatch.StartNew();
        var points = spread.Of(count);
        foreach (var n in points)
        {
            tally.Note(FormattableString.Invariant($"{what} {n} killed"), point(n).GetAwaiter().GetResult());
        }

        tally.Say($"{what}, killed: {points.Count} of {count} steps, {since.Elapsed.TotalSeconds:0} s");
    }

    private string[] Work(string store, Uri registry, int killAt) =>
        ["instruct", store, registry.ToString(), seed.ToString(CultureInfo.InvariantCulture), killAt.ToString(CultureInfo.InvariantCulture)];

    private Task<string?> PointAsync(string path, Action<Uri> disturbed)
    {
        foreach (var beside in new[] { "", "-wal", "-shm", "-journal", ".lock" })
        {
            File.Delete(path + beside);
        }

        return PointAsync(path, disturbed, (_, _) => { });
    }

    private async Task<string?> PointAsync(string store, Action<Uri> disturbed, Action<string, Uri> more)
    {
        var registry = await StubRegistry.StartAsync(OutboxPlan.Weather(seed)).ConfigureAwait(false);
        await using (registry.ConfigureAwait(false))
        {
            registry.Issue("R-mill", OutboxPlan.Scope, new BlockRange(1, OutboxPlan.Issued));
            disturbed(registry.Address);
            more(store, registry.Address);
            var host = new OutboxHost(store, registry.Address);
            await using (host.ConfigureAwait(false))
            {
                if (OutboxVerdict.AsFound(host, registry, _plan) is { } wrong)
                {
                    return wrong;
                }

                try
                {
                    await host.WorkAsync(_plan, _ => { }).WaitAsync(TimeSpan.FromMinutes(2)).ConfigureAwait(false);
                }
                catch (Exception bad)
                {
                    return $"started again, it does not come to its end: {bad.Message} {string.Join(", ", _plan.All.Select(i => host.Record(i.Key)).Where(r => r is { IsSettled: false }).Select(r => $"{r!.Key} {r.State} {r.Code}"))}";
                }

                return OutboxVerdict.AtTheEnd(host, registry, _plan);
            }
        }
    }

    private static List<string> Run(string[] arguments)
    {
        string[] all = [.. Strace.Self, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        return [.. lines];
    }
}

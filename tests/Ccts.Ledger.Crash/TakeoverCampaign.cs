using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Postgres;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Ledger.Crash;

/// <summary>
/// Two hosts of one ledger on PostgreSQL, each a process of its own, and a registry over HTTP. The one that owns the outbox is stopped beyond its lease at
/// every step, above all while it sends; the other takes over; the first is woken while the other works, or when it has done everything, and must
/// find itself fenced and send nothing. Or the owner is killed. Every instruction takes effect exactly once.
/// </summary>
internal sealed class TakeoverCampaign(int seed, Tally tally)
{
    private static readonly string[] Ways = ["stopped, woken at once", "stopped, woken at the end", "killed"];

    private readonly OutboxPlan _plan = new(seed, endsAtHome: true);
    private readonly Dictionary<Ending, int> _endings = [];

    /// <param name="sends">Of the steps of the network.</param>
    /// <param name="writes">Of the steps of the outbox.</param>
    /// <param name="which">How the ways begin that are tried; empty for all.</param>
    internal void Run(Spread sends, Spread writes, string which)
    {
        using var server = new MarketServer();
        var steps = (Writes: 0, Sends: 0);
        tally.Note("undisturbed", PointAsync(server, 0, 0, "", s => steps = s).GetAwaiter().GetResult());
        tally.Say($"two hosts on PostgreSQL, seed {seed}: {steps.Writes} steps of the outbox and {steps.Sends} of the network in one run");
        foreach (var way in Ways.Where(w => w.StartsWith(which, StringComparison.Ordinal)))
        {
            Every(way, "of the network", steps.Sends, sends, n => PointAsync(server, 0, n, way, _ => { }));
            Every(way, "of the outbox", steps.Writes, writes, n => PointAsync(server, n, 0, way, _ => { }));
        }
    }

    /// <summary>One of the two hosts.</summary>
    internal static async Task<int> HostAsync(string store, Uri registry, int seed, int write, int send, bool isKilled) =>
        await StandByHost.RunAsync(store, registry, new OutboxPlan(seed, endsAtHome: true), write, send, isKilled ? Process.GetCurrentProcess().Kill : () => Pause.Here(Console.Out.WriteLine)).ConfigureAwait(false) ? 0 : 3;

    private void Every(string way, string steps, int count, Spread spread, Func<int, Task<string?>> point)
    {
        var since = Stopwatch.StartNew();
        var points = spread.Of(count);
        _endings.Clear();
        foreach (var n in points)
        {
            tally.Note(FormattableString.Invariant($"the owner {way}, step {n} {steps}"), point(n).GetAwaiter().GetResult());
        }

        tally.Say($"the owner {way}: {points.Count} of {count} steps {steps}, which ended {string.Join(", ", _endings.OrderBy(e => e.Key).Select(e => $"{e.Key} {e.Value}"))}, {since.Elapsed.TotalSeconds:0} s");
    }

    private async Task<string?> PointAsync(MarketServer server, int write, int send, string way, Action<(int Writes, int Sends)> counted)
    {
        var store = server.NewStore();
        var options = OutboxHost.Postgres(server.ConnectionString, store.Split('|')[1]);
        PostgresJournal.Open(options).Dispose();
        var registry = await StubRegistry.StartAsync(OutboxPlan.Weather(seed)).ConfigureAwait(false);
        await using (registry.ConfigureAwait(false))
        {
            registry.Issue("R-mill", OutboxPlan.Scope, new BlockRange(1, OutboxPlan.Issued));
            using var first = new HostProcess(Arguments(store, registry.Address, write, send, way));
            if (way.Length == 0)
            {
                var steps = (await first.UntilAsync("steps").ConfigureAwait(false)).Split(' ').Skip(1).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
                counted((steps[0], steps[1]));
                await first.UntilAsync("").ConfigureAwait(false);
                return Verdict(store, registry);
            }

            // A run may have fewer steps than another; then the first ends by itself.
            string[] ends = way == "killed" ? ["", "steps"] : ["stopped", "steps"];
            var told = await first.UntilAsync(["owner", .. ends]).ConfigureAwait(false);
            using var second = new HostProcess(Arguments(store, registry.Address, 0, 0, way));
            told = told == "owner" ? await first.UntilAsync(ends).ConfigureAwait(false) : told;
            await second.UntilAsync("owner").ConfigureAwait(false);
            if (told == "stopped" && way == Ways[0])
            {
                Pause.Wake(first.Id);
            }

            await second.UntilAsync("steps").ConfigureAwait(false);
            await second.UntilAsync("").ConfigureAwait(false);
            var (effects, written) = (registry.Effects.Count, Written(options));
            if (told == "stopped" && way == Ways[1])
            {
                Pause.Wake(first.Id);
            }

            var (ending, errors) = await first.EndAsync().ConfigureAwait(false);
            _endings[ending] = _endings.GetValueOrDefault(ending) + 1;
            return registry.Effects.Count != effects ? "something took effect after everything was done."
                : !Written(options).SequenceEqual(written) ? "outbox or ledger was written to after everything was done."
                : Wrong(ending, told, way, first.Lines) is { } wrong ? $"{wrong} {string.Join(" | ", first.Lines)} {errors}"
                : Verdict(store, registry);
        }
    }

    /// <summary>Whether a host may end so; null when it may.</summary>
    private static string? Wrong(Ending ending, string told, string way, List<string> lines) => ending switch
    {
        Ending.Fenced => told == "stopped" ? null : "the owner was fenced, and nobody had stopped it.",
        Ending.Done or Ending.ServerLost => null,
        Ending.LedgerHeld => lines.Contains("owner") ? "the owner found its own ledger held." : null,
        Ending.Silent => way == Ways[2] ? null : "the owner ended without a word.",
        _ => "the owner ended otherwise than it may.",
    };

    private string? Verdict(string store, StubRegistry registry)
    {
        var host = new OutboxHost(store, registry.Address);
        try
        {
            foreach (var instruction in _plan.All)
            {
                var epochs = host.Outbox.Moves(instruction.Key).Select(m => OutboxText.ReadMove(m).Epoch).ToList();
                if (!epochs.SequenceEqual(epochs.Order()))
                {
                    return $"{instruction.Key} was moved by an owner that had been replaced.";
                }
            }

            return OutboxVerdict.AtTheEnd(host, registry, _plan);
        }
        finally
        {
            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    // Every move of the outbox, and how far the ledger has come.
    private List<string> Written(PostgresJournalOptions options)
    {
        using var stored = PostgresStoredLedger.Open(options.ConnectionString, options.Ledger);
        var outbox = new PostgresStoredOutbox(stored);
        return [.. _plan.All.SelectMany(i => outbox.Moves(i.Key)), string.Create(CultureInfo.InvariantCulture, $"{stored.LastPosition} entries")];
    }

    private string[] Arguments(string store, Uri registry, int write, int send, string way) =>
    [
        .. Strace.Self, "stand-by", store, registry.ToString(), seed.ToString(CultureInfo.InvariantCulture), write.ToString(CultureInfo.InvariantCulture),
        send.ToString(CultureInfo.InvariantCulture), way == "killed" ? "kill" : "stop",
    ];
}

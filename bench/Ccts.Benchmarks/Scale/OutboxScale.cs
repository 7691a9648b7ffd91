using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// Instructions a second from the reservation through the outbox on SQLite to the stub registry over HTTP and back into the ledger; 100,000 pending
/// ones taken up by a new process after the old one was killed; and the same at a lower rate for as long as one likes, watching what the process holds.
/// </summary>
internal static class OutboxScale
{
    internal static void Run(int seconds, int rate)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-outbox-").FullName;
        try
        {
            Sustained(Path.Combine(folder, "journal.db"), seconds, rate).GetAwaiter().GetResult();
            Recovered(Path.Combine(folder, "pending.db"), 100_000).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static void Soak(double minutes, int rate)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-outbox-soak-").FullName;
        try
        {
            Soak(Path.Combine(folder, "journal.db"), TimeSpan.FromMinutes(minutes), rate).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Sustained(string path, int seconds, int rate)
    {
        using var registry = new RegistryProcess();
        using var channel = ChannelTo(registry);
        await using var market = new OutboxMarket(path, channel);
        var warm = await Offer(market, 0, rate, TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        await Settled(market, warm).ConfigureAwait(false);
        var (before, began, commits) = (market.Retired, Stopwatch.GetTimestamp(), market.Journal.Commits);
        var offered = await Offer(market, warm, rate, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
        var (during, lasted) = (market.Retired - before, Stopwatch.GetElapsedTime(began).TotalSeconds);
        await Settled(market, before + offered).ConfigureAwait(false);
        var all = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Tell($"outbox on SQLite, {rate:#,0} instructions a second offered for {lasted:0.0} s: {during / lasted:#,0} a second done, {offered - during:#,0} under way at the end, the last {all - lasted:0.0} s later; {(market.Journal.Commits - commits) / (double)offered:0.00} syncs an instruction");
        Tell($"  the registry had {registry.End():#,0} effects for {offered + warm:#,0} instructions");
    }

    private static async Task<long> Offer(OutboxMarket market, long first, int rate, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var asked = 0L;
        while (Stopwatch.GetElapsedTime(began) is var passed && passed < time)
        {
            var due = Math.Min((long)(passed.TotalSeconds * rate), asked + 256);
            await Task.WhenAll(Enumerable.Range(0, (int)(due - asked)).Select(i => market.InstructAsync(first + asked + i))).ConfigureAwait(false);
            asked = due;
            market.Dispatcher.Wake();
            await Task.Delay(5).ConfigureAwait(false);
        }

        return asked;
    }

    private static async Task Settled(OutboxMarket market, long instructions)
    {
        while (market.Retired < instructions)
        {
            if (market.Failure is { } bad)
            {
                throw bad;
            }

            await Task.Delay(20).ConfigureAwait(false);
        }
    }

    // A child brings them into the state, and is killed.
    private static async Task Recovered(string path, int count)
    {
        string[] self = [Environment.ProcessPath!, typeof(OutboxScale).Assembly.Location];
        using (var child = Process.Start(new ProcessStartInfo(self[0], [self[1], "outbox-fill", path, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            child.StandardOutput.ReadLine();
            child.Kill();
            await child.WaitForExitAsync().ConfigureAwait(false);
        }

        foreach (var end in new[] { "", "-wal" })
        {
            File.Copy(path + end, path + ".kept" + end);
        }

        await TakenUp(path, "from the journal alone").ConfigureAwait(false);

        // As a ledger of AddCctsLedger has one at every hundred thousandth entry.
        using (var journal = SqliteJournal.Open(path + ".kept"))
        {
            new LedgerEngine(journal, LedgerPolicy.Bare).TakeSnapshot();
        }

        await TakenUp(path + ".kept", "from a snapshot").ConfigureAwait(false);
    }

    private static async Task TakenUp(string path, string how)
    {
        var began = Stopwatch.GetTimestamp();
        await using var market = new OutboxMarket(path, new Undecided(hangs: false), settling: Duration.FromHours(1));
        while (!market.Dispatcher.IsOwner)
        {
            await Task.Delay(5).ConfigureAwait(false);
        }

        var open = market.Dispatcher.Open();
        Tell($"outbox on SQLite, {open.Count:#,0} open instructions taken up after the process was killed, {how}, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s: {string.Join(", ", open.GroupBy(r => r.State).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count():#,0} {g.Key}")))}");
    }

    /// <summary>Pending ones, and as many as may be on their way at once.</summary>
    internal static async Task Fill(string path, int count)
    {
        var channel = new Undecided(hangs: false);
        var market = new OutboxMarket(path, channel, mostAtOnce: 5000, settling: Duration.FromHours(1));
        for (var next = 0; next < count; next += 1000)
        {
            if (next == count - 5000)
            {
                while (market.Dispatcher.Open().Count(r => r.State == InstructionState.Pending) < next)
                {
                    await Task.Delay(50).ConfigureAwait(false);
                }

                channel.Hangs = true;
            }

            await Task.WhenAll(Enumerable.Range(next, 1000).Select(i => market.InstructAsync(i))).ConfigureAwait(false);
        }

        while (market.Dispatcher.Open().Count(r => r.State is InstructionState.Pending or InstructionState.Sending) < count)
        {
            await Task.Delay(50).ConfigureAwait(false);
        }

        Console.WriteLine("ready");
        await Task.Delay(Timeout.Infinite).ConfigureAwait(false);
    }

    private static async Task Soak(string path, TimeSpan time, int rate)
    {
        using var registry = new RegistryProcess();
        using var channel = ChannelTo(registry);
        await using var market = new OutboxMarket(path, channel);
        var (began, told, asked) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, 0L);
        while (Stopwatch.GetElapsedTime(began) is var passed && passed < time)
        {
            asked += await Offer(market, asked, rate, TimeSpan.FromSeconds(10)).ConfigureAwait(false);
            await Settled(market, asked - (rate * 10)).ConfigureAwait(false);
            Forget(market, asked);
            if (passed - told > TimeSpan.FromMinutes(Math.Min(5, time.TotalMinutes / 10)))
            {
                told = passed;
                market.Engine.TakeSnapshot();
                GC.Collect();
                Tell($"{passed.TotalMinutes:0.0} min: {asked:#,0} instructions, {market.Retired:#,0} done, {market.Dispatcher.Open().Count:#,0} open, managed {GC.GetTotalMemory(true) / 1048576.0:0.0} MiB, process {Environment.WorkingSet >> 20} MiB, file {new FileInfo(market.Journal.Name).Length >> 20} MiB, WAL {new FileInfo(market.Journal.Name + "-wal").Length >> 20} MiB");
            }
        }

        await Settled(market, asked).ConfigureAwait(false);
        Tell($"the registry had {registry.End():#,0} effects for {asked:#,0} instructions; {market.Retired:#,0} are settled in the ledger");
    }

    private static void Forget(OutboxMarket market, long asked)
    {
        var now = Instant.FromUnixTimeSeconds(OutboxMarket.Now.ToUnixTimeSeconds());
        var answer = market.Engine.Execute(new ForgetKeys(string.Create(CultureInfo.InvariantCulture, $"forget-{asked}"), now, now - Duration.FromMinutes(2)));
        if (!answer.IsAccepted)
        {
            throw new InvalidOperationException(answer.Refusal!.Message);
        }
    }

    private static HttpChannel ChannelTo(RegistryProcess registry) =>
        IcmChannels.OverHttp(new HttpAccess(registry.Address, new Uri(registry.Address, "oauth/token"), "host", "stub-secret", "R-mill") { Timeout = TimeSpan.FromSeconds(20) });

    private static void Tell(FormattableString line)
    {
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        Console.Out.Flush();
    }

    /// <summary>A registry that takes everything and decides nothing, or does not even answer.</summary>
    private sealed class Undecided(bool hangs) : IRegistryChannel
    {
        internal volatile bool Hangs = hangs;

        public string Registry => IcmChannels.Registry;

        public RegistryTraits Traits => IcmChannels.Traits;

        public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Hangs ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            return ChannelOutcome.Pending("undecided", "Somebody is still to decide.");
        }

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
            Task.FromResult(RegistryOutcome.Unknown<UnitsAnswer>("undecided", "Somebody is still to decide."));

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Confirmed());

        public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield break;
        }
    }
}

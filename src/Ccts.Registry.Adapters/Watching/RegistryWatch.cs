using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>
/// Compares the ledger with what a registry shows, again and again: reports each difference when it begins and when it is resolved, and
/// puts free units that the registry does not have into quarantine until it has them.
/// </summary>
/// <remarks>
/// Thread-safe. Units that an instruction holds are left out of both sides: their fate is the outbox's affair. It lets out of quarantine only
/// what it put there itself; with the ledger's journal at hand also what an earlier process did.
/// </remarks>
public sealed class RegistryWatch : IDisposable
{
    private static readonly Meter Meter = new(RegistryDiagnostics.Name);
    private static readonly UpDownCounter<long> Open = Meter.CreateUpDownCounter<long>("ccts.registry.differences", "{difference}", "Differences between ledger and registry that are raised and not resolved.");
    private static readonly Counter<long> Looks = Meter.CreateCounter<long>("ccts.registry.looks", "{look}", "Comparisons of ledger and registry, by whether the registry could be read whole.");

    private readonly IRegistryChannel _channel;
    private readonly LedgerEngine _engine;
    private readonly RegistryWatchOptions _options;
    private readonly Action<RegistryWatchEvent> _tell;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly LastingDifferences _differences;
    private readonly WatchedQuarantine _quarantine;
    private RegistryWatchReport? _latest;
    private RegistryWatchReport? _latestComplete;
    private long _completeAt;
    private IReadOnlyList<RegistryDifference> _raised = [];
    private int _moves;

    /// <summary>A watch over one registry.</summary>
    /// <param name="channel">The way to it.</param>
    /// <param name="engine">The ledger.</param>
    /// <param name="options">How it is watched.</param>
    /// <param name="tell">Receives what begins and what is resolved; must be quick and must not throw.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="journal">The ledger's journal, so that what an earlier process quarantined is let out too; null where that is for an operator.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RegistryWatch(
        IRegistryChannel channel, LedgerEngine engine, RegistryWatchOptions options, Action<RegistryWatchEvent>? tell = null, TimeProvider? time = null, ILedgerJournal? journal = null)
    {
        _channel = Require.NotNull(channel);
        _engine = Require.NotNull(engine);
        _options = Require.NotNull(options).Fault() is { } fault ? throw new ArgumentException(fault, nameof(options)) : options;
        _tell = tell ?? (_ => { });
        _time = time ?? TimeProvider.System;
        _differences = new LastingDifferences(_options.Looks);
        _quarantine = new WatchedQuarantine(Keys, journal);
    }

    /// <summary>The registry that is watched.</summary>
    public string Registry => _channel.Registry;

    /// <summary>How often it is looked.</summary>
    public Duration Every => _options.Every;

    /// <summary>The last look; null before the first.</summary>
    public RegistryWatchReport? Latest => Volatile.Read(ref _latest);

    /// <summary>The last look that read the registry whole; null before the first such.</summary>
    public RegistryWatchReport? LatestComplete => Volatile.Read(ref _latestComplete);

    /// <summary>How long ago the registry was last read whole, by a stopwatch; null before the first time.</summary>
    public Duration? SinceComplete => LatestComplete is null ? null : Duration.FromTimeSpan(_time.GetElapsedTime(Volatile.Read(ref _completeAt)));

    /// <summary>The differences that are raised and not resolved.</summary>
    public IReadOnlyList<RegistryDifference> Raised => Volatile.Read(ref _raised);

    /// <summary>Looks again and again until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(cancellationToken).ConfigureAwait(false);
                await PauseAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>What is claimed against what the registry has confirmed.</returns>
    public async Task<RegistryWatchReport> LookAsync(CancellationToken cancellationToken = default)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var span = OutboxTelemetry.Spans.StartActivity("ccts.registry.look");
            var comparison = new WatchComparison(_channel.Registry, _options, (_channel as IHoldsAccounts)?.Accounts);
            var report = await CompareAsync(comparison, cancellationToken).ConfigureAwait(false);
            span?.SetTag("registry", _channel.Registry).SetTag("complete", report.IsComplete).SetTag("differences", report.Differences.Count);
            Looks.Add(1, new("registry", _channel.Registry), new("complete", report.IsComplete));
            if (report.IsComplete)
            {
                _quarantine.CatchUp();
                var (begun, over) = _differences.Look(report.Differences);
                Count(_raised, -1);
                Count(_differences.Raised, 1);
                await ResolveAsync(over, report, comparison).ConfigureAwait(false);
                await RaiseAsync(begun).ConfigureAwait(false);
                Volatile.Write(ref _raised, _differences.Raised);
                Volatile.Write(ref _completeAt, _time.GetTimestamp());
                Volatile.Write(ref _latestComplete, report);
            }

            Volatile.Write(ref _latest, report);
            return report;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Ends the watch.</summary>
    public void Dispose() => _looking.Dispose();

    private async Task<RegistryWatchReport> CompareAsync(WatchComparison comparison, CancellationToken cancellationToken)
    {
        // What moves meanwhile is in flight before or after; read on both sides of the registry it is left out in either case.
        var before = await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, cancellationToken).ConfigureAwait(false);
        var rows = new List<ExportRow>();
        await foreach (var row in _channel.ReadHoldingsAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        var after = await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, cancellationToken).ConfigureAwait(false);
        return comparison.Report(Now, before, rows, after);
    }

    private static void Count(IReadOnlyList<RegistryDifference> differences, int by)
    {
        foreach (var difference in differences)
        {
            Open.Add(by, new("registry", difference.Registry), new("class", difference.Class.ToString()));
        }
    }

    private async Task ResolveAsync(IReadOnlyList<RegistryDifference> over, RegistryWatchReport report, WatchComparison comparison)
    {
        var freed = await FreeAsync(report, comparison).ConfigureAwait(false);
        foreach (var gone in over)
        {
            _tell(new RegistryWatchEvent(gone, Now, IsRaised: false, [.. freed.Where(f => IsOf(gone, f.Account, f.Block)).Select(f => f.Block)]));
        }
    }

    // What the watch quarantined, the registry now shows as held in its account, and no difference is about. Another watch may compare other accounts.
    private async Task<List<(string Account, SerialBlock Block)>> FreeAsync(RegistryWatchReport report, WatchComparison comparison)
    {
        var freed = new List<(string Account, SerialBlock Block)>();
        foreach (var (account, block) in _quarantine.All())
        {
            var differing = BlockSet.FromRanges(report.Differences.Where(d => IsOf(d, account, block)).Select(d => d.Range!.Value));
            foreach (var part in comparison.Shows(account, block).Subtract(differing).Ranges.Select(block.With).ToList())
            {
                if (await MoveAsync(account, part, ShadowAccount.Quarantined, ShadowAccount.Free, "the registry has it again").ConfigureAwait(false))
                {
                    freed.Add((account, part));
                }

                // Refused, somebody else has taken it out or used it.
                _quarantine.Remove(account, part);
            }
        }

        return freed;
    }

    private bool IsOf(RegistryDifference difference, string account, SerialBlock block) =>
        difference.Account == _options.AtRegistry(account) && difference.Registry == block.Registry && difference.Scope == block.Scope && difference.Range is { } range && range.Overlaps(block.Range);

    private async Task RaiseAsync(IReadOnlyList<RegistryDifference> begun)
    {
        foreach (var difference in begun)
        {
            if (difference.IsGhost && _options.QuarantinesGhosts)
            {
                await QuarantineAsync(difference).ConfigureAwait(false);
            }

            _tell(new RegistryWatchEvent(difference, Now, IsRaised: true, [.. _quarantine.All().Where(q => IsOf(difference, q.Account, q.Block)).Select(q => q.Block)]));
        }
    }

    private async Task QuarantineAsync(RegistryDifference ghost)
    {
        var claims = await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, CancellationToken.None).ConfigureAwait(false);
        foreach (var (account, holding) in claims.Claimed.Where(c => c.Holding.Place == ShadowAccount.Free && c.Holding.Units.Lot.Scope == ghost.Scope && _options.AtRegistry(c.Account) == ghost.Account))
        {
            if (ghost.Range is { } range && holding.Units.Range.Intersect(range) is { } part && holding.Units.Block.With(part) is var block
                && await MoveAsync(account, block, ShadowAccount.Free, ShadowAccount.Quarantined, "the registry does not have it").ConfigureAwait(false))
            {
                _quarantine.Add(account, block);
            }
        }
    }

    private async Task<bool> MoveAsync(string account, SerialBlock block, ShadowAccount from, ShadowAccount to, string reason)
    {
        var key = $"{Keys}{Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)}/{(++_moves).ToString(CultureInfo.InvariantCulture)}";
        var answer = await _engine.ExecuteAsync(new AssignUnits(key, Now, account, new ChosenUnits(block) { From = from }, to, reason)).ConfigureAwait(false);
        return answer.IsAccepted;
    }

    private string Keys => $"watch/{_channel.Registry}/";

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (_time.CreateTimer(static w => ((TaskCompletionSource<bool>)w!).TrySetResult(true), over, _options.Every.ToTimeSpan(), Timeout.InfiniteTimeSpan))
        using (cancellationToken.Register(static w => ((TaskCompletionSource<bool>)w!).TrySetResult(true), over))
        {
            await over.Task.ConfigureAwait(false);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>
/// Compares the ledger with a registry at intervals. It reports each difference when it begins and when it is resolved, and
/// puts free units that the registry does not have into quarantine until it does.
/// </summary>
/// <remarks>
/// Thread-safe. Units that an instruction holds are left out on both sides: the outbox settles those. The watch releases from quarantine only
/// what it put there itself and, given the ledger's journal, what an earlier process put there.
/// </remarks>
public sealed partial class RegistryWatch : IDisposable
{
    private static readonly Meter Meter = new(RegistryDiagnostics.Name);
    private static readonly UpDownCounter<long> Open = Meter.CreateUpDownCounter<long>("ccts.registry.differences", "{difference}", "Differences between ledger and registry that are raised and not resolved.");
    private static readonly Counter<long> Looks = Meter.CreateCounter<long>("ccts.registry.looks", "{look}", "Comparisons of ledger and registry, by whether the registry could be read whole.");

    private readonly IRegistryChannel _channel;
    private readonly Pace? _pace;
    private readonly LedgerEngine _engine;
    private readonly RegistryWatchOptions _options;
    private readonly Action<RegistryWatchEvent> _tell;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly LastingDifferences _differences;
    private readonly WatchedQuarantine _quarantine;
    private readonly WatchedJournal _journal;
    private Instant? _lookedAt;
    private RegistryWatchReport? _latest;
    private RegistryWatchReport? _latestComplete;
    private long _completeAt;
    private IReadOnlyList<RegistryDifference> _raised = [];
    private int _moves;

    /// <summary>A watch over one registry.</summary>
    /// <param name="channel">The way to it.</param>
    /// <param name="engine">The ledger.</param>
    /// <param name="options">How it is watched.</param>
    /// <param name="tell">Receives differences that begin or are resolved; must be quick and must not throw.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="journal">The ledger's journal, so that the watch also releases what an earlier process quarantined,
    /// and tells a reservation for a sale from one of an instruction. Null leaves releases to an operator, and counts everything reserved as on its way. A channel of statements (<see cref="IStatesHoldings"/>) needs it.</param>
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
        _quarantine = new WatchedQuarantine(Keys);
        _journal = new WatchedJournal(channel.Registry, _quarantine, journal);
    }

    /// <summary>A watch over a registry that the host also instructs: its pages keep the link's limit of rate, and its wish to be left alone, together with the outbox.</summary>
    /// <param name="link">The way to it, the same that the outbox has.</param>
    /// <param name="engine">The ledger.</param>
    /// <param name="options">How it is watched.</param>
    /// <param name="tell">Receives what begins and what is resolved; must be quick and must not throw.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="journal">The ledger's journal, as for a channel.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public RegistryWatch(
        RegistryLink link, LedgerEngine engine, RegistryWatchOptions options, Action<RegistryWatchEvent>? tell = null, TimeProvider? time = null, ILedgerJournal? journal = null)
        : this(Require.NotNull(link).Channel, engine, options, tell, time, journal) => _pace = link.Pace;

    /// <summary>The registry that is watched.</summary>
    public string Registry => _channel.Registry;

    /// <summary>How often it is looked.</summary>
    public Duration Every => _options.Every;

    /// <summary>The last look; null before the first.</summary>
    public RegistryWatchReport? Latest => Volatile.Read(ref _latest);

    /// <summary>The last look that read the whole registry; null before the first.</summary>
    public RegistryWatchReport? LatestComplete => Volatile.Read(ref _latestComplete);

    /// <summary>How long ago the whole registry was last read, by a stopwatch; null before the first time.</summary>
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
                await _time.RestAsync(_options.Every, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>The ledger's claims compared with the registry's confirmed units.</returns>
    public async Task<RegistryWatchReport> LookAsync(CancellationToken cancellationToken = default)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var span = OutboxTelemetry.Spans.StartActivity("ccts.registry.look");
            var comparison = new WatchComparison(_channel.Registry, _options, (_channel as IHoldsAccounts)?.Accounts);
            var (report, claims, hidden) = await CompareAsync(comparison, cancellationToken).ConfigureAwait(false);
            span?.SetTag("registry", _channel.Registry).SetTag("complete", report.IsComplete).SetTag("differences", report.Differences.Count);
            Looks.Add(1, new("registry", _channel.Registry), new("complete", report.IsComplete));
            if (report.IsComplete)
            {
                // A second look at the same statement is none.
                var isNew = report.HoldingsAsOf is null || report.HoldingsAsOf > (_lookedAt ?? Instant.MinValue);
                var (begun, over) = isNew ? _differences.Look(report.Differences, hidden) : ([], []);
                _lookedAt = report.HoldingsAsOf ?? _lookedAt;
                Count(_raised, -1);
                Count(_differences.Raised, 1);
                await ResolveAsync(over, report, comparison, claims, hidden).ConfigureAwait(false);
                await RaiseAsync(begun, hidden).ConfigureAwait(false);
                report = report with { QuarantinedTonnes = _quarantine.Tonnes };
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

    private async Task<(RegistryWatchReport Report, LedgerClaims Claims, UncomparedNumbers Hidden)> CompareAsync(WatchComparison comparison, CancellationToken cancellationToken)
    {
        // Units that move meanwhile are in flight before or after. The ledger is read before and after the registry, so they are left out in either case.
        var (stated, hidden) = (_channel as IStatesHoldings, new UncomparedNumbers());
        var asOf = stated?.HoldingsAsOf;
        var isUnread = stated is not null && asOf is null;
        CatchUp();
        await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, _journal.IsInstructed, hidden, cancellationToken).ConfigureAwait(false);
        var rows = await new HoldingsReading(_channel, _options, _time, _pace is null ? null : new PageTurns(_pace, _time)).ReadAsync(cancellationToken).ConfigureAwait(false);
        CatchUp();
        var claims = await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, _journal.IsInstructed, hidden, cancellationToken).ConfigureAwait(false);
        _journal.Keep(claims.Reservations);
        _journal.HideMoved(hidden);
        if (stated is not null && !_journal.IsThere)
        {
            comparison.Add(Fault("journal-not-given", "A statement shows what was, and without the ledger's journal nobody knows what has moved since.", "a watch that was given the ledger's journal"));
        }
        else if (stated?.HoldingsAsOf != asOf)
        {
            comparison.Add(Fault("statement-changed", "A newer statement came while this one was read.", "one statement from the beginning to the end"));
        }

        return (comparison.Report(Now, rows, claims, hidden) with { HoldingsAsOf = asOf }, claims, hidden);

        // Without a statement the look is incomplete; what has moved meanwhile is read with the first statement.
        void CatchUp()
        {
            if (!isUnread)
            {
                _journal.CatchUp(asOf);
            }
        }
    }

    private Problem Fault(string code, string message, string expected) => new(code, Severity.Error, message, new SourcePlace(Registry, 0, 0, "")) { Expected = expected };

    private static void Count(IReadOnlyList<RegistryDifference> differences, int by)
    {
        foreach (var difference in differences)
        {
            Open.Add(by, new("registry", difference.Registry), new("class", difference.Class.ToString()));
        }
    }

    private string Keys => $"watch/{_channel.Registry}/";

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Works an outbox off: takes instructions over from the ledger's journal, sends each to its registry, asks wherever nobody can say what came
/// of it, and has the ledger take the outcome in. Every instruction takes effect exactly once, whatever dies in between.
/// </summary>
/// <remarks>
/// <para>Thread-safe. One owner at a time works an outbox off; <see cref="RunAsync"/> waits for the lease.</para>
/// <para>The clock's date is read when the dispatcher is made; whatever it jumps to later shortens no wait. A date that is further from the last move than
/// <see cref="OutboxDispatcherOptions.LongestAbsence"/> shortens none either.</para>
/// <para>Nothing leaves before the attempt is durable. What was being sent when its owner was lost is asked about, never sent again unseen.
/// Registries do not hold each other up: each has its own limit of rate and of requests at once, and its own breaker.</para>
/// </remarks>
public sealed partial class OutboxDispatcher
{
    private readonly IOutboxStore _store;
    private readonly Func<long, IEnumerable<CommittedIntent>> _intents;
    private readonly Func<OutboxLease, IOutboxLedger> _openLedger;
    private readonly Dictionary<string, RegistryLink> _links;
    private readonly OutboxDispatcherOptions _options;

    // The date is read once; from then on a stopwatch counts, for the breakers too. A clock that is set while the process runs must not shorten a wait, nor make one endless.
    private readonly SteadyTime _time;
    private readonly Alarm _alarm;
    private readonly OutboxTelemetry _telemetry;

    // What the owner knows while it has the lease; the lock is held for moments only, never over a wait.
    private readonly Gate _lock = new();
    private OutboxBoard _board = new();
    private List<RegistryLane> _lanes = [];
    private LeaseKeeper? _lease;
    private IOutboxLedger _ledger = null!;
    private Exception? _failure;
    private int _working;
    private int _settling;

    /// <summary>A dispatcher of an outbox.</summary>
    /// <param name="store">Where instructions are kept.</param>
    /// <param name="journal">The ledger's journal, in which they are committed.</param>
    /// <param name="ledger">What takes outcomes in.</param>
    /// <param name="links">The registries; one link each.</param>
    /// <param name="options">How it is worked off; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Where it logs; null for nowhere. Reasons that registries give are logged, secrets never.</param>
    /// <exception cref="ArgumentException">Two links are for one registry, an option is out of its range, or an attempt may last longer than the lease.</exception>
    public OutboxDispatcher(
        IOutboxStore store, ILedgerJournal journal, IOutboxLedger ledger, IEnumerable<RegistryLink> links, OutboxDispatcherOptions? options = null,
        TimeProvider? time = null, ILogger<OutboxDispatcher>? logger = null)
        : this(store, Require.NotNull(journal).Intents, _ => Require.NotNull(ledger), links, options, time, logger) => Require.NotNull(ledger);

    /// <summary>A dispatcher that waits beside another one: its ledger is opened when the lease is its own, so that it has everything the other wrote.</summary>
    /// <param name="store">Where instructions are kept.</param>
    /// <param name="intents">The instructions committed after a position, as <see cref="ILedgerJournal.Intents"/> gives them.</param>
    /// <param name="openLedger">Opens what takes outcomes in, for an owner.</param>
    /// <param name="links">The registries; one link each.</param>
    /// <param name="options">How it is worked off; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Where it logs; null for nowhere. Reasons that registries give are logged, secrets never.</param>
    /// <exception cref="ArgumentException">Two links are for one registry, an option is out of its range, or an attempt may last longer than the lease.</exception>
    public OutboxDispatcher(
        IOutboxStore store, Func<long, IEnumerable<CommittedIntent>> intents, Func<OutboxLease, IOutboxLedger> openLedger, IEnumerable<RegistryLink> links,
        OutboxDispatcherOptions? options = null, TimeProvider? time = null, ILogger<OutboxDispatcher>? logger = null)
    {
        _store = Require.NotNull(store);
        _intents = Require.NotNull(intents);
        _openLedger = Require.NotNull(openLedger);
        _options = options ?? new OutboxDispatcherOptions();
        _time = new SteadyTime(time ?? TimeProvider.System);
        _links = new Dictionary<string, RegistryLink>(StringComparer.Ordinal);
        foreach (var link in Require.NotNull(links))
        {
            if (link.Policy.AttemptTimeout >= _options.Lease / 2)
            {
                throw new ArgumentException($"An attempt at {link.Channel.Registry} may last {link.Policy.AttemptTimeout}; it is to be shorter than half the lease, {_options.Lease}.", nameof(links));
            }

            if (_links.ContainsKey(link.Channel.Registry))
            {
                throw new ArgumentException($"Two links are for the registry \"{link.Channel.Registry}\".", nameof(links));
            }

            _links.Add(link.Channel.Registry, link);
        }

        if (_options.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _alarm = new Alarm(_time, _options.GoesOnAtOnce);
        _telemetry = new OutboxTelemetry(logger);
    }

    /// <summary>Whether this process has the lease and works the outbox off.</summary>
    public bool IsOwner => Volatile.Read(ref _lease) is not null;

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>
    /// Works the outbox off until it is cancelled; then it lets what is on its way come to its end, and gives the lease back.
    /// </summary>
    /// <exception cref="OutboxFencedException">Another owner has taken over. Run again to wait for the lease.</exception>
    /// <exception cref="FormatException">A row of the store cannot be read.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var lease = await OwnAsync(cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            return;
        }

        try
        {
            await BeginAsync(lease).ConfigureAwait(false);
            while (!cancellationToken.IsCancellationRequested && _failure is null)
            {
                await RoundAsync(lease, cancellationToken).ConfigureAwait(false);
            }

            while (Working > 0)
            {
                await _alarm.WaitAsync(Duration.FromSeconds(1), CancellationToken.None).ConfigureAwait(false);
            }

            if (_failure is { } failure)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
            }

            await _store.ReturnAsync(lease.Lease, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            lease.Lose();
            Volatile.Write(ref _lease, null);
            _telemetry.Ended(lease.Lease);
        }
    }

    // Waits for the lease; null when cancelled before it came.
    private async Task<LeaseKeeper?> OwnAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await LeaseKeeper.TakeAsync(_store, _time, _options.Owner, _options.Lease, cancellationToken).ConfigureAwait(false) is { } lease)
                {
                    return lease;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            await _alarm.WaitAsync(Duration.Min(_options.LookEvery, _options.Lease / 4), cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Reads what is open. Whatever an earlier owner was sending or asking about is in doubt from here on.</summary>
    private async Task BeginAsync(LeaseKeeper lease)
    {
        _ledger = _openLedger(lease.Lease);
        var (board, steps, now) = (new OutboxBoard(), new List<OutboxStep>(), Now);
        var open = _store.Open().Select(OutboxText.Read).ToList();
        var absence = new Absence(now, open, _options.LongestAbsence);
        foreach (var record in open)
        {
            var (machine, by) = (MachineOf(record.Registry, lease), absence.ShiftOf(record));
            var step = record.State is InstructionState.Sending or InstructionState.Querying ? machine.OwnerLost(record.MovedBy(by), now)
                : record.MovedBy(by) != record ? machine.Recounted(record, by, now)
                : null;
            if (step is not null)
            {
                steps.Add(step);
            }

            board.Add(step?.Next ?? record);
        }

        foreach (var part in steps.Select((step, i) => (step, i)).GroupBy(s => s.i / _options.TakeAtOnce, s => s.step))
        {
            await WriteAsync(lease, part.ToList()).ConfigureAwait(false);
        }

        lock (_lock)
        {
            _failure = null;
            _board = board;
            _lanes = _links.Values.Select(l => new RegistryLane(l, _time, _ledger.IsPaused(l.Channel.Registry))).ToList();
            Volatile.Write(ref _lease, lease);
        }

        _telemetry.Began(lease.Lease, board.Count, steps.Count(s => s.Move.Cause == OutboxCause.OwnerLost));
        if (!absence.IsBelieved)
        {
            _telemetry.Doubted(absence.Length);
        }
    }

    private async Task RoundAsync(LeaseKeeper lease, CancellationToken cancellationToken)
    {
        if (!await lease.KeepAsync().ConfigureAwait(false))
        {
            Fail(new OutboxFencedException(lease.Lease.Epoch, _store.Holder?.Epoch ?? lease.Lease.Epoch + 1));
            return;
        }

        var hasMore = await TakeOverAsync(lease).ConfigureAwait(false);
        StartWhatIsDue(lease);
        if (!hasMore && _failure is null)
        {
            await _alarm.WaitAsync(UntilNext(lease), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes new instructions over, whole entries at a time, so that none is passed over after a crash.</summary>
    private async Task<bool> TakeOverAsync(LeaseKeeper lease)
    {
        var (steps, taken, lastPosition) = (new List<OutboxStep>(), _store.Taken, -1L);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var hasMore = false;
        foreach (var (position, number, intent) in _intents(taken.Position))
        {
            if (steps.Count >= _options.TakeAtOnce && position != lastPosition)
            {
                hasMore = true;
                break;
            }

            var machine = MachineOf(intent.Registry, lease);
            var place = new IntentPlace(position, number);
            steps.Add(keys.Add(intent.Key) && _store.Find(intent.Key) is null ? machine.Take(place, intent, Now) : machine.TakeAgain(place, intent, Now));
            lastPosition = position;
        }

        if (steps.Count > 0)
        {
            await WriteAsync(lease, steps).ConfigureAwait(false);
            lock (_lock)
            {
                steps.ForEach(s => _board.Add(s.Next));
            }
        }

        return hasMore;
    }

    private Duration UntilNext(LeaseKeeper lease)
    {
        lock (_lock)
        {
            var next = Now + Duration.Min(_options.LookEvery, lease.UntilRenewal);
            foreach (var lane in _lanes)
            {
                var due = lane.IsOpenForBusiness ? Latest(_board.NextForRegistry(lane.Registry), lane.Bucket.Next) : lane.IsProbing ? null : lane.ProbeAt;
                next = due is { } there && there < next && lane.Running < lane.MostAtOnce ? there : next;
            }

            next = _board.NextForLedger is { } settle && settle < next && _settling < _options.SettleAtOnce ? settle : next;
            return next - Now;
        }

        static Instant? Latest(Instant? due, Instant leave) => due is { } there ? Instant.Max(there, leave) : null;
    }

    private int Working
    {
        get
        {
            lock (_lock)
            {
                return _working;
            }
        }
    }

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        Volatile.Read(ref _lease)?.Lose();
        _alarm.Ring();
    }

    /// <summary>What is locked for moments; older targets have no type for it.</summary>
    private sealed class Gate;
}

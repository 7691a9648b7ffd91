using System;
using System.Collections.Generic;
using System.Threading;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Works an outbox off: takes instructions from the ledger's journal, sends each to its registry, asks where the result is
/// unknown, and has the ledger record the outcome. Every instruction takes effect exactly once, whichever process crashes in between.
/// </summary>
/// <remarks>
/// <para>Thread-safe. One owner at a time works on an outbox; <see cref="RunAsync"/> waits for the lease.</para>
/// <para>The dispatcher reads the clock's date when it is made; later jumps of the clock shorten no wait. A date further from the last move than
/// <see cref="OutboxDispatcherOptions.LongestAbsence"/> shortens no wait either.</para>
/// <para>Nothing is sent before the attempt is saved. If the owner is lost during a send, the next owner asks the registry and never sends blindly.
/// Registries do not delay each other: each has its own rate limit, limit of concurrent requests and circuit breaker.</para>
/// </remarks>
public sealed partial class OutboxDispatcher
{
    private readonly IOutboxStore _store;
    private readonly Func<long, IEnumerable<CommittedIntent>> _intents;
    private readonly Func<OutboxLease, IOutboxLedger> _openLedger;
    private readonly Dictionary<string, RegistryLink> _links;
    private readonly OutboxDispatcherOptions _options;

    // The date is read once; from then on a stopwatch counts, also for the breakers. Setting the clock while the process runs must neither shorten a wait nor make it endless.
    private readonly SteadyTime _time;
    private readonly Alarm _alarm;
    private readonly OutboxTelemetry _telemetry;

    // What the owner knows while it has the lease. The lock is held only briefly, never during a wait.
    private readonly Gate _lock = new();
    private OutboxBoard _board = new();
    private List<RegistryLane> _lanes = [];
    private LeaseKeeper? _lease;
    private IOutboxLedger _ledger = null!;
    private IntentPlace _taken;
    private List<string> _orphanPauses = [];
    private HashSet<string> _toldUnlinked = new(Spelled.Names);
    private Exception? _failure;
    private int _working;
    private int _settling;

    /// <summary>A dispatcher of an outbox.</summary>
    /// <param name="store">Where instructions are kept.</param>
    /// <param name="journal">The ledger's journal, in which they are committed.</param>
    /// <param name="ledger">What takes outcomes in.</param>
    /// <param name="links">The registries; one link each.</param>
    /// <param name="options">How its instructions are sent; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">The logger; null for none. Reasons that registries give are logged, secrets never.</param>
    /// <exception cref="ArgumentException">Two links are for one registry, an option is out of its range, or an attempt may last longer than the lease.</exception>
    public OutboxDispatcher(
        IOutboxStore store, ILedgerJournal journal, IOutboxLedger ledger, IEnumerable<RegistryLink> links, OutboxDispatcherOptions? options = null,
        TimeProvider? time = null, ILogger<OutboxDispatcher>? logger = null)
        : this(store, Require.NotNull(journal).Intents, _ => Require.NotNull(ledger), links, options, time, logger) => Require.NotNull(ledger);

    /// <summary>A standby dispatcher: it opens its ledger when it has the lease, so that it sees everything the previous owner wrote.</summary>
    /// <param name="store">Where instructions are kept.</param>
    /// <param name="intents">The instructions committed after a position, as <see cref="ILedgerJournal.Intents"/> gives them.</param>
    /// <param name="openLedger">Opens what takes outcomes in, for an owner.</param>
    /// <param name="links">The registries; one link each.</param>
    /// <param name="options">How its instructions are sent; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">The logger; null for none. Reasons that registries give are logged, secrets never.</param>
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
        _links = new Dictionary<string, RegistryLink>(Spelled.Names);
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

    /// <summary>Whether this process has the lease and works on the outbox.</summary>
    public bool IsOwner => Volatile.Read(ref _lease) is not null;

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>The lock object; older targets have no type for it.</summary>
    private sealed class Gate;
}

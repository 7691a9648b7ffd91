using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Ledger.Crash;

/// <summary>A host with its ledger and outbox in one store, and a registry over HTTP: gives the instructions of a plan, and works them off.</summary>
internal sealed class OutboxHost : IAsyncDisposable
{
    private static readonly Duration Settling = Duration.FromSeconds(1);

    private readonly GroupCommitJournal _journal;
    private readonly HttpChannel _channel;
    private readonly OutboxDispatcher _dispatcher;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <param name="store">The path of a file, or a connection string and the ledger's name behind a bar.</param>
    /// <param name="registry">Where it listens.</param>
    /// <param name="step">Called before and after whatever is durable or leaves the process; null where nobody counts.</param>
    internal OutboxHost(string store, Uri registry, Action? step = null)
    {
        (_journal, Outbox) = Open(store);
        Engine = new LedgerEngine(_journal, LedgerPolicy.Bare with { RefusalsAreRemembered = false });
        Engine.Execute(OutboxPlan.Issue);
        _channel = NewChannel(registry);
        _dispatcher = new OutboxDispatcher(
            step is null ? Outbox : new CountedOutbox(Outbox, step), _journal, new EngineLedger(Engine), [Link(step is null ? _channel : new CountedChannel(_channel, step))], Options);
    }

    internal LedgerEngine Engine { get; }

    internal IOutboxStore Outbox { get; }

    internal IStoredLedger Stored => _journal.Stored;

    internal static OutboxDispatcherOptions Options { get; } = new() { Owner = "process " + Environment.ProcessId, LookEvery = Duration.FromMilliseconds(20), Lease = Duration.FromSeconds(5) };

    internal static HttpChannel NewChannel(Uri registry, HttpMessageHandler? handler = null) =>
        IcmChannels.OverHttp(new HttpAccess(registry, new Uri(registry, "oauth/token"), "host", "stub-secret", "R-mill") { Timeout = Settling.ToTimeSpan() }, handler: handler);

    internal static RegistryLink Link(IRegistryChannel channel) => new(channel, new RegistryLinkOptions
    {
        SettlingTime = Settling,
        RequestsPerMinute = 600_000,
        Burst = 1000,
        BreakAfter = 1000,
        Patience = new OutboxPolicy(Settling) { FirstPause = Duration.FromMilliseconds(20), LongestPause = Duration.FromMilliseconds(300), AttemptTimeout = Settling, MostDoubts = 30 },
    });

    internal static PostgresJournalOptions Postgres(string server, string ledger) => new(server, ledger) { Lease = TimeSpan.FromSeconds(1) };

    /// <summary>Gives every instruction in its turn, and waits until all are settled.</summary>
    internal async Task WorkAsync(OutboxPlan plan, Action<string> tell)
    {
        _running = _dispatcher.RunAsync(_stop.Token);
        await plan.GiveAsync(Engine, Outbox, _dispatcher, _running, tell).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        (Outbox as IDisposable)?.Dispose();
        _journal.Dispose();
        _channel.Dispose();
        _stop.Dispose();
    }

    internal OutboxRecord? Record(string key) => Outbox.Find(key) is { } row ? OutboxText.Read(row) : null;

    private static (GroupCommitJournal Journal, IOutboxStore Outbox) Open(string store)
    {
        if (store.Split('|') is [var server, var ledger])
        {
            var options = Postgres(server, ledger);
            return (PostgresJournal.Open(options), PostgresOutbox.Open(options));
        }

        var journal = SqliteJournal.Open(store);
        return (journal, new SqliteOutbox(journal));
    }

    private sealed class CountedChannel(IRegistryChannel channel, Action step) : IRegistryChannel
    {
        public string Registry => channel.Registry;

        public RegistryTraits Traits => channel.Traits;

        public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
        {
            step();
            var outcome = await channel.SendAsync(instruction, cancellationToken).ConfigureAwait(false);
            step();
            return outcome;
        }

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
            channel.AskAsync(instruction, reference, cancellationToken);

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => channel.ProbeAsync(cancellationToken);

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => channel.ReadHoldingsAsync(cancellationToken);
    }
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>A host as its author writes it: ledger, link, outbox, watch and a webhook, with the stub registry behind it.</summary>
internal sealed class RegistryHost : IAsyncDisposable
{
    internal const int Issued = 100;

    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"ccts-host-{Guid.NewGuid():N}.db");
    private readonly HttpChannel _channel;
    private readonly WebApplication _application;

    private RegistryHost(StubRegistry registry, Action<WebApplication, RegistryHost> map, Duration firstPause, int looks)
    {
        Registry = registry;
        _channel = IcmChannels.OverHttp(new HttpAccess(registry.Address, registry.TokenAddress, "host", "stub-secret", "R-mill"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        // What an endpoint bounds it bounds itself: another server may have no limit of its own.
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = null);
        builder.Services.AddCctsLedger(o => (o.Path, o.Policy) = (_path, _ => LedgerPolicy.Bare));
        builder.Services.AddCctsRegistryLink(_ => new RegistryLink(_channel, new RegistryLinkOptions
        {
            SettlingTime = Second,
            RequestsPerMinute = 600_000,
            Burst = 1000,
            Patience = new OutboxPolicy(Second) { FirstPause = firstPause, LongestPause = Duration.FromMinutes(15), AttemptTimeout = Second },
            BreakFor = Duration.FromMilliseconds(500),
            BreakAfter = 2,
        }));
        builder.Services.AddCctsOutbox(o => o.Working = o.Working with { LookEvery = Duration.FromMilliseconds(20) });
        builder.Services.AddCctsRegistryWatch("icm", new RegistryWatchOptions { Accounts = ["mill"], Every = Second, Looks = looks }, (_, told) => Told.Enqueue(told));
        _application = builder.Build();
        map(_application, this);
    }

    internal StubRegistry Registry { get; }

    internal Lines Log { get; } = new();

    internal ConcurrentQueue<RegistryWatchEvent> Told { get; } = [];

    internal IServiceProvider Services => _application.Services;

    internal LedgerEngine Engine => Services.GetRequiredService<LedgerEngine>();

    internal OutboxDispatcher Dispatcher => Services.GetRequiredService<OutboxDispatcher>();

    internal Uri Address => new(_application.Urls.First());

    internal static async Task<RegistryHost> StartAsync(Action<WebApplication, RegistryHost>? map = null, ulong atRegistry = Issued, Duration? firstPause = null, int looks = 1)
    {
        var registry = await StubRegistry.StartAsync();
        registry.Issue("R-mill", "s", new BlockRange(1, atRegistry));
        var host = new RegistryHost(registry, map ?? ((_, _) => { }), firstPause ?? Duration.FromMilliseconds(20), looks);
        host.Engine.Execute(new IssueUnits("issue", SystemClock.Instance.GetCurrentInstant(), "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, Issued))));
        await host._application.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Reserves ten units and commits the instruction to retire them.</summary>
    internal void Instruct(string key, ulong start) => Assert.True(TryInstruct(key, start));

    /// <summary>The same; false while the breaker has the ledger take no new business.</summary>
    internal bool TryInstruct(string key, ulong start)
    {
        var instruction = new UnitInstruction
        {
            Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(start, start + 9)), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", key),
        };
        var answer = Engine.Execute(new ReserveUnits(key, SystemClock.Instance.GetCurrentInstant(), "mill", key, new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
        Dispatcher.Wake();
        return answer.IsAccepted;
    }

    internal async Task<HealthReportEntry> HealthAsync(string name) =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries[name];

    /// <summary>Waits until something is so; for a minute at the longest.</summary>
    internal static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    internal static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var i = 0; i < 6000 && !await holds(); i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(await holds(), what);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _channel.Dispose();
        await Registry.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_path) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>What was logged.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = [];

        internal IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _all.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}

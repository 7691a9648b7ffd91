using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>What the host's author has written works by itself: instructions leave, differences are told, health and figures say how it stands.</summary>
[Collection("hosts")]
public sealed class HostedOutboxTests
{
    [Fact]
    public async Task An_instruction_takes_effect_without_anybody_running_anything()
    {
        await using var host = await RegistryHost.StartAsync();
        host.Instruct("k", 1);
        await RegistryHost.UntilAsync(() => Retired(host) == 10, "the ledger has it as retired");
        Assert.Equal("k", Assert.Single(host.Registry.Effects).Key);
        Assert.Equal(HealthStatus.Healthy, (await host.HealthAsync("ccts-outbox")).Status);
    }

    [Fact]
    public async Task A_host_that_stops_lets_go_of_the_outbox_and_of_its_file()
    {
        var host = await RegistryHost.StartAsync();
        await RegistryHost.UntilAsync(() => host.Dispatcher.IsOwner, "the outbox is owned");
        var dispatcher = host.Dispatcher;
        await host.DisposeAsync();
        Assert.False(dispatcher.IsOwner);
    }

    [Fact]
    public async Task A_breaker_that_opens_is_told_by_health_and_figures_and_again_when_it_closes()
    {
        await using var host = await RegistryHost.StartAsync();
        host.Registry.Script(StubRequest.Instruction, StubFault.Maintenance, 6);
        host.Registry.Script(StubRequest.Probe, StubFault.Maintenance, 4);
        host.Instruct("k", 1);
        host.Instruct("l", 11);
        await RegistryHost.UntilAsync(() => host.Dispatcher.Registries() is [{ IsPaused: true }], "the breaker is open");
        var health = await host.HealthAsync("ccts-outbox");
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("breaker", health.Description, StringComparison.Ordinal);
        Assert.Equal(1, Gauge("ccts.registry.paused"));
        await RegistryHost.UntilAsync(() => Retired(host) == 20, "both were sent when the registry was well");
        await RegistryHost.UntilAsync(() => host.Dispatcher.Registries() is [{ IsPaused: false }], "business goes on");
        Assert.Equal(0, Gauge("ccts.registry.paused"));
        Assert.Equal(2, host.Registry.Effects.Count);
    }

    [Fact]
    public async Task A_ghost_is_told_by_event_log_health_and_figures_until_the_registry_has_it()
    {
        await using var host = await RegistryHost.StartAsync(atRegistry: 80);
        await RegistryHost.UntilAsync(() => host.Told.Any(t => t.IsRaised), "it is raised");
        Assert.True(host.Told.First() is { Difference: { IsGhost: true, LocalTonnes: 20 }, Quarantined.Count: 1 });
        await RegistryHost.UntilAsync(async () => (await host.HealthAsync("ccts-registry-watch")).Status == HealthStatus.Unhealthy, "health tells");
        Assert.Contains(host.Log.All, l => l.Contains("Ledger and icm differ: MissingAtRegistry, 20 t here, 0 t there; 1 blocks are quarantined.", StringComparison.Ordinal));
        Assert.Equal((100, 80), (Gauge("ccts.registry.claimed"), Gauge("ccts.registry.confirmed")));
        Assert.InRange(Gauge("ccts.registry.watch.lag"), 0, 60);

        host.Registry.Issue("R-mill", "s", new BlockRange(81, 100));
        await RegistryHost.UntilAsync(() => host.Told.Any(t => !t.IsRaised), "it is resolved");
        Assert.Equal(100, host.Engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));
        await RegistryHost.UntilAsync(async () => (await host.HealthAsync("ccts-registry-watch")).Status == HealthStatus.Healthy, "health tells");
    }

    /// <summary>"They agree" is never said of two that differ.</summary>
    [Fact]
    public async Task A_difference_that_is_not_raised_yet_is_named_by_health()
    {
        await using var host = await RegistryHost.StartAsync(atRegistry: 80, looks: 100);
        var watch = host.Services.GetRequiredService<RegistryWatch>();
        await RegistryHost.UntilAsync(() => watch.LatestComplete is not null, "the registry was read");
        var health = await host.HealthAsync("ccts-registry-watch");
        Assert.Equal((HealthStatus.Healthy, $"Ledger and icm differ as of {watch.LatestComplete!.At} in 1 place that has not lasted long enough to be raised."), (health.Status, health.Description));
    }

    [Fact]
    public async Task Requests_and_looks_are_spans()
    {
        var spans = new ConcurrentQueue<(string Name, string? Outcome)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == RegistryDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => spans.Enqueue((a.OperationName, a.GetTagItem("outcome")?.ToString())),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await RegistryHost.StartAsync();
        host.Instruct("k", 1);
        await RegistryHost.UntilAsync(() => Retired(host) == 10, "it is done");
        await RegistryHost.UntilAsync(() => spans.Contains(("ccts.registry.request", "confirmed")) && spans.Any(s => s.Name == "ccts.registry.look"), "both are told");
    }

    /// <summary>Whoever builds a dashboard goes by the page: each name on it is an instrument, and no instrument is left out.</summary>
    [Fact]
    public async Task The_instruments_are_those_of_the_page()
    {
        var told = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) => told.TryAdd(instrument.Name, instrument.Meter.Name == RegistryDiagnostics.Name);
        listener.Start();
        await using var host = await RegistryHost.StartAsync();
        host.Instruct("k", 1);
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "registry-channels.md"), TestContext.Current.CancellationToken);
        var table = page[page.IndexOf("| instrument |", StringComparison.Ordinal)..];
        var listed = Regex.Matches(table, "`(ccts[.][a-z.-]+)`", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToList();
        // An instrument is there from its first use on, which the watch may come to after the instruction is done.
        await RegistryHost.UntilAsync(() => Retired(host) == 10 && told.Count(t => t.Value) >= listed.Count, "it is done, and all instruments are there");
        Assert.Equal(told.Where(t => t.Value).Select(t => t.Key).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void What_is_missing_or_out_of_range_is_told_when_it_is_registered_or_asked_for()
    {
        Assert.Contains("RestartAfter", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsOutbox(o => o.RestartAfter = NodaTime.Duration.Zero)).Message, StringComparison.Ordinal);
        using var bare = new ServiceCollection().AddCctsOutbox().BuildServiceProvider();
        Assert.Contains("AddCctsLedger", Assert.Throws<InvalidOperationException>(() => bare.GetRequiredService<OutboxDispatcher>()).Message, StringComparison.Ordinal);
        using var unlinked = new ServiceCollection().AddCctsRegistryWatch("icm", new Adapters.Watching.RegistryWatchOptions { Accounts = ["mill"] }).BuildServiceProvider();
        Assert.Contains("AddCctsRegistryLink", Assert.Throws<InvalidOperationException>(() => unlinked.GetServices<Adapters.Watching.RegistryWatch>().ToList()).Message, StringComparison.Ordinal);
    }

    private static long Retired(RegistryHost host) => host.Engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Retired);

    // The process has one host at a time: the tests of this project are one collection.
    internal static double Gauge(string name) => Find(name) ?? throw new InvalidOperationException($"Nobody tells {name}.");

    internal static double? Find(string name)
    {
        double? found = null;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == RegistryDiagnostics.Name && instrument.Name == name)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => found = Math.Max(found ?? 0, value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => found = Math.Max(found ?? 0, value));
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => found = Math.Max(found ?? 0, value));
        listener.Start();
        listener.RecordObservableInstruments();
        return found;
    }
}

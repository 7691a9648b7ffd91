using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>How long an instruction has been open is counted by a stopwatch: a clock that is set raises no alarm and hides none.</summary>
[Collection("hosts")]
public sealed class OutboxHealthTests
{
    [Fact]
    public async Task An_instruction_that_is_open_for_too_long_is_told_whatever_the_clock_says()
    {
        var (clock, stop) = (new SetClock(), TestContext.Current.CancellationToken);
        await using var services = Services(clock);
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(stop);
        }

        Instruct(services.GetRequiredService<LedgerEngine>());
        var dispatcher = services.GetRequiredService<OutboxDispatcher>();
        dispatcher.Wake();
        await RegistryHost.UntilAsync(() => dispatcher.IsOwner && dispatcher.Open() is [{ State: InstructionState.NotDone }], "the registry asks for patience");

        foreach (var hours in new[] { 0, 10_000, -10_000 })
        {
            clock.SetBy = TimeSpan.FromHours(hours);
            Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        }

        clock.Passed = TimeSpan.FromHours(71);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        clock.Passed = TimeSpan.FromHours(73);
        foreach (var hours in new[] { 0, 10_000, -10_000 })
        {
            clock.SetBy = TimeSpan.FromHours(hours);
            Assert.Equal(HealthStatus.Degraded, await HealthAsync());
        }

        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(stop);
        }

        async Task<HealthStatus> HealthAsync() => (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-outbox"].Status;
    }

    /// <summary>Each question is a move. A doubt that no answer ends is old by its attempt.</summary>
    [Fact]
    public async Task A_doubt_that_is_asked_about_again_and_again_grows_old()
    {
        var (clock, stop) = (new SetClock(), TestContext.Current.CancellationToken);
        await using var services = Services(clock, () => ChannelOutcome.Unknown("html", "a page"));
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(stop);
        }

        Instruct(services.GetRequiredService<LedgerEngine>());
        var dispatcher = services.GetRequiredService<OutboxDispatcher>();
        dispatcher.Wake();
        await RegistryHost.UntilAsync(() => dispatcher.Open() is [{ State: InstructionState.Unknown }], "it is in doubt");
        clock.Passed = TimeSpan.FromHours(80);
        dispatcher.Wake("icm");
        await RegistryHost.UntilAsync(() => dispatcher.Open() is [{ State: InstructionState.Unknown, Questions: > 0 } asked] && asked.Since - asked.StandsSince > Duration.FromHours(70), "it was asked about");
        var health = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-outbox"];
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.InRange(HostedOutboxTests.Gauge("ccts.outbox.oldest"), TimeSpan.FromHours(79).TotalSeconds, TimeSpan.FromHours(90).TotalSeconds);
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(stop);
        }
    }

    /// <summary>A transfer that is done rests for the registry's settling time. It is open, waits for nobody, and is in no figure.</summary>
    [Fact]
    public async Task What_only_rests_is_in_no_gauge_and_makes_nobody_ill()
    {
        var (clock, stop) = (new SetClock(), TestContext.Current.CancellationToken);
        await using var services = Services(clock, () => ChannelOutcome.Confirmed(), Duration.FromDays(30));
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(stop);
        }

        Instruct(services.GetRequiredService<LedgerEngine>(), InstructionKind.Transfer);
        var dispatcher = services.GetRequiredService<OutboxDispatcher>();
        dispatcher.Wake();
        await RegistryHost.UntilAsync(() => dispatcher.Open() is [{ State: InstructionState.Confirmed, IsSettled: true, RestsUntil: not null }], "it rests");
        clock.Passed = TimeSpan.FromHours(80);
        Assert.Single(dispatcher.Open());
        Assert.Null(HostedOutboxTests.Find("ccts.outbox.open"));
        Assert.Null(HostedOutboxTests.Find("ccts.outbox.oldest"));
        Assert.Equal(HealthStatus.Healthy, (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-outbox"].Status);
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(stop);
        }
    }

    /// <summary>A slip in a registry's name: for three days nobody would know that its instructions wait.</summary>
    [Fact]
    public async Task An_instruction_to_a_registry_without_a_link_is_told_at_once()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var services = Services(new SetClock());
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(stop);
        }

        var slip = new UnitInstruction { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icn", "s", new BlockRange(1, 9)), FromAccount = "a" };
        var issue = new IssueUnits("issue", Instant.FromUtc(2026, 10, 15, 6, 30), "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, 10)));
        Assert.True(services.GetRequiredService<LedgerEngine>().Execute(issue, slip.ToIntent()).IsAccepted);
        var dispatcher = services.GetRequiredService<OutboxDispatcher>();
        dispatcher.Wake();
        await RegistryHost.UntilAsync(() => dispatcher.Open().Count == 1, "it was taken over");
        var health = (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-outbox"];
        Assert.Equal((HealthStatus.Degraded, "Instructions wait for a link to icn, and this host has none."), (health.Status, health.Description));
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(stop);
        }
    }

    internal static ServiceProvider Services(TimeProvider clock, Func<ChannelOutcome>? says = null, Duration? settling = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        var journal = new InMemoryJournal();
        services.AddSingleton<ILedgerJournal>(journal).AddSingleton(new LedgerEngine(journal, LedgerPolicy.Bare));
        services.AddCctsRegistryLink(_ => new RegistryLink(new Patient(says ?? (() => ChannelOutcome.Throttled(null))), new RegistryLinkOptions
        {
            SettlingTime = settling, Patience = new OutboxPolicy(Duration.MaxValue) { FirstPause = Duration.FromDays(30), LongestPause = Duration.FromDays(30) },
        }));
        services.AddCctsOutbox(o =>
        {
            o.Store = _ => new InMemoryOutbox(SystemClock.Instance);
            o.LongestOpen = Duration.FromHours(72);
        });
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    internal static void Instruct(LedgerEngine engine, InstructionKind kind = InstructionKind.Retire)
    {
        var (units, at) = (new BlockRange(1, 10), Instant.FromUtc(2026, 10, 15, 6, 30));
        engine.Execute(new IssueUnits("issue", at, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), units)));
        var instruction = new UnitInstruction { Key = "k", Kind = kind, Units = new SerialBlock("icm", "s", units), FromAccount = "R-mill", ToAccount = kind == InstructionKind.Transfer ? "R-buyer" : null, Ledger = new LedgerEffect("mill", "k", kind == InstructionKind.Transfer ? "buyer" : null) };
        Assert.True(engine.Execute(new ReserveUnits("k", at, "mill", "k", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
    }

    /// <summary>A clock that is set, and a stopwatch that a test lets run on. Timers are those of the system.</summary>
    internal sealed class SetClock : TimeProvider
    {
        private readonly DateTimeOffset _start = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
        private readonly long _began = System.GetTimestamp();

        internal TimeSpan SetBy { get; set; }

        internal TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _start + SetBy + Passed + System.GetElapsedTime(_began);

        public override long GetTimestamp() => (Passed + System.GetElapsedTime(_began)).Ticks;
    }

    /// <summary>A registry that says what it is told to; unless told, that it is too busy for weeks.</summary>
    private sealed class Patient(Func<ChannelOutcome> says) : IRegistryChannel
    {
        public string Registry => "icm";

        public RegistryTraits Traits { get; } = new()
        {
            Registry = "icm",
            Title = "icm",
            Status = InterfaceStatus.Provisional,
            SettlingTime = new Trait<Duration>(Duration.FromHours(1), Evidence.Assumption, "the test"),
            RequestsPerMinute = new Trait<int>(600, Evidence.Assumption, "the test"),
            PageLimit = new Trait<int>(null, Evidence.Unknown, "nobody"),
        };

        public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default) => Task.FromResult(says());

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
            Task.FromResult(RegistryOutcome.Unknown<UnitsAnswer>("busy", "It is busy."));

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Confirmed());

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();
    }
}

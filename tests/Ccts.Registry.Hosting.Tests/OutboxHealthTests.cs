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

    private static ServiceProvider Services(TimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        var journal = new InMemoryJournal();
        services.AddSingleton<ILedgerJournal>(journal).AddSingleton(new LedgerEngine(journal, LedgerPolicy.Bare));
        services.AddCctsRegistryLink(_ => new RegistryLink(new Patient(), new RegistryLinkOptions()));
        services.AddCctsOutbox(o =>
        {
            o.Store = _ => new InMemoryOutbox(SystemClock.Instance);
            o.LongestOpen = Duration.FromHours(72);
        });
        return services.BuildServiceProvider();
    }

    private static void Instruct(LedgerEngine engine)
    {
        var (units, at) = (new BlockRange(1, 10), Instant.FromUtc(2026, 10, 15, 6, 30));
        engine.Execute(new IssueUnits("issue", at, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), units)));
        var instruction = new UnitInstruction { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", units), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", "k") };
        Assert.True(engine.Execute(new ReserveUnits("k", at, "mill", "k", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
    }

    /// <summary>A clock that is set, and a stopwatch that a test lets run on. Timers are those of the system.</summary>
    private sealed class SetClock : TimeProvider
    {
        private readonly DateTimeOffset _start = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
        private readonly long _began = System.GetTimestamp();

        internal TimeSpan SetBy { get; set; }

        internal TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _start + SetBy + Passed + System.GetElapsedTime(_began);

        public override long GetTimestamp() => (Passed + System.GetElapsedTime(_began)).Ticks;
    }

    /// <summary>A registry that is too busy for weeks.</summary>
    private sealed class Patient : IRegistryChannel
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

        public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Throttled(Duration.FromDays(30)));

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
            Task.FromResult(RegistryOutcome.Unknown<UnitsAnswer>("busy", "It is busy."));

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Confirmed());

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();
    }
}

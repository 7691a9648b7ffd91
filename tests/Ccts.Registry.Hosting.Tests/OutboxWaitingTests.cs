using System;
using System.IO;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Ccts.Registry.Hosting.Tests;

/// <summary>What only a person ends, what the ledger does not take, and an outbox that nobody works off: health tells it, and not after three days.</summary>
[Collection("hosts")]
public sealed class OutboxWaitingTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 10, 15, 6, 30);

    [Theory]
    [InlineData("unreadable", "Instructions that wait for an operator (ccts outbox list): 1.")]
    [InlineData("half done", "Instructions that wait for an operator (ccts outbox list): 1.")]
    [InlineData("frozen meanwhile", "Outcomes that the ledger refuses (ccts outbox list): 1.")]
    public async Task What_waits_for_somebody_is_told_at_once(string how, string told)
    {
        LedgerEngine engine = null!;
        await using var services = OutboxHealthTests.Services(new OutboxHealthTests.SetClock(), () =>
        {
            _ = how == "frozen meanwhile" ? engine.Execute(new FreezeAccount("frozen", Then, "mill", true, "an inquiry")) : null;
            return how == "half done" ? ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 4)), "half", "x") : ChannelOutcome.Confirmed();
        });
        engine = services.GetRequiredService<LedgerEngine>();
        if (how == "unreadable")
        {
            var issue = new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, 10)));
            Assert.True(engine.Execute(issue, new RegistryIntent("garbled", "icm", "{}")).IsAccepted);
        }
        else
        {
            OutboxHealthTests.Instruct(engine);
        }

        await Told(services, HealthStatus.Degraded, told);
    }

    [Fact]
    public async Task An_outbox_that_cannot_be_worked_off_is_no_healthy_one()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new OutboxHealthTests.SetClock());
        services.AddCctsOutbox(o => o.Dispatcher = (_, links) => new OutboxDispatcher(new InMemoryOutbox(SystemClock.Instance), _ => throw new IOException("The disk is gone."), _ => new EngineLedger(new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare)), links));
        await using var built = services.BuildServiceProvider();
        await Told(built, HealthStatus.Unhealthy, "The outbox sends nothing.");
    }

    /// <summary>"They agree" of yesterday is no news: three looks that were not whole are told, before the first whole one too.</summary>
    [Fact]
    public async Task A_registry_that_is_not_read_whole_is_told()
    {
        var (clock, stop) = (new OutboxHealthTests.SetClock(), TestContext.Current.CancellationToken);
        await using var services = OutboxHealthTests.Services(clock, more: s => s.AddCctsRegistryWatch("icm", new RegistryWatchOptions { Accounts = ["mill"], Every = Duration.FromHours(1) }));
        Assert.Equal((HealthStatus.Healthy, "icm is being read for the first time."), await HealthAsync());
        clock.Passed = TimeSpan.FromHours(4);
        Assert.Equal((HealthStatus.Degraded, "icm has not been read whole yet."), await HealthAsync());
        var report = await services.GetRequiredService<RegistryWatch>().LookAsync(stop);
        Assert.Equal((HealthStatus.Healthy, $"Ledger and icm agree as of {report.At}."), await HealthAsync());
        clock.Passed = TimeSpan.FromHours(8);
        Assert.Equal((HealthStatus.Degraded, $"icm has not been read whole since {report.At}."), await HealthAsync());

        async Task<(HealthStatus, string?)> HealthAsync() => (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-registry-watch"] is var health ? (health.Status, health.Description) : default;
    }

    private static async Task Told(ServiceProvider services, HealthStatus status, string told)
    {
        var stop = TestContext.Current.CancellationToken;
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(stop);
        }

        await RegistryHost.UntilAsync(async () => (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(stop)).Entries["ccts-outbox"] is var health && health.Status == status && health.Description == told, told);
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(stop);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Hosting;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>A host's ledger: there after a restart, limited by the year's ruleset, watched, and telling when it has stopped.</summary>
public sealed class LedgerHostTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 12, 15, 6, 30);

    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-host-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "journal.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_answered_is_there_when_the_host_starts_again()
    {
        await using (var services = Services(o => o.SnapshotEvery = 2))
        {
            var ledger = services.GetRequiredService<CctsLedger>();
            Assert.True((await ledger.ExecuteAsync(Issue("k1", 1), [new RegistryIntent("x", "icm", "{}")], TestContext.Current.CancellationToken)).IsAccepted);
            Assert.Same(ledger.Engine, services.GetRequiredService<LedgerEngine>());
            Assert.Same(ledger.Journal, services.GetRequiredService<ILedgerJournal>());
        }

        await using var again = Services();
        Assert.True((await again.GetRequiredService<CctsLedger>().ExecuteAsync(Issue("k1", 1), cancellation: TestContext.Current.CancellationToken)).IsRepeat);
        Assert.Single(again.GetRequiredService<ILedgerJournal>().Intents(0));
    }

    [Fact]
    public async Task Limits_are_those_of_the_ruleset_of_the_year_and_follow_it()
    {
        var clock = new MovedClock(Instant.FromUtc(2026, 11, 23, 6, 30));
        await using var services = Services(clock: clock);
        var ledger = services.GetRequiredService<CctsLedger>();
        var catalog = services.GetRequiredService<LiveCatalog>().Current;
        var year = new ComplianceYear(2026);
        Assert.Equal(Told(LedgerLimits.Of(catalog.Resolve(year, new LocalDate(2026, 11, 23)))), Told(ledger.Engine.Policy));
        var first = ledger.Engine.Policy;

        // The next revision of the year's ruleset is published.
        clock.Now = Instant.FromUtc(2026, 12, 1, 6, 30);
        await ledger.ExecuteAsync(Issue("k1", 1), cancellation: TestContext.Current.CancellationToken);
        var second = ledger.Engine.Policy;
        Assert.NotSame(first, second);
        Assert.Equal(Told(LedgerLimits.Of(catalog.Resolve(year, new LocalDate(2026, 12, 1)))), Told(second));
        await ledger.ExecuteAsync(Issue("k2", 2), cancellation: TestContext.Current.CancellationToken);
        Assert.Same(second, ledger.Engine.Policy);

        // Midnight in India: a year of which there is no ruleset yet.
        clock.Now = Instant.FromUtc(2027, 3, 31, 18, 30);
        await ledger.ExecuteAsync(Issue("k3", 3), cancellation: TestContext.Current.CancellationToken);
        Assert.Same(second, ledger.Engine.Policy);
        var health = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Degraded, health.Entries["ccts-ledger"].Status);
    }

    [Fact]
    public void A_year_may_be_named()
    {
        using var services = Services(o => o.Year = new ComplianceYear(2025));
        var catalog = services.GetRequiredService<LiveCatalog>().Current;
        Assert.Equal(Told(LedgerLimits.Of(catalog.Resolve(new ComplianceYear(2025), new LocalDate(2026, 12, 15)))), Told(services.GetRequiredService<LedgerEngine>().Policy));
    }

    [Fact]
    public async Task Commands_are_told_in_spans_and_metrics_and_nobody_by_name()
    {
        var spans = new List<Activity>();
        var told = new List<string>();
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == CctsLedgerTelemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = spans.Add };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == CctsLedgerTelemetry.Name) { l.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => told.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => t.Value))}".Trim()));
        meters.Start();
        await using var services = Services();
        var ledger = services.GetRequiredService<CctsLedger>();
        await ledger.ExecuteAsync(Issue("k1", 1), cancellation: TestContext.Current.CancellationToken);
        await ledger.ExecuteAsync(Issue("k1", 1), cancellation: TestContext.Current.CancellationToken);
        await ledger.ExecuteAsync(new TransferUnits("k2", Noon, "mill", "kiln", new OldestUnits("ccc", 5)), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["ccts.ledger.commands 1 IssueUnits accepted", "ccts.ledger.commands 1 IssueUnits repeated", "ccts.ledger.commands 1 TransferUnits refused not-enough"], told);
        Assert.Equal(["accepted", "repeated", "refused"], spans.Select(s => s.GetTagItem("ccts.outcome")));
        told.Clear();
        meters.RecordObservableInstruments();
        Assert.Contains(told, t => t == "ccts.ledger.waiting 0");
        Assert.Contains(told, t => t.StartsWith("ccts.ledger.wal.size ", StringComparison.Ordinal) && t != "ccts.ledger.wal.size 0");
        Assert.DoesNotContain(spans, s => s.TagObjects.Any(t => $"{t.Value}".Contains("mill", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_ledger_that_has_stopped_is_unhealthy()
    {
        await using var services = Services();
        var ledger = services.GetRequiredService<CctsLedger>();
        var health = services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["ccts-ledger"].Status);
        var journal = (Ccts.Ledger.Sqlite.SqliteJournal)ledger.Journal;
        await journal.Write(c =>
        {
            using var command = c.CreateCommand();
            command.CommandText = "DROP TABLE entry";
            command.ExecuteNonQuery();
        });
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await ledger.ExecuteAsync(Issue("k1", 1), cancellation: TestContext.Current.CancellationToken));
        Assert.NotNull(ledger.Failure);
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["ccts-ledger"].Status);
    }

    [Fact]
    public async Task Snapshots_are_kept_by_themselves()
    {
        await using var services = Services(o => o.SnapshotEvery = 3);
        var ledger = services.GetRequiredService<CctsLedger>();
        for (ulong i = 0; i < 3; i++)
        {
            await ledger.ExecuteAsync(Issue("k" + i, i), cancellation: TestContext.Current.CancellationToken);
        }

        Assert.True(SpinWait.SpinUntil(() => ledger.Journal.LatestSnapshot()?.Position == 3, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Another_store_and_limits_of_ones_own_may_be_given()
    {
        var journal = new InMemoryJournal();
        var policy = LedgerPolicy.Bare with { BorrowingPermitted = true };
        using var services = new ServiceCollection().AddCctsLedger(o => (o.Journal, o.Policy) = (_ => journal, _ => policy)).BuildServiceProvider();
        Assert.Same(journal, services.GetRequiredService<CctsLedger>().Journal);
        Assert.Same(policy, services.GetRequiredService<LedgerEngine>().Policy);
    }

    [Fact]
    public void What_is_missing_or_not_understood_is_told()
    {
        using var without = new ServiceCollection().AddCctsLedger(o => o.Path = Path).BuildServiceProvider();
        Assert.Contains("AddCcts()", Assert.Throws<InvalidOperationException>(() => without.GetRequiredService<CctsLedger>()).Message, StringComparison.Ordinal);
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Ccts:Ledger:Pth"] = "x", ["Ccts:Ledger:Year"] = "2025", ["Ccts:Ledger:SnapshotEvery"] = "-1",
        }).Build().GetSection("Ccts:Ledger");
        var message = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsLedger(section)).Message;
        Assert.All(["Ccts:Ledger:Pth", "Ccts:Ledger:Year", "Ccts:Ledger:SnapshotEvery"], path => Assert.Contains(path, message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCctsLedger(o => o.Path = " "));
    }

    private sealed class MovedClock(Instant now) : IClock
    {
        internal Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }

    private static string Told(LedgerPolicy policy) => string.Join('|', policy.Unknowns.Select(u => u.Path + u.Standing)) + policy.Oversell + string.Join('|', policy.Units);

    private static IssueUnits Issue(string key, ulong number) => new(key, Noon, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(number, number)));

    private ServiceProvider Services(Action<CctsLedgerOptions>? options = null, IClock? clock = null)
    {
        var services = new ServiceCollection().AddLogging().AddCcts();
        services.AddSingleton(clock ?? new MovedClock(Noon));
        services.AddCctsLedger(o =>
        {
            o.Path = Path;
            options?.Invoke(o);
        });
        return services.BuildServiceProvider();
    }
}

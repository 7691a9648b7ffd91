using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.Watching;

/// <summary>What is claimed against what is confirmed: a ghost is told and out of reach, and free again when the registry has it.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly InMemoryJournal _journal = new();
    private readonly LedgerEngine _engine;
    private readonly List<RegistryWatchEvent> _told = [];
    private StubRegistry _registry = null!;
    private HttpChannel _channel = null!;
    private RegistryWatch _watch = null!;

    public WatchTests() => _engine = new LedgerEngine(_journal, LedgerPolicy.Bare);

    public async ValueTask InitializeAsync()
    {
        _registry = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret });
        _channel = IcmChannels.OverHttp(StubFixture.Access(_registry), StubFixture.Profile());
        _watch = new RegistryWatch(_channel, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, _told.Add);
        Own("mill", 1, 100);
        _registry.Issue("R-mill", "s", new BlockRange(1, 80));
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _channel.Dispose();
        await _registry.DisposeAsync();
    }

    /// <summary>How old the last whole look is, is counted by a stopwatch: a clock that is set back hides no silence.</summary>
    [Fact]
    public async Task How_long_ago_the_registry_was_read_whole_does_not_hang_on_the_clock()
    {
        var clock = new Clock();
        using var watch = new RegistryWatch(_channel, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, time: clock);
        Assert.Null(watch.SinceComplete);
        await watch.LookAsync(TestContext.Current.CancellationToken);
        (clock.Passed, clock.Now) = (TimeSpan.FromHours(5), clock.Now.AddDays(-1));
        Assert.Equal(Duration.FromHours(5), watch.SinceComplete);
        _registry.Script(StubRequest.Page, StubFault.Html);
        Assert.False((await watch.LookAsync(TestContext.Current.CancellationToken)).IsComplete);
        Assert.Equal(Duration.FromHours(5), watch.SinceComplete);
    }

    private sealed class Clock : TimeProvider
    {
        internal TimeSpan Passed { get; set; }

        internal DateTimeOffset Now { get; set; } = Then.ToDateTimeOffset();

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public async Task A_ghost_that_lasts_is_told_and_quarantined_and_free_again_when_the_registry_has_it()
    {
        var first = await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((100, 80, 0), (first.ClaimedTonnes, first.ConfirmedTonnes, first.InFlightTonnes));
        Assert.Empty(_told);
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        var ghost = Assert.Single(_told);
        Assert.True(ghost is { IsRaised: true, Difference: { IsGhost: true, LocalTonnes: 20 } });
        Assert.Equal(new BlockRange(81, 100), Assert.Single(ghost.Quarantined).Range);
        Assert.Equal(20, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));
        Assert.False(_engine.Execute(new ReserveUnits("greedy", Then, "mill", "g", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(90, 95))), ReservationPurpose.Other)).IsAccepted);

        await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Single(_told);

        _registry.Issue("R-mill", "s", new BlockRange(81, 100));
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal([true, false], _told.Select(t => t.IsRaised));
        Assert.Equal(100, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));
    }

    /// <summary>Of a ghost that shrinks the part that the registry has again is free; the rest stays out of reach.</summary>
    [Fact]
    public async Task A_ghost_that_shrinks_sets_free_what_it_lost()
    {
        await Look(2);
        _registry.Issue("R-mill", "s", new BlockRange(81, 90));
        await Look(1);
        Assert.Equal(10, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));
        Assert.Equal(new BlockRange(81, 90), Assert.Single(_told[^1].Quarantined).Range);
        await Look(2);
        Assert.True(_told[^1] is { IsRaised: false, Difference.LocalTonnes: 10 });
        Assert.Equal("91-100 10", Assert.Single(_watch.Raised) is var left ? $"{left.Range} {left.LocalTonnes}" : "");
        _registry.Issue("R-mill", "s", new BlockRange(91, 100));
        await Look(1);
        Assert.Equal(100, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));
    }

    [Fact]
    public async Task After_a_restart_it_lets_out_what_it_quarantined_before_and_nothing_of_an_operator()
    {
        await Look(2);
        Assert.True(_engine.Execute(new AssignUnits("op", Then, "mill", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(1, 5))), ShadowAccount.Quarantined, "an audit")).IsAccepted);
        _registry.Issue("R-mill", "s", new BlockRange(81, 100));

        using var forgetful = new RegistryWatch(_channel, _engine, new RegistryWatchOptions { Accounts = ["mill"] });
        await forgetful.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(25, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));

        using var next = new RegistryWatch(_channel, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, journal: _journal);
        await next.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));
        await next.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));
    }

    [Fact]
    public async Task What_an_instruction_holds_is_no_difference_whichever_way_it_went()
    {
        _registry.Issue("R-mill", "s", new BlockRange(81, 100));
        _engine.Execute(new ReserveUnits("k", Then, "mill", "r", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(1, 10))), ReservationPurpose.Other));
        _registry.ActByHand("k", "RETIRE", "s", new BlockRange(1, 10), "R-mill");
        var report = await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Empty(report.Differences);
        Assert.Equal((90, 90, 10), (report.ClaimedTonnes, report.ConfirmedTonnes, report.InFlightTonnes));
    }

    [Fact]
    public async Task Units_that_the_ledger_does_not_know_are_told_as_another_class()
    {
        _registry.Issue("R-mill", "s", new BlockRange(81, 120));
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ReconciliationClass.MissingLocally, Assert.Single(_told).Difference.Class);
        Assert.Empty(_told[0].Quarantined);
    }

    [Theory]
    [InlineData(StubFault.Clamped)]
    [InlineData(StubFault.Html)]
    [InlineData(StubFault.IgnoredFilter)]
    [InlineData(StubFault.Truncated)]
    public async Task A_registry_that_is_not_read_whole_raises_and_clears_nothing(StubFault fault)
    {
        _registry.Issue("R-other", "a", new BlockRange(1, 5));
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Single(_told);
        _registry.Issue("R-mill", "s", new BlockRange(81, 100));
        _registry.Script(StubRequest.Page, fault);
        Assert.False((await _watch.LookAsync(TestContext.Current.CancellationToken)).IsComplete);
        Assert.Single(_told);
    }

    [Fact]
    public async Task Units_in_the_wrong_one_of_two_accounts_are_told_twice_and_are_out_of_reach_until_they_are_where_they_belong()
    {
        Own("kiln", 101, 150);
        _registry.Issue("R-mill", "s", new BlockRange(81, 100));
        _registry.Issue("R-mill", "s", new BlockRange(101, 110));
        _registry.Issue("R-kiln", "s", new BlockRange(111, 150));
        var two = StubFixture.Access(_registry, "R-mill", "R-kiln");
        using var channel = IcmChannels.OverHttp(two, StubFixture.Profile());
        var accounts = new Dictionary<string, string> { ["mill"] = "R-mill", ["kiln"] = "R-kiln" };
        Assert.Throws<ArgumentException>(() => new RegistryWatch(channel, _engine, new RegistryWatchOptions { Accounts = ["mill", "kiln"] }));
        Assert.Throws<ArgumentException>(() => new RegistryWatch(channel, _engine, new RegistryWatchOptions { Accounts = ["mill", "kiln", "port"], RegistryAccounts = accounts }));
        using var watch = new RegistryWatch(channel, _engine, new RegistryWatchOptions { Accounts = ["mill", "kiln"], RegistryAccounts = accounts }, _told.Add);

        await watch.LookAsync(TestContext.Current.CancellationToken);
        var report = await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((150, 140), (report.ClaimedTonnes, report.ConfirmedTonnes));
        Assert.Equal(["R-kiln MissingAtRegistry 101-110", "R-mill MissingLocally 101-110"], report.Differences.Select(d => $"{d.Account} {d.Class} {d.Range}"));
        Assert.Contains("\"account\": \"R-kiln\"", report.ToJson(), StringComparison.Ordinal);
        Assert.Equal((10, 0), (_engine.Account("kiln")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined), _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined)));

        _registry.ActByHand("home", "TRANSFER", "s", new BlockRange(101, 110), "R-mill", "R-kiln");
        await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(50, _engine.Account("kiln")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));
        Assert.Equal([true, true, false, false], _told.Select(t => t.IsRaised));
    }

    [Fact]
    public async Task A_row_that_names_no_account_or_numbers_in_two_of_them_raise_and_clear_nothing()
    {
        Own("kiln", 101, 150);
        var options = new RegistryWatchOptions { Accounts = ["mill", "kiln"], RegistryAccounts = new Dictionary<string, string> { ["mill"] = "R-mill", ["kiln"] = "R-kiln" } };
        foreach (var (account, code) in new[] { ((string?)null, "account-not-stated"), ("R-kiln", "in-two-accounts") })
        {
            using var watch = new RegistryWatch(new Shown(("R-mill", 1, 100), (account, 90, 150)), _engine, options, _told.Add);
            await watch.LookAsync(TestContext.Current.CancellationToken);
            var report = await watch.LookAsync(TestContext.Current.CancellationToken);
            Assert.Equal(code, Assert.Single(report.Problems).Code);
            Assert.Empty(_told);
        }
    }

    /// <summary>A registry that shows what a test has it show.</summary>
    private sealed class Shown(params (string? Account, ulong Start, ulong End)[] rows) : IRegistryChannel
    {
        public string Registry => "icm";

        public RegistryTraits Traits => throw new NotSupportedException();

        public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => rows.Select((r, i) => new ExportRow(
            new StatementEntry { File = "shown", Line = i + 1, Registry = Registry, Account = r.Account, Block = new SerialBlock(Registry, "s", new BlockRange(r.Start, r.End)), State = UnitState.Held }, null)).ToAsyncEnumerable();
    }

    private async Task Look(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await _watch.LookAsync(TestContext.Current.CancellationToken);
        }
    }

    private void Own(string account, ulong start, ulong end) =>
        Assert.True(_engine.Execute(new IssueUnits("issue-" + account, Then, account, new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(start, end)))).IsAccepted);
}

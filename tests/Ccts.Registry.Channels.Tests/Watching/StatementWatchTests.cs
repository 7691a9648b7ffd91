using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Watching;
using Ccts.Registry.Channels.Tests.Files;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.Watching;

/// <summary>A registry that states its units once a day: what was bought since is no ghost, and one statement read twice is one.</summary>
public sealed class StatementWatchTests : IDisposable
{
    private static readonly Instant Before = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly FileRegistry _registry = new();
    private readonly InMemoryJournal _journal = new();
    private readonly LedgerEngine _engine;
    private readonly List<RegistryWatchEvent> _told = [];

    public StatementWatchTests()
    {
        _engine = new LedgerEngine(_journal, LedgerPolicy.Bare);
        Assert.True(_engine.Execute(new IssueUnits("issue", Before, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, 100)))).IsAccepted);
        _registry.Issue("s", new BlockRange(1, 80), "R-mill");
        _registry.Issue("s", new BlockRange(81, 100), "R-mill");
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task What_was_bought_since_the_statement_is_no_ghost()
    {
        using var watch = Watch();
        await Look(watch, 2);
        Assert.True(_engine.Execute(new TransferUnits("t1", Noon, "mill", "buyer", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(1, 10))))).IsAccepted);
        await Look(watch, 4);
        Assert.Empty(_told);
        Assert.Empty(watch.Latest!.Differences);
        Assert.Equal(10, _engine.Account("buyer")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));

        // A restart forgets nothing of it.
        using var next = Watch();
        await Look(next, 2);
        Assert.Empty(next.Latest!.Differences);
    }

    [Fact]
    public async Task A_difference_is_raised_when_two_statements_show_it()
    {
        Assert.True(_engine.Execute(new IssueUnits("ghost", Before, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(101, 110)))).IsAccepted);
        using var watch = Watch();
        await Look(watch, 5);
        Assert.Empty(_told);
        Assert.Single(watch.Latest!.Differences);
        _registry.State();
        await Look(watch, 1);
        Assert.Equal("101-110", Assert.Single(_told).Difference.Range.ToString());
        Assert.Equal(10, _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined));
        Assert.Contains("\"holdingsAsOf\": \"2026-11-29T09:00:03Z\"", watch.Latest.ToJson(), StringComparison.Ordinal);

        _registry.Issue("s", new BlockRange(101, 110), "R-mill");
        await Look(watch, 1);
        Assert.Equal((0L, 110L), (_engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Quarantined), _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free)));
    }

    [Fact]
    public async Task Without_the_journal_or_with_a_statement_that_is_too_old_the_look_is_not_whole()
    {
        using var forgetful = new RegistryWatch(Channel(_registry.Clock), _engine, Options, _told.Add);
        Assert.Equal("journal-not-given", Assert.Single((await forgetful.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
        using var late = new RegistryWatch(Channel(new Later()), _engine, Options, _told.Add, journal: _journal);
        Assert.Equal("silent", Assert.Single((await late.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
        Assert.Null(late.LatestComplete);
    }

    /// <summary>Rows of one day and the date of the next would make a ghost of what was bought between them.</summary>
    [Fact]
    public async Task A_statement_that_is_replaced_while_it_is_read_counts_for_nothing()
    {
        var registry = new Restated(Before, Before + Duration.FromDays(1), Before + Duration.FromDays(1), Before + Duration.FromDays(1));
        using var watch = new RegistryWatch(registry, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, _told.Add, journal: _journal);
        Assert.Equal("statement-changed", Assert.Single((await watch.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
        Assert.Null(watch.LatestComplete);
        Assert.True((await watch.LookAsync(TestContext.Current.CancellationToken)).IsComplete);
    }

    /// <summary>A registry whose statement is dated otherwise each time that somebody looks.</summary>
    private sealed class Restated(params Instant[] dates) : ShownRegistry, IStatesHoldings
    {
        private readonly Queue<Instant> _dates = new(dates);

        public Instant? HoldingsAsOf => _dates.Dequeue();
    }

    private static RegistryWatchOptions Options { get; } = new() { Accounts = ["mill", "buyer"], RegistryAccounts = new Dictionary<string, string> { ["mill"] = "R-mill", ["buyer"] = "R-buyer" } };

    private static Instant Noon { get; } = Instant.FromUtc(2026, 11, 29, 12, 0);

    private RegistryWatch Watch() => new(Channel(_registry.Clock), _engine, Options, _told.Add, journal: _journal);

    private FileChannel Channel(TimeProvider clock) =>
        IcmChannels.OverFiles(new FileDrop(_registry.Instructions, _registry.Answers, "R-mill", "R-buyer") { LongestSilence = Duration.FromDays(2) }, time: clock);

    private static async Task Look(RegistryWatch watch, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Empty((await watch.LookAsync(TestContext.Current.CancellationToken)).Problems);
        }
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 5, 0, 0, 0, TimeSpan.Zero);
    }
}

using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Files;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Watching;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.Watching;

/// <summary>Ghosts are counted number by number, whatever is traded meanwhile; and nothing becomes a ghost, or stops being one, because nobody looked.</summary>
public sealed class GhostTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly InMemoryJournal _journal = new();
    private readonly LedgerEngine _engine;
    private readonly List<RegistryWatchEvent> _told = [];
    private readonly ShownRegistry _registry = new();
    private int _sales;

    public GhostTests()
    {
        _engine = new LedgerEngine(_journal, LedgerPolicy.Bare);
        Assert.True(_engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 100)))).IsAccepted);
    }

    /// <summary>Each trade cuts the run that differs anew. A number that is a ghost in two looks is one.</summary>
    [Fact]
    public async Task A_ghost_whose_units_are_traded_between_two_looks_is_raised_all_the_same()
    {
        using var watch = Watch(["mill"]);
        await Look(watch);
        Sell(1);
        await Look(watch);
        Assert.Equal(["+2-100 99 t"], Events());
        Assert.Equal((99L, 1L), (Tonnes(ShadowAccount.Quarantined), Tonnes(ShadowAccount.Reserved)));
        Assert.Equal(["2-100"], watch.Raised.Select(r => r.Range!.Value.ToString()));
    }

    /// <summary>What an instruction takes up is out of sight, and no answer: it is resolved when the registry has it or the ledger claims it no more.</summary>
    [Fact]
    public async Task Of_a_raised_ghost_only_the_part_that_is_gone_is_over()
    {
        using var watch = Watch(["mill"], quarantines: false);
        await Look(watch, 2);
        Sell(1);
        await Look(watch, 2);
        Assert.Equal(["+1-100 100 t"], Events());
        Assert.Equal(100, watch.Raised.Sum(r => r.LocalTonnes));
        Assert.True(_engine.Execute(new ReleaseUnits("back", Then, "mill", "sale-1")).IsAccepted);
        await Look(watch, 2);
        Assert.Equal(["+1-100 100 t"], Events());

        Assert.True(_engine.Execute(new CancelUnits("gone", Then, "mill", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(1, 1))), "a slip")).IsAccepted);
        await Look(watch);
        Assert.Equal(["+1-100 100 t", "-1-1 1 t"], Events());
        Assert.Equal(["2-100 99 t"], watch.Raised.Select(r => $"{r.Range} {r.LocalTonnes} t"));
        _registry.Rows.Add(("R-mill", 2, 100));
        await Look(watch);
        Assert.Empty(watch.Raised);
    }

    /// <summary>The host's next version watches another account. What the first quarantined is none of its business.</summary>
    [Fact]
    public async Task A_watch_over_other_accounts_frees_nothing_that_it_did_not_compare()
    {
        using (var first = Watch(["mill"]))
        {
            await Look(first, 2);
        }

        using var other = Watch(["buyer"]);
        await Look(other, 3);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));

        // One that compares the account, and sees the numbers there, does.
        using var again = Watch(["mill", "buyer"], new() { ["mill"] = "R-mill", ["buyer"] = "R-buyer" });
        _registry.Rows.Add(("R-buyer", 1, 60));
        await Look(again);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));
        _registry.Rows[0] = ("R-mill", 1, 60);
        await Look(again);
        Assert.Equal((60L, 40L), (Tonnes(ShadowAccount.Free), Tonnes(ShadowAccount.Quarantined)));
    }

    /// <summary>Accounts are easily forgotten where a channel is made. To read none is no empty registry.</summary>
    [Fact]
    public async Task A_channel_that_was_given_no_account_makes_no_ghosts()
    {
        using var http = IcmChannels.OverHttp(new HttpAccess(new Uri("https://registry.example"), new Uri("https://registry.example/token"), "host", "secret"), handler: new Unreachable());
        var files = IcmChannels.OverFiles(new FileDrop("/nowhere/in", "/nowhere/out"));
        foreach (var channel in new IRegistryChannel[] { http, files })
        {
            using var watch = new RegistryWatch(channel, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, _told.Add, journal: _journal);
            await Look(watch, 2);
            Assert.Equal("no-account", Assert.Single(watch.Latest!.Problems).Code);
        }

        Assert.Empty(_told);
        Assert.Equal(100, Tonnes(ShadowAccount.Free));
    }

    [Fact]
    public async Task An_account_that_the_channel_does_not_read_makes_no_ghosts()
    {
        _registry.Read = ["R-other"];
        using var watch = Watch(["mill"], new() { ["mill"] = "R-mill" });
        await Look(watch, 2);
        Assert.Equal("account-not-read", Assert.Single(watch.Latest!.Problems).Code);
        Assert.Equal(100, Tonnes(ShadowAccount.Free));

        _registry.Read = ["R-mill", "R-other"];
        await Look(watch, 2);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));
    }

    /// <summary>Numbers of another registry confirm none of ours.</summary>
    [Fact]
    public async Task A_row_of_another_registrys_units_makes_the_look_incomplete()
    {
        (_registry.Of, _registry.Read) = ("verra", ["R-mill"]);
        _registry.Rows.Add(("R-mill", 1, 100));
        using var watch = Watch(["mill"]);
        await Look(watch, 2);
        Assert.Equal("other-registry", Assert.Single(watch.Latest!.Problems).Code);
        Assert.Null(watch.LatestComplete);
        Assert.Equal(100, Tonnes(ShadowAccount.Free));
    }

    [Fact]
    public async Task Differences_are_a_figure_for_as_long_as_they_last()
    {
        var figure = 0L;
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Name == "ccts.registry.differences") { l.EnableMeasurementEvents(i); } } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => figure += tags.ToArray().Count(t => t is { Key: "registry", Value: "measured" } or { Key: "class", Value: "MissingAtRegistry" }) == 2 ? value : 0);
        listener.Start();
        Assert.True(_engine.Execute(new IssueUnits("measured", Then, "mill", new Parcel(new UnitLot("measured", "s", "ccc", 2025), new BlockRange(1, 10)))).IsAccepted);
        var registry = new ShownRegistry { Registry = "measured", Of = "measured" };
        using var watch = new RegistryWatch(registry, _engine, new RegistryWatchOptions { Accounts = ["mill"] });
        await Look(watch, 2);
        Assert.Equal(1, figure);
        registry.Rows.Add(("R-mill", 1, 10));
        await Look(watch);
        Assert.Equal(0, figure);
    }

    private RegistryWatch Watch(string[] accounts, Dictionary<string, string>? there = null, bool quarantines = true) =>
        new(_registry, _engine, new RegistryWatchOptions { Accounts = accounts, RegistryAccounts = there, QuarantinesGhosts = quarantines }, _told.Add, journal: _journal);

    private static async Task Look(RegistryWatch watch, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await watch.LookAsync(TestContext.Current.CancellationToken);
        }
    }

    private void Sell(ulong number)
    {
        var (key, units) = ($"sale-{++_sales}", new SerialBlock("icm", "s", new BlockRange(number, number)));
        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Transfer, Units = units, FromAccount = "R-mill", ToAccount = "R-buyer", Ledger = new LedgerEffect("mill", key, "buyer") };
        Assert.True(_engine.Execute(new ReserveUnits(key, Then, "mill", key, new ChosenUnits(units), ReservationPurpose.Sale), instruction.ToIntent()).IsAccepted);
    }

    private long Tonnes(ShadowAccount place) => _engine.Account("mill")!.Tonnes("ccc", place);

    private List<string> Events() => _told.ConvertAll(t => $"{(t.IsRaised ? "+" : "-")}{t.Difference.Range} {t.Difference.LocalTonnes} t");

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("no connection");
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Watching;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.Watching;

/// <summary>Ghosts that are out of the watch's reach for a while, and what it holds itself: neither is forgotten.</summary>
public sealed class ReachTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);

    private readonly InMemoryJournal _journal = new();
    private readonly LedgerEngine _engine;
    private readonly List<RegistryWatchEvent> _told = [];
    private ShownRegistry _registry = new();

    public ReachTests() => _engine = new LedgerEngine(_journal, LedgerPolicy.Bare);

    /// <summary>A registry in trouble shows nothing, its breaker pauses, it comes back, and the watch looks before the breaker resumes.</summary>
    [Theory]
    [InlineData("registry", true)]
    [InlineData("all", true)]
    [InlineData("frozen", true)]
    [InlineData("frozen", false)]
    public async Task What_a_pause_or_a_freeze_keeps_in_quarantine_comes_out_when_it_is_over(string how, bool hasJournal)
    {
        Issue("icm", "s");
        using var watch = Watch(hasJournal);
        await Look(watch, 2);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));
        Stop(how, true);
        _registry.Rows.Add(("R-mill", 1, 100));
        await Look(watch, 3);
        Assert.Equal((100L, 100m), (Tonnes(ShadowAccount.Quarantined), watch.Latest!.QuarantinedTonnes));
        Assert.Empty(watch.Raised);
        Assert.Contains("\"quarantinedTonnes\": 100", watch.Latest.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(_journal.Read(0), e => e.Event is CommandRefused);

        Stop(how, false);
        await Look(watch, 1);
        Assert.Equal((100L, 0m), (Tonnes(ShadowAccount.Free), watch.Latest!.QuarantinedTonnes));
    }

    /// <summary>Banked, pledged or reserved it cannot be sold; the moment it can, it is out of reach.</summary>
    [Theory]
    [InlineData(ShadowAccount.Banked)]
    [InlineData(ShadowAccount.Pledged)]
    public async Task A_raised_ghost_is_quarantined_when_it_becomes_free(ShadowAccount place)
    {
        Issue("icm", "s");
        Assign("away", 1, 50, ShadowAccount.Free, place);
        using var watch = Watch();
        await Look(watch, 3);
        Assert.Equal(50, Tonnes(ShadowAccount.Quarantined));
        Assign("back", 1, 50, place, ShadowAccount.Free);
        await Look(watch, 1);
        Assert.Equal((0L, 100L), (Tonnes(ShadowAccount.Free), Tonnes(ShadowAccount.Quarantined)));
    }

    /// <summary>An exchange's whole sell side stands in reservations; no instruction holds it.</summary>
    [Fact]
    public async Task What_is_reserved_for_a_sale_is_claimed_like_any_other()
    {
        Issue("icm", "s");
        Reserve("sale", 1, 100);
        using var watch = Watch();
        await Look(watch, 2);
        Assert.Equal((100m, 0m), (watch.Latest!.ClaimedTonnes, watch.Latest.InFlightTonnes));
        Assert.Empty(Assert.Single(_told).Quarantined);
        Assert.Equal(100, watch.Raised.Sum(r => r.LocalTonnes));
        Assert.DoesNotContain(_journal.Read(0), e => e.Event is CommandRefused);

        // The order is withdrawn.
        Assert.True(_engine.Execute(new ReleaseUnits("back", Then, "mill", "sale")).IsAccepted);
        await Look(watch, 1);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));
    }

    [Fact]
    public async Task A_raised_ghost_that_is_reserved_is_not_resolved()
    {
        Issue("icm", "s");
        using var watch = new RegistryWatch(_registry, _engine, new RegistryWatchOptions { Accounts = ["mill"], QuarantinesGhosts = false }, _told.Add, journal: _journal);
        await Look(watch, 2);
        Reserve("sale", 1, 100);
        await Look(watch, 2);
        Assert.True(Assert.Single(_told).IsRaised);
        Assert.Equal(100, watch.Raised.Sum(r => r.LocalTonnes));
    }

    /// <summary>What an instruction names is on its way, under the reservation that it names, until that holds nothing any more.</summary>
    [Fact]
    public async Task What_an_instruction_holds_counts_on_neither_side()
    {
        Issue("icm", "s");
        Reserve("sale", 1, 60);
        var units = new SerialBlock("icm", "s", new BlockRange(61, 100));
        var instruction = new UnitInstruction { Key = "k", Kind = InstructionKind.Retire, Units = units, FromAccount = "R-mill", Ledger = new LedgerEffect("mill", "k") };
        Assert.True(_engine.Execute(new ReserveUnits("k", Then, "mill", "k", new ChosenUnits(units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
        using var watch = Watch();
        _registry.Rows.Add(("R-mill", 1, 60));
        await Look(watch, 2);
        Assert.Equal((60m, 60m, 40m), (watch.Latest!.ClaimedTonnes, watch.Latest.ConfirmedTonnes, watch.Latest.InFlightTonnes));
        Assert.Empty(_told);
    }

    /// <summary>For the reporting date: of what moment it is, and apart what is claimed, confirmed and under way.</summary>
    [Fact]
    public async Task The_report_says_of_what_moment_it_is_and_what_the_registry_confirms()
    {
        Issue("icm", "s");
        var instruction = new UnitInstruction { Key = "k", Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(61, 100)), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", "k") };
        Assert.True(_engine.Execute(new ReserveUnits("k", Then, "mill", "k", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
        _registry.Rows.Add(("R-mill", 1, 50));
        using var watch = new RegistryWatch(_registry, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, time: new YearEnd(), journal: _journal);
        Assert.Equal(
            """
            {
              "format": 1,
              "registry": "icm",
              "asOf": "2027-03-31T18:29:59Z",
              "complete": true,
              "claimedTonnes": 60,
              "confirmedTonnes": 50,
              "inFlightTonnes": 40,
              "quarantinedTonnes": 0,
              "differences": [
                {
                  "class": "MissingAtRegistry",
                  "scope": "s",
                  "start": "51",
                  "end": "60",
                  "localTonnes": 10,
                  "registryTonnes": 0
                }
              ],
              "problems": []
            }
            """,
            (await watch.LookAsync(TestContext.Current.CancellationToken)).ToJson());
    }

    private sealed class YearEnd : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 3, 31, 18, 29, 59, TimeSpan.Zero);
    }

    /// <summary>Twice in the registry is not "there again": which of the two rows is right is not known.</summary>
    [Fact]
    public async Task What_the_registry_shows_twice_stays_in_quarantine()
    {
        Issue("icm", "s");
        using var watch = Watch();
        await Look(watch, 2);
        Assert.Equal(100, Tonnes(ShadowAccount.Quarantined));
        _registry.Rows.AddRange([("R-mill", 1, 60), ("R-mill", 51, 100)]);
        await Look(watch, 2);
        Assert.Equal((90L, 10L), (Tonnes(ShadowAccount.Free), Tonnes(ShadowAccount.Quarantined)));
    }

    /// <summary>The ledger takes a second spelling for the first: so does the watch.</summary>
    [Theory]
    [InlineData("ICM", "s", "s")]
    [InlineData("icm", "s", "S")]
    [InlineData("icm", "Lot 1", "lot  1")]
    public async Task Another_spelling_of_registry_or_scope_is_no_difference_and_hides_none(string registry, string scope, string shown)
    {
        Issue(registry, scope);
        _registry = new ShownRegistry(shown);
        _registry.Rows.Add(("R-mill", 1, 60));
        using var watch = Watch();
        await Look(watch, 2);
        Assert.Equal((100m, 60m), (watch.Latest!.ClaimedTonnes, watch.Latest.ConfirmedTonnes));
        Assert.Equal(["61-100"], watch.Raised.Select(r => r.Range.ToString()!));
        Assert.Equal((60L, 40L), (Tonnes(ShadowAccount.Free), Tonnes(ShadowAccount.Quarantined)));
        _registry.Rows.Add(("R-mill", 61, 100));
        await Look(watch, 1);
        Assert.Equal(100, Tonnes(ShadowAccount.Free));
    }

    private RegistryWatch Watch(bool hasJournal = true) => new(_registry, _engine, new RegistryWatchOptions { Accounts = ["mill"] }, _told.Add, journal: hasJournal ? _journal : null);

    private static async Task Look(RegistryWatch watch, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True((await watch.LookAsync(TestContext.Current.CancellationToken)).IsComplete);
        }
    }

    private void Issue(string registry, string scope) =>
        Assert.True(_engine.Execute(new IssueUnits("issue", Then, "mill", new Parcel(new UnitLot(registry, scope, UnitKinds.Ccc, 2025), new BlockRange(1, 100)))).IsAccepted);

    private void Reserve(string id, ulong start, ulong end) =>
        Assert.True(_engine.Execute(new ReserveUnits(id, Then, "mill", id, new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(start, end))), ReservationPurpose.Sale)).IsAccepted);

    private void Assign(string key, ulong start, ulong end, ShadowAccount from, ShadowAccount to) =>
        Assert.True(_engine.Execute(new AssignUnits(key, Then, "mill", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(start, end))) { From = from }, to, "x")).IsAccepted);

    private void Stop(string how, bool stop) => Assert.True(_engine.Execute(how switch
    {
        "registry" => new PauseBusiness("stop" + stop, Then, "icm", stop, "x") { Holder = "registry-breaker" },
        "all" => new PauseBusiness("stop" + stop, Then, null, stop, "x") { Holder = "ops" },
        _ => new FreezeAccount("stop" + stop, Then, "mill", stop, "x"),
    }).IsAccepted);

    private long Tonnes(ShadowAccount place) => _engine.Account("mill")!.Tonnes(UnitKinds.Ccc, place);
}

using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Quantities;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.EndToEnd;

/// <summary>Reserve, attempt row, request, outcome, ledger: from a SQLite file to a registry over HTTP and back, with every fault on the way.</summary>
public sealed class OutboxOverHttpTests : IAsyncLifetime
{
    private static readonly Duration Settling = Duration.FromSeconds(2);

    private readonly string _path = SqliteMarket.NewPath();
    private StubRegistry _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _registry = await StubRegistry.StartAsync(new StubOptions { ClientSecret = StubFixture.Secret, LateBy = TimeSpan.FromSeconds(1) });
        _registry.Issue("R-mill", "s", new BlockRange(1, SqliteMarket.Issued));
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + "*"))
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_retirement_goes_from_the_reservation_to_the_registry_and_back_into_the_ledger()
    {
        await using var market = new SqliteMarket(_registry, _path, Settling);
        market.Instruct("retire-1", 1, 10, InstructionKind.Retire);
        var record = await market.SettledAsync("retire-1");
        Assert.Equal(InstructionState.Confirmed, record.State);
        Assert.Equal(["Taken", "Send", "Done", "Settled"], market.Causes("retire-1"));
        Assert.Equal(10, market.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(new BlockRange(1, 10), Assert.Single(_registry.Effects).Range);
    }

    /// <summary>Whoever reads what is open, by the index of the file, never sees it again.</summary>
    [Fact]
    public async Task A_row_that_somebody_closed_in_the_file_is_found_by_the_next_host()
    {
        using (var journal = SqliteJournal.Open(_path))
        {
            var (engine, now) = (new LedgerEngine(journal, LedgerPolicy.Bare), SystemClock.Instance.GetCurrentInstant());
            var instruction = SqliteMarket.NewInstruction("retire-1", 1, 10, InstructionKind.Retire);
            engine.Execute(new IssueUnits("issue", now, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, SqliteMarket.Issued))));
            engine.Execute(new ReserveUnits("retire-1", now, "mill", "retire-1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
            using var outbox = new SqliteOutbox(journal);
            var lease = (await outbox.TakeAsync("a host", Duration.FromSeconds(5), TestContext.Current.CancellationToken))!;
            var taken = new OutboxMachine(new OutboxPolicy(Settling), "a host", lease.Epoch).Take(new IntentPlace(2, 0), instruction.ToIntent(), now);
            await outbox.WriteAsync(lease, [OutboxText.ToWrite(taken)], TestContext.Current.CancellationToken);
            await outbox.ReturnAsync(lease, TestContext.Current.CancellationToken);
        }

        using (var connection = new SqliteConnection($"Data Source={_path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE outbox SET open = 0";
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        await using var market = new SqliteMarket(_registry, _path, Settling);
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (market.Dispatcher.Open().Count == 0)
        {
            await Task.Delay(10, longest.Token);
        }

        Assert.Equal((InstructionState.Parked, OutboxReading.Changed), Assert.Single(market.Dispatcher.Open()) is var found ? (found.State, found.Code) : default);
        Assert.Empty(_registry.Effects);
        await market.Dispatcher.ResolveAsync("retire-1", BlockSet.Empty, "asha", "the registry shows them held");
        await market.SettledAsync("retire-1");
        Assert.Equal(SqliteMarket.Issued, market.Tonnes("mill", ShadowAccount.Free));
    }

    public static TheoryData<StubFault> Faults =>
    [
        StubFault.Throttled, StubFault.ThrottledWithRetryAfter, StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.CompletedInServerError, StubFault.UnexplainedErrorInOk,
        StubFault.OkWithRemark, StubFault.OkWithRemarkAfterActing, StubFault.Html, StubFault.HtmlAfterActing, StubFault.Truncated, StubFault.OtherAnswer, StubFault.DroppedBeforeActing, StubFault.DroppedAfterActing, StubFault.LateEffect,
        StubFault.Doubled, StubFault.Maintenance, StubFault.ExpiredToken, StubFault.Redirect, StubFault.NeverEnds, StubFault.Huge, StubFault.Slow,
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_once_it_takes_effect_exactly_once(StubFault fault)
    {
        await using var market = new SqliteMarket(_registry, _path, Settling);
        _registry.Script(StubRequest.Instruction, fault);
        market.Instruct("transfer-1", 1, 10, InstructionKind.Transfer);
        Assert.Equal(InstructionState.Confirmed, (await market.SettledAsync("transfer-1")).State);
        Assert.Equal(new BlockRange(1, 10), Assert.Single(_registry.Effects).Range);
        Assert.Equal(10, market.Tonnes("buyer", ShadowAccount.Free));
        Assert.Equal(SqliteMarket.Issued - 10, market.Tonnes("mill", ShadowAccount.Free));
    }

    [Fact]
    public async Task A_refusal_in_a_body_with_status_200_releases_the_units()
    {
        await using var market = new SqliteMarket(_registry, _path, Settling);
        _registry.Script(StubRequest.Instruction, StubFault.ErrorInOk);
        market.Instruct("retire-1", 1, 10, InstructionKind.Retire);
        Assert.Equal(InstructionState.Rejected, (await market.SettledAsync("retire-1")).State);
        Assert.Empty(_registry.Effects);
        Assert.Equal(SqliteMarket.Issued, market.Tonnes("mill", ShadowAccount.Free));
    }

    [Theory]
    [InlineData(StubFault.HalfDone)]
    [InlineData(StubFault.HalfDoneAndDropped)]
    public async Task What_is_half_done_is_half_settled_and_the_rest_out_of_reach(StubFault fault)
    {
        await using var market = new SqliteMarket(_registry, _path, Settling);
        _registry.Script(StubRequest.Instruction, fault);
        market.Instruct("retire-1", 1, 10, InstructionKind.Retire);
        Assert.Equal(InstructionState.Partial, (await market.SettledAsync("retire-1")).State);
        Assert.Equal(5, market.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(5, market.Tonnes("mill", ShadowAccount.Quarantined));
        var again = market.Engine.Execute(new ReserveUnits("greedy", SystemClock.Instance.GetCurrentInstant(), "mill", "greedy", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(6, 10))), ReservationPurpose.Other));
        Assert.False(again.IsAccepted);
    }

    [Fact]
    public async Task What_waits_for_a_second_person_is_held_until_that_one_has_decided()
    {
        await using var market = new SqliteMarket(_registry, _path, Settling);
        _registry.Script(StubRequest.Instruction, StubFault.Pending);
        market.Instruct("retire-1", 1, 10, InstructionKind.Retire);
        while (_registry.Requests(StubRequest.Question) < 3)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(10, market.Tonnes("mill", ShadowAccount.Reserved));
        Assert.True(_registry.Decide("retire-1", grant: true));
        Assert.Equal(InstructionState.Confirmed, (await market.SettledAsync("retire-1")).State);
        Assert.Equal(10, market.Tonnes("mill", ShadowAccount.Retired));
    }

    /// <summary>Seeded weather: a tenth of all requests goes wrong in any way.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task In_bad_weather_ledger_and_registry_agree_in_the_end(int seed)
    {
        await using var stormy = await StubRegistry.StartAsync(new StubOptions
        {
            ClientSecret = StubFixture.Secret,
            Seed = seed,
            FaultsInThousand = 150,
            LateBy = TimeSpan.FromMilliseconds(500),
            Faults =
            [
                StubFault.Throttled, StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.Html, StubFault.HtmlAfterActing, StubFault.Truncated, StubFault.DroppedBeforeActing,
                StubFault.DroppedAfterActing, StubFault.LateEffect, StubFault.Doubled, StubFault.ExpiredToken, StubFault.Maintenance, StubFault.IgnoredFilter, StubFault.Clamped, StubFault.OtherAnswer,
            ],
        });
        stormy.Issue("R-mill", "s", new BlockRange(1, SqliteMarket.Issued));
        await using var market = new SqliteMarket(stormy, _path, Settling);
        for (var i = 0; i < 50; i++)
        {
            market.Instruct("k" + i, (ulong)((i * 20) + 1), (ulong)((i * 20) + 20), i % 2 == 0 ? InstructionKind.Retire : InstructionKind.Transfer);
        }

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(InstructionState.Confirmed, (await market.SettledAsync("k" + i)).State);
        }

        Assert.Equal(50, stormy.Effects.Count);
        Assert.Equal(50, stormy.Effects.Select(e => e.Key).Distinct().Count());
        Assert.Equal(500, market.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(500, market.Tonnes("buyer", ShadowAccount.Free));
    }
}

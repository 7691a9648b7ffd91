using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A registry that does not show the numbers is silent for its settling time before anybody is called; how often it was asked is no measure.</summary>
public class SilenceTests
{
    private static readonly RegistryOutcome<UnitsAnswer> Nothing = RegistryOutcome.Confirmed(new UnitsAnswer([]));

    [Fact]
    public void Notifications_park_nothing()
    {
        var bench = Unseen();
        var before = bench.Channel.Asked.Count;
        for (var i = 0; i < 30; i++)
        {
            bench.Dispatcher.Wake("icm");
            bench.Advance(Duration.FromMilliseconds(500));
        }

        Assert.True(bench.Channel.Asked.Count > before + 20);
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
    }

    /// <summary>An operator's move, or a note, ends while the notification waits: the question was put off to the next one that was due, a month later.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_notification_is_not_lost_beside_another_move(bool isBusyThen)
    {
        var (board, record, now) = (new OutboxBoard(), Unseen().Record("r1"), Instant.FromUtc(2026, 12, 1, 0, 0));
        Assert.True(board.Add(record with { Due = now + Duration.FromDays(30) }));
        Assert.Null(board.BeginForRegistry("icm", now));
        if (!isBusyThen)
        {
            board.AskNow("icm", now);
        }

        var taken = board.Begin("r1")!;
        if (isBusyThen)
        {
            board.AskNow("ICM", now);
        }

        board.Replace(taken with { Since = now });
        board.Free(taken.Place);
        Assert.Equal("r1", board.BeginForRegistry("icm", now)?.Key);

        // It is asked once.
        board.Free(taken.Place);
        Assert.Null(board.BeginForRegistry("icm", now));
    }

    /// <summary>The answer that is on its way may be older than what the notification is about.</summary>
    [Theory]
    [InlineData(InstructionState.Sending)]
    [InlineData(InstructionState.Querying)]
    public void A_notification_is_not_lost_beside_a_request_that_is_on_its_way(InstructionState state)
    {
        var (board, record, now) = (new OutboxBoard(), Unseen().Record("r1"), Instant.FromUtc(2026, 12, 1, 0, 0));
        Assert.True(board.Add(record with { Due = now }));
        var asking = board.BeginForRegistry("icm", now)! with { State = state, Due = null };
        board.Replace(asking);
        board.AskNow("icm", now);
        board.Replace(asking with { State = InstructionState.Pending, Due = now + Duration.FromDays(30) });
        Assert.Null(board.BeginForRegistry("icm", now));
        board.Free(record.Place);
        Assert.Equal("r1", board.BeginForRegistry("icm", now)?.Key);
    }

    [Fact]
    public void Silence_is_as_long_as_the_settling_time()
    {
        var bench = Unseen();
        bench.Advance(OutboxBench.Settling - Duration.FromMinutes(5));
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
        bench.Advance(Duration.FromMinutes(20));
        Assert.Equal((InstructionState.Parked, "unseen"), (bench.Record("r1").State, bench.Record("r1").Code));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));

        // After a retry it is patient anew.
        _ = bench.Dispatcher.RetryAsync("r1", "asha", "the registry shows numbers again");
        bench.Advance(OutboxBench.Settling - Duration.FromMinutes(5));
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
        bench.Channel.OnAsk = i => ScriptedChannel.Seen(i, UnitState.Retired, "R-mill");
        bench.Advance(Duration.FromMinutes(20));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    /// <summary>Asked rarely, it is not given up after few answers either.</summary>
    [Fact]
    public void Few_answers_are_no_silence()
    {
        var bench = Unseen(new OutboxPolicy(Duration.MaxValue) { FirstPause = Duration.FromMinutes(40), LongestPause = Duration.FromMinutes(40) });
        bench.Advance(OutboxBench.Settling * 3);
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
        bench.Advance(OutboxBench.Settling * 5);
        Assert.Equal(InstructionState.Parked, bench.Record("r1").State);
    }

    /// <summary>Every question is a move; a doubt of weeks is one all the same.</summary>
    [Fact]
    public void A_doubt_is_as_old_as_its_attempt_however_often_it_was_asked_about()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("connection-lost", "x"));
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromDays(4)).Crash().Start().Advance(Duration.FromMinutes(1));
        var record = bench.Record("r1");
        Assert.Equal(InstructionState.Unknown, record.State);
        Assert.Equal(record.Attempt!.At, record.StandsSince);
        Assert.True(bench.Now - record.Since < Duration.FromHours(1) && bench.Now - record.StandsSince > Duration.FromDays(3));
    }

    private static OutboxBench Unseen(OutboxPolicy? patience = null)
    {
        var bench = new OutboxBench().Start(new RegistryLinkOptions { Patience = patience ?? new OutboxPolicy(Duration.MaxValue), Burst = 100 });
        bench.Channel.Says(ChannelOutcome.Unknown("connection-lost", "x"));
        bench.Channel.OnAsk = _ => Nothing;
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        return bench.Advance(Duration.FromSeconds(10));
    }
}

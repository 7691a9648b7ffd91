using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>Clocks that are set, while a process runs or between two: no wait becomes shorter, and none endless.</summary>
public class ClockTests
{
    [Theory]
    [InlineData(-48)]
    [InlineData(48)]
    public void A_clock_that_is_set_keeps_no_breaker_open(int hours)
    {
        var bench = InTrouble();
        bench.SetClock(Duration.FromHours(hours)).Advance(Duration.FromMinutes(5));
        Assert.Equal([true], bench.Pauses());

        bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(3));
        Assert.Equal([true, false], bench.Pauses());
        Assert.Equal(8, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Theory]
    [InlineData(-48)]
    [InlineData(48)]
    public void A_clock_that_is_set_shortens_no_break(int hours)
    {
        var bench = InTrouble(Duration.FromMinutes(10));
        var probes = bench.Channel.Probes;
        bench.SetClock(Duration.FromHours(hours)).Advance(Duration.FromMinutes(5));
        Assert.Equal(probes, bench.Channel.Probes);
    }

    /// <summary>Throttled for a quarter of an hour, whatever the host's clock says meanwhile.</summary>
    [Theory]
    [InlineData(-48)]
    [InlineData(48)]
    public void A_clock_that_is_set_neither_forgets_Retry_After_nor_waits_beyond_it(int hours)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Throttled(Duration.FromMinutes(15)));
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromSeconds(5)).SetClock(Duration.FromHours(hours));
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(14));
        Assert.Single(bench.Channel.Sent);
        bench.Advance(Duration.FromMinutes(2));
        Assert.Equal(5, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    /// <summary>An owner whose clock was a year ahead has written down times of next year; the one after it goes by its own.</summary>
    [Fact]
    public void What_an_owner_with_a_clock_that_was_ahead_left_in_doubt_is_settled_after_the_settling_time()
    {
        var bench = new OutboxBench().SetClock(Duration.FromDays(365)).Start();
        bench.Channel.Says(ChannelOutcome.Unknown("gateway", "504"));
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5)).Crash();

        bench.Start().Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(OutboxBench.Settling - Duration.FromMinutes(6));
        Assert.Single(bench.Channel.Sent);
        bench.Advance(Duration.FromMinutes(20));
        Assert.Equal(["t1", "t1"], bench.Channel.Sent);
        Assert.Equal(5, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void What_an_owner_with_a_clock_that_was_ahead_had_done_stays_away_for_the_settling_time_and_no_longer()
    {
        var bench = new OutboxBench().SetClock(Duration.FromDays(365)).Start();
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5)).Crash();
        Assert.False(bench.Record("t1").IsClosed);

        bench.Start().Advance(OutboxBench.Settling - Duration.FromMinutes(5));
        Assert.False(bench.Record("t1").IsClosed);
        bench.Advance(Duration.FromMinutes(10));
        Assert.True(bench.Record("t1").IsClosed);
        Assert.Equal(5, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void An_owner_whose_clock_is_right_or_behind_changes_no_time_of_an_instruction()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("gateway", "504"));
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5));
        var record = bench.Record("t1");
        Assert.Same(record, record.CountedFrom(record.Since));
        Assert.Same(record, record.CountedFrom(record.Since + Duration.FromDays(1)));
        var ahead = record.CountedFrom(record.Since - Duration.FromHours(1));
        Assert.Equal((record.Due - Duration.FromHours(1), record.Attempt!.Until - Duration.FromHours(1), record.Since), (ahead.Due, ahead.Attempt!.Until, ahead.Since));
    }

    // Eight instructions that a registry under maintenance turns away: its breaker is open, and new business is paused.
    private static OutboxBench InTrouble(Duration? breakFor = null)
    {
        var bench = new OutboxBench();
        bench.Channel.Says(ChannelOutcome.NotTaken("maintenance", "closed for maintenance"));
        bench.Channel.OnProbe = () => ChannelOutcome.NotTaken("maintenance", "closed for maintenance");
        bench.Start(breakFor is { } length ? new RegistryLinkOptions { BreakFor = length } : null);
        for (ulong i = 1; i <= 8; i++)
        {
            bench.Instruct("t" + i, i, i);
        }

        bench.Advance(Duration.FromMinutes(1));
        Assert.NotEmpty(bench.Engine.Pauses);
        return bench;
    }
}

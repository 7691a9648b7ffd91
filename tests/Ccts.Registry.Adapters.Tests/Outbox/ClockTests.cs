using System;
using System.Linq;
using System.Threading.Tasks;
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

    /// <summary>A machine that starts with a date of next year would otherwise find every settling time over at its first question, and send again what is still on its way.</summary>
    [Fact]
    public void An_owner_that_starts_with_a_date_far_ahead_sends_nothing_again_before_the_settling_time()
    {
        var bench = InDoubt();
        bench.SetClock(Duration.FromDays(365)).Start().Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(OutboxBench.Settling - Duration.FromMinutes(10));
        Assert.Equal(2, bench.Channel.Sent.Count);
        Assert.Contains("owner-lost", bench.History("t2"));
        Assert.Contains("recounted", bench.History("t1"));
        bench.Advance(Duration.FromMinutes(30));
        Assert.Equal(["t1", "t2", "t1", "t2"], bench.Channel.Sent);
    }

    [Fact]
    public void An_owner_that_starts_with_a_date_far_ahead_brings_no_numbers_back_before_the_settling_time()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5)).Crash();
        bench.SetClock(Duration.FromDays(365)).Start().Advance(OutboxBench.Settling - Duration.FromMinutes(10));
        Assert.False(bench.Record("t1").IsClosed);
        bench.Advance(Duration.FromMinutes(20));
        Assert.True(bench.Record("t1").IsClosed);
    }

    /// <summary>What was counted anew is kept: the next owner with the same wrong date finds the waits as they are, not as they were.</summary>
    [Fact]
    public void A_second_owner_with_the_same_wrong_date_shortens_no_wait_either()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5)).Crash();
        bench.SetClock(Duration.FromDays(365)).Start().Advance(Duration.FromMinutes(2)).Crash();
        bench.SetClock(Duration.FromDays(365)).Start().Advance(OutboxBench.Settling - Duration.FromMinutes(20));
        Assert.False(bench.Record("t1").IsClosed);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void A_date_that_is_wrong_by_less_shortens_nothing_where_no_absence_is_believed(int minutes)
    {
        var bench = InDoubt();
        bench.SetClock(Duration.FromMinutes(minutes)).Start(longestAbsence: Duration.Zero).Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(OutboxBench.Settling - Duration.FromMinutes(10));
        Assert.Equal(2, bench.Channel.Sent.Count);
        bench.Advance(Duration.FromMinutes(30));
        Assert.Equal(["t1", "t2", "t1", "t2"], bench.Channel.Sent);
    }

    /// <summary>Half a day's rest of the host counts as settling time: it settles at the next answer that shows the same.</summary>
    [Fact]
    public void An_absence_that_is_believed_counts()
    {
        var bench = InDoubt();
        bench.Advance(Duration.FromHours(12)).Start().Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(2));
        Assert.Contains("settled-not-done", bench.History("t1"));
        Assert.DoesNotContain("recounted", bench.History("t1"));
    }

    /// <summary>A host that is restarted more often than the rest of a transfer is long, with nothing else to do: it was at work all the time, and nothing waits anew.</summary>
    [Fact]
    public void A_quiet_time_is_no_absence()
    {
        var bench = new OutboxBench().Start(longestAbsence: Duration.FromMinutes(10));
        bench.Instruct("t1", 1, 5);
        for (var i = 0; i < 2; i++)
        {
            bench.Advance(Duration.FromMinutes(25)).Crash().Start(longestAbsence: Duration.FromMinutes(10));
        }

        bench.Advance(Duration.FromMinutes(10));
        Assert.True(bench.Record("t1").IsClosed);
        Assert.DoesNotContain("recounted", bench.History("t1"));
        Assert.InRange(bench.History("t1").Count(c => c == "noted"), 6, 14);
    }

    /// <summary>A host that is off each weekend, for longer than is believed: that time does not count, and the days on which it was at work do, for every transfer that rests.</summary>
    [Fact]
    public void A_host_that_is_off_again_and_again_ends_every_rest()
    {
        var believed = Duration.FromMinutes(10);
        var bench = new OutboxBench().Start(longestAbsence: believed);
        for (ulong i = 1; i <= 3; i++)
        {
            bench.Instruct("t" + i, i, i);
        }

        for (var week = 1; week <= 4; week++)
        {
            bench.Advance(Duration.FromMinutes(25)).Crash().Advance(Duration.FromMinutes(30)).Start(longestAbsence: believed).Advance(Duration.FromMinutes(1));
            Assert.All(["t1", "t2", "t3"], key => Assert.True(bench.Record(key).IsClosed ? week > 2 : week < 4, $"{key} in week {week}"));
        }
    }

    /// <summary>A date of next year in one row, wherever it is from, ends no wait of another instruction; nor does a host that believes no absence count any.</summary>
    [Theory]
    [InlineData(24, 24 * 365, -24)]
    [InlineData(24, -48, -48)]
    [InlineData(0, -48, -96)]
    public void An_absence_that_is_not_believed_counts_from_the_last_move_or_the_instructions_own(int believed, int last, int expected)
    {
        var now = Instant.FromUtc(2026, 12, 1, 0, 0);
        OutboxRecord Moved(int hours) => new() { Place = default, Key = "k", Registry = "icm", Payload = "", Since = now + Duration.FromHours(hours) };
        var own = Moved(last > 0 ? expected : -96);
        Assert.Equal(Duration.FromHours(-expected), new Absence(now, [own, Moved(last)], Duration.FromHours(believed)).ShiftOf(own));
    }

    [Fact]
    public void The_longest_absence_has_a_range() =>
        Assert.Contains("absence", Assert.Throws<ArgumentException>(() => new OutboxBench().Start(longestAbsence: -Duration.Epsilon)).Message, StringComparison.Ordinal);

    [Fact]
    public void Waits_move_and_the_time_of_the_outcome_stays()
    {
        var bench = InDoubt();
        var record = bench.Record("t1") with { RestsUntil = bench.Now, OutcomeAt = bench.Now, ContradictedSince = bench.Now };
        Assert.Same(record, record.MovedBy(Duration.Zero));
        var (by, moved) = (Duration.FromDays(3), record.MovedBy(Duration.FromDays(3)));
        Assert.Equal((record.Due + by, record.Attempt!.At + by, record.Attempt.Until + by, record.SameSince + by), (moved.Due, moved.Attempt!.At, moved.Attempt.Until, moved.SameSince));
        Assert.Equal((record.RestsUntil + by, record.ContradictedSince + by, record.OutcomeAt, record.Since), (moved.RestsUntil, moved.ContradictedSince, moved.OutcomeAt, moved.Since));
    }

    // The first got an answer that says nothing and is being asked about, the second was being sent when the process died.
    private static OutboxBench InDoubt()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("gateway", "504"));
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromMinutes(5));
        bench.Channel.OnSend = _ => new TaskCompletionSource<ChannelOutcome>().Task;
        bench.Instruct("t2", 11, 15);
        bench.Advance(Duration.FromSeconds(5)).Crash();
        Assert.Equal(["t1", "t2"], bench.Channel.Sent);
        Assert.NotNull(bench.Record("t1").SameSince);
        return bench;
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

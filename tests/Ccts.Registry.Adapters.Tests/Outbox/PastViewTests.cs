using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A statement shows a past moment. Of an attempt made since, it says nothing: neither that it did nothing, nor that somebody else has moved the numbers.</summary>
public class PastViewTests
{
    private readonly OutboxBench _bench = new();
    private readonly Instant _before;
    private Instant _asOf;
    private string _account = "R-mill";

    public PastViewTests()
    {
        _before = _asOf = _bench.Now - Duration.FromHours(30);
        _bench.Channel.Says(ChannelOutcome.Unknown("time-out", "no answer"));
        _bench.Channel.OnAsk = i => RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(i.Units.Range, UnitState.Held, _account)]) { AsOf = _asOf, RegistryTime = _asOf });
        _bench.Start();
        _bench.Instruct("t1", 1, 10);
        _bench.Advance(Duration.FromMinutes(2));
    }

    [Fact]
    public void Two_views_of_before_the_attempt_do_not_settle_it()
    {
        _asOf = _before + Duration.FromHours(20);
        _bench.Advance(OutboxBench.Settling * 5);
        Assert.Equal((InstructionState.Unknown, "shown-before"), (_bench.Record("t1").State, _bench.Record("t1").Code));
        Assert.Equal(["t1"], _bench.Channel.Sent);

        // The first view since, and one a settling time after that.
        _asOf = _bench.Now;
        _bench.Advance(OutboxBench.Settling / 2);
        Assert.Equal(InstructionState.Unknown, _bench.Record("t1").State);
        _asOf = _bench.Now + OutboxBench.Settling;
        _bench.Advance(OutboxBench.Settling);
        Assert.Equal(2, _bench.Channel.Sent.Count);
    }

    /// <summary>The host's date is two hours behind, so that a statement of an hour before the attempt seems to be of after it. It settles nothing; a later one does.</summary>
    [Fact]
    public void The_first_statement_seen_since_the_attempt_begins_no_wait()
    {
        var bench = new OutboxBench().SetClock(-Duration.FromHours(2));
        var (began, asOf) = (bench.Now, bench.Now - Duration.FromHours(1));
        bench.Channel.Says(ChannelOutcome.Unknown("time-out", "no answer"));
        bench.Channel.OnAsk = i => RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(i.Units.Range, UnitState.Held, "R-mill")]) { AsOf = asOf, RegistryTime = asOf });
        bench.Start().Instruct("t1", 1, 10);
        bench.Advance(Duration.FromMinutes(30));
        asOf = began + Duration.FromMinutes(1);
        bench.Advance(OutboxBench.Settling);
        Assert.Equal(["t1"], bench.Channel.Sent);

        asOf += OutboxBench.Settling;
        bench.Advance(OutboxBench.Settling);
        Assert.Equal(["t1", "t1"], bench.Channel.Sent.Take(2));
    }

    /// <summary>Although the registry tells that time goes on.</summary>
    [Fact]
    public void The_same_statement_twice_settles_nothing()
    {
        _asOf = _bench.Now;
        _bench.Channel.OnAsk = i => RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(i.Units.Range, UnitState.Held, _account)]) { AsOf = _asOf, RegistryTime = _bench.Now });
        _bench.Advance(OutboxBench.Settling * 5);
        Assert.Equal(["t1"], _bench.Channel.Sent);
    }

    /// <summary>Units bought since the last statement, and sold on.</summary>
    [Fact]
    public void Numbers_shown_where_they_were_before_they_were_bought_are_no_contradiction()
    {
        _account = "R-seller";
        _bench.Advance(OutboxBench.Settling * 5);
        Assert.Equal(InstructionState.Unknown, _bench.Record("t1").State);

        (_account, _asOf) = ("R-buyer", _bench.Now);
        _bench.Advance(Duration.FromMinutes(30));
        Assert.Equal(InstructionState.Confirmed, _bench.Record("t1").State);
    }

    [Fact]
    public void What_was_accepted_stays_pending_until_a_later_view()
    {
        _bench.Channel.Says(ChannelOutcome.Pending("dropped", "The registry answers later."));
        _bench.Instruct("t2", 11, 20);
        _bench.Advance(OutboxBench.Settling * 5);
        Assert.Equal(InstructionState.Pending, _bench.Record("t2").State);
    }
}

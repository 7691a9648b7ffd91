using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A registry in trouble: new business with its units stops, what is matched waits, others go on, and a harmless question ends it.</summary>
public class BreakerTests
{
    private static readonly BusinessPause Pause = new("icm", EngineLedger.Holder);

    private readonly OutboxBench _bench = new(new ScriptedChannel("icm"), new ScriptedChannel("verra"));

    public BreakerTests()
    {
        _bench.Channel.Says(ChannelOutcome.NotTaken("maintenance", "closed for maintenance"));
        _bench.Channel.OnProbe = () => ChannelOutcome.NotTaken("maintenance", "closed for maintenance");
        _bench.Start();
        for (ulong i = 1; i <= 8; i++)
        {
            _bench.Instruct("t" + i, i, i);
        }

        _bench.Advance(Duration.FromMinutes(1));
    }

    [Fact]
    public void New_business_is_paused_and_only_with_that_registry()
    {
        Assert.Equal([Pause], _bench.Engine.Pauses);
        Assert.False(_bench.Dispatcher.Registries().Single(r => r.Registry == "icm").IsOpen);
        _bench.Instruct("v1", 1, 5, registry: "verra");
        _bench.Advance(Duration.FromSeconds(5));
        Assert.Equal(InstructionState.Confirmed, _bench.Record("v1").State);
    }

    [Fact]
    public void It_opens_by_a_harmless_question_and_no_instruction_is_the_probe()
    {
        var (sent, probes) = (_bench.Channel.Sent.Count, _bench.Channel.Probes);
        _bench.Advance(Duration.FromMinutes(10));
        Assert.Equal(sent, _bench.Channel.Sent.Count);
        Assert.InRange(_bench.Channel.Probes - probes, 8, 12);

        _bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        _bench.Channel.Says(ChannelOutcome.Confirmed());
        _bench.Advance(Duration.FromMinutes(2));
        Assert.Empty(_bench.Engine.Pauses);
        Assert.Equal(8, _bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void There_is_one_pause_and_one_resume_a_break()
    {
        _bench.Advance(Duration.FromMinutes(30));
        _bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        _bench.Channel.Says(ChannelOutcome.Confirmed());
        _bench.Advance(Duration.FromMinutes(5));

        Assert.Equal([true, false], _bench.Pauses());
    }

    [Fact]
    public void A_breaker_that_closes_does_not_lift_an_operators_pause()
    {
        _bench.Engine.Execute(new PauseBusiness("op", _bench.Now, "icm", true, "an audit"));
        _bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        _bench.Channel.Says(ChannelOutcome.Confirmed());
        _bench.Advance(Duration.FromMinutes(5));

        Assert.Equal([new BusinessPause("icm", null)], _bench.Engine.Pauses);
        Assert.Null(_bench.Failure);
    }

    /// <summary>It stops new business. What was reserved before is finished, without a probe that nobody asked for.</summary>
    [Fact]
    public void An_operators_pause_that_a_new_owner_finds_is_no_open_breaker()
    {
        var bench = new OutboxBench();
        bench.Instruct("t1", 1, 10);
        bench.Engine.Execute(new PauseBusiness("op", bench.Now, "icm", true, "an audit"));
        bench.Start().Advance(Duration.FromSeconds(10));
        Assert.False(bench.Dispatcher.Registries().Single().IsPaused);
        Assert.Equal((0, 10L), (bench.Channel.Probes, bench.Tonnes("buyer", ShadowAccount.Free)));
        Assert.Equal([new BusinessPause("icm", null)], bench.Engine.Pauses);
    }

    /// <summary>A notification only prompts questions. What the registry turned away waits its time, or anybody who sends notifications sets the pace.</summary>
    [Fact]
    public void A_notification_sends_nothing_earlier()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.NotTaken("busy", "x"));
        bench.Instruct("t1", 1, 10);
        bench.Advance(Duration.FromSeconds(1));
        bench.Dispatcher.Wake("icm");
        bench.Advance(Duration.FromSeconds(1));
        Assert.Equal((InstructionState.NotDone, 1), (bench.Record("t1").State, bench.Channel.Sent.Count));
    }

    [Fact]
    public void After_a_restart_an_open_breaker_probes_before_it_opens()
    {
        var sent = _bench.Channel.Sent.Count;
        _bench.Crash().Start().Advance(Duration.FromMinutes(5));
        Assert.Equal(sent, _bench.Channel.Sent.Count);
        Assert.Equal([Pause], _bench.Engine.Pauses);

        _bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        _bench.Channel.Says(ChannelOutcome.Confirmed());
        _bench.Advance(Duration.FromMinutes(2));
        Assert.Empty(_bench.Engine.Pauses);
        Assert.Equal([true, false], _bench.Pauses());
    }

    [Fact]
    public void Throttling_is_no_trouble_and_Retry_After_is_honoured_by_every_instruction()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = i => Task.FromResult(bench.Now < Simulation.SimWorld.Start + Duration.FromMinutes(3) ? ChannelOutcome.Throttled(Duration.FromMinutes(3)) : ChannelOutcome.Confirmed());
        bench.Instruct("t1", 1, 5);
        bench.Advance(Duration.FromSeconds(1));
        for (ulong i = 2; i <= 9; i++)
        {
            bench.Instruct("t" + i, 10 * i, (10 * i) + 1);
        }

        bench.Advance(Duration.FromSeconds(170));
        Assert.Equal(["t1"], bench.Channel.Sent);
        bench.Advance(Duration.FromMinutes(2));
        Assert.Equal(21, bench.Tonnes("buyer", ShadowAccount.Free));
        Assert.Empty(bench.Pauses());
    }

    /// <summary>A single order on a quiet day meets a registry that is down: harmless questions find it out before the next order comes.</summary>
    [Fact]
    public void A_registry_that_is_down_on_a_quiet_day_is_noticed_by_asking_it()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("server-error", "500"));
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("server-error", "500");
        bench.Channel.OnProbe = () => ChannelOutcome.Unknown("server-error", "500");
        bench.Instruct("t1", 1, 10);
        bench.Advance(Duration.FromMinutes(1));
        Assert.Equal([Pause], bench.Engine.Pauses);
        Assert.InRange(bench.Channel.Probes, 2, 8);
    }

    /// <summary>How long the registry asks to be left alone counts wherever it says so: in an answer to a question, and to an attempt that is in doubt.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Retry_After_is_honoured_in_every_answer(bool inQuestion)
    {
        var (bench, long_) = (new OutboxBench().Start(), Duration.FromMinutes(50));
        bench.Channel.Says(ChannelOutcome.Unknown("html", "503") with { After = inQuestion ? null : long_ });
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("throttled", "429", long_);
        bench.Instruct("t1", 1, 10);
        bench.Advance(Duration.FromMinutes(1));
        bench.Instruct("t2", 11, 20);
        var asked = bench.Channel.Asked.Count;
        Assert.Equal(inQuestion ? 1 : 0, asked);
        bench.Advance(Duration.FromMinutes(45));
        Assert.Equal(["t1"], bench.Channel.Sent);
        Assert.Equal(asked, bench.Channel.Asked.Count);

        // It asks for no more patience.
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        bench.Advance(Duration.FromMinutes(10));
        Assert.Contains("t2", bench.Channel.Sent);
    }

    /// <summary>A probe is a request: a registry that asked to be left alone is not probed meanwhile, whichever answer it said so in.</summary>
    [Theory]
    [InlineData("opening")]
    [InlineData("probe")]
    [InlineData("look")]
    public void Retry_After_is_honoured_by_probes(string saidIn)
    {
        var (bench, long_, answers) = (new OutboxBench().Start(), Duration.FromMinutes(50), new List<TaskCompletionSource<ChannelOutcome>>());
        bench.Channel.OnSend = _ =>
        {
            answers.Add(new TaskCompletionSource<ChannelOutcome>());
            return answers[^1].Task;
        };
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        bench.Channel.OnProbe = () => ChannelOutcome.Unknown("html", "503") with { After = saidIn == "look" || (saidIn == "probe" && bench.Engine.Pauses.Count > 0) ? long_ : null };
        for (ulong i = 1; i <= (saidIn == "look" ? 1UL : 8); i++)
        {
            bench.Instruct("t" + i, i, i);
        }

        // All are on their way, and all are answered at once: that opens the breaker.
        bench.Advance(Duration.FromSeconds(2));
        // One answer shared by several would be taken in on other threads.
        answers.ForEach(a => a.SetResult(ChannelOutcome.Unknown("html", "503") with { After = saidIn == "opening" ? long_ : null }));
        bench.Advance(Duration.FromMinutes(2));
        Assert.Equal(saidIn == "look" ? [] : [Pause], bench.Engine.Pauses);
        var requests = Requests();
        bench.Advance(Duration.FromMinutes(45));
        Assert.Equal(requests, Requests());

        bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(10));
        Assert.True(Requests() > requests);

        int Requests() => bench.Channel.Sent.Count + bench.Channel.Asked.Count + bench.Channel.Probes;
    }

    [Fact]
    public void Probes_keep_the_limit_of_rate()
    {
        var bench = new OutboxBench().Start(new RegistryLinkOptions { RequestsPerMinute = 2, Burst = 5, BreakAfter = 5, BreakFor = Duration.FromSeconds(1) });
        bench.Channel.Says(ChannelOutcome.Unknown("html", "503"));
        bench.Channel.OnProbe = () => ChannelOutcome.Unknown("html", "503");
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        for (ulong i = 1; i <= 3; i++)
        {
            bench.Instruct("t" + i, i, i);
        }

        bench.Advance(Duration.FromMinutes(2));
        Assert.Equal([Pause], bench.Engine.Pauses);
        var probes = bench.Channel.Probes;
        bench.Advance(Duration.FromMinutes(10));
        Assert.InRange(bench.Channel.Probes - probes, 18, 20);
    }

    /// <summary>The registry asked the host, and not the process that has ended since.</summary>
    [Theory]
    [InlineData("question")]
    [InlineData("attempt")]
    [InlineData("probe")]
    public void Retry_After_outlives_the_process(string saidIn)
    {
        var (bench, long_) = (new OutboxBench().Start(), Duration.FromMinutes(50));
        bench.Channel.Says(saidIn == "attempt" ? ChannelOutcome.Throttled(long_) : ChannelOutcome.Unknown("html", "503"));
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("throttled", "429", saidIn == "question" ? long_ : null);
        bench.Channel.OnProbe = () => ChannelOutcome.Unknown("html", "503") with { After = saidIn == "probe" ? long_ : null };
        bench.Instruct("t1", 1, 10);
        bench.Advance(Duration.FromMinutes(1));
        var asked = bench.Channel.Asked.Count;
        Assert.Equal(saidIn == "probe", bench.History("t1").Contains("noted"));
        bench.Crash().Start();
        bench.Instruct("t2", 11, 20);
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(40));
        Assert.Equal(["t1"], bench.Channel.Sent);
        Assert.Equal(asked, bench.Channel.Asked.Count);
        bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("down", "x");
        bench.Advance(Duration.FromMinutes(20));
        Assert.Contains("t2", bench.Channel.Sent);
    }

    /// <summary>A ledger that was copied along with its outbox has the keys of the old one, and the epochs begin anew.</summary>
    [Theory]
    [InlineData("The registry is in trouble.", "The registry answers again.")]
    [InlineData("in another version's words", "in another version's words")]
    public void A_pause_whose_key_was_used_before_is_in_the_ledger_all_the_same(string paused, string resumed)
    {
        var bench = new OutboxBench();
        foreach (var word in new[] { "pause", "resume" })
        {
            bench.Engine.Execute(new PauseBusiness($"breaker/icm/1/1/{word}", bench.Now, "icm", word == "pause", word == "pause" ? paused : resumed) { Holder = EngineLedger.Holder });
        }

        bench.Start();
        bench.Channel.Says(ChannelOutcome.NotTaken("maintenance", "x"));
        bench.Channel.OnProbe = () => ChannelOutcome.NotTaken("maintenance", "x");
        bench.Instruct("t1", 1, 1);
        bench.Advance(Duration.FromMinutes(2));
        Assert.Equal([Pause], bench.Engine.Pauses);
        Assert.True(bench.Dispatcher.Registries().Single().IsPaused);

        bench.Channel.OnProbe = () => ChannelOutcome.Confirmed();
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(5));
        Assert.Empty(bench.Engine.Pauses);
        Assert.Equal([true, false, true, false], bench.Pauses());
    }

    /// <summary>The host starts without a link to a registry that the breaker of the process before has paused: nothing probes it, so it is told.</summary>
    [Fact]
    public void A_pause_without_a_link_is_told()
    {
        var bench = new OutboxBench();
        bench.Engine.Execute(new PauseBusiness("p", bench.Now, "verra", true, "x") { Holder = EngineLedger.Holder });
        bench.Engine.Execute(new PauseBusiness("q", bench.Now, "ICM", true, "x") { Holder = EngineLedger.Holder });
        bench.Start().Advance(Duration.FromMinutes(2));
        Assert.Equal(["icm True False", "verra False True"], bench.Dispatcher.Registries().Select(r => $"{r.Registry} {r.IsOpen} {r.IsPaused}"));

        // That of the linked one, in whatever spelling, is ended by a probe.
        Assert.Equal([new BusinessPause("verra", EngineLedger.Holder)], bench.Engine.Pauses);
    }

    [Fact]
    public void Requests_that_hang_take_no_turn_from_another_registry()
    {
        var bench = new OutboxBench(new ScriptedChannel("icm"), new ScriptedChannel("verra")).Start(new RegistryLinkOptions { MostAtOnce = 2 });
        bench.Channel.OnSend = _ => new TaskCompletionSource<ChannelOutcome>().Task;
        for (ulong i = 1; i <= 3; i++)
        {
            bench.Instruct("t" + i, i, i);
        }

        bench.Advance(Duration.FromSeconds(1));
        bench.Instruct("v1", 1, 5, registry: "verra");
        bench.Advance(Duration.FromSeconds(3));
        Assert.Equal(["t1", "t2"], bench.Channel.Sent);
        Assert.Equal(InstructionState.Confirmed, bench.Record("v1").State);
    }

    /// <summary>Five bad answers about one instruction are no registry in trouble: everything else goes through, and new business goes on.</summary>
    [Fact]
    public void One_instruction_that_is_always_answered_badly_blocks_its_own_numbers_alone()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = i => Task.FromResult(i.Key == "bad" ? ChannelOutcome.Unknown("html", "a page") : ChannelOutcome.Confirmed());
        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("other-answer", "x");
        bench.Instruct("bad", 1, 10);
        for (ulong i = 2; i <= 9; i++)
        {
            bench.Advance(Duration.FromMinutes(5));
            bench.Instruct("t" + i, 10 * i, (10 * i) + 1);
        }

        bench.Advance(Duration.FromMinutes(1));
        Assert.Empty(bench.Pauses());
        Assert.True(bench.Channel.Asked.Count > 5);
        Assert.Equal((16L, 10L), (bench.Tonnes("buyer", ShadowAccount.Free), bench.Tonnes("mill", ShadowAccount.Reserved)));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A channel is somebody else's code. One that breaks its contract is a doubt about its own instruction, and stops nothing else.</summary>
public class ForeignChannelTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    private static readonly Dictionary<string, Action<ScriptedChannel>> Breaches = new(StringComparer.Ordinal)
    {
        ["nothing for an instruction"] = c => c.OnSend = _ => Task.FromResult<ChannelOutcome>(null!),
        ["nothing for a question"] = c => (c.OnSend, c.OnAsk) = (Doubt, _ => null!),
        ["an answer without a list of numbers"] = c => (c.OnSend, c.OnAsk) = (Doubt, _ => RegistryOutcome.Confirmed(new UnitsAnswer(null!))),
        ["nothing for a probe"] = c => (c.OnSend, c.OnProbe) = (Doubt, () => null!),
        ["a wish to be left alone that no calendar holds"] = c => c.Says(ChannelOutcome.Throttled(Duration.MaxValue)),
        ["the same in an answer to a question"] = c => (c.OnSend, c.OnAsk) = (Doubt, _ => RegistryOutcome.Unknown<UnitsAnswer>("x", "x", Duration.MaxValue)),
        ["a wish of less than nothing"] = c => c.Says(ChannelOutcome.NotTaken("x", "x", Duration.MinValue)),
    };

    public static TheoryData<string> Names => [.. Breaches.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_stops_no_other_registry(string breach)
    {
        var bench = new OutboxBench(new ScriptedChannel("icm"), new ScriptedChannel("verra")).Start();
        Breaches[breach](bench.Channel);
        bench.Instruct("bad", 1, 10);
        bench.Advance(Duration.FromMinutes(10));
        bench.Instruct("good", 1, 10, registry: "verra");
        bench.Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.Equal(InstructionState.Confirmed, bench.Record("good").State);
        Assert.NotEqual(InstructionState.Confirmed, bench.Record("bad").State);
        Assert.Equal(10, bench.Engine.Account("mill")!.Holdings.Where(h => h.Place == ShadowAccount.Reserved).Sum(h => h.Units.Tonnes));
    }

    [Fact]
    public void What_it_writes_is_journaled_on_one_short_line()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Pending("a\ncode\u001B[31m", "first\nsecond \u202Eback " + new string('x', 100_000), new string('r', 201)));
        bench.Instruct("t", 1, 10);
        bench.Advance(Moment);
        var record = bench.Record("t");
        Assert.Equal(("a code [31m", null), (record.Code, record.Reference));
        Assert.StartsWith("first second  back xxx", record.Reason, StringComparison.Ordinal);
        Assert.InRange(record.Reason.Length, 100, 1000);
        Assert.Equal("R-17", ChannelOutcome.Confirmed("R-17").Reference);
    }

    /// <summary>The message of an exception may hold a secret, such as an address with a key in it.</summary>
    [Fact]
    public void What_it_throws_is_told_by_its_kind_alone()
    {
        var bench = new OutboxBench().Start();
        (bench.Channel.OnSend, bench.Channel.OnAsk) = (_ => throw new InvalidOperationException("key=s3cret"), _ => throw new FormatException("key=s3cret"));
        bench.Instruct("t", 1, 10);
        bench.Advance(Moment);
        Assert.Equal(("channel-failed", "The channel failed with FormatException."), (bench.Record("t").Code, bench.Record("t").Reason));
        Assert.Contains(bench.Store.Moves("t"), m => m.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Store.Moves("t"), m => m.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_no_calendar_holds_is_refused_before_anything_is_sent()
    {
        foreach (var options in new[]
        {
            new RegistryLinkOptions { SettlingTime = Duration.FromDays(10_000_000) },
            new RegistryLinkOptions { Patience = new OutboxPolicy(Duration.MaxValue) { LongestPending = Duration.FromDays(10_000_000) } },
            new RegistryLinkOptions { Patience = new OutboxPolicy(Duration.MaxValue) { LongestPause = Duration.FromDays(10_000_000) } },
        })
        {
            Assert.Contains("3650 days", Assert.Throws<InvalidOperationException>(() => new RegistryLink(new ScriptedChannel("icm"), options)).Message, StringComparison.Ordinal);
        }
    }

    private static Task<ChannelOutcome> Doubt(UnitInstruction instruction) => Task.FromResult(ChannelOutcome.Unknown("html", "a page"));
}

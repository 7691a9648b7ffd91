using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Tests.Outbox;
using Ccts.Registry.Adapters.Watching;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Watching;

/// <summary>A look believes of a channel what it may: rows of its registry, with their numbers, to an end, in the registry's own time.</summary>
public class HoldingsReadingTests
{
    private static readonly RegistryWatchOptions Options = new() { Accounts = ["mill"], Looks = 1, MostRows = 5, LongestSilence = Duration.FromMinutes(15) };

    /// <summary>Each of them would make a clean look of a wrong one: units of another registry confirm ours, and what is passed over becomes a ghost credit.</summary>
    [Theory]
    [InlineData("verra", true, "other-registry")]
    [InlineData("icm", false, "not-numbered")]
    [InlineData(null, false, "row-empty")]
    public async Task A_row_that_shows_nothing_of_this_registry_is_told(string? registry, bool isNumbered, string code)
    {
        var row = registry is null ? new ExportRow(null, null) : new ExportRow(
            new StatementEntry { File = "f", Line = 1, Registry = registry, Block = isNumbered ? new SerialBlock(registry, "s", new BlockRange(1, 100)) : null, State = UnitState.Held, StatedQuantity = 100 }, null);
        var (engine, told) = (Mill(), new List<RegistryWatchEvent>());
        using var watch = new RegistryWatch(new Shown(_ => [row]), engine, Options, told.Add);
        var report = await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(code, Assert.Single(report.Problems).Code);
        Assert.Equal((false, 0m, 0), (report.IsComplete, report.ConfirmedTonnes, told.Count));
        Assert.Equal(100, engine.Account("mill")!.Tonnes(UnitKinds.Ccc, ShadowAccount.Free));
    }

    [Fact]
    public async Task A_registry_that_never_ends_its_pages_fills_no_memory()
    {
        using var clean = new RegistryWatch(new Shown(Endless), Mill(), Options);
        Assert.Equal("too-many-rows", Assert.Single((await clean.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
        using var bad = new RegistryWatch(new Shown(_ => Enumerable.Repeat(new ExportRow(null, new Problem("x", Severity.Error, "two\nlines", default)), int.MaxValue)), Mill(), Options with { MostRows = 1_000_000 });
        var problems = (await bad.LookAsync(TestContext.Current.CancellationToken)).Problems;
        Assert.Equal((100, "two lines"), (problems.Count, problems[0].Message));

        static IEnumerable<ExportRow> Endless(CancellationToken cancellationToken)
        {
            for (ulong n = 1; ; n++)
            {
                yield return new ExportRow(new StatementEntry { File = "f", Line = 1, Registry = "icm", Block = new SerialBlock("icm", "s", new BlockRange(n, n)), State = UnitState.Held }, null);
            }
        }
    }

    [Fact]
    public async Task A_channel_that_gives_no_further_row_does_not_stop_the_watch()
    {
        var clock = new JumpingClock();
        using var watch = new RegistryWatch(new Silent(), Mill(), Options, time: clock);
        Assert.Equal("silent", Assert.Single((await watch.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
        Assert.Equal([TimeSpan.FromMinutes(15)], clock.Waited);
    }

    /// <summary>The limit of rate is the registry's, whoever of the host asks. Every second request is a page at most, so that instructions leave meanwhile.</summary>
    [Fact]
    public async Task Pages_take_their_turn_and_what_the_registry_asks_for_counts_for_all()
    {
        var (clock, pace) = (new JumpingClock(), new Pace(60, 1));
        PageTurns.Current = new PageTurns(pace, clock);
        var asked = new List<TimeSpan>();
        foreach (var after in new Duration?[] { null, null, Duration.FromMinutes(10) })
        {
            await PageTurns.TakenAsync(
                () =>
                {
                    asked.Add(clock.Passed);
                    return Task.FromResult(after);
                },
                a => a, TestContext.Current.CancellationToken);
        }

        Assert.Equal([0, 2, 4], asked.Select(a => a.TotalSeconds));
        Assert.Equal(Duration.FromMinutes(10), pace.Wait(clock));
        Assert.False(pace.TryTake(clock));

        // The outbox keeps it for the next process.
        Assert.Equal(Duration.FromMinutes(10), pace.TakeNote(clock));
        Assert.Null(pace.TakeNote(clock));

        var link = new RegistryLink(new Shown(_ => throw new InvalidOperationException("It is to be left alone.")), new RegistryLinkOptions { SettlingTime = Duration.FromHours(1) });
        link.Pace.Hold(clock, Duration.FromHours(2));
        using var watch = new RegistryWatch(link, Mill(), Options, time: clock);
        Assert.Equal("left-alone", Assert.Single((await watch.LookAsync(TestContext.Current.CancellationToken)).Problems).Code);
    }

    [Fact]
    public async Task A_watch_over_a_link_reads_in_its_turns_and_one_over_a_channel_does_not()
    {
        var seen = new List<bool>();
        var channel = new Shown(_ =>
        {
            seen.Add(PageTurns.Current is not null);
            return [];
        });
        using var linked = new RegistryWatch(new RegistryLink(channel, new RegistryLinkOptions { SettlingTime = Duration.FromHours(1) }), Mill(), Options);
        await linked.LookAsync(TestContext.Current.CancellationToken);
        using var bare = new RegistryWatch(channel, Mill(), Options);
        await bare.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal([true, false], seen);
    }

    private static LedgerEngine Mill()
    {
        var engine = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        engine.Execute(new IssueUnits("i", Instant.FromUtc(2026, 11, 2, 9, 0), "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, 100))));
        return engine;
    }

    private class Shown(Func<CancellationToken, IEnumerable<ExportRow>> rows) : IRegistryChannel
    {
        public string Registry => "icm";

        public RegistryTraits Traits { get; } = new ScriptedChannel("icm").Traits;

        public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public virtual async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var row in rows(cancellationToken))
            {
                yield return row;
            }
        }
    }

    private sealed class Silent() : Shown(_ => [])
    {
        public override async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task;
            yield break;
        }
    }

    /// <summary>A clock that jumps to the end of every wait.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        internal List<TimeSpan> Waited { get; } = [];

        internal TimeSpan Passed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            Passed += dueTime;
            callback(state);
            return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
        }
    }
}

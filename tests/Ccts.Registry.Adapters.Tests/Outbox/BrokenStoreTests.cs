using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A store that fails, or that is not of the same moment as its ledger.</summary>
public class BrokenStoreTests
{
    /// <summary>Work of an owner that has failed would go on beside the next one; and a lease that nobody uses would hold the outbox up until it ends.</summary>
    [Fact]
    public void An_owner_that_fails_ends_all_its_work_and_leaves_the_lease_to_the_next()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => new TaskCompletionSource<ChannelOutcome>().Task;
        bench.Advance(Duration.FromSeconds(36));
        bench.Instruct("t1", 1, 40);
        bench.Advance(Duration.FromSeconds(3));
        Assert.Equal(InstructionState.Sending, bench.Record("t1").State);

        bench.Disk.IsBroken = true;
        bench.Advance(Duration.FromSeconds(3));
        Assert.IsType<System.IO.IOException>(bench.Failure);
        Assert.Equal(["taken", "send", "no-answer"], bench.History("t1"));
        Assert.Null(bench.Store.Holder);

        bench.Start().Advance(Duration.FromSeconds(1));
        Assert.True(bench.Dispatcher.IsOwner);
    }

    /// <summary>The store took a hundred seconds to renew a lease of two minutes: what is begun in the twenty that are left would be an attempt that cannot be sent.</summary>
    [Fact]
    public void Nothing_is_begun_that_the_lease_does_not_outlast()
    {
        var (bench, slow) = (new OutboxBench().Start(), new TaskCompletionSource());
        bench.Disk.Renewing = slow.Task;
        bench.Advance(Duration.FromSeconds(41));
        bench.Instruct("t1", 1, 40);
        bench.Advance(Duration.FromSeconds(100));
        Assert.Empty(bench.Channel.Sent);
        slow.SetResult();
        bench.Advance(Duration.FromSeconds(1));
        Assert.Equal(["taken", "send", "done", "settled"], bench.History("t1"));
    }

    /// <summary>The same while the row of an attempt is written: what would leave in the last seconds of a lease may be on its way when the next owner asks about it.</summary>
    [Fact]
    public void Nothing_leaves_that_the_lease_does_not_outlast()
    {
        var (bench, renewal, attempt) = (new OutboxBench().Start(), new TaskCompletionSource(), new TaskCompletionSource());
        (bench.Disk.Renewing, bench.Disk.Sending) = (renewal.Task, attempt.Task);
        bench.Instruct("t1", 1, 40);
        bench.Advance(Duration.FromSeconds(100));
        attempt.SetResult();
        Assert.Empty(bench.Channel.Sent);
        renewal.SetResult();
        bench.Advance(Duration.FromSeconds(10));
        Assert.Equal(["taken", "send", "not-taken", "send", "done", "settled"], bench.History("t1"));
        Assert.Single(bench.Channel.Sent);
    }

    /// <summary>A ledger restored from an earlier copy commits at places that an outbox of its own has taken over long ago: these instructions would never be sent, and nobody would know.</summary>
    [Fact]
    public async Task An_outbox_that_is_ahead_of_its_ledger_is_not_worked_off()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("t1", 1, 10);
        bench.Instruct("t2", 11, 20);
        bench.Advance(Duration.FromHours(2));
        Assert.Equal(InstructionState.Confirmed, bench.Record("t2").State);
        await bench.Stop.CancelAsync();
        bench.Advance(Duration.FromMinutes(5));

        var earlier = new InMemoryJournal();
        var engine = new LedgerEngine(earlier, LedgerPolicy.Bare);
        engine.Execute(new IssueUnits("issue-icm", bench.Now, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, 100))));
        var dispatcher = new OutboxDispatcher(
            bench.Store, earlier, new EngineLedger(engine), [new RegistryLink(bench.Channel)], new OutboxDispatcherOptions { GoesOnAtOnce = true }, bench.Clock);
        var refused = await Assert.ThrowsAsync<JournalConflictException>(() => dispatcher.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("earlier copy", refused.Message, System.StringComparison.Ordinal);
        Assert.Null(bench.Store.Holder);
    }
}

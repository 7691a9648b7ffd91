using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>From the reservation to the ledger's entry: what each answer of a registry comes to.</summary>
public class DispatcherTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    [Fact]
    public void An_attempt_that_may_last_as_long_as_half_the_lease_is_refused()
    {
        var bench = new OutboxBench();
        OutboxDispatcher With(Duration attempt) => new(
            bench.Store, bench.Journal, new EngineLedger(bench.Engine), [new RegistryLink(bench.Channel, new RegistryLinkOptions { Patience = new OutboxPolicy(OutboxBench.Settling) { AttemptTimeout = attempt } })],
            new OutboxDispatcherOptions { Lease = Duration.FromMinutes(2) });
        Assert.Contains("icm", Assert.Throws<ArgumentException>(() => With(Duration.FromMinutes(1))).Message, StringComparison.Ordinal);
        Assert.NotNull(With(Duration.FromSeconds(59)));
    }

    [Fact]
    public void What_the_registry_confirms_the_ledger_moves()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("t1", 1, 40);
        bench.Instruct("r1", 41, 50, InstructionKind.Retire);
        bench.Instruct("c1", 51, 55, InstructionKind.Cancel);
        bench.Advance(Moment);

        Assert.Equal(40, bench.Tonnes("buyer", ShadowAccount.Free));
        Assert.Equal(10, bench.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(5, bench.Tonnes("mill", ShadowAccount.Cancelled));
        Assert.Equal(0, bench.Tonnes("mill", ShadowAccount.Reserved));
        Assert.Equal(["taken", "send", "done", "settled"], bench.History("r1"));
        Assert.False(bench.Store.Find("r1")!.IsOpen);
    }

    [Fact]
    public void Until_the_registry_has_answered_nobody_believes_it_and_nobody_gets_the_units()
    {
        var never = new TaskCompletionSource<ChannelOutcome>();
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => never.Task;
        bench.Instruct("t1", 1, 40);
        bench.Advance(Duration.FromSeconds(5));

        Assert.Equal(InstructionState.Sending, bench.Record("t1").State);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));
        Assert.Equal(0, bench.Tonnes("buyer", ShadowAccount.Free));
        Assert.Equal(RefusalCode.HeldByReservation, Reserve(bench, 40, 41).Refusal!.Code);
    }

    [Fact]
    public void What_the_registry_refuses_is_released()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Rejected("account-closed", "The account is closed."));
        bench.Instruct("t1", 1, 40);
        bench.Advance(Moment);

        Assert.Equal(InstructionState.Rejected, bench.Record("t1").State);
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    /// <summary>A store over a network may be waiting itself when its host stops.</summary>
    [Fact]
    public async Task Cancelled_while_it_waits_for_its_store_it_ends_in_peace()
    {
        var journal = new InMemoryJournal();
        var dispatcher = new OutboxDispatcher(new StoreThatWaits(), journal, new EngineLedger(new LedgerEngine(journal, LedgerPolicy.Bare)), []);
        using var stop = new CancellationTokenSource();
        var running = dispatcher.RunAsync(stop.Token);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running;
        Assert.False(dispatcher.IsOwner);
    }

    private sealed class StoreThatWaits : IOutboxStore
    {
        private readonly InMemoryOutbox _empty = new(SystemClock.Instance);

        public OutboxLease? Holder => null;

        public IntentPlace Taken => default;

        public async Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default) => Task.FromResult(false);

        public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default) => _empty.WriteAsync(lease, writes, cancellationToken);

        public IEnumerable<OutboxRow> Open() => _empty.Open();

        public IEnumerable<OutboxRow> All() => _empty.All();

        public OutboxRow? Find(string key) => _empty.Find(key);

        public IEnumerable<string> Moves(string key) => _empty.Moves(key);
    }

    [Fact]
    public void A_crash_while_sending_is_a_doubt_and_never_a_second_request()
    {
        var never = new TaskCompletionSource<ChannelOutcome>();
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => never.Task;
        bench.Channel.OnAsk = i => ScriptedChannel.Seen(i, UnitState.Retired, "R-mill");
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromSeconds(5)).Crash().Start().Advance(Moment);

        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal(["taken", "send", "owner-lost", "ask", "done", "settled"], bench.History("r1"));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void Not_found_is_not_done_only_after_two_answers_a_settling_time_apart()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("html", "a page"));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(OutboxBench.Settling);
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);

        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Advance(Duration.FromMinutes(1));
        Assert.Equal(["r1", "r1"], bench.Channel.Sent);
        Assert.Equal(InstructionState.Confirmed, bench.Record("r1").State);
        Assert.Contains("settled-not-done", bench.History("r1"));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void Half_done_is_confirmed_in_half_and_the_rest_waits_in_quarantine()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Partial(BlockSet.Of(new BlockRange(11, 25)), "half-done", "It stopped in the middle."));
        bench.Instruct("t1", 1, 40);
        bench.Advance(Moment);

        Assert.Equal(15, bench.Tonnes("buyer", ShadowAccount.Free));
        Assert.Equal(25, bench.Tonnes("mill", ShadowAccount.Quarantined));
        Assert.Equal(["11-25"], bench.Engine.Account("buyer")!.Holdings.Select(h => h.Units.Range.ToString()));

        bench.Advance(OutboxBench.Settling + Duration.FromMinutes(1));
        _ = bench.Dispatcher.ResolveAsync("t1", BlockSet.Of(new BlockRange(1, 25)), "asha", "seen in the portal");
        bench.Advance(Moment);
        Assert.Equal(25, bench.Tonnes("buyer", ShadowAccount.Free));
        Assert.Equal(75, bench.Tonnes("mill", ShadowAccount.Free));
        Assert.Equal(InstructionState.Cancelled, bench.Record("t1").State);
        Assert.Empty(LedgerAudit.Findings(LedgerState.FromSnapshot(bench.Engine.TakeSnapshot())));
    }

    [Fact]
    public void A_later_instruction_on_the_same_numbers_waits_and_others_do_not()
    {
        var never = new TaskCompletionSource<ChannelOutcome>();
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = i => i.Key == "t1" ? never.Task : Task.FromResult(ChannelOutcome.Confirmed());
        bench.Instruct("t1", 1, 10);
        Also(bench, "t2", 10, 12);
        Also(bench, "t3", 11, 20);
        Also(bench, "t4", 21, 22);
        bench.Advance(Moment);
        Assert.Equal(["t1", "t4"], bench.Channel.Sent);

        never.SetResult(ChannelOutcome.Confirmed());
        bench.Advance(Moment);
        Assert.Equal(["t1", "t4", "t2", "t3"], bench.Channel.Sent);
    }

    [Fact]
    public void An_instruction_that_cannot_be_read_or_repeats_a_key_is_parked_and_blocks_nothing()
    {
        var bench = new OutboxBench().Start();
        bench.Engine.Execute(new FreezeAccount("f1", bench.Now, "mill", false, "x"), new RegistryIntent("bad", "icm", "{\"v\":1,\"retire\":\"everything\"}"));
        bench.Instruct("t1", 1, 10);
        bench.Advance(Moment);
        Also(bench, "t1", 50, 60);
        bench.Advance(Moment);

        Assert.Equal(["t1"], bench.Channel.Sent);
        Assert.Equal(("unreadable", InstructionState.Parked), (bench.Record("bad").Code, bench.Record("bad").State));
        Assert.Equal("key-reused", Assert.Single(bench.Dispatcher.Open(), r => r.Key.StartsWith("t1@", System.StringComparison.Ordinal)).Code);
    }

    [Fact]
    public void Retry_asks_first_where_something_may_have_happened()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("time-out", "no answer"));
        bench.Channel.OnAsk = _ => RegistryOutcome.NotSupported<UnitsAnswer>(RegistryCapabilities.QueryBySerial);
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromHours(4));
        Assert.Equal(InstructionState.Parked, bench.Record("r1").State);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));

        bench.Channel.OnAsk = i => ScriptedChannel.Seen(i, UnitState.Retired, "R-mill");
        _ = bench.Dispatcher.RetryAsync("r1", "asha", "the registry is back");
        bench.Advance(Moment);
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal(InstructionState.Confirmed, bench.Record("r1").State);
    }

    [Fact]
    public async Task An_operator_is_told_why_not()
    {
        var never = new TaskCompletionSource<ChannelOutcome>();
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => never.Task;
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromSeconds(5));
        Assert.Contains("being worked on", (await Refused(bench.Dispatcher.CancelAsync("r1", "asha", "x"))).Message, System.StringComparison.Ordinal);
        Assert.Contains("has no instruction of this key", (await Refused(bench.Dispatcher.RetryAsync("none", "asha", "x"))).Message, System.StringComparison.Ordinal);

        bench.Channel.OnAsk = _ => RegistryOutcome.Unknown<UnitsAnswer>("html", "a page");
        bench.Advance(Duration.FromMinutes(1));
        Assert.Equal(InstructionState.Unknown, bench.Record("r1").State);
        Assert.Contains("Only a parked", (await Refused(bench.Dispatcher.RetryAsync("r1", "asha", "x"))).Message, System.StringComparison.Ordinal);
        Assert.Contains("is about 1-40", (await Refused(bench.Dispatcher.ResolveAsync("r1", BlockSet.Of(new BlockRange(40, 41)), "asha", "x"))).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Given_up_is_never_sent_again_and_ends_when_it_is_certain()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("time-out", "no answer"));
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Duration.FromMinutes(2));
        _ = bench.Dispatcher.CancelAsync("r1", "asha", "the buyer withdrew");
        bench.Advance(Duration.FromMinutes(30));
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Reserved));

        bench.Advance(Duration.FromHours(2));
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.Equal(InstructionState.Cancelled, bench.Record("r1").State);
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    [Fact]
    public async Task What_the_registry_did_is_taken_in_although_the_reservation_has_lapsed()
    {
        var bench = new OutboxBench();
        var units = new SerialBlock("icm", "s", new BlockRange(1, 10));
        var instruction = new UnitInstruction { Key = "r1", Kind = InstructionKind.Retire, Units = units, FromAccount = "R-mill", Ledger = new LedgerEffect("mill", "r1") };
        bench.Engine.Execute(new ReserveUnits("r1", bench.Now, "mill", "r1", new ChosenUnits(units), ReservationPurpose.Other, bench.Now + Duration.FromSeconds(1)), instruction.ToIntent());

        // Sent by a version that did not look at the reservation first.
        var (machine, later) = (new OutboxMachine(new OutboxPolicy(OutboxBench.Settling), "host", 1), bench.Now + Moment);
        var record = machine.Answered(machine.Send(machine.Take(new IntentPlace(2, 0), instruction.ToIntent(), bench.Now).Next, bench.Now).Next, ChannelOutcome.Confirmed(), later).Next;
        Assert.True((await new EngineLedger(bench.Engine).SettleAsync(record, TestContext.Current.CancellationToken)).IsTaken);
        Assert.Equal(10, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void A_ledger_that_refuses_is_asked_again_and_its_remembered_refusal_does_not_stand_in_the_way()
    {
        var bench = new OutboxBench().Start();
        var answer = new TaskCompletionSource<ChannelOutcome>();
        bench.Channel.OnSend = _ => answer.Task;
        bench.Instruct("t1", 1, 10);
        bench.Engine.Execute(new FreezeAccount("f3", bench.Now, "mill", true, "an inquiry"));
        answer.SetResult(ChannelOutcome.Confirmed());
        bench.Advance(Moment);
        Assert.Equal(InstructionState.Confirmed, bench.Record("t1").State);
        Assert.False(bench.Record("t1").IsSettled);
        Assert.Equal("frozen", bench.Record("t1").Code);

        bench.Engine.Execute(new FreezeAccount("f4", bench.Now, "mill", false, "over"));
        bench.Advance(Duration.FromMinutes(5));
        Assert.True(bench.Record("t1").IsSettled);
        Assert.Equal(10, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    private static LedgerAnswer Reserve(OutboxBench bench, ulong start, ulong end) => bench.Engine.Execute(
        new ReserveUnits($"other-{start}", bench.Now, "mill", $"other-{start}", new ChosenUnits(new SerialBlock("icm", "s", new BlockRange(start, end))), ReservationPurpose.Other));

    // An instruction of the host's own, that the ledger has no part in.
    private static void Also(OutboxBench bench, string key, ulong start, ulong end)
    {
        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(start, end)), FromAccount = "R-mill" };
        bench.Engine.Execute(new FreezeAccount($"also-{key}-{start}", bench.Now, "mill", false, "x"), instruction.ToIntent());
        bench.Dispatcher.Wake();
    }

    private static async Task<OperatorRefusedException> Refused(Task work) => await Assert.ThrowsAsync<OperatorRefusedException>(() => work);

    /// <summary>Numbers come back to where a late copy of the first request would find them: not before the registry has settled, whatever the host's clock says.</summary>
    [Fact]
    public void A_clock_that_is_set_ahead_brings_no_number_back_early()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("out", 1, 10);
        bench.Advance(Duration.FromSeconds(5));
        bench.SetClock(Duration.FromHours(5)).Advance(Duration.FromMinutes(2));

        var back = new UnitInstruction
        {
            Key = "back", Kind = InstructionKind.Transfer, Units = new SerialBlock("icm", "s", new BlockRange(1, 10)),
            FromAccount = "R-buyer", ToAccount = "R-mill", Ledger = new LedgerEffect("buyer", "back", "mill"),
        };
        Assert.True(bench.Engine.Execute(new ReserveUnits("back", bench.Now, "buyer", "back", new ChosenUnits(back.Units), ReservationPurpose.Other), back.ToIntent()).IsAccepted);
        bench.Dispatcher.Wake();
        bench.Advance(Duration.FromMinutes(50));
        Assert.Equal(["out"], bench.Channel.Sent);
        bench.Advance(Duration.FromMinutes(15));
        Assert.Equal(["out", "back"], bench.Channel.Sent);
    }

    /// <summary>Not found counts as not done after the settling time, and a clock that is set ahead does not shorten it.</summary>
    [Fact]
    public void A_clock_that_is_set_ahead_settles_no_doubt_early()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Unknown("gateway", "504"));
        bench.Instruct("out", 1, 10);
        bench.Advance(Duration.FromMinutes(2)).SetClock(Duration.FromHours(5)).Advance(Duration.FromMinutes(50));
        Assert.Single(bench.Channel.Sent);
        bench.Advance(Duration.FromMinutes(15));
        Assert.Equal(2, bench.Channel.Sent.Count);
    }
}

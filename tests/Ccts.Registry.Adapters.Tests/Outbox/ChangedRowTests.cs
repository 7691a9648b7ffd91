using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A row that somebody changed on the disk is found by the next owner, told, and never sent.</summary>
public class ChangedRowTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    private static OutboxRow Sealed { get; } = OutboxText.ToWrite(new OutboxMachine(MachineWalk.Policy, "host", 1).Take(new IntentPlace(3, 1), MachineWalk.Instruction(InstructionKind.Retire).ToIntent(), Instant.FromUtc(2026, 11, 2, 3, 30))).Row;

    [Fact]
    public void No_character_of_a_row_changes_unseen()
    {
        Assert.True(OutboxSeal.Holds(Sealed));
        for (var i = 0; i < Sealed.State.Length; i++)
        {
            var bad = Sealed with { State = Changed(Sealed.State, i) };
            Assert.False(OutboxSeal.Holds(bad));
            Assert.Throws<FormatException>(() => OutboxText.Read(bad));
        }

        OutboxRow[] others =
        [
            .. Enumerable.Range(0, Sealed.Payload.Length).Select(i => Sealed with { Payload = Changed(Sealed.Payload, i) }),
            Sealed with { Key = "l" }, Sealed with { Registry = "icn" }, Sealed with { Version = 2 }, Sealed with { IsOpen = false },
            Sealed with { Place = new IntentPlace(3, 2) }, Sealed with { Place = new IntentPlace(31, 0) }, Sealed with { State = Sealed.State + " " }, Sealed with { State = "" },
            Sealed with { Key = Sealed.Key + "\n3:icm", Registry = "" },
        ];
        Assert.DoesNotContain(others, OutboxSeal.Holds);
        Assert.All(others, bad => Assert.Throws<FormatException>(() => OutboxText.Read(bad)));
    }

    /// <summary>What would have been sent twice: it was being sent, and its row says that nothing has left.</summary>
    [Fact]
    public void A_row_set_back_is_parked_and_only_an_operator_ends_it()
    {
        var counted = new List<string>();
        using var listening = Counting(counted);
        var bench = Sending("t1", InstructionKind.Retire);
        bench.OnDisk = r => r with { State = r.State.Replace("\"sending\"", "\"intended\"", StringComparison.Ordinal) };
        bench.Start();
        Also(bench, "later", 40, 41);
        Also(bench, "other", 90, 91);
        bench.Advance(Moment);

        Assert.Equal(["t1", "other"], bench.Channel.Sent);
        Assert.Equal((InstructionState.Parked, OutboxReading.Changed, true), (Open(bench, "t1").State, Open(bench, "t1").Code, Open(bench, "t1").IsChanged));
        Assert.Equal(["taken", "send", "changed"], bench.History("t1"));
        Assert.Equal(["icm"], counted);
        Assert.Contains("never sent again", Refusal(() => bench.Dispatcher.RetryAsync("t1", "asha", "x")), StringComparison.Ordinal);
        Assert.Contains("nobody knows", Refusal(() => bench.Dispatcher.CancelAsync("t1", "asha", "x")), StringComparison.Ordinal);

        // It is parked for good, not parked anew by each owner.
        bench.OnDisk = r => r;
        bench.Crash().Start().Advance(Moment);
        Assert.Equal(["taken", "send", "changed"], bench.History("t1"));
        _ = bench.Dispatcher.ResolveAsync("t1", BlockSet.Of(new BlockRange(1, 40)), "asha", "seen in the portal");
        bench.Advance(Moment);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(["t1", "other", "later"], bench.Channel.Sent);
    }

    /// <summary>No owner reads it with what is open; its units would stay reserved for ever, and nobody would know.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_that_somebody_closed_is_found_and_waits_for_a_person(bool isEarlier)
    {
        var counted = new List<string>();
        using var listening = Counting(counted);
        var bench = Sending("t1", InstructionKind.Retire);
        bench.OnDisk = r => r.Key == "t1" ? r with { IsOpen = false, State = isEarlier ? Earlier(r) : r.State } : r;
        bench.Start().Advance(Moment);

        Assert.Equal((InstructionState.Parked, OutboxReading.Changed), (Open(bench, "t1").State, Open(bench, "t1").Code));
        Assert.Equal(["taken", "send", "changed"], bench.History("t1"));
        Assert.Equal(["icm"], counted);
        bench.OnDisk = r => r;
        Assert.True(bench.Store.Find("t1")!.IsOpen);
        _ = bench.Dispatcher.ResolveAsync("t1", BlockSet.Of(new BlockRange(1, 40)), "asha", "seen in the portal");
        bench.Advance(Moment);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
        Assert.Equal(["t1"], bench.Channel.Sent);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("version")]
    [InlineData("foreign")]
    [InlineData("earlier")]
    public void What_has_ended_stays_so_whatever_its_row_says(string what)
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        Also(bench, "last", 80, 81);
        bench.Advance(Moment);
        Assert.False(bench.Store.Find("r1")!.IsOpen);
        bench.OnDisk = r => r.Key != "r1" ? r : what switch
        {
            "text" => r with { State = "{}" },
            "version" => r with { Version = r.Version + 1 },
            "foreign" => r with { Key = "r9", Place = new IntentPlace(1, 7) },
            _ => r with { State = Earlier(r) },
        };
        bench.Crash().Start();
        Also(bench, "other", 90, 91);
        bench.Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.DoesNotContain(bench.Dispatcher.Open(), r => r.Key == "r1");
        Assert.Equal(["r1", "last", "other"], bench.Channel.Sent);
        Assert.Equal(what == "text" ? ["taken", "send", "done", "settled", "changed"] : ["taken", "send", "done", "settled"], bench.History("r1"));
        Assert.False(bench.Store.Find("r1")!.IsOpen);
        Assert.Equal(40, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    /// <summary>Its text was changed to other numbers, and stays so on the disk: what the ledger committed counts.</summary>
    [Fact]
    public void An_instruction_whose_text_was_changed_stands_for_what_the_ledger_committed()
    {
        var bench = Taken("r1");
        bench.OnDisk = r => r with { Payload = r.Payload.Replace("40", "60", StringComparison.Ordinal) };
        bench.Start().Advance(Moment);
        Assert.Equal((InstructionState.Parked, "1-40"), (Open(bench, "r1").State, Open(bench, "r1").Instruction!.Units.Range.ToString()));
        bench.Crash().Start().Advance(Moment);
        Assert.Equal(["taken", "changed"], bench.History("r1"));

        _ = bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "the registry shows them held");
        bench.Advance(Moment);
        Assert.Empty(bench.Channel.Sent);
        Assert.Equal(100, bench.Tonnes("mill", ShadowAccount.Free));
    }

    /// <summary>The highest place that a row states is where the next owner goes on: one that was changed would hide every instruction between.</summary>
    [Theory]
    [InlineData(77, false, false)]
    [InlineData(77, false, true)]
    [InlineData(1, false, false)]
    [InlineData(1, false, true)]
    [InlineData(77, true, false)]
    [InlineData(77, true, true)]
    public void A_place_that_was_changed_hides_no_later_instruction_and_repeats_no_earlier_one(long position, bool hasEnded, bool remembers)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = _ => hasEnded ? Task.FromResult(ChannelOutcome.Confirmed()) : new TaskCompletionSource<ChannelOutcome>().Task;
        bench.Instruct("r1", 1, 40, InstructionKind.Retire);
        bench.Advance(Moment).Crash();
        bench.Remembers = remembers;
        bench.OnDisk = r => r.Key == "r1" ? r with { Place = new IntentPlace(position, 0) } : r;
        bench.Channel.OnSend = _ => Task.FromResult(ChannelOutcome.Confirmed());
        bench.Start();
        Also(bench, "other", 90, 91);
        bench.Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.Equal(["r1", "other"], bench.Channel.Sent);
        Assert.DoesNotContain(bench.Store.All(), r => r.Key.Contains('@', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("key")]
    [InlineData("place")]
    public void A_row_that_no_move_can_be_written_over_is_told_and_left(string what)
    {
        var bench = Taken("r1");
        bench.OnDisk = r => what switch
        {
            "version" => r with { Version = r.Version + 1 },
            "key" => r with { Key = "r9" },
            _ => r with { Place = new IntentPlace(77, 0) },
        };
        bench.Start();
        Also(bench, "later", 40, 41);
        bench.Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.Empty(bench.Channel.Sent);
        Assert.Equal((InstructionState.Parked, OutboxReading.Changed), (Open(bench, "r1").State, Open(bench, "r1").Code));
        Assert.Contains("no move can be written", Refusal(() => bench.Dispatcher.ResolveAsync("r1", BlockSet.Empty, "asha", "x")), StringComparison.Ordinal);
        Assert.Equal(["taken"], bench.History("r1"));
    }

    [Fact]
    public void A_row_that_is_like_nothing_the_ledger_committed_stops_the_outbox()
    {
        var bench = Taken("r1");
        bench.OnDisk = r => r with { Key = "r9", Place = new IntentPlace(77, 0) };
        bench.Start().Advance(Moment);
        Assert.Contains("committed nothing like it", Assert.IsType<FormatException>(bench.Failure).Message, StringComparison.Ordinal);
        Assert.Empty(bench.Channel.Sent);
    }

    [Fact]
    public void What_had_an_outcome_is_settled_once_although_its_row_was_changed()
    {
        var bench = new OutboxBench().Start();
        bench.Engine.Execute(new FreezeAccount("f1", bench.Now, "mill", false, "x"));
        var answer = new TaskCompletionSource<ChannelOutcome>();
        bench.Channel.OnSend = _ => answer.Task;
        bench.Instruct("t1", 1, 10);
        bench.Engine.Execute(new FreezeAccount("f2", bench.Now, "mill", true, "an inquiry"));
        answer.SetResult(ChannelOutcome.Confirmed());
        bench.Advance(Moment);
        Assert.Equal("not-settled", bench.History("t1")[^1]);

        bench.OnDisk = r => r with { State = r.State.Replace("\"confirmed\"", "\"not-done\"", StringComparison.Ordinal) };
        bench.Crash().Start().Advance(Moment);
        bench.OnDisk = r => r;
        bench.Engine.Execute(new FreezeAccount("f3", bench.Now, "mill", false, "over"));
        bench.Advance(Duration.FromMinutes(5));
        Assert.Equal(["t1"], bench.Channel.Sent);
        Assert.Equal((10L, 90L), (bench.Tonnes("buyer", ShadowAccount.Free), bench.Tonnes("mill", ShadowAccount.Free)));

        // It rests before the numbers may come back, then it ends.
        Assert.True(bench.Store.Find("t1")!.IsOpen);
        bench.Advance(OutboxBench.Settling);
        Assert.False(bench.Store.Find("t1")!.IsOpen);
    }

    [Fact]
    public void What_was_settled_and_rests_is_closed_after_its_rest()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("t1", 1, 10);
        bench.Advance(Moment);
        Assert.Equal("settled", bench.History("t1")[^1]);
        bench.OnDisk = r => r with { State = "{}" };
        bench.Crash().Start().Advance(Moment);
        bench.OnDisk = r => r;
        Assert.Equal((InstructionState.Confirmed, true), (Open(bench, "t1").State, Open(bench, "t1").IsSettled));
        bench.Advance(OutboxBench.Settling);
        Assert.Equal(["taken", "send", "done", "settled", "changed", "closed"], bench.History("t1"));
        Assert.Equal(10, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    [Fact]
    public void What_is_half_done_stays_so_and_is_resolved_in_full()
    {
        var bench = new OutboxBench().Start();
        bench.Channel.Says(ChannelOutcome.Partial(BlockSet.Of(new BlockRange(11, 25), new BlockRange(30, 30)), "half-done", "It stopped in the middle."));
        bench.Instruct("t1", 1, 40);
        bench.Advance(Moment);
        bench.OnDisk = r => r with { State = r.State.Replace("\"partial\"", "\"unknown\"", StringComparison.Ordinal) };
        bench.Crash().Start().Advance(Moment);
        bench.OnDisk = r => r;
        Assert.Equal((InstructionState.Partial, "11-25, 30-30"), (Open(bench, "t1").State, Open(bench, "t1").Done.ToString()));

        bench.Advance(OutboxBench.Settling + Duration.FromMinutes(1));
        _ = bench.Dispatcher.ResolveAsync("t1", BlockSet.Of(new BlockRange(1, 30)), "asha", "seen in the portal");
        bench.Advance(Moment);
        Assert.Equal((30L, 70L, 0L), (bench.Tonnes("buyer", ShadowAccount.Free), bench.Tonnes("mill", ShadowAccount.Free), bench.Tonnes("mill", ShadowAccount.Quarantined)));
        Assert.Empty(LedgerAudit.Findings(LedgerState.FromSnapshot(bench.Engine.TakeSnapshot())));
    }

    [Fact]
    public void A_row_of_a_version_without_checksums_gets_one_and_goes_on()
    {
        var bench = Taken("r1");
        bench.OnDisk = r => r with { State = Earlier(r) };
        bench.Channel.OnSend = _ => new TaskCompletionSource<ChannelOutcome>().Task;
        bench.Start().Advance(Moment);
        Assert.Equal(["taken", "sealed", "send"], bench.History("r1"));
        Assert.Equal(["r1"], bench.Channel.Sent);
        Assert.True(OutboxSeal.Holds(bench.Store.Find("r1")!));
    }

    [Theory]
    [InlineData("\"intended\"", "\"not-done\"")]
    [InlineData("{\"v\":1", "{\"v\":1,\"sum\":\"\"")]
    [InlineData("\"since\":\"2", "\"since\":\"x")]
    public void A_row_of_an_earlier_version_that_its_moves_do_not_lead_to_is_parked(string from, string to)
    {
        var bench = Taken("r1");
        bench.OnDisk = r => r with { State = Earlier(r).Replace(from, to, StringComparison.Ordinal) };
        bench.Start().Advance(Moment);
        Assert.Equal(["taken", "changed"], bench.History("r1"));
        Assert.Empty(bench.Channel.Sent);
    }

    [Fact]
    public void An_audit_tells_a_checksum_that_does_not_fit()
    {
        var bench = Taken("r1");
        Assert.Empty(OutboxAudit.Findings(bench.Store, bench.Journal.Intents));
        var changed = new ChangedDisk(bench.Store, r => r with { State = r.State.Replace("\"due\":\"2", "\"due\":\"3", StringComparison.Ordinal) }, () => true);
        Assert.Contains("checksum", Assert.Single(OutboxAudit.Findings(changed, bench.Journal.Intents)), StringComparison.Ordinal);
    }

    private static string Changed(string text, int at) => text[..at] + (char)(text[at] ^ 1) + text[(at + 1)..];

    private static string Earlier(OutboxRow row) => Regex.Replace(row.State, ",\"sum\":\"[0-9a-f]{64}\"}$", "}").Replace("{\"v\":2", "{\"v\":1", StringComparison.Ordinal);

    private static OutboxRecord Open(OutboxBench bench, string key) => Assert.Single(bench.Dispatcher.Open(), r => r.Key == key);

    private static string Refusal(Func<Task> work) => Assert.ThrowsAsync<OperatorRefusedException>(work).GetAwaiter().GetResult().Message;

    // Taken over, and its owner gone before it sent anything.
    private static OutboxBench Taken(string key)
    {
        var bench = new OutboxBench();
        bench.Instruct(key, 1, 40, InstructionKind.Retire);
        var lease = bench.Store.TakeAsync("before", Duration.FromMinutes(1)).GetAwaiter().GetResult()!;
        var (position, number, intent) = bench.Journal.Intents(0).Single();
        var step = new OutboxMachine(MachineWalk.Policy, "before", lease.Epoch).Take(new IntentPlace(position, number), intent, bench.Now);
        bench.Store.WriteAsync(lease, [OutboxText.ToWrite(step)]).GetAwaiter().GetResult();
        bench.Store.ReturnAsync(lease).GetAwaiter().GetResult();
        return bench;
    }

    private static OutboxBench Sending(string key, InstructionKind kind)
    {
        var bench = new OutboxBench().Start();
        bench.Channel.OnSend = i => i.Key == key ? new TaskCompletionSource<ChannelOutcome>().Task : Task.FromResult(ChannelOutcome.Confirmed());
        bench.Instruct(key, 1, 40, kind);
        return bench.Advance(Duration.FromSeconds(5)).Crash();
    }

    private static void Also(OutboxBench bench, string key, ulong start, ulong end)
    {
        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(start, end)), FromAccount = "R-mill" };
        bench.Engine.Execute(new FreezeAccount("also-" + key, bench.Now, "mill", false, "x"), instruction.ToIntent());
        bench.Dispatcher.Wake();
    }

    private static MeterListener Counting(List<string> registries)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument is { Name: "ccts.outbox.rows.changed", Meter.Name: RegistryDiagnostics.Name })
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (registries)
            {
                registries.AddRange(Enumerable.Repeat((string)tags[0].Value!, (int)value));
            }
        });
        listener.Start();
        return listener;
    }
}

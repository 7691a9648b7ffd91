using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A row that somebody deleted is not taken for one that was never there, and two rows that somebody made into one stop nobody.</summary>
public class DeletedRowTests
{
    private static readonly Duration Moment = Duration.FromSeconds(10);

    /// <summary>Its instruction took effect long ago: sent again it would bring back nothing good.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("abc")]
    public void What_was_taken_over_is_not_taken_over_again(string deleted)
    {
        var bench = Ended();
        bench.OnDisk = r => deleted.Contains(r.Key, StringComparison.Ordinal) ? null : r;
        Assert.Equal(
            deleted.Select(k => $"Instruction {k} of entry {EntryOf(bench, k)} was taken over, and has no row in the outbox."), OutboxAudit.Findings(Disk(bench), bench.Journal.Intents));

        bench.Start();
        bench.Instruct("d", 41, 50);
        bench.Advance(Moment);
        Assert.Null(bench.Failure);
        Assert.Equal(["a", "b", "c", "d"], bench.Channel.Sent);
        Assert.Equal(40, bench.Tonnes("buyer", ShadowAccount.Free));
    }

    /// <summary>A store of a version that did not remember how far it had come: its moves are there.</summary>
    [Fact]
    public void Moves_without_a_row_are_told()
    {
        var bench = Ended();
        bench.OnDisk = r => r.Key == "c" ? null : r;
        bench.Remembers = false;
        Assert.Equal($"Instruction c of entry {EntryOf(bench, 'c')} has moves, and no row in the outbox.", Assert.Single(OutboxAudit.Findings(Disk(bench), bench.Journal.Intents)));
    }

    [Fact]
    public void A_sound_outbox_has_nothing_to_tell_with_used_keys_and_instructions_that_wait()
    {
        var bench = Ended();
        bench.Start();
        Also(bench, "a", 60, 61);
        bench.Advance(Moment).Crash();
        Also(bench, "later", 70, 71);
        Assert.Empty(OutboxAudit.Findings(Disk(bench), bench.Journal.Intents));
        bench.OnDisk = r => r.Key.StartsWith("a@", StringComparison.Ordinal) ? null : r;
        Assert.Equal($"Instruction a of entry {EntryOf(bench, 'a')} was taken over, and has no row in the outbox.", Assert.Single(OutboxAudit.Findings(Disk(bench), bench.Journal.Intents)));
    }

    /// <summary>The key that is made for one whose own was used may be another instruction's own.</summary>
    [Fact]
    public void A_used_key_stops_nobody_whatever_other_keys_there_are()
    {
        var bench = new OutboxBench();
        Also(bench, "a", 1, 10);
        Also(bench, "a@4.0", 11, 20);
        Also(bench, "a", 21, 30);
        Also(bench, "a@4.0", 31, 40);
        Also(bench, "good", 41, 50);
        bench.Start().Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.Equal(["a", "a@4.0", "good"], bench.Channel.Sent);
        Assert.Equal(["a@4.0@4.0", "a@4.0@5.0"], bench.Dispatcher.Open().Where(r => r.State == InstructionState.Parked).Select(r => r.Key));
        Assert.Empty(OutboxAudit.Findings(bench.Store, bench.Journal.Intents));
        bench.Crash().Start().Advance(Moment);
        Assert.Null(bench.Failure);
    }

    /// <summary>Both stand for what the ledger committed at one place: one is told, the other passed over, and the rest goes on.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_rows_that_were_changed_into_one_stop_nobody(bool hadEnded)
    {
        var bench = new OutboxBench();
        Also(bench, "a", 1, 10);
        Also(bench, "b", 11, 20);
        bench.Channel.OnSend = _ => hadEnded ? System.Threading.Tasks.Task.FromResult(ChannelOutcome.Confirmed()) : new System.Threading.Tasks.TaskCompletionSource<ChannelOutcome>().Task;
        bench.Start().Advance(Moment).Crash();
        bench.OnDisk = r => r.Key switch { "a" => r with { Place = new IntentPlace(999, 0) }, "b" => r with { Place = new IntentPlace(2, 0), Key = "foo" }, _ => r };
        bench.Channel.Says(ChannelOutcome.Confirmed());
        bench.Start();
        Also(bench, "good", 41, 50);
        bench.Advance(Moment);

        Assert.Null(bench.Failure);
        Assert.Equal(["a", "b", "good"], bench.Channel.Sent);
    }

    private static OutboxBench Ended()
    {
        var bench = new OutboxBench().Start();
        bench.Instruct("a", 1, 10);
        bench.Instruct("b", 11, 20);
        bench.Instruct("c", 21, 30);
        return bench.Advance(OutboxBench.Settling * 2).Crash();
    }

    private static long EntryOf(OutboxBench bench, char key) => bench.Journal.Intents(0).Last(i => i.Intent.Key == key.ToString()).Position;

    private static ChangedDisk Disk(OutboxBench bench) => new(bench.Store, r => bench.OnDisk(r), () => bench.Remembers);

    private static void Also(OutboxBench bench, string key, ulong start, ulong end)
    {
        var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", "s", new BlockRange(start, end)), FromAccount = "R-mill" };
        bench.Engine.Execute(new FreezeAccount($"also-{key}-{start}", bench.Now, "mill", false, "x"), instruction.ToIntent());
        bench.Dispatcher.Wake();
    }
}

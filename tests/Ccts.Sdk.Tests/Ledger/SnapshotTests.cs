using System;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A snapshot is the replay, in fewer steps.</summary>
public class SnapshotTests
{
    [Fact]
    public void Snapshot_and_tail_equal_the_replay_at_every_cut() =>
        Prop.ForAll(ModelTests.Dice.NonEmptyListOf().Resize(60).ToArbitrary(), rolls =>
        {
            var run = new Run();
            foreach (var roll in rolls)
            {
                run.Do(RandomCommands.Of(run.NextKey(), roll));
            }

            var whole = run.State.ToSnapshot();
            foreach (var cut in new[] { 0, run.Entries.Count / 2, run.Entries.Count })
            {
                var state = LedgerState.FromSnapshot(LedgerState.Replay(run.Entries.Take(cut)).ToSnapshot());
                run.Entries.Skip(cut).ToList().ForEach(state.Apply);
                Assert.True(whole.State.Span.SequenceEqual(state.ToSnapshot().State.Span));
                Assert.Equal(NaiveLedger.Picture(run.State), NaiveLedger.Picture(state));
                Assert.Empty(LedgerAudit.Findings(state));
            }
        }).Holds();

    [Fact]
    public void An_engine_goes_on_from_its_snapshot()
    {
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Policy);
        engine.Execute(new IssueUnits("k1", Noon, "mill", Units(1, 100)));
        Assert.Equal(1, engine.TakeSnapshot().Position);
        engine.Execute(new TransferUnits("k2", Noon, "mill", "buyer", new OldestUnits("ccc", 10)));
        var next = new LedgerEngine(journal, Policy);
        Assert.Equal(10, next.Account("buyer")!.Tonnes("ccc", ShadowAccount.Free));
        Assert.True(next.Execute(new IssueUnits("k1", Noon, "mill", Units(1, 100))).IsRepeat);
        Assert.True(next.Execute(new TransferUnits("k3", Noon, "buyer", "mill", new OldestUnits("ccc", 10))).IsAccepted);
        Assert.Equal(3, next.TakeSnapshot().Position);
    }

    [Fact]
    public void A_damaged_snapshot_is_refused()
    {
        var good = JournalTests.Sample().State.ToSnapshot();
        for (var at = 0; at < good.State.Length; at++)
        {
            var bytes = good.State.ToArray();
            bytes[at] ^= 4;
            Assert.Throws<CctsDataException>(() => LedgerState.FromSnapshot(good with { State = bytes }));
        }

        Assert.Throws<CctsDataException>(() => LedgerState.FromSnapshot(good with { State = good.State[..^9] }));
        Assert.Throws<CctsDataException>(() => LedgerState.FromSnapshot(good with { State = ReadOnlyMemory<byte>.Empty }));
        Assert.Throws<CctsDataException>(() => LedgerState.FromSnapshot(good with { Position = 12 }));
    }

    [Theory]
    [InlineData("2", 14)]
    [InlineData("3", 14)]
    public void Snapshots_of_later_versions_are_loaded_for_ever(string version, long position)
    {
        var bytes = Convert.FromBase64String(string.Concat(Golden.Lines($"snapshot-v{version}.txt")));
        var state = LedgerState.FromSnapshot(new LedgerSnapshot(position, bytes));
        var replayed = LedgerState.Replay(JournalReader.Read(Golden.Lines($"journal-v{version}.jsonl")));
        Assert.True(replayed.ToSnapshot().State.Span.SequenceEqual(state.ToSnapshot().State.Span));
    }

    [Fact]
    public void Snapshots_of_version_1_are_loaded_for_ever_and_their_keys_are_never_forgotten()
    {
        var bytes = Convert.FromBase64String(string.Concat(Golden.Lines("snapshot-v1.txt")));
        var state = LedgerState.FromSnapshot(new LedgerSnapshot(13, bytes));
        Assert.Equal(NaiveLedger.Picture(LedgerState.Replay(JournalReader.Read(Golden.Lines("journal-v1.jsonl")))), NaiveLedger.Picture(state));
        Assert.Equal(13, state.Position);
        var forget = new ForgetKeys("forget", Noon, Noon);
        state.Apply(state.Decide(Policy, forget).EntryAt(14, forget)!);
        Assert.NotNull(state.Decide(Policy, new IssueUnits("k1", Noon, "mill", Units(1, 100))).Repeats);
        Assert.Empty(LedgerAudit.Findings(LedgerState.FromSnapshot(state.ToSnapshot())));
    }

    [Fact]
    public void An_intent_is_kept_with_its_reservation_or_not_at_all()
    {
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Policy);
        engine.Execute(new IssueUnits("k1", Noon, "mill", Units(1, 100)));
        var intent = new RegistryIntent("retire-1", "icm", "{}");
        Assert.False(engine.Execute(new ReserveUnits("k2", Noon, "mill", "r", new OldestUnits("ccc", 101), ReservationPurpose.Other), intent).IsAccepted);
        Assert.Empty(journal.Intents(0).Select(i => i.Intent));
        var reserve = new ReserveUnits("k3", Noon, "mill", "r", new OldestUnits("ccc", 100), ReservationPurpose.Other);
        Assert.True(engine.Execute(reserve, intent).IsAccepted);
        Assert.True(engine.Execute(reserve, intent).IsRepeat);
        Assert.Equal([intent], journal.Intents(0).Select(i => i.Intent));
        Assert.Throws<JournalConflictException>(() => journal.Enqueue(new JournalAppend(Noon, "x", 0, new AccountFrozen("mill", true, ""), new StreamVersion("account/mill", 1), default, default, [])));
    }
}

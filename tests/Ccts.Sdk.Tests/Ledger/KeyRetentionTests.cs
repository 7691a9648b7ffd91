using System;
using System.Globalization;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Idempotency keys are kept until the host says from when on; what was done before is never done twice.</summary>
public class KeyRetentionTests
{
    private static readonly Instant Evening = Noon + Duration.FromHours(6);

    [Fact]
    public void Within_the_window_a_key_answers_as_before_and_after_it_its_command_is_refused()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var early = new TransferUnits("early", Noon, "mill", "buyer", new OldestUnits("ccc", 10));
        var late = new TransferUnits("late", Evening, "mill", "buyer", new OldestUnits("ccc", 5));
        run.Accepted(early);
        run.Accepted(late);
        run.Accepted(new ForgetKeys(run.NextKey(), Evening, Evening));
        Assert.Equal(Evening, run.State.KeysKeptSince);
        Assert.Equal("2026-10-15T12:30:00Z", run.Refused(RefusalCode.PastRetention, early).Subject);
        run.Refused(RefusalCode.PastRetention, early with { To = "other" });
        Assert.NotNull(run.Do(late).Repeats);
        run.Refused(RefusalCode.KeyReused, late with { To = "other" });
        Assert.Equal(15, run.State.View("buyer")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void A_forgotten_key_is_free_for_a_command_dated_after_the_window()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        run.Accepted(new BankUnits("k", Noon, "mill", new OldestUnits("ccc", 10)));
        run.Accepted(new ForgetKeys(run.NextKey(), Evening, Evening));
        run.Accepted(new BankUnits("k", Evening, "mill", new OldestUnits("ccc", 1)));
        Assert.Equal(11, run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Banked));
    }

    [Fact]
    public void The_window_never_moves_back()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        run.Accepted(new ForgetKeys("f1", Evening, Evening));
        run.Accepted(new ForgetKeys("f2", Evening, Noon));
        Assert.Equal(Evening, run.State.KeysKeptSince);
        run.Refused(RefusalCode.Malformed, new ForgetKeys("f3", Evening, Evening + Duration.FromSeconds(1)));
        run.Refused(RefusalCode.Malformed, new ForgetKeys("f3", Evening, Noon + Duration.FromNanoseconds(1)));
    }

    [Fact]
    public void Replay_snapshot_and_text_agree_on_what_is_forgotten() =>
        Prop.ForAll(ModelTests.Dice.NonEmptyListOf().Resize(60).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (rolls, hour) =>
        {
            var run = new Run();
            rolls.ForEach(roll => run.Do(RandomCommands.Of(run.NextKey(), roll)));
            var at = Noon + Duration.FromHours(20);
            run.Accepted(new ForgetKeys("forget", at, Noon + Duration.FromHours(hour)));
            run.Do(new FreezeAccount("after", at, "A", true, "x"));
            var replayed = LedgerState.Replay(JournalReader.Read(JournalWriter.Lines(run.Entries)));
            var loaded = LedgerState.FromSnapshot(run.State.ToSnapshot());
            var whole = run.State.ToSnapshot().State;
            Assert.True(whole.Span.SequenceEqual(replayed.ToSnapshot().State.Span));
            Assert.True(whole.Span.SequenceEqual(loaded.ToSnapshot().State.Span));
            Assert.Equal(run.State.Position, loaded.Position);
            foreach (var entry in run.Entries.Where(e => e.Event is not KeysForgotten))
            {
                var again = new BankUnits(entry.Key, entry.At, "A", new OldestUnits("no such kind", 1));
                var expected = entry.At < run.State.KeysKeptSince ? RefusalCode.PastRetention : RefusalCode.KeyReused;
                Assert.Equal(expected, loaded.Decide(Policy, again).Refusal!.Code);
            }
        }).Holds();

    [Fact]
    public void An_entry_dated_before_the_keys_that_are_kept_is_a_contradiction()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        run.Accepted(new ForgetKeys("f", Evening, Evening));
        var forged = new JournalEntry(3, Noon, "k1", 0, new UnitsMoved(MoveCause.Bank, "mill", ShadowAccount.Free, null, [Units(1, 1)], "mill", ShadowAccount.Banked));
        Assert.Throws<LedgerContradictionException>(() => run.State.Apply(forged));
    }

    [Fact]
    public void A_book_of_keys_agrees_with_a_dictionary()
    {
        var book = new KeyBook();
        var model = new System.Collections.Generic.Dictionary<string, KeyMark>(StringComparer.Ordinal);
        var dice = new Random(7);
        for (var i = 0; i < 60_000; i++)
        {
            var key = new string((char)dice.Next(32, i % 9 == 0 ? 0xFFFF : 300), dice.Next(1, 4)) + dice.Next(0, 20_000).ToString(CultureInfo.InvariantCulture) + new string('x', i % 97 == 0 ? 120 : 0);
            var mark = new KeyMark((ulong)i, i, dice.Next(0, 1000));
            Assert.Equal(model.TryAdd(key, mark), book.TryAdd(key, mark));
            if (i % 20_000 == 19_999)
            {
                var forgotten = model.Where(m => m.Value.Second < i / 100).Select(m => m.Key).ToList();
                Assert.Equal(forgotten.Count, book.ForgetBefore(i / 100));
                forgotten.ForEach(k => model.Remove(k));
            }

            Assert.True(book.TryGet(key, out var found) == model.TryGetValue(key, out var wanted) && found == wanted);
        }

        Assert.Equal(model.OrderBy(m => m.Value.Position).Select(m => (m.Key, m.Value)), book.InOrder());
        Assert.Equal(model.Count, book.Count);
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Decided at once, answered when durable: what an answer, a read and a snapshot rest on is there after a crash.</summary>
public sealed class PipelineTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HeldStore.StoredLines _disk = new();
    private HeldStore _store;
    private LedgerEngine _engine;

    public PipelineTests()
    {
        _store = new HeldStore(_disk);
        _engine = new LedgerEngine(_store, Given.Policy);
        var issued = Ask(Issue("i", 1, 1000));
        LetGo();
        Assert.True(Answer(issued).IsAccepted);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void One_hot_account_takes_a_hundred_commands_in_two_syncs()
    {
        var first = Ask(Bank("b0", 1));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        var rest = Enumerable.Range(1, 99).Select(i => Ask(Bank("b" + i, 1))).ToList();
        Assert.False(first.IsCompleted);
        _store.Let(2);
        Assert.All([first, .. rest], a => Assert.True(Answer(a).IsAccepted));
        Assert.Equal([1, 1, 99], _store.Sizes);
    }

    [Fact]
    public void A_repeat_a_read_and_a_refusal_wait_for_what_they_rest_on()
    {
        var bank = Ask(Bank("b", 10));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        var repeat = Ask(Bank("b", 10));
        var view = _engine.AccountAsync("mill", TestContext.Current.CancellationToken).AsTask();
        var reused = Ask(Bank("b", 11));
        var malformed = Ask(new FreezeAccount("", Noon, "mill", true, ""));
        var blocking = Task.Run(() => _engine.Account("mill"), TestContext.Current.CancellationToken);
        Assert.True(malformed.IsCompleted);
        Assert.False(repeat.IsCompleted || view.IsCompleted || reused.IsCompleted || bank.IsCompleted || blocking.IsCompleted);
        _store.Let();
        Assert.Equal((true, Answer(bank).Entry!.Position), (Answer(repeat).IsRepeat, Answer(repeat).Entry!.Position));
        Assert.Equal(RefusalCode.KeyReused, Answer(reused).Refusal!.Code);
        Assert.Equal((10, 10), (Get(view)!.Tonnes("ccc", ShadowAccount.Banked), Get(blocking)!.Tonnes("ccc", ShadowAccount.Banked)));
        Assert.Equal(1000, _engine.Account("mill")!.RegistryBalance("ccc"));
    }

    [Fact]
    public void The_pauses_that_are_shown_are_durable()
    {
        var pause = Ask(new PauseBusiness("p", Noon, "icm", true, "maintenance"));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        using var begun = new ManualResetEventSlim();
        var read = Task.Run(
            () =>
            {
                begun.Set();
                return (_engine.Pauses.Count, _store.DurablePosition);
            },
            TestContext.Current.CancellationToken);
        Assert.True(begun.Wait(Patience, TestContext.Current.CancellationToken));
        Assert.False(read.IsCompleted);
        _store.Let();
        Assert.Equal((1, 2L), Get(read));
        Assert.True(Answer(pause).IsAccepted);
    }

    [Fact]
    public void A_snapshot_is_kept_when_all_that_is_in_it_is_durable()
    {
        var bank = Ask(Bank("b", 10));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        var snapshot = Task.Run(_engine.TakeSnapshot, TestContext.Current.CancellationToken);

        // Not held up by the snapshot that waits: the gate is open again, whoever came first.
        var other = Task.Run(() => new[] { Ask(Bank("c", 10)) }, TestContext.Current.CancellationToken);
        Assert.Null(_disk.Snapshot);
        _store.Let(2);
        Assert.InRange(Get(snapshot).Position, 2, 3);
        Assert.True(Answer(bank).IsAccepted && Answer(Get(other)[0]).IsAccepted);
        Assert.Equal(_disk.Snapshot!.Position, Get(snapshot).Position);
    }

    [Fact]
    public void A_batch_is_decided_in_order_and_answered_at_once()
    {
        var intent = new RegistryIntent("x", "icm", "{\"n\":1}");
        var answers = _engine.ExecuteAsync([new(Bank("b", 10), [intent]), new(Bank("c", 5000), [intent]), new(Bank("b", 10)), new(Bank("d", 990))], TestContext.Current.CancellationToken).AsTask();
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        _store.Let(3);
        Assert.Equal([true, false, true, true], Get(answers).Select(a => a.IsAccepted));
        Assert.Equal([false, false, true, false], Get(answers).Select(a => a.IsRepeat));
        Assert.Equal([new CommittedIntent(2, 0, intent)], _store.Intents(0));
        Assert.Empty(_store.Intents(2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_commit_of_which_nobody_knows_stops_everything_and_a_new_engine_reads_what_is_there(bool written)
    {
        (_store.Fault, _store.WritesBeforeFault) = (new IOException("cut"), written);
        var doubtful = Ask(Bank("b", 10));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        var later = Ask(Bank("c", 10));
        var repeat = Ask(Bank("b", 10));
        _store.Let();
        Assert.Equal(1, Assert.IsType<JournalStoppedException>(Fault(doubtful)).DurablePosition);
        Assert.IsType<JournalStoppedException>(Fault(repeat));
        Assert.IsType<JournalUnavailableException>(Fault(later));
        Assert.Throws<InvalidOperationException>(() => _engine.Execute(Issue("j", 2000, 2001)));
        Assert.Throws<InvalidOperationException>(() => _engine.TakeSnapshot());
        Assert.ThrowsAny<Exception>(() => _engine.Account("mill"));
        Assert.IsType<IOException>(_store.Failure);
        Assert.Throws<JournalStoppedException>(() => new LedgerEngine(_store, Given.Policy).Execute(Issue("j", 2000, 2001)));

        Reopen();
        var again = Ask(Bank("b", 10));
        _store.Let();
        Assert.Equal(written, Answer(again).IsRepeat);
        Assert.Equal(10, _engine.Account("mill")!.Tonnes("ccc", ShadowAccount.Banked));
    }

    [Fact]
    public void What_was_certainly_not_written_is_told_as_such_and_the_engine_stops_all_the_same()
    {
        _store.Fault = new JournalUnavailableException("disk full");
        var bank = Ask(Bank("b", 10));
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        _store.Let();
        Assert.IsType<JournalUnavailableException>(Fault(bank));
        Assert.Throws<InvalidOperationException>(() => _engine.Execute(Bank("b", 10)));
        Reopen();
        Assert.Equal(0, _engine.Account("mill")!.Tonnes("ccc", ShadowAccount.Banked));
    }

    [Fact]
    public void Whoever_stops_waiting_learns_the_answer_by_asking_again()
    {
        using var impatient = new CancellationTokenSource();
        var bank = _engine.ExecuteAsync(Bank("b", 10), cancellation: impatient.Token).AsTask();
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        impatient.Cancel();
        Assert.IsAssignableFrom<OperationCanceledException>(Fault(bank));
        Assert.ThrowsAny<OperationCanceledException>(() => Get(_engine.ExecuteAsync(Bank("never", 10), cancellation: impatient.Token).AsTask()));
        _store.Let();
        Assert.True(_engine.Execute(Bank("b", 10)).IsRepeat);
        Assert.Equal(2, _store.DurablePosition);
    }

    [Fact]
    public void Another_engine_on_the_same_store_is_told_that_it_is_not_alone()
    {
        var other = new LedgerEngine(_store, Given.Policy);
        var bank = Ask(Bank("b", 10));
        LetGo();
        Answer(bank);
        Assert.Throws<JournalConflictException>(() => other.Execute(Bank("c", 10)));
        Assert.Equal(2, _store.Position);
    }

    [Fact]
    public void Closing_writes_what_has_gathered()
    {
        var asked = Enumerable.Range(0, 10).Select(i => Ask(Bank("b" + i, 1))).ToList();
        _store.Dispose();
        Assert.All(asked, a => Assert.True(Answer(a).IsAccepted));
        Assert.Throws<ObjectDisposedException>(() => _store.Enqueue(new JournalAppend(Noon, "x", 0, new AccountFrozen("a", true, ""), new StreamVersion("account/a", 0), default, default, [])));
        Assert.Equal(12, _disk.Lines.Count);
    }

    [Fact]
    public void What_is_read_hangs_together_with_the_line_before_it()
    {
        var asked = Enumerable.Range(0, 5).Select(i => Ask(Bank("b" + i, 1))).ToList();
        _store.Let(10);
        asked.ForEach(a => Answer(a));
        Assert.Equal([4, 5, 6], _store.Read(3).Select(e => e.Position));
        Assert.Equal("b3", _store.Find(5)!.Key);
        Assert.Null(_store.Find(7));
        Assert.Equal(JournalReader.Read(_store.Stored.Text()).Select(e => e.Key), _store.Read(0).Select(e => e.Key));
        _disk.Lines[4] = _disk.Lines[4].Replace("b2", "c2", StringComparison.Ordinal);
        Assert.Equal(5, Assert.Throws<CctsDataException>(() => _store.Read(3).ToList()).Problems[0].Place.Line);
        Assert.Throws<CctsDataException>(() => _store.Find(4));
        _disk.Lines.RemoveAt(4);
        Assert.Contains(Assert.Throws<CctsDataException>(() => _store.Read(2).ToList()).Problems, p => p.Code == "journal-order");
    }

    private void Reopen()
    {
        _store.Dispose();
        _store = new HeldStore(_disk);
        _engine = new LedgerEngine(_store, Given.Policy);
    }

    private static IssueUnits Issue(string key, ulong start, ulong end) => new(key, Noon, "mill", Units(start, end));

    private static BankUnits Bank(string key, long tonnes) => new(key, Noon, "mill", new OldestUnits("ccc", tonnes));

    private Task<LedgerAnswer> Ask(LedgerCommand command) => _engine.ExecuteAsync(command).AsTask();

    private void LetGo()
    {
        Assert.True(_store.Came.Wait(Patience, TestContext.Current.CancellationToken));
        _store.Let();
    }

    private static LedgerAnswer Answer(Task<LedgerAnswer> asked) => Get(asked);

    private static Exception Fault(Task<LedgerAnswer> asked)
    {
        Assert.ThrowsAny<Exception>(() => Get(asked));
        return asked.Exception?.InnerException ?? new OperationCanceledException();
    }

    private static T Get<T>(Task<T> task) => task.WaitAsync(Patience).GetAwaiter().GetResult();
}

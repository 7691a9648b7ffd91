using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Journals that fail, call back or leave entries out: the engine says so and never goes on with a ledger that its journal does not hold.</summary>
public class EngineFaultTests
{
    private readonly FaultyJournal _journal = new();

    private LedgerEngine Engine() => new(_journal, Given.Policy);

    private static IssueUnits Issue(string key, ulong start, ulong end) => new(key, Noon, "mill", Units(start, end));

    [Fact]
    public void What_the_journal_did_not_take_has_not_happened()
    {
        var engine = Engine();
        engine.Execute(Issue("i", 1, 100));
        foreach (var command in new LedgerCommand[] { Issue("j", 101, 200), new FreezeAccount("f", Noon, "mill", true, "seized"), new PauseBusiness("p", Noon, null, true, "fault") })
        {
            _journal.BeforeWriting = () => throw new JournalUnavailableException("no connection");
            Assert.Throws<JournalUnavailableException>(() => engine.Execute(command));
            _journal.BeforeWriting = null;
        }

        var before = engine.Account("mill")!;
        Assert.Equal((100, false), (before.RegistryBalance("ccc"), before.IsFrozen));
        Assert.True(engine.Execute(Issue("j", 101, 200)).IsAccepted);
        Assert.True(engine.Execute(new BankUnits("b", Noon, "mill", new OldestUnits("ccc", 200))).IsAccepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_an_append_of_which_nobody_knows_the_engine_stops_until_it_is_built_anew(bool written)
    {
        var engine = Engine();
        engine.Execute(Issue("i", 1, 100));
        _journal.BeforeWriting = written ? null : () => throw new IOException("cut");
        _journal.AfterWriting = written ? () => throw new IOException("cut") : null;
        Assert.Throws<IOException>(() => engine.Execute(new ForgetKeys("f", Noon, Noon)));
        (_journal.BeforeWriting, _journal.AfterWriting) = (null, null);
        Assert.Contains("new engine", Assert.Throws<InvalidOperationException>(() => engine.Execute(Issue("j", 101, 200))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => engine.TakeSnapshot());
        var again = Engine();
        Assert.True(again.Execute(Issue("k", 201, 300)).IsAccepted);
        Assert.Equal(200, Engine().Account("mill")!.RegistryBalance("ccc"));
    }

    [Fact]
    public void A_journal_that_calls_the_engine_back_is_told_so()
    {
        var engine = Engine();
        foreach (var call in new Action[]
        {
            () => engine.Execute(new IssueUnits("nested", Noon, "other", Units(500, 600))),
            () => engine.Execute(new PauseBusiness("nested", Noon, null, true, "")),
            () => engine.TakeSnapshot(),
        })
        {
            engine = Engine();
            _journal.BeforeWriting = call;
            Assert.Contains("must not call", Assert.Throws<InvalidOperationException>(() => engine.Execute(Issue("i", 1, 100))).Message, StringComparison.Ordinal);
        }

        // Another engine is another matter.
        var other = new LedgerEngine(new InMemoryJournal(), Given.Policy);
        engine = Engine();
        _journal.BeforeWriting = () => other.Execute(Issue("o", 1, 100));
        Assert.True(engine.Execute(Issue("i", 1, 100)).IsAccepted);
        Assert.True(other.Execute(Issue("p", 101, 200)).IsAccepted);
    }

    [Fact]
    public void Every_command_however_made_leaves_a_journal_that_can_be_read_again()
    {
        var engine = Engine();
        engine.Execute(Issue("i", 1, 100));
        var all = new OldestUnits("ccc", 1);
        foreach (var command in new LedgerCommand[]
        {
            new TransferUnits("1", Noon, "mill", null!, all),
            new ClawBackUnits("2", Noon, "mill", null!, all, "order"),
            new FreezeAccount("3", Noon, "mill", true, null!),
            new PauseBusiness("4", Noon, null, true, null!),
            Issue("5\uD800", 101, 101),
            new IssueUnits("6", Noon, "mill\uDC00", Units(101, 101)),
            new ReserveUnits("7", Noon, "mill", "r\uD800x", all, ReservationPurpose.Sale),
            new CancelUnits("8", Noon, "mill", all, "\uD800"),
            new IssueUnits("9", NodaTime.Instant.MaxValue, "mill", Units(101, 101)),
            new IssueUnits("10", NodaTime.Instant.MinValue, "mill", Units(101, 101)),
        })
        {
            var answer = engine.Execute(command);
            Assert.True(answer.Refusal?.Code == RefusalCode.Malformed, command + " " + answer);
        }

        Assert.True(engine.Execute(new IssueUnits("whole \U0001F33F", Noon, "मिल \U0001F33F", Units(101, 200))).IsAccepted);
        var text = JournalWriter.Lines(_journal.Read(0)).ToList();
        Assert.Equal(LedgerState.Replay(_journal.Read(0)).ToSnapshot().State.ToArray(), LedgerState.Replay(JournalReader.Read(text)).ToSnapshot().State.ToArray());
        Assert.Equal(2, JournalReader.Read(text).Count());
    }

    [Fact]
    public void Entries_left_out_moved_or_numbered_wrongly_are_refused_with_their_place()
    {
        var engine = Engine();
        engine.Execute(Issue("i", 1, 100));
        engine.Execute(new RetireUnits("r", Noon, "mill", new OldestUnits("ccc", 10)));
        engine.Execute(new BankUnits("b", Noon, "mill", new OldestUnits("ccc", 10)));
        var e = _journal.Read(0).ToList();
        foreach (var (entries, at) in new (JournalEntry[], long)[]
        {
            ([e[0], e[2]], 3), ([e[1], e[2]], 2), ([e[2], e[0], e[1]], 3), ([e[0], e[1], e[1]], 2), ([e[0] with { Position = 99 }], 99), ([e[0] with { Position = -1 }], -1),
        })
        {
            Assert.Equal(at, Assert.Throws<LedgerContradictionException>(() => LedgerState.Replay(entries)).Position);
        }

        _journal.LeftOut = 2;
        Assert.Equal(3, Assert.Throws<LedgerContradictionException>(Engine).Position);
        engine.TakeSnapshot();
        engine.Execute(Issue("j", 101, 200));
        engine.Execute(Issue("k", 201, 300));
        _journal.LeftOut = 4;
        Assert.Equal(5, Assert.Throws<LedgerContradictionException>(Engine).Position);
    }

    /// <summary>Keeps entries as the journal of memory does, and does what a test asks around it.</summary>
    private sealed class FaultyJournal : ILedgerJournal
    {
        private readonly InMemoryJournal _inner = new();

        internal Action? BeforeWriting { get; set; }

        internal Action? AfterWriting { get; set; }

        internal long LeftOut { get; set; }

        public long Position => _inner.Position;

        public long DurablePosition => _inner.DurablePosition;

        public System.Threading.Tasks.Task WhenDurable(long position) => _inner.WhenDurable(position);

        public IEnumerable<CommittedIntent> Intents(long after) => _inner.Intents(after);

        public JournalEntry Enqueue(JournalAppend append)
        {
            BeforeWriting?.Invoke();
            var entry = _inner.Enqueue(append);
            AfterWriting?.Invoke();
            return entry;
        }

        public IEnumerable<JournalEntry> Read(long after) => _inner.Read(after).Where(e => e.Position != LeftOut);

        public JournalEntry? Find(long position) => _inner.Find(position);

        public LedgerSnapshot? LatestSnapshot() => _inner.LatestSnapshot();

        public void Keep(LedgerSnapshot snapshot) => _inner.Keep(snapshot);
    }
}

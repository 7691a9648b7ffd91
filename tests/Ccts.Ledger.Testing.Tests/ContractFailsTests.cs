using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Testing.Contract;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Tests;

/// <summary>The test of the tests: a store with any of these faults does not pass.</summary>
public sealed class ContractFailsTests
{
    [Theory]
    [InlineData(Fault.ForgetsTheLastEntry, "what was answered is there")]
    [InlineData(Fault.LosesAnIntent, "intents are those")]
    [InlineData(Fault.KeepsIntentsTwice, "intents are those")]
    [InlineData(Fault.IntentsOutOfOrder, "intents are those")]
    [InlineData(Fault.TakesStaleVersions, "a stale stream")]
    [InlineData(Fault.TakesStaleVersions, "a second engine")]
    [InlineData(Fault.KeepsAnyLatestSnapshot, "the latest snapshot")]
    [InlineData(Fault.ReadsOneTooMany, "entries are read")]
    [InlineData(Fault.TrimsText, "any text")]
    public void A_store_with_a_fault_does_not_pass(Fault fault, string name)
    {
        var found = LedgerStoreContract.Cases.Single(c => c.Name.StartsWith(name, System.StringComparison.Ordinal));
        Assert.NotNull(Record.Exception(() => found.Run(() => new Faulty(fault))));
    }

    public enum Fault
    {
        ForgetsTheLastEntry,
        LosesAnIntent,
        KeepsIntentsTwice,
        IntentsOutOfOrder,
        TakesStaleVersions,
        KeepsAnyLatestSnapshot,
        ReadsOneTooMany,
        TrimsText,
    }

    private sealed class Faulty(Fault fault) : LedgerStoreFixture
    {
        private readonly InMemoryJournal _kept = new();

        private int _opened;

        public override ILedgerJournal Open() => new Journal(_kept, fault, _opened++);
    }

    private sealed class Journal(InMemoryJournal kept, Fault fault, int opened) : ILedgerJournal
    {
        private LedgerSnapshot? _snapshot;

        public long Position => kept.Position;

        public long DurablePosition => kept.DurablePosition;

        public JournalEntry Enqueue(JournalAppend append)
        {
            var entry = append.EntryAt(kept.Position + 1);
            try
            {
                return kept.Enqueue(append);
            }
            catch (JournalConflictException) when (fault == Fault.TakesStaleVersions)
            {
                return entry;
            }
        }

        public Task WhenDurable(long position) => kept.WhenDurable(position);

        public IEnumerable<JournalEntry> Read(long after)
        {
            var entries = kept.Read(fault == Fault.ReadsOneTooMany && after > 0 ? after - 1 : after);
            entries = fault == Fault.TrimsText ? entries.Select(e => e with { Key = e.Key.Trim() }) : entries;
            return fault == Fault.ForgetsTheLastEntry && opened > 0 ? entries.SkipLast(1) : entries;
        }

        public JournalEntry? Find(long position) => kept.Find(position);

        public IEnumerable<CommittedIntent> Intents(long after)
        {
            var intents = kept.Intents(after);
            return fault switch
            {
                Fault.LosesAnIntent => intents.Where(i => i.Number != 3),
                Fault.KeepsIntentsTwice => intents.Concat(intents),
                Fault.IntentsOutOfOrder => intents.OrderByDescending(i => i.Number),
                _ => intents,
            };
        }

        public LedgerSnapshot? LatestSnapshot() => fault == Fault.KeepsAnyLatestSnapshot ? _snapshot : kept.LatestSnapshot();

        public void Keep(LedgerSnapshot snapshot)
        {
            _snapshot = snapshot;
            kept.Keep(snapshot);
        }
    }
}

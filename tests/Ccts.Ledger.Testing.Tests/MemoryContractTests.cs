using System.Linq;
using Ccts.Ledger.Testing.Contract;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Tests;

/// <summary>The journal of memory does what every store must.</summary>
public sealed class MemoryContractTests
{
    // It cannot be read by others nor damaged: those cases are about stores that outlive the process.
    public static TheoryData<string> Names => [.. LedgerStoreContract.Cases.Select(c => c.Name).Where(n => !n.StartsWith("damage", System.StringComparison.Ordinal) && !n.StartsWith("the text", System.StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name) => Assert.Null(LedgerStoreContract.Cases.Single(c => c.Name == name).Run(() => new Memory()));

    private sealed class Memory : LedgerStoreFixture
    {
        private readonly InMemoryJournal _journal = new();

        public override ILedgerJournal Open() => _journal;
    }
}

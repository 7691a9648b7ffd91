using Ccts.Ledger.Testing.Contract;
using System;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>The outbox beside the ledger does what every store of one must.</summary>
public sealed class SqliteOutboxTests
{
    public static TheoryData<string> Names => [.. OutboxStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name) => OutboxStoreContract.Cases.Single(c => c.Name == name).Run(() => new Fixture());

    private sealed class Fixture : OutboxStoreFixture
    {
        private readonly TemporaryFolder _folder = new();
        private SqliteJournal? _journal;

        public override IOutboxStore Open()
        {
            _journal?.Dispose();
            return new SqliteOutbox(_journal = SqliteJournal.Open(_folder.File("journal.db")));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _journal?.Dispose();
            _folder.Dispose();
        }
    }
}

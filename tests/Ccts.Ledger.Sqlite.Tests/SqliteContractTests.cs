using System;
using System.Linq;
using Ccts.Ledger.Testing.Contract;
using Ccts.Sdk.Ledger.Journal;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>The store does what every store must.</summary>
public sealed class SqliteContractTests
{
    public static TheoryData<string> Names => [.. LedgerStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name) => Assert.Null(LedgerStoreContract.Cases.Single(c => c.Name == name).Run(() => new SqliteFixture()));

    internal sealed class SqliteFixture : LedgerStoreFixture
    {
        private readonly TemporaryFolder _folder = new();

        private string Path => _folder.File("journal.db");

        public override ILedgerJournal Open() => SqliteJournal.Open(Path);

        public override IStoredLedger Read() => SqliteStoredLedger.Open(Path);

        public override bool TryDamage(StoreDamage damage, long position)
        {
            var sql = damage switch
            {
                StoreDamage.ChangedCharacter => "UPDATE entry SET line = replace(line, 'mill', 'mall') WHERE position = $n",
                StoreDamage.LeftOut => "DELETE FROM entry WHERE position = $n",
                StoreDamage.Swapped => "UPDATE entry SET position = -1 WHERE position = $n; UPDATE entry SET position = $n WHERE position = $n + 1; UPDATE entry SET position = $n + 1 WHERE position = -1",
                StoreDamage.Doubled => "UPDATE entry SET line = (SELECT line FROM entry WHERE position = $n) WHERE position = $n + 1",
                StoreDamage.CutOff => "DELETE FROM entry WHERE position >= $n",
                StoreDamage.IntentLost => "DELETE FROM intent WHERE position = $n",
                StoreDamage.IntentChanged => "UPDATE intent SET payload = payload || ' ' WHERE position = $n",
                StoreDamage.StreamChanged => "UPDATE stream SET version = version - 1 WHERE name = 'account/mill'",
                _ => "UPDATE snapshot_part SET bytes = CAST(substr(bytes, 1, 20) || x'FF' || substr(bytes, 22) AS BLOB)",
            };
            using var raw = SqliteFile.Connect(Path, SqliteOpenMode.ReadWrite);
            using var command = raw.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$n", position);
            return command.ExecuteNonQuery() > 0;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _folder.Dispose();
        }
    }
}

using System.Linq;
using Ccts.Ledger.Testing.Contract;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Npgsql;

namespace Ccts.Ledger.Postgres.Tests;

/// <summary>The store does what every store must.</summary>
public sealed class PostgresContractTests(Server server)
{
    public static TheoryData<string> Names => [.. LedgerStoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_what_every_store_must(string name)
    {
        var at = server.ConnectionString;
        Assert.Null(LedgerStoreContract.Cases.Single(c => c.Name == name).Run(() => new PostgresFixture(at, server.NewLedger())));
    }

    private sealed class PostgresFixture(string connectionString, string ledger) : LedgerStoreFixture
    {
        public override ILedgerJournal Open() => PostgresJournal.Open(new PostgresJournalOptions(connectionString, ledger));

        public override IStoredLedger Read() => PostgresStoredLedger.Open(connectionString, ledger);

        public override bool TryDamage(StoreDamage damage, long position)
        {
            var sql = damage switch
            {
                StoreDamage.ChangedCharacter => "UPDATE ccts_ledger.entry SET line = replace(line, 'mill', 'mall') WHERE shard = $1 AND position = $2",
                StoreDamage.LeftOut => "DELETE FROM ccts_ledger.entry WHERE shard = $1 AND position = $2",
                StoreDamage.Swapped => "UPDATE ccts_ledger.entry e SET line = o.line FROM ccts_ledger.entry o WHERE e.shard = $1 AND o.shard = $1 AND e.position IN ($2, $2 + 1) AND o.position = 2 * $2 + 1 - e.position",
                StoreDamage.Doubled => "UPDATE ccts_ledger.entry SET line = (SELECT line FROM ccts_ledger.entry WHERE shard = $1 AND position = $2) WHERE shard = $1 AND position = $2 + 1",
                StoreDamage.CutOff => "DELETE FROM ccts_ledger.entry WHERE shard = $1 AND position >= $2",
                StoreDamage.IntentLost => "DELETE FROM ccts_ledger.intent WHERE shard = $1 AND position = $2",
                StoreDamage.IntentChanged => "UPDATE ccts_ledger.intent SET payload = payload || ' ' WHERE shard = $1 AND position = $2",
                StoreDamage.StreamChanged => "UPDATE ccts_ledger.stream SET version = version - 1 WHERE shard = $1 AND name = 'account/mill' AND $2::bigint > 0",
                _ => "UPDATE ccts_ledger.snapshot_part SET bytes = overlay(bytes placing '\\xff'::bytea from 20) WHERE shard = $1 AND $2::bigint > 0",
            };
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return connection.Run(sql, ledger, position) > 0;
        }
    }
}

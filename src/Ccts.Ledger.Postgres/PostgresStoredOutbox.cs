using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Ledger.Postgres;

/// <summary>Reads the outbox of a ledger in PostgreSQL, also while its owner works on it.</summary>
/// <param name="ledger">The ledger, opened to be read; it stays the caller's.</param>
/// <remarks>Thread-safe. Rows are fetched by pages, so a slow reader keeps no transaction open.</remarks>
public sealed class PostgresStoredOutbox(PostgresStoredLedger ledger) : IStoredOutbox
{
    private const int PageRows = 512;
    private const string Columns = "SELECT position, number, key, registry, payload, version, open, state FROM ccts_ledger.outbox WHERE shard = $1 ";

    private readonly PostgresStoredLedger _ledger = ledger ?? throw new ArgumentNullException(nameof(ledger));
    private volatile bool _isThere;

    /// <inheritdoc/>
    public IntentPlace Taken => _ledger.Ask(c => PostgresSchema.VersionOf(c, _ledger.Name)) >= PostgresSchema.TakenSince
        ? _ledger.Page("SELECT taken_position, taken_number FROM ccts_ledger.outbox_owner WHERE shard = $1", r => new IntentPlace(r.GetInt64(0), r.GetInt32(1))).FirstOrDefault()
        : Rows("ORDER BY position DESC, number DESC LIMIT 1").Select(r => r.Place).FirstOrDefault();

    /// <summary>Who owns it, or owned it last, and since when; null when there was never an owner.</summary>
    public string? Owner => !IsThere ? null : _ledger.Ask(c => c.Ask<string?>(
        "SELECT owner || ' since ' || to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM ccts_ledger.outbox_owner WHERE shard = $1", _ledger.Ledger));

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> Open() => Pages("AND open");

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> All() => Pages("");

    /// <inheritdoc/>
    public OutboxRow? Find(string key) => Rows("AND key = $2", key ?? throw new ArgumentNullException(nameof(key))).FirstOrDefault();

    /// <inheritdoc/>
    public IEnumerable<string> Moves(string key) => !IsThere ? [] : _ledger.Page(
        "SELECT line FROM ccts_ledger.outbox_move WHERE shard = $1 AND key = $2 ORDER BY version", r => r.GetString(0), key ?? throw new ArgumentNullException(nameof(key)));

    private IEnumerable<OutboxRow> Pages(string which)
    {
        for (var after = new IntentPlace(-1, 0); ;)
        {
            var page = Rows(which + " AND (position, number) > ($2, $3) ORDER BY position, number LIMIT $4", after.Position, after.Number, PageRows);
            foreach (var row in page)
            {
                yield return row;
                after = row.Place;
            }

            if (page.Count < PageRows)
            {
                yield break;
            }
        }
    }

    private List<OutboxRow> Rows(string which, params object[] values) => !IsThere ? [] : _ledger.Page(
        Columns + which,
        r => new OutboxRow(new IntentPlace(r.GetInt64(0), r.GetInt32(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.GetBoolean(6), r.GetString(7)),
        values);

    // A ledger of the first schema has none until it is opened for writing.
    private bool IsThere => _isThere || (_isThere = _ledger.Ask(c => c.Ask<bool>("SELECT to_regclass('ccts_ledger.outbox') IS NOT NULL")));
}

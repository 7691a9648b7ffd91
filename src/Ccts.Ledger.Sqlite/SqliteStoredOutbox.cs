using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>Reads the outbox of a ledger in an SQLite file, also while its owner works on it.</summary>
/// <param name="ledger">The file, opened to be read; it stays the caller's.</param>
/// <remarks>Thread-safe. Rows are fetched by pages, so a slow reader delays no other.</remarks>
public sealed class SqliteStoredOutbox(SqliteStoredLedger ledger) : IStoredOutbox
{
    private const int PageRows = 512;
    private const string Columns = "SELECT position, number, key, registry, payload, version, open, state FROM outbox ";

    private readonly SqliteStoredLedger _ledger = ledger ?? throw new ArgumentNullException(nameof(ledger));
    private volatile bool _isThere;

    /// <inheritdoc/>
    public IntentPlace Taken => _ledger.Ask(c => c.Number("PRAGMA user_version") >= SqliteSchema.TakenSince)
        ? _ledger.Ask(c =>
        {
            using var command = c.CreateCommand();
            command.CommandText = "SELECT taken_position, taken_number FROM outbox_owner";
            using var rows = command.ExecuteReader();
            return rows.Read() ? new IntentPlace(rows.GetInt64(0), rows.GetInt32(1)) : default;
        })
        : Rows("ORDER BY position DESC, number DESC LIMIT 1").Select(r => r.Place).FirstOrDefault();

    /// <summary>Who owns it, or owned it last, and since when; null when there was never an owner.</summary>
    public string? Owner => _ledger.Ask(c => IsThere(c) ? c.Text("SELECT owner || ' since ' || since FROM outbox_owner") : null);

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> Open() => Pages("WHERE open = 1 AND (position, number) > ($position, $number)");

    /// <inheritdoc/>
    public IEnumerable<OutboxRow> All() => Pages("WHERE (position, number) > ($position, $number)");

    /// <inheritdoc/>
    public OutboxRow? Find(string key) => Rows("WHERE key = $key", ("$key", key ?? throw new ArgumentNullException(nameof(key)))).FirstOrDefault();

    /// <inheritdoc/>
    public IEnumerable<string> Moves(string key) => _ledger.Ask(c =>
    {
        if (!IsThere(c))
        {
            return [];
        }

        using var command = c.CreateCommand();
        command.CommandText = "SELECT line FROM outbox_move WHERE key = $key ORDER BY version";
        command.Parameters.AddWithValue("$key", key ?? throw new ArgumentNullException(nameof(key)));
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    });

    private IEnumerable<OutboxRow> Pages(string which)
    {
        for (var after = new IntentPlace(-1, 0); ;)
        {
            var page = Rows($"{which} ORDER BY position, number LIMIT {PageRows}", ("$position", after.Position), ("$number", after.Number));
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

    private List<OutboxRow> Rows(string which, params (string Name, object Value)[] values) => _ledger.Ask(c =>
    {
        if (!IsThere(c))
        {
            return [];
        }

        using var command = c.CreateCommand();
        command.CommandText = Columns + which;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var rows = command.ExecuteReader();
        var found = new List<OutboxRow>();
        while (rows.Read())
        {
            found.Add(new OutboxRow(
                new IntentPlace(rows.GetInt64(0), rows.GetInt32(1)), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt64(5), rows.GetInt64(6) == 1, rows.GetString(7)));
        }

        return found;
    });

    // A ledger of the first schema has none until it is opened for writing.
    private bool IsThere(SqliteConnection connection) => _isThere || (_isThere = connection.Number("PRAGMA user_version") >= SqliteSchema.OutboxSince);
}

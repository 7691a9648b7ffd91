using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>
/// The one connection that writes to a ledger, and its epoch. Every statement states the epoch: when
/// another writer has taken over, nothing is written.
/// </summary>
internal sealed class PostgresWriter : IDisposable
{
    // The head comes first: two writers contend for its row, which holds position, order and fence together.
    private const string CommitSql = """
        WITH h AS (
            UPDATE ccts_ledger.shard SET head = $4, lease_until = clock_timestamp() + $5 WHERE id = $1 AND epoch = $2 AND head = $3 RETURNING id),
        e AS (INSERT INTO ccts_ledger.entry (shard, position, line) SELECT h.id, u.* FROM h, unnest($6::bigint[], $7::text[]) AS u),
        i AS (INSERT INTO ccts_ledger.intent (shard, position, number, key, registry, payload)
            SELECT h.id, u.* FROM h, unnest($8::bigint[], $9::int[], $10::text[], $11::text[], $12::text[]) AS u),
        s AS (INSERT INTO ccts_ledger.stream (shard, name, version) SELECT h.id, u.* FROM h, unnest($13::text[], $14::bigint[]) AS u
            ON CONFLICT (shard, name) DO UPDATE SET version = excluded.version)
        SELECT count(*) FROM h
        """;

    // Empty where another owner has taken over by now, so that its time is never mistaken for ours.
    private const string SinceSql = "SELECT coalesce((SELECT extract(epoch FROM since)::text FROM ccts_ledger.shard WHERE id = $1 AND epoch = $2), '')";

    private readonly PostgresJournalOptions _options;
    private readonly string _name;
    private NpgsqlConnection _connection;

    // When it took over, by the server's clock. This distinguishes its own higher epoch from another owner's.
    private readonly string _since;

    private PostgresWriter(PostgresJournalOptions options, string name, NpgsqlConnection connection, long epoch) =>
        (_options, _name, _connection, Epoch, _since) = (options, name, connection, epoch, connection.Ask<string>(SinceSql, options.Ledger, epoch));

    internal long Epoch { get; private set; }

    /// <summary>Takes over the ledger once its lease is free, or creates it.</summary>
    /// <exception cref="CctsDataException">Another process holds it, or the server does not keep what it confirms.</exception>
    internal static PostgresWriter TakeOver(PostgresJournalOptions options, string name)
    {
        var connection = Connect(options);
        try
        {
            RequireDurable(connection, name);
            PostgresSchema.BringForward(connection, name);
            connection.Run(
                """
                WITH made AS (INSERT INTO ccts_ledger.shard (id, head, epoch) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING RETURNING id)
                INSERT INTO ccts_ledger.entry (shard, position, line) SELECT id, 0, $2 FROM made
                """,
                options.Ledger, new JournalWriter().Header);
            return new PostgresWriter(options, name, connection, WaitForLease(connection, options, name));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes the group, or finds out whether it was written.</summary>
    /// <exception cref="JournalConflictException">Another writer owns the ledger; nothing was written.</exception>
    /// <exception cref="JournalUnavailableException">The server refused it; nothing was written.</exception>
    internal void Commit(CommitGroup group)
    {
        while (true)
        {
            try
            {
                Write(group);
                return;
            }
            catch (PostgresException no) when (no.InvariantSeverity == "ERROR")
            {
                // The server has answered that it rolled back the statement. A more severe error may have come after the commit.
                throw new JournalUnavailableException($"{_name}: nothing was written. {no.MessageText}", no);
            }
            catch (Exception lost) when (IsLost(lost))
            {
                if (Resolve(group, lost))
                {
                    return;
                }
            }
        }
    }

    /// <summary>Renews the lease; false when another owns the ledger.</summary>
    internal bool Renew() => _connection.Run(
        "UPDATE ccts_ledger.shard SET lease_until = clock_timestamp() + $3 WHERE id = $1 AND epoch = $2", _options.Ledger, Epoch, _options.Lease) > 0;

    internal void Keep(LedgerSnapshot snapshot)
    {
        using var connection = Connect(_options);
        PostgresSnapshots.Keep(connection, _options.Ledger, Epoch, snapshot);
    }

    /// <summary>Ends the lease if possible, so that the next writer need not wait.</summary>
    public void Dispose()
    {
        try
        {
            _connection.Run("UPDATE ccts_ledger.shard SET lease_until = NULL WHERE id = $1 AND epoch = $2", _options.Ledger, Epoch);
        }
        catch (Exception no) when (IsLost(no))
        {
            // The lease ends by itself.
        }

        _connection.Dispose();
    }

    private void Write(CommitGroup group)
    {
        var intents = group.Lines.SelectMany(l => l.Intents.Select((intent, number) => (l.Position, number, intent))).ToList();
        var written = _connection.Ask<long>(
            CommitSql, _options.Ledger, Epoch, group.After, group.Last, _options.Lease,
            group.Lines.Select(l => l.Position).ToArray(), group.Lines.Select(l => l.Text).ToArray(),
            intents.Select(i => i.Position).ToArray(), intents.Select(i => i.number).ToArray(), intents.Select(i => i.intent.Key).ToArray(),
            intents.Select(i => i.intent.Registry).ToArray(), intents.Select(i => i.intent.Payload).ToArray(),
            group.StreamVersions.Keys.ToArray(), group.StreamVersions.Values.ToArray());
        if (written == 0)
        {
            throw new JournalConflictException($"{_name}: another writer has taken the ledger over{Owner(_connection, _options)}. Nothing was written.");
        }
    }

    // After a lost connection the result is unknown, and the statement may still be on its way. Raising our own epoch waits for it on the head's
    // row, and blocks it if it has not begun. Then the head shows what happened.
    private bool Resolve(CommitGroup group, Exception lost)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                _connection.Dispose();
                _connection = Connect(_options);
                return Raise(group);
            }
            catch (Exception again) when (IsLost(again))
            {
                if (since.Elapsed > _options.Reconnecting)
                {
                    throw new JournalStoppedException(group.After, new AggregateException(lost, again));
                }

                Thread.Sleep(100);
            }
        }
    }

    // A connection that broke earlier, during a renewal, reports it differently.
    internal static bool IsLost(Exception bad) => bad is InvalidOperationException or NpgsqlException and not PostgresException { InvariantSeverity: "ERROR" };

    private bool Raise(CommitGroup group)
    {
        // At least its own: the answer to an earlier raise may have been lost as well.
        using var command = _connection.Command(
            "UPDATE ccts_ledger.shard SET epoch = epoch + 1, lease_until = clock_timestamp() + $3 WHERE id = $1 AND epoch >= $2 AND extract(epoch FROM since)::text = $4 RETURNING epoch, head",
            _options.Ledger, Epoch, _options.Lease, _since);
        long head;
        using (var row = command.ExecuteReader())
        {
            var mine = row.Read();
            (Epoch, head) = mine ? (row.GetInt64(0), row.GetInt64(1)) : (Epoch, long.MaxValue);
        }

        // The stored line decides when another owner has the ledger, and confirms our own write.
        return head != group.After && _connection.Ask<string?>("SELECT line FROM ccts_ledger.entry WHERE shard = $1 AND position = $2", _options.Ledger, group.Last) == group.Lines[group.Lines.Count - 1].Text;
    }

    internal static NpgsqlConnection Connect(PostgresJournalOptions options)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run("SET synchronous_commit = on");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void RequireDurable(NpgsqlConnection connection, string name)
    {
        foreach (var (setting, right) in new[] { ("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on"), ("server_encoding", "UTF8"), ("transaction_read_only", "off") })
        {
            if (connection.Ask<string>("SELECT current_setting($1)", setting) is var found && found != right)
            {
                throw PostgresRefusal.Of("server-not-durable", name, $"The server has {setting} = {found}.", $"{setting} = {right}", "What it confirms would not be there after a crash, or not as it was given.");
            }
        }
    }

    private static long WaitForLease(NpgsqlConnection connection, PostgresJournalOptions options, string name)
    {
        var patience = options.Patience ?? options.Lease + TimeSpan.FromSeconds(1);
        using var self = Process.GetCurrentProcess();
        var owner = $"process {self.Id} on {Environment.MachineName}";
        for (var since = Stopwatch.StartNew(); ;)
        {
            var epoch = connection.Ask<long>(
                """
                UPDATE ccts_ledger.shard SET epoch = epoch + 1, owner = $2, since = clock_timestamp(), lease_until = clock_timestamp() + $3
                WHERE id = $1 AND (lease_until IS NULL OR lease_until < clock_timestamp()) RETURNING epoch
                """,
                options.Ledger, owner, options.Lease);
            if (epoch > 0)
            {
                return epoch;
            }

            if (since.Elapsed >= patience)
            {
                throw PostgresRefusal.Of("ledger-in-use", name, $"The ledger is open for writing{Owner(connection, options)}.", hint: "One process at a time writes to it. Try again when it has finished, or its lease has ended.");
            }

            Thread.Sleep(50);
        }
    }

    private static string Owner(NpgsqlConnection connection, PostgresJournalOptions options) => connection.Ask<string?>(
        "SELECT ' by ' || owner || ' since ' || to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM ccts_ledger.shard WHERE id = $1", options.Ledger) ?? "";
}

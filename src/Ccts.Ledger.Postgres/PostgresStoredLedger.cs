using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>Reads a ledger in PostgreSQL, also while a journal writes to it.</summary>
/// <remarks>Thread-safe. Rows are fetched by pages, so a slow reader keeps no transaction open.</remarks>
public sealed class PostgresStoredLedger : IStoredLedger
{
    private const int PageRows = 512;

    /// <summary>How long a read tries to reconnect to the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource _source;

    internal PostgresStoredLedger(string connectionString, string ledger)
    {
        (_source, Ledger) = (NpgsqlDataSource.Create(connectionString), ledger);
        Name = NameOf(connectionString, ledger);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The ledger's name in the database.</summary>
    public string Ledger { get; }

    /// <inheritdoc/>
    public long LastPosition => Ask(c => c.Ask<long>("SELECT head FROM ccts_ledger.shard WHERE id = $1", Ledger));

    /// <summary>Opens an existing ledger. Nothing is changed.</summary>
    /// <exception cref="CctsDataException">The ledger does not exist, or is newer than this library.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    public static PostgresStoredLedger Open(string connectionString, string ledger)
    {
        if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(connectionString ?? throw new ArgumentNullException(nameof(connectionString))).Host))
        {
            throw new ArgumentException("The connection string names no host.", nameof(connectionString));
        }

        var stored = new PostgresStoredLedger(connectionString, ledger ?? throw new ArgumentNullException(nameof(ledger)));
        try
        {
            if (!stored.Query(c => PostgresSchema.VersionOf(c, stored.Name) > 0 && c.Ask<bool>("SELECT EXISTS (SELECT FROM ccts_ledger.shard WHERE id = $1)", ledger)))
            {
                throw PostgresRefusal.Of("file-not-readable", stored.Name, "There is no such ledger.", "the name of a ledger of this database");
            }

            return stored;
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoredLine> Lines(long from)
    {
        for (var next = from; ;)
        {
            var page = Page("SELECT position, line FROM ccts_ledger.entry WHERE shard = $1 AND position >= $2 ORDER BY position LIMIT $3", r => new StoredLine(r.GetInt64(0), r.GetString(1)), next, PageRows);
            foreach (var line in page)
            {
                yield return line;
                next = line.Number + 1;
            }

            if (page.Count < PageRows)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<CommittedIntent> Intents(long after)
    {
        var (position, number) = (after, int.MaxValue);
        while (true)
        {
            var page = Page(
                "SELECT position, number, key, registry, payload FROM ccts_ledger.intent WHERE shard = $1 AND (position, number) > ($2, $3) ORDER BY position, number LIMIT $4",
                r => new CommittedIntent(r.GetInt64(0), r.GetInt32(1), new RegistryIntent(r.GetString(2), r.GetString(3), r.GetString(4))), position, number, PageRows);
            foreach (var intent in page)
            {
                yield return intent;
                (position, number) = (intent.Position, intent.Number);
            }

            if (page.Count < PageRows)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StreamVersion> Streams() => Page("SELECT name, version FROM ccts_ledger.stream WHERE shard = $1", r => new StreamVersion(r.GetString(0), r.GetInt64(1)));

    /// <inheritdoc/>
    public LedgerSnapshot? LatestSnapshot() => Ask(c => PostgresSnapshots.Latest(c, Ledger, Name));

    /// <inheritdoc/>
    public IEnumerable<string> Damage() => [];

    /// <summary>Runs a query of your own.</summary>
    public T Query<T>(Func<NpgsqlConnection, T> read)
    {
        using var connection = _source.OpenConnection();
        return (read ?? throw new ArgumentNullException(nameof(read)))(connection);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    // The name for messages, without the secrets of the connection string.
    internal static string NameOf(string connectionString, string ledger)
    {
        var at = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{at.Host}/{at.Database}/{ledger}";
    }

    // Pooled connections from before a server restart fail once each; a read may be repeated.
    internal T Ask<T>(Func<NpgsqlConnection, T> read)
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            try
            {
                return Query(read);
            }
            catch (NpgsqlException lost) when (PostgresWriter.IsLost(lost) && since.Elapsed < Patience)
            {
#if NET
                _source.Clear();
#endif
                Thread.Sleep(50);
            }
        }
    }

    internal List<T> Page<T>(string sql, Func<NpgsqlDataReader, T> row, params object[] values) => Ask(c =>
    {
        using var command = c.Command(sql, [Ledger, .. values]);
        using var rows = command.ExecuteReader();
        var page = new List<T>();
        while (rows.Read())
        {
            page.Add(row(rows));
        }

        return page;
    });
}

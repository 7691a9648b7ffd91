using System;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>
/// A journal in PostgreSQL. A group of entries, the stream versions they change and their registry intents are one statement, which also
/// moves the ledger's head under the writer's epoch: a writer that was replaced and resumes later writes nothing.
/// </summary>
/// <remarks>
/// Thread-safe. When a connection is lost during a commit, a new one finds out whether it took effect; callers notice nothing. When the server promotes a standby
/// that lacks some entries, these are lost although they were confirmed: name the standby in <c>synchronous_standby_names</c>.
/// </remarks>
public sealed class PostgresJournal : GroupCommitJournal
{
    private readonly PostgresWriter _writer;
    private readonly PostgresJournalOptions _options;
    private bool _closed;

    private PostgresJournal(PostgresJournalOptions options, PostgresWriter writer, PostgresStoredLedger stored)
        : base(stored)
    {
        (_options, _writer) = (options, writer);
        Start();
    }

    /// <summary>Takes over a ledger for writing, or creates it if it does not exist. A ledger of an earlier version is upgraded.</summary>
    /// <exception cref="CctsDataException">
    /// Another process holds it (the message names it); the schema is another program's or newer than this library; the last entry is damaged; the server
    /// does not keep what it confirms (its settings permit data loss). Nothing was changed.
    /// </exception>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    public static PostgresJournal Open(PostgresJournalOptions options)
    {
        var given = options ?? throw new ArgumentNullException(nameof(options));
        if (given.Lease <= TimeSpan.Zero || given.Ledger.Length == 0)
        {
            throw new ArgumentException("A ledger has a name, and a lease takes time.", nameof(options));
        }

        var stored = new PostgresStoredLedger(given.ConnectionString, given.Ledger);
        PostgresWriter? writer = null;
        try
        {
            writer = PostgresWriter.TakeOver(given, stored.Name);
            return new PostgresJournal(given, writer, stored);
        }
        catch
        {
            writer?.Dispose();
            stored.Dispose();
            throw;
        }
    }

    /// <summary>The number of this writer. It rises with every takeover and every reconnection.</summary>
    public long Epoch => _writer.Epoch;

    /// <inheritdoc/>
    protected override TimeSpan IdleTime => TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, _options.Lease.Ticks / 3));

    /// <inheritdoc/>
    public override void Keep(LedgerSnapshot snapshot)
    {
        if (snapshot is null)
        {
            throw new ArgumentNullException(nameof(snapshot));
        }

        if ((Stored.LatestSnapshot()?.Position ?? -1) < snapshot.Position)
        {
            _writer.Keep(snapshot);
        }
    }

    /// <inheritdoc/>
    protected override void Commit(CommitGroup group) => _writer.Commit(group);

    /// <inheritdoc/>
    protected override void OnIdle()
    {
        try
        {
            if (!_writer.Renew())
            {
                throw new JournalConflictException($"{Name}: another writer has taken the ledger over.");
            }
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            // The next commit finds out what happened to the connection.
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_closed)
        {
            _closed = true;
            _writer.Dispose();
            Stored.Dispose();
        }
    }
}

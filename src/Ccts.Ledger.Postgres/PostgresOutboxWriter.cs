using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using Npgsql;

namespace Ccts.Ledger.Postgres;

/// <summary>The one connection that writes to an outbox. Writes that arrive while one is under way are written together.</summary>
internal sealed class PostgresOutboxWriter : IDisposable
{
    private readonly PostgresJournalOptions _options;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private NpgsqlConnection _connection;

    /// <summary>The epoch of the last lease that was taken here.</summary>
    internal long Taken { get; set; }

    internal PostgresOutboxWriter(PostgresJournalOptions options, string name)
    {
        _options = options;
        _connection = PostgresWriter.Connect(options);
        try
        {
            if (PostgresSchema.VersionOf(_connection, name) < PostgresSchema.Version)
            {
                throw PostgresRefusal.Of("ledger-older", name, "The ledger is of an earlier schema.", $"schema version {PostgresSchema.Version}", "Open it for writing once: PostgresJournal.Open brings it forward.");
            }

            _connection.Run("INSERT INTO ccts_ledger.outbox_owner (shard, epoch) VALUES ($1, 0) ON CONFLICT DO NOTHING", options.Ledger);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Ends the lease if possible, so that the next owner need not wait.</summary>
    public void Dispose()
    {
        try
        {
            _connection.Run("UPDATE ccts_ledger.outbox_owner SET lease_until = NULL WHERE shard = $1 AND epoch = $2", _options.Ledger, Taken);
        }
        catch (Exception no) when (PostgresWriter.IsLost(no))
        {
            // The lease ends by itself.
        }

        _connection.Dispose();
        _writing.Dispose();
    }

    /// <summary>One statement, repeated on a new connection when the old one was lost; it must be safe to run twice.</summary>
    internal async Task<T> DoAsync<T>(Func<NpgsqlConnection, T> statement, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Connected((c, _) => statement(c)), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    internal async Task WriteAsync(long epoch, List<OutboxWrite> writes)
    {
        var mine = new Waiting(epoch, writes);
        _waiting.Enqueue(mine);
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            var all = new List<Waiting>();
            while (_waiting.TryDequeue(out var one))
            {
                all.Add(one);
            }

            if (all.Count > 0)
            {
                await Task.Run(() => Together(all)).ConfigureAwait(false);
            }
        }
        finally
        {
            _writing.Release();
        }

        // Another caller may have written it together with its own.
        await mine.Done.ConfigureAwait(false);
    }

    private void Together(List<Waiting> all)
    {
        var no = all.TrueForAll(w => w.Epoch == all[0].Epoch) ? Try(all[0].Epoch, all.SelectMany(w => w.Writes).ToList()) : new OutboxFencedException(0, 0);
        foreach (var one in all)
        {
            // A write that fails must not block the others.
            one.End(no is OutboxConflictException or OutboxFencedException && all.Count > 1 ? Try(one.Epoch, one.Writes) : no);
        }
    }

    private Exception? Try(long epoch, List<OutboxWrite> writes)
    {
        try
        {
            Connected((c, again) => PostgresOutboxStatements.Write(c, _options.Ledger, epoch, writes, again));
            return null;
        }
        catch (Exception no)
        {
            return no;
        }
    }

    // A lost connection leaves the result of its statement unknown; the next try is informed of it.
    private T Connected<T>(Func<NpgsqlConnection, bool, T> use)
    {
        for (var (since, again) = (Stopwatch.StartNew(), false); ; again = true)
        {
            try
            {
                if (again)
                {
                    _connection.Dispose();
                    _connection = PostgresWriter.Connect(_options);
                }

                return use(_connection, again);
            }
            catch (Exception lost) when (PostgresWriter.IsLost(lost) && since.Elapsed < _options.Reconnecting)
            {
                Thread.Sleep(again ? 100 : 0);
            }
        }
    }

    private sealed class Waiting(long epoch, List<OutboxWrite> writes)
    {
        private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal long Epoch { get; } = epoch;

        internal List<OutboxWrite> Writes { get; } = writes;

        internal Task Done => _done.Task;

        internal void End(Exception? no)
        {
            if (no is null)
            {
                _done.TrySetResult(true);
            }
            else
            {
                _done.TrySetException(no);
            }
        }
    }
}

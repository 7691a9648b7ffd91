using System;
using System.Collections.Generic;
using Ccts.Cli.Input;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Outbox;

/// <summary>An outbox that an operator owns for a short time, so that no host works on it meanwhile.</summary>
internal sealed class OwnedOutbox : IDisposable
{
    private static readonly Duration Length = Duration.FromMinutes(5);

    private readonly Stack<IDisposable> _open = new();

    /// <exception cref="CctsDataException">A host has it, or it cannot be opened.</exception>
    internal OwnedOutbox(string path, string owner)
    {
        try
        {
            Outbox = Open(path);
            Lease = Outbox.TakeAsync(owner, Length).GetAwaiter().GetResult() ?? throw InUse(path, Outbox.Holder?.Owner);
        }
        catch
        {
            Close();
            throw;
        }
    }

    internal IOutboxStore Outbox { get; }

    internal OutboxLease Lease { get; }

    public void Dispose()
    {
        Outbox.ReturnAsync(Lease).GetAwaiter().GetResult();
        Close();
    }

    private IOutboxStore Open(string path) =>
        PostgresLedger.IsMeant(path) ? Kept(PostgresOutbox.Open(PostgresLedger.Options(path))) : Kept(new SqliteOutbox(Kept(SqliteJournal.Open(path))));

    private T Kept<T>(T opened)
        where T : IDisposable
    {
        _open.Push(opened);
        return opened;
    }

    private void Close()
    {
        while (_open.TryPop(out var opened))
        {
            opened.Dispose();
        }
    }

    private static CctsDataException InUse(string path, string? owner) =>
        new([new Problem("outbox-in-use", Severity.Error, $"{owner ?? "Another process"} has the outbox open.", new SourcePlace(path, 0, 0, ""))
        {
            Expected = "an outbox that no host has open",
            Hint = "Stop the host, or decide in it: OutboxDispatcher.RetryAsync, ResolveAsync, CancelAsync. After a crash its lease ends by itself.",
        }]);
}

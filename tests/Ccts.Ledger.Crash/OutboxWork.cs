using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Ledger.Crash;

/// <summary>As a dispatcher does: takes over what the journal shows after the last place it has, says that it sends, and that it is done; each a transaction.</summary>
internal sealed class OutboxWork : IDisposable
{
    internal const int MovesToTheEnd = 3;

    private readonly SqliteJournal _journal;
    private readonly SqliteOutbox _outbox;
    private readonly OutboxLease _lease;

    internal OutboxWork(SqliteJournal journal)
    {
        _journal = journal;
        _outbox = new SqliteOutbox(journal);
        _lease = _outbox.TakeAsync("crash", Duration.FromHours(1)).GetAwaiter().GetResult()!;
    }

    public void Dispose() => _outbox.Dispose();

    internal string TakeOver()
    {
        var taken = _outbox.Taken;
        var fresh = _journal.Intents(taken.Position).Select(i => new OutboxRow(new IntentPlace(i.Position, i.Number), i.Intent.Key, i.Intent.Registry, i.Intent.Payload, 1, true, "intended")).Where(r => r.Place > taken);
        Write(fresh.ToList());
        for (var open = _outbox.Open().ToList(); open.Count > 0; open = _outbox.Open().ToList())
        {
            Write(open.Select(r => r with { Version = r.Version + 1, State = r.Version == 1 ? "sending" : "confirmed", IsOpen = r.Version + 1 < MovesToTheEnd }).ToList());
        }

        return FormattableString.Invariant($"outbox {_outbox.Taken.Position}");
    }

    private void Write(List<OutboxRow> rows) => _outbox.WriteAsync(_lease, rows.Select(r => new OutboxWrite(r, r.State)).ToList()).GetAwaiter().GetResult();
}

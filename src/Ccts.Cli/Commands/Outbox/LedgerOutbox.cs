using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Outbox;

/// <summary>Reads the outbox of a ledger, also while a host works on it.</summary>
internal sealed class LedgerOutbox : IDisposable
{
    private readonly IStoredLedger _ledger;
    private readonly IStoredOutbox _outbox;
    private readonly string _path;

    /// <exception cref="CctsDataException">There is no such ledger.</exception>
    internal LedgerOutbox(string path)
    {
        _path = path;
        (_ledger, _outbox) = PostgresLedger.IsMeant(path) ? Of(PostgresLedger.Open(path), l => new PostgresStoredOutbox(l)) : Of(SqliteStoredLedger.Open(path), l => new SqliteStoredOutbox(l));
    }

    internal IEnumerable<OutboxRecord> Records(bool all) => (all ? _outbox.All() : _outbox.Open()).Select(Read);

    // An instruction with a changed key is listed under the key that the ledger committed.
    internal OutboxRecord? Find(string key) => _outbox.Find(key) is { } row ? Read(row) : Records(all: true).FirstOrDefault(r => r.Key == key);

    internal IEnumerable<string> Keys => _outbox.All().Select(r => r.Key);

    /// <summary>Instructions that the ledger has committed and no outbox has taken over yet: none was sent.</summary>
    internal IEnumerable<RegistryIntent> Waiting => NotTaken.Where(i => !_outbox.Moves(i.Key).Any());

    /// <summary>Instructions that an outbox has taken over and that no longer have a row.</summary>
    internal IEnumerable<RegistryIntent> Lost => OutboxAudit.Missing(_outbox, _ledger.Intents).Select(i => i.Intent).Concat(NotTaken.Where(i => _outbox.Moves(i.Key).Any() && _outbox.Find(i.Key) is null));

    // An outbox of an earlier version did not store the last position taken over. If its last rows are gone, it seems to have taken over nothing; but their moves still exist.
    private IEnumerable<RegistryIntent> NotTaken => _ledger.Intents(_outbox.Taken.Position).Select(i => i.Intent);

    internal IReadOnlyList<OutboxMove> Moves(string key)
    {
        try
        {
            return _outbox.Moves(key).Select(OutboxText.ReadMove).ToList();
        }
        catch (FormatException bad)
        {
            throw Unreadable(_path, bad.Message);
        }
    }

    public void Dispose() => _ledger.Dispose();

    private OutboxRecord Read(OutboxRow row)
    {
        try
        {
            return OutboxReading.Read(_outbox, row, _ledger.Intents);
        }
        catch (FormatException bad)
        {
            throw Unreadable(_path, bad.Message);
        }
    }

    /// <summary>The outbox beside a ledger in a database.</summary>
    internal static IStoredOutbox? Of(IStoredLedger ledger) => ledger switch
    {
        SqliteStoredLedger file => new SqliteStoredOutbox(file),
        PostgresStoredLedger server => new PostgresStoredOutbox(server),
        _ => null,
    };

    private static (IStoredLedger, IStoredOutbox) Of<T>(T ledger, Func<T, IStoredOutbox> outbox)
        where T : IStoredLedger => (ledger, outbox(ledger));

    private static CctsDataException Unreadable(string path, string message) =>
        new([new Problem("outbox-unreadable", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = "an outbox of this version, undamaged" }]);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Outbox;

/// <summary>The outbox in a ledger's file, to be read while a host works it off or not.</summary>
internal sealed class OutboxFile : IDisposable
{
    private readonly SqliteStoredLedger _ledger;
    private readonly SqliteStoredOutbox _outbox;
    private readonly string _path;

    /// <exception cref="CctsDataException">There is no such ledger.</exception>
    internal OutboxFile(string path)
    {
        _path = path;
        _ledger = SqliteStoredLedger.Open(path);
        _outbox = new SqliteStoredOutbox(_ledger);
    }

    internal IEnumerable<OutboxRecord> Records(bool all) => (all ? _outbox.All() : _outbox.Open()).Select(r => Read(r, _path));

    internal OutboxRecord? Find(string key) => _outbox.Find(key) is { } row ? Read(row, _path) : null;

    internal IEnumerable<string> Keys => _outbox.All().Select(r => r.Key);

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

    /// <exception cref="CctsDataException">The row is damaged, or of a later version.</exception>
    internal static OutboxRecord Read(OutboxRow row, string path)
    {
        try
        {
            return OutboxText.Read(row);
        }
        catch (FormatException bad)
        {
            throw Unreadable(path, bad.Message);
        }
    }

    private static CctsDataException Unreadable(string path, string message) =>
        new([new Problem("outbox-unreadable", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = "an outbox of this version, undamaged" }]);
}

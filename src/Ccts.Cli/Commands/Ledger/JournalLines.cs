using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>The lines of a journal, whichever form it is kept in: text, or a database.</summary>
internal sealed class JournalLines : IDisposable
{
    private readonly Stream? _file;
    private readonly string? _path;
    private Utf8Lines? _text;

    private JournalLines(IStoredLedger database) => Database = database;

    internal JournalLines(Stream text, string path) => (_file, _path) = (text, path);

    /// <summary>The database; null for text.</summary>
    internal IStoredLedger? Database { get; }

    /// <exception cref="CctsDataException">It cannot be opened.</exception>
    internal static JournalLines Open(string path) => PostgresLedger.IsMeant(path) ? new(PostgresLedger.Open(path))
        : JournalPath.IsDatabase(path) ? new(SqliteStoredLedger.Open(path)) : new(JournalPath.OpenJournal(path), path);

    /// <summary>The lines, header first, from the beginning each time.</summary>
    /// <exception cref="CctsDataException">One is missing or not UTF-8; raised while enumerating.</exception>
    internal IEnumerable<string> Read()
    {
        if (Database is { } database)
        {
            foreach (var line in database.Text())
            {
                yield return line;
            }

            yield break;
        }

        if (_text is not null)
        {
            _file!.Position = 0;
        }

        _text = new Utf8Lines(_file!, _path);
        foreach (var line in _text.Read())
        {
            yield return line;
        }
    }

    /// <summary>Whether the text after this many complete lines is a line whose writing was interrupted.</summary>
    internal bool IsCutAfter(int whole) => _text is { IsUnfinished: true } && whole > 0 && whole == _text.Line - 1;

    public void Dispose()
    {
        Database?.Dispose();
        _file?.Dispose();
    }
}

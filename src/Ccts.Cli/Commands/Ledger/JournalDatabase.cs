using System;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Cli.Input;
using Ccts.Ledger.Postgres;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>A journal in a database. It is the ledger's own store, so a host can continue what the tool has begun, and vice versa.</summary>
internal sealed class JournalDatabase : JournalTarget
{
    private const int Together = 4096;

    private readonly string _path;
    private GroupCommitJournal? _journal;

    private JournalDatabase(string path, GroupCommitJournal? journal) => (_path, _journal) = (path, journal);

    /// <exception cref="CctsDataException">Another process writes to it, it is no ledger, or it is damaged.</exception>
    internal static new JournalDatabase Open(string path)
    {
        var database = new JournalDatabase(path, IsThere(path) ? Writer(path) : null);
        try
        {
            if (database._journal is not null)
            {
                using var lines = JournalLines.Open(path);
                JournalText.Apply(lines, path, new JournalReader(path), database.State, until: null);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    internal override void Append(DecidedImport import) => Write(async journal =>
    {
        // The engine decides the commands again, from the same state under the same lock, so it gives the same answers.
        var engine = new LedgerEngine(journal, import.Policy);
        var keys = import.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var some in import.Commands.Where(c => keys.Contains(c.Key)).Select(c => new LedgerRequest(c)).Chunk(Together))
        {
            await engine.ExecuteAsync(some).ConfigureAwait(false);
        }

        if (journal.Position != import.Entries[^1].Position)
        {
            throw new InvalidOperationException($"The import was to end at entry {import.Entries[^1].Position} and has ended at {journal.Position}.");
        }
    });

    internal override void TakeOver(JournalLines lines, string name)
    {
        RequireEmpty(_path);
        Write(journal => LedgerCopy.CopyAsync(lines.Read(), journal, name));
    }

    public override void Dispose() => _journal?.Dispose();

    private void Write(Func<GroupCommitJournal, Task> write)
    {
        if (_journal is null && (_journal = Writer(_path)).Position > 0)
        {
            throw Bad("journal-in-use", "Another process has begun this journal meanwhile; nothing was written.", "Try again: what is in the journal is known by its keys.");
        }

        var journal = _journal;

        try
        {
            write(journal).GetAwaiter().GetResult();
        }
        catch (Exception no) when (no is JournalUnavailableException or JournalStoppedException)
        {
            throw Bad("journal-not-written", $"The journal ends with entry {journal.DurablePosition}: {no.Message}", "When the disk is in order, import the same file again: what is in the journal is known by its keys, only the rest is added.");
        }
    }

    internal static GroupCommitJournal Writer(string path) => PostgresLedger.IsMeant(path) ? PostgresJournal.Open(PostgresLedger.Options(path)) : SqliteJournal.Open(path);

    internal static bool IsThere(string path)
    {
        if (!PostgresLedger.IsMeant(path))
        {
            return JournalPath.HasContent(path);
        }

        try
        {
            PostgresLedger.Open(path).Dispose();
            return true;
        }
        catch (CctsDataException none) when (none.Problems[0].Code == "file-not-readable")
        {
            return false;
        }
    }

    private CctsDataException Bad(string code, string message, string hint) => new([new Problem(code, Severity.Error, message, new SourcePlace(_path, 0, 0, "")) { Hint = hint }]);
}

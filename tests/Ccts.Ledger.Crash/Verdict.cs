using System.IO;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Crash;

/// <summary>Holds what is on the disk to what was told: everything answered, nothing in part, intents with their entries, and the same end when all is asked again.</summary>
internal static class Verdict
{
    /// <summary>What is wrong, or null. The ledger is brought to its end on the way.</summary>
    internal static string? Of(string path, Told told, Golden golden)
    {
        try
        {
            return AsFound(path, told, golden) ?? AskedAgain(path, golden);
        }
        catch (CctsDataException bad)
        {
            return "refused: " + bad.Message;
        }
    }

    internal static string? AsFound(string path, Told told, Golden golden)
    {
        if (!Exists(path))
        {
            return told.Answered.Count == 0 && golden.Before.Count == 0 ? null : $"{told.Answered.Count} commands were answered, and there is no ledger.";
        }

        using var stored = SqliteStoredLedger.Open(path);
        if (stored.Findings() is { Count: > 0 } findings)
        {
            return "damaged: " + findings[0];
        }

        var text = stored.Text().ToList();
        if (text.Count > golden.Text.Count || !text.SequenceEqual(golden.Text.Take(text.Count)))
        {
            return "the journal is not the beginning of what an undisturbed run writes.";
        }

        var last = text.Count - 1;
        var lost = told.Answered.Where(a => a.Value > last).Select(a => a.Key).ToList();
        var keys = stored.Read(0).Select(e => e.Key).ToList();
        var stray = keys.Where(k => !told.Begun.Contains(k) && !golden.Before.Contains(k)).ToList();
        var denied = keys.Intersect(told.NotDone).ToList();
        return lost.Count > 0 ? $"{lost.Count} answered commands are lost, {lost[0]} first."
            : stray.Count > 0 ? $"{stray[0]} is there, and nobody asked it."
            : denied.Count > 0 ? $"{denied[0]} was told to be certainly not written, and is there."
            : golden.Before.Except(keys).Any() ? "an entry of before is lost."
            : Outbox(stored, last, told.TakenOver);
    }

    private static bool Exists(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var stored = SqliteStoredLedger.Open(path);
            return true;
        }
        catch (CctsDataException none) when (none.Problems[0] is { Code: "not-a-ledger", Message: "There is nothing in this file." })
        {
            return false;
        }
        catch (CctsDataException unfinished) when (unfinished.Problems[0].Code == "ledger-unfinished")
        {
            // As its message says.
            SqliteJournal.Open(path).Dispose();
            return true;
        }
    }

    private static string? AskedAgain(string path, Golden golden)
    {
        using (var journal = SqliteJournal.Open(path))
        {
            new Workload(golden.Seed).Run(journal, _ => { });
        }

        using var stored = SqliteStoredLedger.Open(path);
        return stored.Findings() is { Count: > 0 } findings ? "damaged after asking again: " + findings[0]
            : !stored.Text().SequenceEqual(golden.Text) ? "asking everything again ends in another journal."
            : !stored.Intents(0).SequenceEqual(golden.Intents) ? "asking everything again ends in other intents."
            : Outbox(stored, stored.LastPosition, stored.LastPosition);
    }

    // What the outbox has are intents of entries that are there, all of them up to the last it has, each with all its moves; and what it said is done is done.
    private static string? Outbox(SqliteStoredLedger stored, long last, long done)
    {
        if (stored.Query(c => Number(c, "SELECT count(*) FROM sqlite_master WHERE name = 'outbox'")) == 0)
        {
            return done == 0 ? null : "the outbox is gone.";
        }

        var rows = new SqliteStoredOutbox(stored).All().ToList();
        var upTo = rows.Count == 0 ? 0 : rows[^1].Place.Position;
        var given = stored.Intents(0).Where(i => i.Position <= upTo).ToList();
        var moves = stored.Query(c => Number(c, "SELECT count(*) FROM outbox o WHERE version <> (SELECT count(*) FROM outbox_move m WHERE m.key = o.key)"));
        return upTo > last ? "the outbox is ahead of the journal."
            : !rows.Select(r => (r.Place.Position, r.Place.Number, r.Key, r.Payload)).SequenceEqual(given.Select(i => (i.Position, i.Number, i.Intent.Key, i.Intent.Payload))) ? $"the outbox has {rows.Count} up to entry {upTo}, and the journal gives {given.Count}."
            : moves != 0 ? $"{moves} instructions are not where their moves have brought them."
            : rows.Any(r => r.IsOpen != (r.Version < OutboxWork.MovesToTheEnd)) ? "an instruction is open that has come to its end, or the other way."
            : stored.Intents(0).Count(i => i.Position <= done) is var owed && rows.Count(r => !r.IsOpen && r.Place.Position <= done) != owed ? $"the outbox said that all {owed} up to entry {done} are done, and they are not."
            : null;
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}

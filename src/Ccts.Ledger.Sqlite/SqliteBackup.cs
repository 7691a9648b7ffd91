using System;
using System.IO;
using System.Linq;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>Makes complete copies of a ledger's file, also while another process writes to it.</summary>
public static class SqliteBackup
{
    /// <summary>Copies a ledger in its present state into a new file, which appears only when complete.</summary>
    /// <exception cref="CctsDataException">There is no such ledger, or the target already exists.</exception>
    public static void BackUp(string ledger, string target)
    {
        using var from = SqliteStoredLedger.Open(ledger ?? throw new ArgumentNullException(nameof(ledger)));
        Copy(from, Path.GetFullPath(target ?? throw new ArgumentNullException(nameof(target))));
    }

    /// <summary>Restores a ledger from a backup, after verifying the whole backup. Overwrites nothing.</summary>
    /// <exception cref="CctsDataException">The backup is not sound, or a ledger already exists there.</exception>
    public static void Restore(string backup, string ledger)
    {
        using var from = SqliteStoredLedger.Open(backup ?? throw new ArgumentNullException(nameof(backup)));
        if (from.Findings() is { Count: > 0 } findings)
        {
            throw new CctsDataException(findings.Select(f => new Problem("ledger-damaged", Severity.Error, f, new SourcePlace(from.Name, 0, 0, "")) { Hint = "Restore an earlier backup." }).ToList());
        }

        Copy(from, Path.GetFullPath(ledger ?? throw new ArgumentNullException(nameof(ledger))));
    }

    private static void Copy(SqliteStoredLedger from, string target)
    {
        // SQLite would read companion files left by an old ledger as parts of the new one.
        if (Array.Find(["", "-wal", "-journal"], beside => File.Exists(target + beside) || Directory.Exists(target + beside)) is { } there)
        {
            throw SqliteRefusal.Of("file-exists", target + there, "There is a file already.", "the path of a file that is not there yet", "Nothing is overwritten: move the old one away, with its -wal.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw SqliteRefusal.Of("file-not-readable", target, "There is no folder to put it into.", "a path in a folder that is there");
        }

        // A process whose open ledger file was moved away still writes to it: the ledger would then have two owners.
        using var owner = File.Exists(target + SqliteOwner.Beside) ? SqliteOwner.Acquire(target) : null;
        var partial = target + ".partial";
        try
        {
            Remove(partial);
            SqliteStoredLedger.Refusing(target, () => Fill(from, partial));
            File.Move(partial, target);
        }
        catch (Exception no)
        {
            if (no is not PathTooLongException)
            {
                Remove(partial);
            }

            if (no is IOException or UnauthorizedAccessException || (no is CctsDataException refused && refused.Problems[0].Place.File == partial))
            {
                throw SqliteRefusal.Of("file-not-written", target, "The copy could not be made: " + (no is CctsDataException { Problems: [var why, ..] } ? why.Message : no.Message), "a path in a folder that may be written to, on a disk with room");
            }

            throw;
        }
    }

    private static bool Fill(SqliteStoredLedger from, string partial)
    {
        using var to = SqliteFile.Connect(partial, SqliteOpenMode.ReadWriteCreate);
        SqliteFile.SetFull(to, partial);
        _ = from.Query(c =>
        {
            c.BackupDatabase(to);
            return true;
        });

        // One file without companions: copying it needs no other file.
        to.Run("PRAGMA journal_mode = DELETE");
        return true;
    }

    // Removes the remains of a copy that was killed.
    private static void Remove(string partial)
    {
        foreach (var beside in new[] { "", "-journal", "-wal", "-shm" })
        {
            File.Delete(partial + beside);
        }
    }
}

using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>Why a file cannot be opened, with its place and how to fix it.</summary>
internal static class SqliteRefusal
{
    // https://sqlite.org/rescode.html
    internal const int Busy = 5;
    internal const int ReadOnly = 8;
    internal const int InputOutput = 10;
    internal const int Damaged = 11;
    internal const int Full = 13;
    internal const int CannotOpen = 14;
    internal const int NotADatabase = 26;

    // Read-only, while the transaction of a killed writer must be rolled back first: SQLITE_READONLY_ROLLBACK.
    private const int Unfinished = ReadOnly | (3 << 8);

    internal static CctsDataException Of(string code, string path, string message, string? expected = null, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected, Hint = hint }]);

    /// <summary>SQLite's message about a file, or null when the error is not about the file.</summary>
    internal static CctsDataException? Of(SqliteException bad, string path) => bad.SqliteErrorCode switch
    {
        ReadOnly when bad.SqliteExtendedErrorCode == Unfinished => Of(
            "ledger-unfinished", path, "The writer of this ledger ended while it made it or brought it forward, and a reader may not undo that.",
            hint: "Open it for writing once, with \"ccts ledger import\" or SqliteJournal.Open: what was half done is undone, and nothing that was answered is lost."),
        NotADatabase => NotALedger(path, "This is not a database of SQLite."),
        Damaged => DamagedLedger(path, bad.Message),
        CannotOpen or ReadOnly => Of("file-not-readable", path, "The file cannot be opened: " + bad.Message, "a file, in a folder, that may be read and written"),
        Full => Of("disk-full", path, "There is no room for it on the disk: " + bad.Message, hint: "What was answered is kept. Make room, and try again."),
        InputOutput => Of("disk-error", path, "The disk does not do what it was asked: " + bad.Message, hint: "What was answered is kept. Look after the disk before anything else is written to it."),
        Busy => Of("ledger-in-use", path, "Another program holds the file: " + bad.Message, hint: "Try again when it has finished."),
        _ => null,
    };

    internal static CctsDataException DamagedLedger(string path, string message) => Of(
        "ledger-damaged", path, "The file is damaged: " + message, hint: "Restore it from a backup; \"ccts ledger check\" says how far the journal can be read.");

    internal static CctsDataException NotALedger(string path, string message) => Of("not-a-ledger", path, message, "a ledger as this library makes it, or no file yet");
}

using System;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Opens a journal's file, or says in one sentence why that is impossible.</summary>
internal static class JournalPath
{
    /// <summary>Whether the journal is kept in a database: by its content; if it is empty or missing, by its name, <c>.db</c> or <c>.sqlite</c>.</summary>
    internal static bool IsDatabase(string path)
    {
        if (!HasContent(path))
        {
            return IsNamedAsDatabase(path);
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[DatabaseMark.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(DatabaseMark);
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            // Opening it reports the reason.
            return IsNamedAsDatabase(path);
        }
    }

    /// <summary>Whether there is a file that is not empty. Pipes and devices have no length, so nothing is read from them; the length of a link is meaningless.</summary>
    internal static bool HasContent(string path)
    {
        try
        {
            return path.Length > 0 && new FileInfo(path) is var file && (file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo { Exists: true, Length: > 0 };
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            // Opening it reports the reason.
            return false;
        }
    }

    /// <summary>A file that is verified before it is returned is read twice.</summary>
    /// <exception cref="CctsDataException">It is a pipe.</exception>
    internal static void RequireReadableTwice(string path)
    {
        if (!PostgresLedger.IsMeant(path) && !IsDatabase(path))
        {
            using var file = OpenToRead(path);
            if (!file.CanSeek)
            {
                throw Bad(path, "This is a pipe, and the journal is read twice: proved first, and then given out.", "an ordinary file");
            }
        }
    }

    /// <summary>Only files can be copied byte for byte.</summary>
    /// <exception cref="CctsDataException">One of them is a ledger in PostgreSQL.</exception>
    internal static void RequireFile(params string[] paths)
    {
        if (Array.Find(paths, PostgresLedger.IsMeant) is { } server)
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "A ledger in PostgreSQL is no file.", new SourcePlace(server, 0, 0, ""))
            {
                Expected = "a file",
                Hint = "pg_dump and pg_restore copy a whole database. \"ccts ledger import postgres:NAME --journal COPY.db\" copies the journal alone, without its outbox.",
            }]);
        }
    }

    /// <summary>For writing: bytes that a full disk refused must not stay in a buffer and be written later, when the file is closed.</summary>
    internal const int Unbuffered = 1;

    // sqlite.org/fileformat2.html, section 1.3.1
    private static ReadOnlySpan<byte> DatabaseMark => "SQLite format 3\0"u8;

    private static bool IsNamedAsDatabase(string path) => Path.GetExtension(path).ToUpperInvariant() is ".DB" or ".SQLITE";

    private const string Expected = "a journal as \"ccts ledger import\" writes it";

    /// <exception cref="CctsDataException">It cannot be opened.</exception>
    internal static FileStream OpenToRead(string path, string expected = Expected) =>
        Open(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)) ?? throw Bad(path, "There is no such journal.", expected);

    /// <summary>The same for a file that must be a journal: one that is no text is called what it is.</summary>
    /// <exception cref="CctsDataException">It cannot be opened, or is of another kind.</exception>
    internal static FileStream OpenJournal(string path, string expected = Expected)
    {
        if (HasContent(path))
        {
            FoundFiles.RequireText(path, expected);
        }

        return OpenToRead(path, expected);
    }

    /// <summary>The journal, locked, or null when it does not exist yet.</summary>
    /// <exception cref="CctsDataException">It cannot be opened, or is not an ordinary file.</exception>
    internal static FileStream? OpenToAppend(string path)
    {
        var file = Open(path, () => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, Unbuffered));
        if (file is null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw Bad(path, "There is no folder to put the journal into.", "the path of a journal in a folder that is there");
        }

        if (file is not null && !IsOrdinary(file))
        {
            file.Dispose();
            throw Bad(path, "This is a device or a pipe, not an ordinary file.", "the path of an ordinary file, or of none yet");
        }

        return file;
    }

    /// <summary>A new journal, locked.</summary>
    /// <exception cref="CctsDataException">It cannot be created, or exists by now.</exception>
    internal static FileStream Create(string path)
    {
        try
        {
            return Open(path, () => new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Unbuffered))!;
        }
        catch (CctsDataException) when (File.Exists(path))
        {
            throw Busy(path, "Another process has begun this journal meanwhile; nothing was written.");
        }
    }

    private static FileStream? Open(string path, Func<FileStream> open)
    {
        try
        {
            return open();
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception no) when (no is UnauthorizedAccessException or ArgumentException)
        {
            throw Bad(path, Directory.Exists(path) ? "This is a folder." : "The journal may not be opened: " + no.Message, "a file that may be read, and for an import written");
        }
        catch (IOException no)
        {
            throw File.Exists(path) ? Busy(path, "The journal is in use, or cannot be opened: " + no.Message) : Bad(path, "The journal cannot be opened: " + no.Message, "an ordinary file");
        }
    }

    // A device has no length, and none can be set. A non-empty target has a length, so it is a file.
    private static bool IsOrdinary(FileStream file)
    {
        if (!file.CanSeek)
        {
            return false;
        }

        try
        {
            if (file.Length == 0)
            {
                file.SetLength(0);
            }

            return true;
        }
        catch (Exception no) when (no is IOException or NotSupportedException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static CctsDataException Busy(string path, string message) =>
        new([new Problem("journal-in-use", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Hint = "Try again when the other process has finished." }]);

    private static CctsDataException Bad(string path, string message, string expected) =>
        new([new Problem("file-not-readable", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected }]);
}

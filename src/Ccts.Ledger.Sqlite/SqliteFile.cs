using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>Connections to a ledger's file: the right library, the right settings, and no others.</summary>
internal static class SqliteFile
{
    /// <summary>Older ones may corrupt a file in WAL mode when one connection commits while another checkpoints (sqlite.org/wal.html#walresetbug).</summary>
    internal static readonly Version OldestLibrary = new(3, 51, 3);

    /// <summary>Large enough that the log is rarely written back into the file, small enough to write back quickly. Pages of 4 KiB.</summary>
    private const int CheckpointPages = 8192;

    private const long FullSync = 2;

    /// <exception cref="CctsDataException">The library is too old, or the file cannot be opened.</exception>
    internal static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        // Without pooling: a pool keeps the file open, and settings live on in its connections.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            RequireLibrary(connection.ServerVersion, path);
            connection.Run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
            return connection;
        }
        catch (Exception bad)
        {
            connection.Dispose();
            if (bad is SqliteException no && SqliteRefusal.Of(no, path) is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    internal static void RequireLibrary(string version, string path)
    {
        if (!Version.TryParse(version, out var found) || found < OldestLibrary)
        {
            throw SqliteRefusal.Of(
                "sqlite-too-old", path, $"The SQLite library in this process is {version}.", $"at least {OldestLibrary}",
                "Older ones can corrupt a file in WAL mode. Reference SQLitePCLRaw.bundle_e_sqlite3 2.1.13 or later, and no other provider.");
        }
    }

    /// <summary>The settings that every commit relies on, set and read back, because the file does not keep them.</summary>
    internal static void SetDurable(SqliteConnection connection, string path)
    {
        var mode = connection.Text("PRAGMA journal_mode = WAL");
        connection.Run(FormattableString.Invariant($"PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA wal_autocheckpoint = {CheckpointPages}"));
        if (!string.Equals(mode, "wal", StringComparison.OrdinalIgnoreCase))
        {
            throw NotDurable(path, "its journal in mode " + mode, "mode wal");
        }

        SetFull(connection, path);
    }

    /// <summary>For every connection, whatever it is for: less than FULL does not sync each commit (sqlite.org/pragma.html#pragma_synchronous).</summary>
    internal static void SetFull(SqliteConnection connection, string path)
    {
        connection.Run("PRAGMA synchronous = FULL");
        if (connection.Number("PRAGMA synchronous") is var found and not FullSync)
        {
            throw NotDurable(path, FormattableString.Invariant($"synchronous at {found}"), "synchronous at 2");
        }
    }

    private static CctsDataException NotDurable(string path, string found, string expected) =>
        SqliteRefusal.Of("file-not-durable", path, $"SQLite keeps {found} here.", expected, "Use a file on a local disk.");

    /// <summary>SQLite's name for the file of a connection. It is the same for every link to the file, and so the name to lock.</summary>
    internal static string RealPath(SqliteConnection connection, string path) =>
        SQLitePCL.raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string() is { Length: > 0 } real ? Path.GetFullPath(real) : path;

    /// <summary>A pipe or a device is no file. It has no length, and SQLite would wait for what comes out of it.</summary>
    internal static void RequireOrdinary(string path)
    {
        bool ordinary;
        try
        {
            FileSystemInfo there = new FileInfo(path);
#if NET
            there = there.ResolveLinkTarget(returnFinalTarget: true) ?? there;
#endif
            if (there is not FileInfo { Exists: true, Length: 0 })
            {
                return;
            }

            // Opened for writing too: opening for reading alone would wait for a writer to the pipe.
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            ordinary = file.CanSeek;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            // The file does not exist, or SQLite gives the reason.
            return;
        }

        if (!ordinary)
        {
            throw SqliteRefusal.Of("file-not-readable", path, "This is a device or a pipe, not an ordinary file.", "the path of an ordinary file, or of none yet");
        }
    }

    /// <summary>The mount points, and which of them are on another machine.</summary>
    internal static IReadOnlyList<(string Folder, bool IsNetwork)> Drives() => DriveInfo.GetDrives().Select(d => (d.Name, d.DriveType == DriveType.Network)).ToList();

    /// <summary>WAL works only where all processes are on one host and locks hold (sqlite.org/wal.html).</summary>
    internal static void RequireLocal(string path, IReadOnlyList<(string Folder, bool IsNetwork)> drives)
    {
        var drive = drives.Where(d => IsWithin(path, d.Folder)).OrderByDescending(d => d.Folder.Length).FirstOrDefault();
        if (drive.IsNetwork || path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            throw SqliteRefusal.Of("network-file-system", path, "The file lies on a network file system, where SQLite's locks and its WAL do not hold.", "a folder on a disk of this machine");
        }
    }

    internal static bool IsWithin(string path, string folder)
    {
        var end = folder.TrimEnd('/', '\\');
        return path.StartsWith(end, StringComparison.OrdinalIgnoreCase) && (path.Length == end.Length || path[end.Length] is '/' or '\\');
    }

    internal static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static string? Text(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } found and not DBNull ? Convert.ToString(found, CultureInfo.InvariantCulture) : null;
    }

    internal static long Number(this SqliteConnection connection, string sql) => long.Parse(connection.Text(sql) ?? "0", CultureInfo.InvariantCulture);
}

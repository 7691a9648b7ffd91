using System;
using System.Diagnostics;
using System.IO;
using Ccts.Sdk.Problems;
using Microsoft.Data.Sqlite;

namespace Ccts.Ledger.Sqlite;

/// <summary>
/// One writer at a time: a lock of the operating system on a file beside the ledger, which the system releases however the process ends. The ledger
/// names the owner, for the message to a second process.
/// </summary>
internal sealed class SqliteOwner : IDisposable
{
    /// <summary>The ending that the lock's name adds to the ledger's.</summary>
    internal const string Beside = ".lock";

    private readonly FileStream _lock;

    private SqliteOwner(FileStream held) => _lock = held;

    /// <exception cref="CctsDataException">Another writer has it; the message says which.</exception>
    internal static SqliteOwner Acquire(string path)
    {
        var beside = path + Beside;
        try
        {
            return new SqliteOwner(new FileStream(beside, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception no) when (no is UnauthorizedAccessException or PathTooLongException || (no is IOException && !File.Exists(beside)))
        {
            throw SqliteRefusal.Of("file-not-readable", beside, "The file that locks the ledger cannot be made: " + no.Message, "a folder that is there and may be written to");
        }
        catch (IOException)
        {
            throw SqliteRefusal.Of("ledger-in-use", path, "The ledger is open for writing" + Holder(path) + ".", hint: "One process at a time writes to it; readers need not wait. Try again when it has finished.");
        }
    }

    /// <summary>Records the new writer. The epoch rises with each.</summary>
    internal static long Sign(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE ledger SET epoch = epoch + 1, process = $process, host = $host, since = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') RETURNING epoch";
        using (var self = Process.GetCurrentProcess())
        {
            command.Parameters.AddWithValue("$process", self.Id);
        }

        command.Parameters.AddWithValue("$host", Environment.MachineName);
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => _lock.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadOnly);
            return connection.Text("SELECT ' by process ' || process || ' on ' || host || ' since ' || since FROM ledger") ?? " by another process";
        }
        catch (Exception no) when (no is SqliteException or CctsDataException)
        {
            // The file has only just been created, or is no ledger.
            return " by another process";
        }
    }
}

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>A file or a folder that may not be written to: a writer is refused with the place and the reason, a backup can be read all the same, and nothing is changed.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyTests : IDisposable
{
    private const UnixFileMode Read = UnixFileMode.UserRead;
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();
    private readonly string _directory;
    private readonly string _path;

    public ReadOnlyTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the rights of files are those of Unix here");
        _directory = Directory.CreateDirectory(_folder.File("kept")).FullName;
        _path = Path.Combine(_directory, "journal.db");
        Assert.Equal(0, Write(_path).Code);
    }

    public void Dispose()
    {
        File.SetUnixFileMode(_directory, Folder | UnixFileMode.UserWrite);
        _folder.Dispose();
    }

    [Fact]
    public void A_file_that_may_only_be_read_is_refused_to_a_writer()
    {
        File.SetUnixFileMode(_path, Read);
        Refused(Write(_path), "file-not-readable", _path);
    }

    [Fact]
    public void A_folder_that_may_only_be_read_is_refused_to_a_writer_with_a_lock_there_or_not()
    {
        File.SetUnixFileMode(_directory, Folder);
        Refused(Write(_path), "file-not-readable", "journal.db");
        File.SetUnixFileMode(_directory, Folder | UnixFileMode.UserWrite);
        File.Delete(_path + ".lock");
        File.SetUnixFileMode(_directory, Folder);
        Refused(Write(_path), "file-not-readable", _path + ".lock");
        Refused(Write(Path.Combine(_directory, "new.db")), "file-not-readable", "new.db");
    }

    [Fact]
    public void A_backup_in_a_folder_that_may_only_be_read_is_read_and_restored_elsewhere()
    {
        var backup = Path.Combine(_directory, "backup.db");
        Assert.Equal(0, Run("backup", _path, backup).Code);
        File.SetUnixFileMode(backup, Read);
        File.SetUnixFileMode(_directory, Folder);
        Assert.Equal(0, Run("backup", backup, _folder.File("restored.db")).Code);
        using var stored = SqliteStoredLedger.Open(_folder.File("restored.db"));
        Assert.Empty(stored.Findings());
        Refused(Run("backup", _path, Path.Combine(_directory, "other.db")), "file-not-written", "other.db");
    }

    private void Refused((int Code, string Errors) told, string code, string place)
    {
        Assert.True(told.Code != 0 && told.Errors.Contains(code, StringComparison.Ordinal) && told.Errors.Contains(place, StringComparison.Ordinal), told.Errors);
        Assert.Contains("CctsDataException", told.Errors, StringComparison.Ordinal);

        // A reader of a ledger that was not closed by its writer needs a companion beside it.
        var rights = File.GetUnixFileMode(_directory);
        File.SetUnixFileMode(_directory, Folder | UnixFileMode.UserWrite);
        using (var stored = SqliteStoredLedger.Open(_path))
        {
            Assert.Empty(stored.Findings());
        }

        File.SetUnixFileMode(_directory, rights);
    }

    private static (int Code, string Errors) Write(string path) => Run("write", path, "16");

    // The administrator may write whatever the rights say, unless that is taken from him.
    private static (int Code, string Errors) Run(params string[] arguments)
    {
        string[] crash = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Ccts.Ledger.Crash.dll"), .. arguments];
        string[] all = Environment.UserName == "root" ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", "--", .. crash] : crash;
        var start = new ProcessStartInfo(all[0], all.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result);
    }
}

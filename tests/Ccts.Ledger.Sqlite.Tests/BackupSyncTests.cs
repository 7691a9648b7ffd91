using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Ccts.Ledger.Sqlite.Tests;

/// <summary>A backup is on the disk before it has its name: otherwise a loss of power leaves a file of the right name that is not whole.</summary>
public sealed class BackupSyncTests
{
    [Fact]
    public void Everything_of_a_backup_is_synced_before_it_has_its_name()
    {
        var strace = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, "strace")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(strace is null, "strace is not on this machine");
        using var folder = new TemporaryFolder();
        var (ledger, target, log) = (folder.File("journal.db"), folder.File("copy.db"), folder.File("calls.log"));
        SqliteJournal.Open(ledger).Dispose();
        string[] traced = ["-f", "-qq", "-P", target + ".partial", "-e", "trace=pwrite64,fsync,fdatasync,rename,renameat,renameat2", "-o", log];
        var start = new ProcessStartInfo(strace!, [.. traced, "dotnet", Path.Combine(AppContext.BaseDirectory, "Ccts.Ledger.Crash.dll"), "backup", ledger, target]) { UseShellExecute = false };
        using (var process = Process.Start(start)!)
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        var calls = File.ReadAllLines(log).Where(l => l.Contains('(', StringComparison.Ordinal)).Select(l => l.Split(' ', 2)[1].TrimStart()).ToList();
        var (written, synced, named) = (calls.FindLastIndex(c => c.StartsWith("pwrite64", StringComparison.Ordinal)),
            calls.FindLastIndex(c => c.StartsWith("fsync", StringComparison.Ordinal) || c.StartsWith("fdatasync", StringComparison.Ordinal)),
            calls.FindIndex(c => c.StartsWith("rename", StringComparison.Ordinal)));
        Assert.True(written >= 0 && written < synced && synced < named, string.Join('\n', calls));
    }
}

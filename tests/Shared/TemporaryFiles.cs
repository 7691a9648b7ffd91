using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace Ccts.Tests.Shared;

/// <summary>
/// Keeps temporary files in memory where the machine can. A ledger waits for the disk at every entry, and on a slow disk the tests spent
/// most of their time there. What they prove stays the same: the calls that write and flush are made and traced as on a disk.
/// </summary>
internal static class TemporaryFiles
{
    private const string InMemory = "/dev/shm";
    private const long Enough = 4L << 30;

    [ModuleInitializer]
    internal static void KeepInMemory()
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists(InMemory)
            && new DriveInfo(InMemory) is { DriveFormat: "tmpfs", AvailableFreeSpace: > Enough })
        {
            Environment.SetEnvironmentVariable("TMPDIR", InMemory);
        }
    }
}

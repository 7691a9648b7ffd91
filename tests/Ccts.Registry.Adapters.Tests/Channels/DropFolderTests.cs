using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Registry.Adapters.Channels.Files;

namespace Ccts.Registry.Adapters.Tests.Channels;

/// <summary>A file that was dropped stays there when the power fails.</summary>
public sealed class DropFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drop").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_folder_is_synced_once_the_file_has_its_name()
    {
        var synced = new List<(string Folder, bool IsThere)>();
        var drop = new DropFolder(_folder, 1024, f => synced.Add((f, File.Exists(Path.Combine(_folder, "a.csv")) && File.Exists(Path.Combine(_folder, "a.csv.sha256")))));
        Assert.Equal(Dropped.Now, drop.Put("a.csv", [1, 2]));
        Assert.Equal(Dropped.Before, drop.Put("a.csv", [1, 2]));

        // Whoever dropped it before may have died before the folder was synced.
        Assert.Equal([(_folder, true), (_folder, true)], synced);
    }

    [Fact]
    public void What_may_be_gone_when_the_power_fails_is_not_told_as_there()
    {
        var drop = new DropFolder(_folder, 1024, _ => throw new IOException("the disk failed"));
        Assert.Equal(Dropped.Perhaps, drop.Put("a.csv", [1]));
        Assert.Equal(Dropped.Perhaps, drop.Put("a.csv", [1]));
    }

    [Fact]
    public void A_folder_is_synced_where_the_system_can()
    {
        FolderSync.Sync(_folder);
        FolderSync.Sync(Path.Combine(_folder, "none"));
        Assert.Equal(Dropped.Now, new DropFolder(_folder, 1024).Put("b.csv", [1]));
    }
}

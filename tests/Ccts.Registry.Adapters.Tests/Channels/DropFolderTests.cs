using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
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

    /// <summary>Otherwise a file of this name may be empty after the power has failed.</summary>
    [Fact]
    public void The_bytes_are_synced_before_the_file_has_its_name()
    {
        var synced = new List<(long Bytes, bool IsThere)>();
        var drop = new DropFolder(_folder, 1024, flush: f =>
        {
            f.Flush(flushToDisk: true);
            synced.Add((f.Length, File.Exists(Path.Combine(_folder, "a.csv"))));
        });
        Assert.Equal(Dropped.Now, drop.Put("a.csv", [1, 2, 3]));
        Assert.Equal([(64 + 2 + 5 + 1, false), (3, false)], synced);
    }

    /// <summary>Whoever looks into the folder meanwhile sees no file of that name, or all of it.</summary>
    [Fact]
    public async Task A_file_gets_its_name_when_it_is_whole()
    {
        var (created, renamed) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        using var watcher = new FileSystemWatcher(_folder) { NotifyFilter = NotifyFilters.FileName };
        watcher.Created += (_, e) => created.Enqueue(e.Name!);
        watcher.Renamed += (_, e) => _ = e.Name == "a.csv" && renamed.TrySetResult();
        watcher.EnableRaisingEvents = true;
        Assert.Equal(Dropped.Now, new DropFolder(_folder, 1024).Put("a.csv", [1, 2]));
        await renamed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(2, created.Count);
        Assert.All(created, name => Assert.Matches("^[.][0-9a-f]{32}[.]part$", name));
    }

    [Fact]
    public void A_file_is_read_up_to_its_bound()
    {
        foreach (var (name, length) in new[] { ("a.csv", 4), ("b.csv", 5) })
        {
            Assert.Equal(Dropped.Now, new DropFolder(_folder, 1024).Put(name, new byte[length]));
        }

        Assert.Equal(4, new DropFolder(_folder, 4).Read("a.csv").Bytes?.Length);
        Assert.Equal((null, "b.csv is larger than is read."), new DropFolder(_folder, 4).Read("b.csv"));
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

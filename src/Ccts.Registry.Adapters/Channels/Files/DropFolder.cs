using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>
/// A folder of files that appear completely or not at all. A file is written under a temporary name, synced to the disk, and renamed in one step;
/// its checksum (<c>NAME.sha256</c>, as sha256sum writes it) is written first. A file whose checksum is missing or differs is incomplete. Nothing counts as
/// there before the folder is synced too: a name that is lost when the power fails is an instruction that everybody takes for given.
/// </summary>
/// <remarks>Thread-safe. Names are made here or match a pattern; links and folders are ignored.</remarks>
/// <param name="folder">The folder.</param>
/// <param name="mostBytes">The most bytes of a file that are read.</param>
/// <param name="sync">Makes the names in a folder durable; null for <see cref="FolderSync"/>.</param>
/// <param name="flush">Makes the bytes of a file durable; null for the system's.</param>
internal sealed class DropFolder(string folder, int mostBytes, Action<string>? sync = null, Action<FileStream>? flush = null)
{
    private const string ChecksumEnd = ".sha256";
    private const int MostChecksumBytes = 512;
    private readonly Action<string> _sync = sync ?? FolderSync.Sync;
    private readonly Action<FileStream> _flush = flush ?? (file => file.Flush(flushToDisk: true));

    internal bool Exists => Directory.Exists(folder);

    internal bool Has(string name) => IsPlainFile(Path.Combine(folder, name));

    /// <summary>Names of files that match a pattern, in ordinal order; null if the folder does not exist or cannot be read.</summary>
    internal IReadOnlyList<string>? Names(Func<string, bool> isOfForm)
    {
        try
        {
            var names = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(isOfForm).ToList();
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (Exception bad) when (IsOfTheDisk(bad))
        {
            return null;
        }
    }

    /// <summary>Adds a file. Nothing is ever overwritten.</summary>
    internal Dropped Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        var part = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        var checksumPart = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            if (Has(name))
            {
                return Read(name).Bytes is not { } there ? Dropped.Perhaps : !there.SequenceEqual(bytes) ? Dropped.Other : IsDurable() ? Dropped.Before : Dropped.Perhaps;
            }

            Write(checksumPart, Encoding.ASCII.GetBytes(Sha256Hex.Of(bytes) + "  " + name + "\n"));
            Write(part, bytes);
            File.Delete(path + ChecksumEnd);
            File.Move(checksumPart, path + ChecksumEnd);
            if (SendWindow.Current is { IsOver: true })
            {
                Remove(part);
                return Dropped.NotAtAll;
            }
        }
        catch (Exception bad) when (IsOfTheDisk(bad))
        {
            Remove(part, checksumPart);
            return Dropped.NotAtAll;
        }

        try
        {
            // In one step, and only where nothing has this name.
            File.Move(part, path);
            return IsDurable() ? Dropped.Now : Dropped.Perhaps;
        }
        catch (Exception bad) when (IsOfTheDisk(bad))
        {
            // If a rename fails, the file may have been linked or copied there, and only its first name was not removed.
            var isStillApart = File.Exists(part) && !File.Exists(path);
            Remove(part);
            return isStillApart ? Dropped.NotAtAll : Dropped.Perhaps;
        }
    }

    /// <summary>Reads a complete file; otherwise says why it is not complete.</summary>
    internal (byte[]? Bytes, string Fault) Read(string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (!IsPlainFile(path) || !IsPlainFile(path + ChecksumEnd))
            {
                return (null, $"{name} is not there with its checksum.");
            }

            var line = Encoding.ASCII.GetString(Bounded(path + ChecksumEnd, MostChecksumBytes) ?? []).TrimEnd('\r', '\n');
            if (Bounded(path, mostBytes) is not { } bytes)
            {
                return (null, $"{name} is larger than is read.");
            }

            return string.Equals(line, Sha256Hex.Of(bytes) + "  " + name, StringComparison.Ordinal) || string.Equals(line, Sha256Hex.Of(bytes) + " *" + name, StringComparison.Ordinal)
                ? (bytes, "") : (null, $"{name} differs from its checksum: it is being written, or was changed.");
        }
        catch (Exception bad) when (IsOfTheDisk(bad))
        {
            return (null, $"{name} cannot be read ({bad.GetType().Name}).");
        }
    }

    private bool IsDurable()
    {
        try
        {
            _sync(folder);
            return true;
        }
        catch (Exception bad) when (IsOfTheDisk(bad))
        {
            return false;
        }
    }

    private static bool IsPlainFile(string path) => new FileInfo(path) is { Exists: true } file && (file.Attributes & (FileAttributes.Directory | FileAttributes.ReparsePoint)) == default(FileAttributes);

    // The length in the folder may be outdated. A pipe or device has none, and opening one might never end.
    private static byte[]? Bounded(string path, int most)
    {
        if (new FileInfo(path).Length == 0)
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var read = file.Read(buffer, 0, buffer.Length); read > 0; read = file.Read(buffer, 0, buffer.Length))
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes, 0, bytes.Length);
        _flush(file);
    }

    private static void Remove(params string[] paths)
    {
        foreach (var path in paths)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception bad) when (IsOfTheDisk(bad))
            {
                // A partial file under its temporary name stays; no reader uses it.
            }
        }
    }

    private static bool IsOfTheDisk(Exception bad) => bad is IOException or UnauthorizedAccessException or System.Security.SecurityException;
}

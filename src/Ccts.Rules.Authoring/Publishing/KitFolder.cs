using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing;

/// <summary>
/// Puts the pages of a kit into their folder all at once: they are written next to it, read back and moved into its place.
/// If anything fails, the folder is unchanged. If the program is killed between the two moves, the earlier kit is complete
/// next to it, and the next run first puts it back.
/// </summary>
/// <remarks>Only one run at a time may publish into a folder. Described in docs/publishing.md.</remarks>
public sealed class KitFolder
{
    private readonly string _folder;
    private readonly string _unfinished;
    private readonly string _earlier;
    private readonly Action<string> _step;

    /// <summary>A folder for a kit; nothing is read or written yet.</summary>
    /// <param name="path">The folder, there or not; a link is followed, and refused on a framework that cannot.</param>
    /// <exception cref="CctsDataException">It is the root of a disk, or a link that cannot be followed.</exception>
    public KitFolder(string path)
        : this(path, _ => { })
    {
    }

    // Tests are notified of each step, to fail there or to inspect the disk.
    internal KitFolder(string path, Action<string> step)
    {
        _folder = Followed(WithoutSeparator(Path.GetFullPath(Require.NotNull(path))));
        var parent = Path.GetDirectoryName(_folder) ?? throw Refusal(path, "It is the root of a disk, which cannot be replaced.");
        _unfinished = Path.Combine(parent, "." + Path.GetFileName(_folder) + ".unfinished");
        _earlier = Path.Combine(parent, "." + Path.GetFileName(_folder) + ".earlier");
        _step = step;
    }

    /// <summary>Replaces an earlier kit, or creates the folder.</summary>
    /// <exception cref="CctsDataException">The folder holds something else than a kit; only kits are removed.</exception>
    /// <exception cref="IOException">It cannot be written; the folder is unchanged.</exception>
    public void Publish(IReadOnlyList<KitPage> pages)
    {
        Require.NotNull(pages);
        Settle();
        Check(pages);
        try
        {
            Write(pages);
            ReadBack(pages);
            MoveIntoPlace();
        }
        finally
        {
            Discard(_unfinished);
        }
    }

    private static string WithoutSeparator(string path) => Path.GetFileName(path).Length == 0 ? Path.GetDirectoryName(path) ?? path : path;

    private static string Followed(string folder)
    {
#if NET
        var given = new DirectoryInfo(folder);
        return given.Exists && given.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : folder;
#else
        return Directory.Exists(folder) && File.GetAttributes(folder).HasFlag(FileAttributes.ReparsePoint)
            ? throw Refusal(folder, "It is a link, which cannot be followed here.")
            : folder;
#endif
    }

    // The remains of an interrupted run.
    private void Settle()
    {
        if (!Directory.Exists(_folder) && Directory.Exists(_earlier))
        {
            Directory.Move(_earlier, _folder);
        }

        Discard(_earlier);
        Discard(_unfinished);
    }

    private void Check(IReadOnlyList<KitPage> pages)
    {
        if (File.Exists(_folder))
        {
            throw Refusal(_folder, "It is a file.");
        }

        var others = Directory.Exists(_folder) ? Directory.GetFileSystemEntries(_folder).Select(e => Path.GetFileName(e)).Except(pages.Select(p => p.FileName), StringComparer.Ordinal).OrderBy(e => e, StringComparer.Ordinal).ToList() : [];
        if (others.Count > 0)
        {
            throw Refusal(_folder, $"The folder is replaced whole, and it holds what is no page of a kit: \"{others[0]}\"{(others.Count > 1 ? $" and {others.Count - 1} more" : "")}.");
        }
    }

    private void Write(IReadOnlyList<KitPage> pages)
    {
        Directory.CreateDirectory(_unfinished);
        foreach (var page in pages)
        {
            using (var file = new FileStream(Path.Combine(_unfinished, page.FileName), FileMode.CreateNew, FileAccess.Write))
            {
                var bytes = Bytes(page);
                file.Write(bytes, 0, bytes.Length);
                file.Flush(flushToDisk: true);
            }

            _step("written " + page.FileName);
        }
    }

    private void ReadBack(IReadOnlyList<KitPage> pages)
    {
        foreach (var page in pages)
        {
            if (!File.ReadAllBytes(Path.Combine(_unfinished, page.FileName)).SequenceEqual(Bytes(page)))
            {
                throw new IOException($"{page.FileName} does not read back as it was written.");
            }
        }

        _step("read back");
    }

    // No portable operation replaces a non-empty folder in one step, so there are two, and the first is undone if the second fails.
    private void MoveIntoPlace()
    {
        var replaces = Directory.Exists(_folder);
        if (replaces)
        {
            Directory.Move(_folder, _earlier);
        }

        try
        {
            _step("moving in");
            Directory.Move(_unfinished, _folder);
        }
        catch when (replaces)
        {
            Directory.Move(_earlier, _folder);
            throw;
        }

        _step("in place");
        try
        {
            Discard(_earlier);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The kit is in place; the next run removes what was left.
        }
    }

    private static byte[] Bytes(KitPage page) => new UTF8Encoding(false).GetBytes(page.Html);

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CctsDataException Refusal(string path, string message) =>
        new([new Problem("not-a-kit-folder", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = "a folder that is not there, is empty, or holds an earlier kit", Hint = "Publish into a folder of its own." }]);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Ccts.Sdk.Formats.Files;
using Ccts.Unpacking;

namespace Ccts.Cli.Input;

/// <summary>The files in a zip, without files that operating systems add.</summary>
internal static class ZippedFiles
{
    private const int MostFiles = 16;

    internal static IEnumerable<FoundFile> Open(string path, long mostBytes, int mostTimesLarger)
    {
        using var zip = OpenZip(path);
        var files = zip.Entries.Where(IsFile).ToArray();
        Check(path, files, mostBytes, mostTimesLarger);
        foreach (var entry in files)
        {
            // The length in the directory may be wrong, so reading is bounded too.
            var name = path + "!" + entry.FullName;
            var whole = new WholeStream(Stream(path, entry), (bytes, checksum) => bytes == entry.Length && checksum == entry.Crc32);
            var stream = new BoundedStream(whole, entry.Length, () => FoundFiles.Refusal(path, "zip-too-large", $"\"{entry.FullName}\" unpacks to more than the zip's directory says."));
            yield return FoundFiles.Unpacked(name, Peeked(name, stream), entry.Length, isInZip: true);
        }
    }

    // A zipped folder has its own entry, without a file name. macOS adds a hidden copy of every file, Windows its thumbnail lists.
    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0
        && !entry.Name.StartsWith("._", StringComparison.Ordinal)
        && !entry.FullName.Replace('\\', '/').Split('/').Contains("__MACOSX", StringComparer.OrdinalIgnoreCase)
        && entry.Name is not (".DS_Store" or "Thumbs.db" or "desktop.ini");

    private static ZipArchive OpenZip(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Refusal(path, "zip-broken", "The zip is damaged: " + broken.Message, hint: "Download it again, or unpack it and give the file that is inside.");
        }
    }

    private static Stream Stream(string path, ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Refusal(path, "zip-broken", $"\"{entry.FullName}\" cannot be unpacked: {broken.Message}", hint: "If it has a password, unpack it and give the file that is inside.");
        }
    }

    private static PeekedStream Peeked(string name, Stream stream)
    {
        try
        {
            return new PeekedStream(stream);
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Damaged(name, broken);
        }
    }

    private static void Check(string path, ZipArchiveEntry[] files, long mostBytes, int mostTimesLarger)
    {
        // An empty zip would be read as a statement that the registry holds nothing.
        if (files.Length == 0)
        {
            throw FoundFiles.Refusal(path, "zip-empty", "The zip holds no file.");
        }

        if (files.Length > MostFiles)
        {
            throw FoundFiles.Refusal(path, "zip-too-many", $"The zip has {files.Length} files.", $"at most {MostFiles}", "Unpack it and give the files that are meant.");
        }

        long total = 0;
        foreach (var entry in files)
        {
            total += entry.Length;
            if (total > mostBytes || entry.Length > mostTimesLarger * Math.Max(1024, entry.CompressedLength))
            {
                throw FoundFiles.Refusal(path, "zip-too-large", $"\"{entry.FullName}\" unpacks to more than {mostBytes} bytes or {mostTimesLarger} times its size.");
            }
        }
    }
}

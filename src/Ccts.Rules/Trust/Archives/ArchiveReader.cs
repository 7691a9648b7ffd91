using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Trust.Archives;

/// <summary>
/// Reads archives of rulesets with its own strict reader. Every known attack is refused by name; then the files are packed
/// again, and bytes that differ anywhere are refused too, so that no two programs can see different files in one archive.
/// </summary>
internal static class ArchiveReader
{
    internal const int MaxBytes = RulesetLimits.MaxTotalBytes + (RulesetLimits.MaxFiles * 512) + 1024;

    internal static RulesetFiles? Read(byte[] bytes, string name, ProblemList problems)
    {
        var place = new SourcePlace(name, 0, 0, "");
        if (bytes.Length > MaxBytes)
        {
            problems.Error("archive-too-large", place, $"The archive has {bytes.Length} bytes.", $"at most {MaxBytes}");
            return null;
        }

        var zip = new ZipBytes(bytes);
        if (ZipDirectory.Read(zip, place, problems) is not { } directory)
        {
            return null;
        }

        CheckNames(name, directory.Entries, problems);
        foreach (var entry in directory.Entries)
        {
            Check(entry, Place(name, entry), problems);
        }

        if (directory.Entries.Where(e => !e.IsLong).Sum(e => e.Size) > RulesetLimits.MaxTotalBytes)
        {
            problems.Error("archive-sum-too-large", place, "The files of the archive are too large together.", $"at most {RulesetLimits.MaxTotalBytes} bytes");
        }

        return problems.HasErrors ? null : Extract(zip, name, directory, problems);
    }

    private static void CheckNames(string name, IReadOnlyList<ZipEntry> entries, ProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => !names.Add(e.Name)))
        {
            problems.Error("archive-duplicate-entry", Place(name, entry), "Two files of the archive have this name; which one counts cannot be guessed.", "each name once");
        }

        // A folder's name is checked like a file's: a path out of the archive is one with a slash at its end too.
        var folders = entries.Where(e => e.IsFolder).ToList();
        FileNames.Check(name, names.Except(folders.Select(f => f.Name), StringComparer.Ordinal), problems);
        FileNames.Check(name, folders.Select(f => f.Name.Substring(0, f.Name.Length - 1)).Distinct(StringComparer.Ordinal), problems);
        foreach (var folder in folders)
        {
            problems.Error("archive-folder", Place(name, folder), "This entry is a folder and no file; it would be one more way to write the same files.", "files alone, whose names say their folders", "Unpack it and run \"ccts ruleset pack\" on the folder; other programs add such entries by themselves.");
        }
    }

    private static void Check(ZipEntry entry, SourcePlace place, ProblemList problems)
    {
        if (entry.IsLink)
        {
            problems.Error("archive-link", place, "This entry is a symbolic link.", "files themselves");
        }

        if (entry.IsEncrypted)
        {
            problems.Error("archive-encrypted", place, "This entry is encrypted.", "files that anybody can read");
        }

        if (entry.Method != 0)
        {
            problems.Error("archive-compressed", place, $"This entry is compressed by method {entry.Method}; files are stored as they are, so that nothing unfolds into more than was sent.", "method 0, as \"ccts ruleset pack\" stores files");
        }

        if (entry.IsStreamed)
        {
            problems.Error("archive-streamed", place, "The sizes of this entry follow its bytes, so that where it ends is found by searching.", "sizes before the bytes");
        }

        if (entry.ExtraBytes > 0)
        {
            problems.Error("archive-extra", place, $"This entry carries {entry.ExtraBytes} bytes of extras or comments.", "nothing but the file");
        }

        if (entry.IsLong)
        {
            problems.Error("archive-zip64", place, "This entry is in the 64-bit form, which is for larger ones.", $"at most {RulesetLimits.MaxFileBytes} bytes");
        }
        else if (entry.Size > RulesetLimits.MaxFileBytes)
        {
            problems.Error("archive-file-too-large", place, $"This entry has {entry.Size} bytes.", $"at most {RulesetLimits.MaxFileBytes}");
        }
    }

    private static RulesetFiles? Extract(ZipBytes zip, string name, ZipDirectory directory, ProblemList problems)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long at = 0;
        foreach (var entry in directory.Entries)
        {
            var place = Place(name, entry);
            var next = at + ZipLayout.LocalSize + entry.RawName.Length + entry.Size;
            if (entry.Offset != at || next > directory.Start || entry.PackedSize != entry.Size)
            {
                problems.Error("archive-overlap", place, "Entries overlap each other or leave bytes between them.", "one file after the other");
                return null;
            }

            if (!LocalMatches(zip, (int)at, entry))
            {
                problems.Error("archive-header-mismatch", place, "The entry says one thing of itself and the list of files another.", "the same in both");
                return null;
            }

            var content = zip.Slice((int)(next - entry.Size), (int)entry.Size);
            if (Crc32.Of(content) != entry.Crc)
            {
                problems.Error("archive-damaged", place, "The bytes of this entry do not have the checksum they should have.", "the file as \"ccts ruleset pack\" made it");
            }

            files[entry.Name] = content;
            at = next;
        }

        return problems.HasErrors ? null : Canonical(zip, RulesetFiles.FromMemory(name, files), problems);
    }

    private static bool LocalMatches(ZipBytes zip, int at, ZipEntry entry) =>
        zip.UInt32(at) == ZipLayout.LocalSignature && zip.UInt16(at + 6) == entry.Flags && zip.UInt16(at + 8) == entry.Method && zip.UInt32(at + 14) == entry.Crc
        && zip.UInt32(at + 18) == entry.PackedSize && zip.UInt32(at + 22) == entry.Size && zip.UInt16(at + 26) == entry.RawName.Length && zip.UInt16(at + 28) == 0
        && zip.Slice(at + ZipLayout.LocalSize, entry.RawName.Length).SequenceEqual(entry.RawName);

    private static RulesetFiles? Canonical(ZipBytes zip, RulesetFiles files, ProblemList problems)
    {
        if (zip.SequenceEquals(ArchiveWriter.Write(files)))
        {
            return files;
        }

        problems.Error("archive-not-canonical", new SourcePlace(files.Name, 0, 0, ""), "The archive is not written in the one form that its files have.", "the file as \"ccts ruleset pack\" makes it");
        return null;
    }

    private static SourcePlace Place(string name, ZipEntry entry) => FileNames.Place(name, entry.Name);
}

using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Trust.Archives;

/// <summary>Finds and reads the directory at the end of a ZIP; nothing in it is trusted before it is checked.</summary>
internal sealed class ZipDirectory
{
    private const int LongestComment = ushort.MaxValue;

    private ZipDirectory(IReadOnlyList<ZipEntry> entries, int start)
    {
        Entries = entries;
        Start = start;
    }

    internal IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Where the directory begins and the entries end.</summary>
    internal int Start { get; }

    internal static ZipDirectory? Read(ZipBytes zip, SourcePlace place, ProblemList problems)
    {
        if (zip.Length < 4 || zip.UInt32(0) is not (ZipLayout.LocalSignature or ZipLayout.EndSignature))
        {
            return Refuse(problems, "not-an-archive", place, "This is no archive of a ruleset.", "a file that \"ccts ruleset pack\" made");
        }

        var end = zip.Length - ZipLayout.EndSize;
        if (end < 0 || zip.UInt32(end) != ZipLayout.EndSignature)
        {
            return RefuseEnd(zip, place, problems);
        }

        if (zip.UInt16(end + 20) != 0)
        {
            return Refuse(problems, "archive-comment", place, "The archive announces a comment, in which anything could hide.", "no comment");
        }

        var (count, size, start) = (zip.UInt16(end + 10), zip.UInt32(end + 12), zip.UInt32(end + 16));
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            return Refuse(problems, "archive-zip64", place, "The archive is in the 64-bit form, which is for larger ones.", $"at most {RulesetLimits.MaxFiles} files, {RulesetLimits.MaxTotalBytes} bytes together");
        }

        if (count > RulesetLimits.MaxFiles)
        {
            return Refuse(problems, "archive-too-many-files", place, $"The archive lists {count} files.", $"at most {RulesetLimits.MaxFiles}");
        }

        return start + (long)size == end
            ? ReadEntries(zip, (int)start, end, count, place, problems)
            : Refuse(problems, "archive-list-misplaced", place, "The list of files does not lie where the archive says.", "the file as \"ccts ruleset pack\" made it");
    }

    private static ZipDirectory? RefuseEnd(ZipBytes zip, SourcePlace place, ProblemList problems)
    {
        if (FindEnd(zip) is not { } end)
        {
            return Refuse(problems, "archive-truncated", place, "The end of the archive is missing.", "the whole file");
        }

        var left = zip.Length - end - ZipLayout.EndSize;
        return zip.UInt16(end + 20) == left
            ? Refuse(problems, "archive-comment", place, $"The archive carries a comment of {left} bytes, in which anything could hide.", "no comment")
            : Refuse(problems, "archive-trailing-bytes", place, $"{left} bytes follow the end of the archive.", "nothing after the end");
    }

    private static ZipDirectory? ReadEntries(ZipBytes zip, int start, int end, int count, SourcePlace place, ProblemList problems)
    {
        var entries = new List<ZipEntry>();
        var at = start;
        while (at + ZipLayout.CentralSize <= end && zip.UInt32(at) == ZipLayout.CentralSignature)
        {
            var (name, extra, comment) = (zip.UInt16(at + 28), zip.UInt16(at + 30), zip.UInt16(at + 32));
            var next = at + ZipLayout.CentralSize + name + extra + comment;
            if (next > end)
            {
                break;
            }

            entries.Add(new ZipEntry(zip.Slice(at + ZipLayout.CentralSize, name), zip.UInt16(at + 8), zip.UInt16(at + 10), zip.UInt32(at + 16), zip.UInt32(at + 20), zip.UInt32(at + 24), zip.UInt32(at + 38), zip.UInt32(at + 42), extra + comment));
            at = next;
        }

        return at == end && entries.Count == count
            ? new ZipDirectory(entries, start)
            : Refuse(problems, "archive-list-miscounted", place, $"The list of files cannot be read: {count} are announced, {entries.Count} are there.", "the file as \"ccts ruleset pack\" made it");
    }

    private static int? FindEnd(ZipBytes zip)
    {
        var last = zip.Length - ZipLayout.EndSize;
        for (var at = last; at >= 0 && at >= last - LongestComment; at--)
        {
            if (zip.UInt32(at) == ZipLayout.EndSignature)
            {
                return at;
            }
        }

        return null;
    }

    private static ZipDirectory? Refuse(ProblemList problems, string code, SourcePlace place, string message, string expected)
    {
        problems.Error(code, place, message, expected);
        return null;
    }
}

/// <summary>Bytes read little-endian.</summary>
internal sealed class ZipBytes(byte[] bytes)
{
    internal int Length => bytes.Length;

    internal ushort UInt16(int at) => (ushort)(bytes[at] | (bytes[at + 1] << 8));

    internal uint UInt32(int at) => UInt16(at) | ((uint)UInt16(at + 2) << 16);

    internal byte[] Slice(int start, int length)
    {
        var slice = new byte[length];
        System.Array.Copy(bytes, start, slice, 0, length);
        return slice;
    }

    internal bool SequenceEquals(byte[] other) => bytes.SequenceEqual(other);
}

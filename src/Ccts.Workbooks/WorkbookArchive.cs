using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using System.Linq;

namespace Ccts.Workbooks;

/// <summary>The zip archive of a workbook: its size, and whether each part is intact.</summary>
internal static class WorkbookArchive
{
    private const long MostHeldWhole = 8 * 1024 * 1024;
    private static readonly string[] s_heldWhole = ["styles.xml", "workbook.xml", ".rels", "[Content_Types].xml"];

    /// <summary>
    /// Whether the parts are within a bound. Sheets and texts are read forward; what is held whole, such as the styles, is small in any workbook that a person made. A part that lies
    /// of its size is found by the check of its content.
    /// </summary>
    /// <exception cref="InvalidDataException">A part is damaged: the workbook reader would take changed digits for the figures.</exception>
    internal static bool IsWithin(MemoryStream bytes, long most)
    {
        bytes.Position = 0;
        using var archive = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Sum(e => Math.Max(0, e.Length)) > most || archive.Entries.Any(e => e.Length > MostHeldWhole && Array.Exists(s_heldWhole, n => e.FullName.EndsWith(n, StringComparison.OrdinalIgnoreCase))))
        {
            return false;
        }

        var sums = Checksums(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (sums.Count != archive.Entries.Count || archive.Entries.Where((e, i) => !IsWhole(e, sums[i])).Any())
        {
            throw new InvalidDataException();
        }

        return true;
    }

    private static bool IsWhole(ZipArchiveEntry entry, uint sum)
    {
        using var part = entry.Open();
        var crc = new Crc32();
        var buffer = new byte[81920];
        var length = 0L;
        for (int read; (read = part.Read(buffer, 0, buffer.Length)) > 0;)
        {
            crc.Append(buffer.AsSpan(0, read));
            length += read;
        }

        return length == entry.Length && crc.GetCurrentHashAsUInt32() == sum;
    }

    /// <summary>The checksums of the parts in the order of the archive's directory, which .NET Standard does not give (APPNOTE 4.3.12 to 4.3.16).</summary>
    private static List<uint> Checksums(ReadOnlySpan<byte> archive)
    {
        const uint end = 0x06054B50, header = 0x02014B50, locator = 0x07064B50;
        const int endLength = 22, headerLength = 46, locatorLength = 20, largerLength = 56;
        var at = archive.Length - endLength;
        while (at >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(archive.Slice(at)) != end)
        {
            at--;
        }

        var sums = new List<uint>();
        if (at < 0)
        {
            return sums;
        }

        // The directory is right before its end record, unless a Zip64 record is between them, which states where the directory begins.
        var from = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(archive.Slice(at + 16));
        if (from == uint.MaxValue && at >= locatorLength && BinaryPrimitives.ReadUInt32LittleEndian(archive.Slice(at - locatorLength)) == locator)
        {
            // A Zip64 archive stores it in its own end record.
            var larger = BinaryPrimitives.ReadUInt64LittleEndian(archive.Slice(at - locatorLength + 8));
            from = larger + largerLength <= (ulong)archive.Length ? BinaryPrimitives.ReadUInt64LittleEndian(archive.Slice((int)larger + 48)) : from;
        }

        for (var next = from; next + headerLength <= (ulong)archive.Length && BinaryPrimitives.ReadUInt32LittleEndian(archive.Slice((int)next)) == header;)
        {
            var entry = archive.Slice((int)next, headerLength);
            sums.Add(BinaryPrimitives.ReadUInt32LittleEndian(entry.Slice(16)));
            next += (ulong)headerLength + BinaryPrimitives.ReadUInt16LittleEndian(entry.Slice(28)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.Slice(30)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.Slice(32));
        }

        return sums;
    }
}

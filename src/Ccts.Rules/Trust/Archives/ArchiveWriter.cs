using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;

namespace Ccts.Rules.Trust.Archives;

/// <summary>
/// Writes the canonical ZIP for a set of files: in ordinal order, stored, without times, extras or comments. Compressed
/// bytes would depend on the version of the compressor.
/// </summary>
internal static class ArchiveWriter
{
    internal static byte[] Write(RulesetFiles files)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var entries = files.Paths.Select(p => (Name: Encoding.ASCII.GetBytes(p), files.Find(p)!.Bytes)).Select(f => (f.Name, f.Bytes, Crc: Crc32.Of(f.Bytes))).ToList();
        var offsets = new List<uint>();
        foreach (var (name, content, crc) in entries)
        {
            offsets.Add((uint)bytes.Position);
            writer.Write(ZipLayout.LocalSignature);
            WriteCommon(writer, name, content, crc);
            writer.Write(name);
            writer.Write(content);
        }

        var directory = (uint)bytes.Position;
        for (var i = 0; i < entries.Count; i++)
        {
            var (name, content, crc) = entries[i];
            writer.Write(ZipLayout.CentralSignature);
            writer.Write(ZipLayout.Version);
            WriteCommon(writer, name, content, crc);
            writer.Write(new byte[10]);
            writer.Write(offsets[i]);
            writer.Write(name);
        }

        var size = (uint)bytes.Position - directory;
        writer.Write(ZipLayout.EndSignature);
        writer.Write(0u);
        writer.Write((ushort)entries.Count);
        writer.Write((ushort)entries.Count);
        writer.Write(size);
        writer.Write(directory);
        writer.Write((ushort)0);
        writer.Flush();
        return bytes.ToArray();
    }

    // Both headers of an entry share these 26 bytes: version, flags, method, time, date, CRC, both sizes, lengths of name and extra.
    private static void WriteCommon(BinaryWriter writer, byte[] name, byte[] content, uint crc)
    {
        writer.Write(ZipLayout.Version);
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write(ZipLayout.Date);
        writer.Write(crc);
        writer.Write((uint)content.Length);
        writer.Write((uint)content.Length);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)0);
    }
}

using System.Collections.Generic;
using System.IO;
using System.Text;
using Ccts.Rules.Trust.Archives;

namespace Ccts.Rules.Tests.Archives;

/// <summary>An entry of a ZIP in which everything can be a lie.</summary>
internal sealed record ForgedEntry(string Name, byte[] Content)
{
    internal ushort Flags { get; init; }

    internal ushort Method { get; init; }

    internal uint Attributes { get; init; }

    internal uint? Size { get; init; }

    internal uint? Crc { get; init; }

    internal string? LocalName { get; init; }

    internal ushort Time { get; init; }

    /// <summary>Extras in the list of files.</summary>
    internal byte[] Extra { get; init; } = [];

    /// <summary>Extras before the bytes of the file.</summary>
    internal byte[] LocalExtra { get; init; } = [];

    /// <summary>A comment in the list of files.</summary>
    internal byte[] Comment { get; init; } = [];

    /// <summary>Where the directory says that it lies; null for the truth.</summary>
    internal uint? Offset { get; init; }
}

/// <summary>Writes ZIP files that no honest program writes.</summary>
internal static class ForgedZip
{
    internal static byte[] Write(IEnumerable<ForgedEntry> entries, ushort? count = null, uint? directorySize = null, byte[]? comment = null)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var written = new List<(ForgedEntry Entry, uint Offset)>();
        foreach (var entry in entries)
        {
            written.Add((entry, entry.Offset ?? (uint)bytes.Position));
            writer.Write(ZipLayout.LocalSignature);
            Common(writer, entry, entry.LocalName ?? entry.Name, entry.LocalExtra);
            writer.Write(Latin1(entry.LocalName ?? entry.Name));
            writer.Write(entry.LocalExtra);
            writer.Write(entry.Content);
        }

        var start = (uint)bytes.Position;
        foreach (var (entry, offset) in written)
        {
            writer.Write(ZipLayout.CentralSignature);
            writer.Write(ZipLayout.Version);
            Common(writer, entry, entry.Name, entry.Extra);
            writer.Write((ushort)entry.Comment.Length);
            writer.Write(new byte[4]);
            writer.Write(entry.Attributes);
            writer.Write(offset);
            writer.Write(Latin1(entry.Name));
            writer.Write(entry.Extra);
            writer.Write(entry.Comment);
        }

        var size = (uint)bytes.Position - start;
        writer.Write(ZipLayout.EndSignature);
        writer.Write(0u);
        writer.Write(count ?? (ushort)written.Count);
        writer.Write(count ?? (ushort)written.Count);
        writer.Write(directorySize ?? size);
        writer.Write(start);
        writer.Write((ushort)(comment?.Length ?? 0));
        writer.Write(comment ?? []);
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Common(BinaryWriter writer, ForgedEntry entry, string name, byte[] extra)
    {
        writer.Write(ZipLayout.Version);
        writer.Write(entry.Flags);
        writer.Write(entry.Method);
        writer.Write(entry.Time);
        writer.Write(ZipLayout.Date);
        writer.Write(entry.Crc ?? Crc32.Of(entry.Content));
        writer.Write(entry.Size ?? (uint)entry.Content.Length);
        writer.Write(entry.Size ?? (uint)entry.Content.Length);
        writer.Write((ushort)Latin1(name).Length);
        writer.Write((ushort)extra.Length);
    }

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}

using System.Text;

namespace Ccts.Rules.Trust.Archives;

/// <summary>What a directory of a ZIP says of one entry.</summary>
internal sealed record ZipEntry(byte[] RawName, int Flags, int Method, uint Crc, long PackedSize, long Size, uint Attributes, long Offset, int ExtraBytes)
{
    private const uint FileTypeMask = 0xF000;
    private const uint LinkType = 0xA000;

    /// <summary>The name as bytes, so that non-ASCII characters stay visible.</summary>
    internal string Name { get; } = Latin1(RawName);

    internal bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>Sizes and checksum follow the bytes ("data descriptor", bit 3 of the flags).</summary>
    internal bool IsStreamed => (Flags & 8) != 0;

    /// <summary>A size or offset refers to the 64-bit fields.</summary>
    internal bool IsLong => Size == uint.MaxValue || PackedSize == uint.MaxValue || Offset == uint.MaxValue;

    /// <summary>A folder entry, which many programs write although the file names contain their folders.</summary>
    internal bool IsFolder => RawName.Length > 0 && RawName[RawName.Length - 1] == '/';

    /// <summary>A symbolic link, by the mode that Unix systems keep in the upper half of the attributes.</summary>
    internal bool IsLink => ((Attributes >> 16) & FileTypeMask) == LinkType;

    private static string Latin1(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append((char)b);
        }

        return text.ToString();
    }
}

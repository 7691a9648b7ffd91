using System;

namespace Ccts.Sdk.Formats.Files;

/// <summary>The bytes with which kinds of files begin.</summary>
internal static class Signatures
{
    /// <summary>The kind, or null if the file begins with no known signature and may be text.</summary>
    internal static ContentKind? KindOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? KindOfZip(head)
        : head.Begins(0x1F, 0x8B) ? ContentKind.Gzip
        : head.Begins(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1) ? ContentKind.OldOffice
        : head.StartsWith("%PDF-"u8) ? ContentKind.Pdf
        : head.StartsWith("{\\rtf"u8) ? ContentKind.Document
        : IsArchive(head) ? ContentKind.Archive
        : IsPicture(head) ? ContentKind.Picture
        : head.StartsWith("SQLite format 3\0"u8) || head.StartsWith("PAR1"u8) ? ContentKind.Binary
        : null;

    /// <summary>Whether the bytes begin with these.</summary>
    internal static bool Begins(this ReadOnlySpan<byte> head, params ReadOnlySpan<byte> with) => head.StartsWith(with);

    // Office documents are zips; the names of the files inside, which are not compressed, tell which kind.
    private static ContentKind KindOfZip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) >= 0)
        {
            return ContentKind.OpenDocument;
        }

        if (head.IndexOf("[Content_Types].xml"u8) < 0 && head.IndexOf("xl/w"u8) < 0 && head.IndexOf("_rels/.rels"u8) < 0)
        {
            return ContentKind.Zip;
        }

        return head.IndexOf("word/"u8) >= 0 || head.IndexOf("ppt/"u8) >= 0 ? ContentKind.Document : ContentKind.Workbook;
    }

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.Begins((byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C)
        || head.StartsWith("Rar!\u001A\u0007"u8)
        || (head.StartsWith("BZh"u8) && head.Length > 9 && head[4] == 0x31 && head[5] == 0x41)
        || head.Begins(0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0)
        || head.Begins(0x28, 0xB5, 0x2F, 0xFD);

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.Begins(0x89, (byte)'P', (byte)'N', (byte)'G') || head.Begins(0xFF, 0xD8, 0xFF) || head.StartsWith("GIF8"u8) || head.Begins((byte)'I', (byte)'I', 0x2A, 0);
}

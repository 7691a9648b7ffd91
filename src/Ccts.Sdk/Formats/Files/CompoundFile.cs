using System;

namespace Ccts.Sdk.Formats.Files;

/// <summary>
/// The container of Office 97 to 2003, which Office also uses for newer workbooks with a password. The names in its directory tell which it is. An entry has
/// 128 bytes and begins with its name, in UTF-16, and the length of that in bytes (MS-CFB 2.6.1).
/// </summary>
internal static class CompoundFile
{
    private const int HeaderBytes = 512, EntryBytes = 128, NameBytes = 64;

    /// <summary>What is in the container; <see cref="ContentKind.OldOffice"/> if its directory is not among the bytes, or has no known name.</summary>
    internal static ContentKind KindOf(ReadOnlySpan<byte> file)
    {
        for (var at = HeaderBytes; at + EntryBytes <= file.Length; at += EntryBytes)
        {
            var entry = file.Slice(at, EntryBytes);
            if (Is(entry, "EncryptedPackage"))
            {
                return ContentKind.ProtectedWorkbook;
            }

            if (Is(entry, "Workbook") || Is(entry, "Book"))
            {
                return ContentKind.OldWorkbook;
            }

            if (Is(entry, "WordDocument"))
            {
                return ContentKind.Document;
            }
        }

        return ContentKind.OldOffice;
    }

    private static bool Is(ReadOnlySpan<byte> entry, string name)
    {
        if (entry[NameBytes] != (name.Length + 1) * 2 || entry[NameBytes + 1] != 0)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (entry[2 * i] != name[i] || entry[(2 * i) + 1] != 0)
            {
                return false;
            }
        }

        return true;
    }
}

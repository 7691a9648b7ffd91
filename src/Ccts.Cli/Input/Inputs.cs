using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Reads all of a file or of standard input, unpacked if packed, up to a bound.</summary>
internal static class Inputs
{
    internal const string StandardInput = FoundFiles.StandardInput;

    internal static string? NameOf(string path) => FoundFiles.NameOf(path);

    /// <summary>What is no table: a workbook stays what it is.</summary>
    /// <exception cref="CctsDataException">It cannot be opened, or there is more than <paramref name="maxBytes"/>, or a zip holds several files that may be meant.</exception>
    internal static byte[] Read(string path, int maxBytes, string hint = "Split it, or check that this is the right file.") => Read(path, maxBytes, hint, file => file);

    /// <summary>A table: CSV, or a sheet of a workbook as CSV.</summary>
    /// <exception cref="CctsDataException">As of <see cref="Read(string, int, string)"/>, and where the sheet cannot be read.</exception>
    internal static byte[] Table(string path, int maxBytes) => Read(path, maxBytes, "Split it, or check that this is the right file.", file => SheetInput.AsTable(file, path));

    /// <summary>A file's digest, as it is stored: packed, or a workbook. Null for standard input, which is read once.</summary>
    internal static string? DigestOf(string path) => path == StandardInput ? null : Sha256.Of(Stored(path));

    /// <summary>The bytes of a document as they are stored, whatever it is.</summary>
    internal static byte[] Stored(string path)
    {
        using var stream = new PeekedStream(FoundFiles.OpenStream(path));
        return Read(stream, FoundFiles.NameOf(path), LocatedJson.DefaultMaxBytes, "Check that this is the right file.");
    }

    private static byte[] Read(string path, int maxBytes, string hint, Func<FoundFile, FoundFile> made)
    {
        List<PackedFile> found = [];
        foreach (var file in FoundFiles.Open(path).Select(made))
        {
            using (file)
            {
                found.Add(new PackedFile(file.Name, file.IsNamedAsData, file.Content.IsText, Read(file.Stream, file.Name, maxBytes, hint)));
            }
        }

        return Meant(path, found).Bytes;
    }

    // Terms of use and other documents lie beside data in a zip.
    private static PackedFile Meant(string path, List<PackedFile> found)
    {
        var data = found.Where(f => f.IsNamedAsData).ToList();
        var texts = found.Where(f => f.IsText).ToList();
        var meant = data.Count > 0 ? data : texts.Count > 0 ? texts : found;
        return meant.Count == 1 ? meant[0] : throw FoundFiles.Refusal(
            path, "zip-ambiguous", "The zip holds several files: " + string.Join(", ", found.Select(f => f.Name[(f.Name.LastIndexOfAny(['!', '/']) + 1)..])) + ".", "one file", "Unpack it and give the one that is meant.");
    }

    private sealed record PackedFile(string Name, bool IsNamedAsData, bool IsText, byte[] Bytes);

    private static byte[] Read(PeekedStream stream, string name, int maxBytes, string hint)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = Next(stream, buffer, name)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes)
            {
                throw FoundFiles.Refusal(name, "file-too-large", $"The input is larger than {maxBytes} bytes.", $"at most {maxBytes} bytes", hint);
            }
        }

        return bytes.ToArray();
    }

    private static int Next(PeekedStream stream, byte[] buffer, string name)
    {
        try
        {
            return stream.Read(buffer, 0, buffer.Length);
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Damaged(name, broken);
        }
    }
}

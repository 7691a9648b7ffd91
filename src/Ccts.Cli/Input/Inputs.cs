using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Reads a file or standard input whole, unpacked where it is packed, but never more than a bound.</summary>
internal static class Inputs
{
    internal const string StandardInput = FoundFiles.StandardInput;

    internal static string? NameOf(string path) => FoundFiles.NameOf(path);

    /// <exception cref="CctsDataException">It cannot be opened, or there is more than <paramref name="maxBytes"/>, or a zip holds several files that may be meant.</exception>
    internal static byte[] Read(string path, int maxBytes, string hint = "Split it, or check that this is the right file.")
    {
        List<(string Name, bool IsText, byte[] Bytes)> found = [];
        foreach (var file in FoundFiles.Open(path))
        {
            using (file)
            {
                found.Add((file.Name, !file.IsInZip || file.Content.IsText, Read(file.Stream, file.Name, maxBytes, hint)));
            }
        }

        var texts = found.Where(f => f.IsText).ToArray();
        return texts.Length == 1 ? texts[0].Bytes : found.Count == 1 ? found[0].Bytes : throw FoundFiles.Refusal(
            path, "zip-ambiguous", "The zip holds several files: " + string.Join(", ", found.Select(f => Path.GetFileName(f.Name))) + ".", "one file", "Unpack it and give the one that is meant.");
    }

    /// <summary>The file, or standard input; whoever reads it keeps to a bound.</summary>
    /// <exception cref="CctsDataException">It cannot be opened.</exception>
    internal static Stream OpenStream(string path) => FoundFiles.OpenStream(path);

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
            throw FoundFiles.Refusal(name, "file-damaged", "It cannot be unpacked: " + broken.Message, hint: "Download it again.");
        }
    }
}

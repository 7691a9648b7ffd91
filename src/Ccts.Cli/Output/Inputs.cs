using System;
using System.IO;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>Reads a file or standard input whole, but never more than a bound.</summary>
internal static class Inputs
{
    internal const string StandardInput = "-";

    internal static string? NameOf(string path) => path == StandardInput ? "(standard input)" : path;

    /// <exception cref="CctsDataException">There is more than <paramref name="maxBytes"/>.</exception>
    internal static byte[] Read(string path, int maxBytes)
    {
        using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes)
            {
                throw new CctsDataException([new Problem("file-too-large", Severity.Error, $"The input is larger than {maxBytes} bytes.", new SourcePlace(NameOf(path), 1, 1, "")) { Expected = $"at most {maxBytes} bytes", Hint = "Split it, or check that this is the right file." }]);
            }
        }

        return bytes.ToArray();
    }
}

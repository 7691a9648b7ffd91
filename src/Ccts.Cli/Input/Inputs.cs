using System;
using System.IO;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Reads a file or standard input whole, but never more than a bound.</summary>
internal static class Inputs
{
    internal const string StandardInput = "-";

    internal static string? NameOf(string path) => path == StandardInput ? "(standard input)" : path;

    /// <exception cref="CctsDataException">It cannot be opened, or there is more than <paramref name="maxBytes"/>.</exception>
    internal static byte[] Read(string path, int maxBytes, string hint = "Split it, or check that this is the right file.")
    {
        using var stream = OpenStream(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes)
            {
                throw new CctsDataException([new Problem("file-too-large", Severity.Error, $"The input is larger than {maxBytes} bytes.", new SourcePlace(NameOf(path), 1, 1, "")) { Expected = $"at most {maxBytes} bytes", Hint = hint }]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The file, or standard input; whoever reads it keeps to a bound.</summary>
    /// <exception cref="CctsDataException">It cannot be opened.</exception>
    internal static Stream OpenStream(string path) => path == StandardInput ? Console.OpenStandardInput() : Open(path);

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var message = Directory.Exists(path) ? "This is a folder." : File.Exists(path) ? "The file cannot be opened: " + cause.Message : "There is no such file.";
            throw new CctsDataException([new Problem("file-not-readable", Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = "a file that can be read, or - for standard input" }]);
        }
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>
/// Text line by line, strictly UTF-8 and in bounded memory. Decoding with replacement could make two different names equal, so text that is not UTF-8
/// is refused with its place; a byte order mark at the start is skipped.
/// </summary>
internal sealed class Utf8Lines(Stream stream, string? name)
{
    internal const int MaxLineBytes = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number of the last line read.</summary>
    internal int Line { get; private set; }

    /// <summary>Whether the last line read had no line end: its writing may have been interrupted.</summary>
    internal bool IsUnfinished { get; private set; }

    /// <summary>The following lines, without their line ends.</summary>
    /// <exception cref="CctsDataException">A line is too long or not UTF-8; raised while enumerating.</exception>
    internal IEnumerable<string> Read()
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int filled;
        while ((filled = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var start = 0; start < filled;)
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, filled - start);
                line.Write(buffer, start, (end < 0 ? filled : end) - start);
                if (line.Length > MaxLineBytes)
                {
                    throw Bad("line-too-long", $"The line has more than {MaxLineBytes} bytes.", Line + 1, 1, "lines of at most 64 MiB", "Check that this is the right file.");
                }

                start = end < 0 ? filled : end + 1;
                if (end >= 0)
                {
                    yield return Next(line, unfinished: false);
                }
            }
        }

        if (line.Length > 0)
        {
            yield return Next(line, unfinished: true);
        }
    }

    private string Next(MemoryStream line, bool unfinished)
    {
        var bytes = line.ToArray();
        line.SetLength(0);
        Line++;
        IsUnfinished = unfinished;
        if (Line == 1)
        {
            // A file is converted to UTF-8 when opened; text that comes line by line from a pipe cannot be.
            bytes = Array.IndexOf(bytes, (byte)0) is >= 0 and < 4
                ? throw Bad("text-encoding", "The text is UTF-16 or UTF-32, and comes line by line.", 1, 1, "UTF-8", "Save it again with the encoding UTF-8.")
                : bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }

        try
        {
            return Strict.GetString(bytes).TrimEnd('\r');
        }
        catch (DecoderFallbackException bad)
        {
            throw Bad("text-encoding", "The text is not UTF-8 from here on.", Line, bad.Index + 1, "UTF-8", "Save it again with the encoding UTF-8.");
        }
    }

    private CctsDataException Bad(string code, string message, int line, int column, string expected, string hint) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(name, line, column, "")) { Expected = expected, Hint = hint }]);
}

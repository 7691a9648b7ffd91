using System.Collections.Generic;
using System.IO;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>Lines of a stream as bytes, in bounded memory.</summary>
internal static class BoundedLines
{
    /// <exception cref="CctsDataException">A line is longer than <paramref name="maxBytes"/>.</exception>
    internal static IEnumerable<byte[]> Read(Stream stream, int maxBytes)
    {
        using var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int filled;
        while ((filled = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var start = 0; start < filled;)
            {
                var end = System.Array.IndexOf(buffer, (byte)'\n', start, filled - start);
                line.Write(buffer, start, (end < 0 ? filled : end) - start);
                if (line.Length > maxBytes)
                {
                    throw new CctsDataException([new Problem("line-too-long", Severity.Error, $"A line has more than {maxBytes} bytes.", default) { Expected = "one request a line" }]);
                }

                start = end < 0 ? filled : end + 1;
                if (end >= 0)
                {
                    yield return line.ToArray();
                    line.SetLength(0);
                }
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToArray();
        }
    }
}

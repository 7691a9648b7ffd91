using System;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>Takes off a UTF-8 byte order mark and refuses UTF-16 and UTF-32 by name: common in files saved from spreadsheets.</summary>
public static class Utf8Text
{
    /// <summary>The bytes without a byte order mark; false, with a problem told, for text in another encoding.</summary>
    /// <param name="bytes">The bytes of a file.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="stripped">What is left.</param>
    public static bool TryStrip(byte[] bytes, string? file, ProblemList problems, out byte[] stripped)
    {
        Require.NotNull(bytes);
        Require.NotNull(problems);
        stripped = bytes;
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            stripped = bytes.AsSpan(3).ToArray();
            return true;
        }

        var wide = bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) || bytes[0] == 0 || bytes[1] == 0);
        if (wide)
        {
            problems.Error("text-encoding", new SourcePlace(file, 1, 1, ""), "The file is UTF-16 or UTF-32 text.", "UTF-8", "Save it again with the encoding UTF-8.");
        }

        return !wide;
    }
}

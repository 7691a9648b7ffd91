using System;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>Examines bytes that are not JSON: whether somebody gave a file of another kind, such as a workbook or a CSV table.</summary>
internal static class OtherFile
{
    private const string Asked = "JSON as in RFC 8259";

    /// <summary>What it is and how to save it; null if it seems to be JSON with a mistake.</summary>
    internal static Problem? Find(byte[] bytes, string? file)
    {
        var content = FileContent.Of(bytes);
        return content.Kind switch
        {
            ContentKind.Json or ContentKind.Empty => null,
            ContentKind.Text => IsTable(bytes) ? content.NotThis(file, Asked) with { Message = "This is a CSV table." } : null,
            ContentKind.Workbook => content.NotThis(file, Asked) with { Hint = "Give the JSON itself; a workbook goes where a table or a report is asked for." },
            _ => content.NotThis(file, Asked),
        };
    }

    // Two lines with the same number of separators, and no member name in the first.
    private static bool IsTable(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        var first = bytes.Slice(0, end);
        var rest = bytes.Slice(end + 1);
        var second = rest.IndexOf((byte)'\n') is >= 0 and var next ? rest.Slice(0, next) : rest;
        foreach (var separator in ",;\t"u8)
        {
            if (Count(first, separator) is > 0 and var columns && Count(second, separator) >= columns)
            {
                return first.IndexOf("\":"u8) < 0 && first.IndexOf((byte)'{') < 0;
            }
        }

        return false;
    }

    private static int Count(ReadOnlySpan<byte> line, byte separator)
    {
        var count = 0;
        foreach (var b in line)
        {
            count += b == separator ? 1 : 0;
        }

        return count;
    }
}

using System;
using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>The bytes of one input and the table that turns an offset into a line and a column.</summary>
internal sealed class LocatedText(string? file, byte[] bytes)
{
    private int[]? _lineStarts;

    internal string? File { get; } = file;

    internal byte[] Bytes { get; } = bytes;

    internal SourcePlace PlaceAt(int offset, string pointer)
    {
        _lineStarts ??= FindLineStarts();
        var found = System.Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePlace(File, line + 1, offset - _lineStarts[line] + 1, pointer);
    }

    private int[] FindLineStarts()
    {
        var starts = new List<int>(Bytes.Length / 32) { 0 };
        var rest = Bytes.AsSpan();
        for (var next = rest.IndexOf((byte)'\n'); next >= 0; next = rest.IndexOf((byte)'\n'))
        {
            rest = rest.Slice(next + 1);
            starts.Add(Bytes.Length - rest.Length);
        }

        return [.. starts];
    }
}

using System;

namespace Ccts.Sdk.Formats.Files;

/// <summary>Whether bytes are UTF-8, and where they first are not.</summary>
internal static class Utf8Check
{
    /// <summary>The index of the first byte that is not UTF-8, or -1.</summary>
    internal static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var length = LengthAt(bytes.Slice(i));
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <summary>The number of bytes of the character that begins here; 0 if none begins. The well-formed sequences of RFC 3629.</summary>
    private static int LengthAt(ReadOnlySpan<byte> rest)
    {
        var first = rest[0];
        if (first < 0x80)
        {
            return 1;
        }

        var length = first is >= 0xC2 and <= 0xDF ? 2 : first is >= 0xE0 and <= 0xEF ? 3 : first is >= 0xF0 and <= 0xF4 ? 4 : 0;
        if (length == 0 || rest.Length < length)
        {
            return 0;
        }

        var (least, most) = first switch { 0xE0 => (0xA0, 0xBF), 0xED => (0x80, 0x9F), 0xF0 => (0x90, 0xBF), 0xF4 => (0x80, 0x8F), _ => (0x80, 0xBF) };
        if (rest[1] < least || rest[1] > most)
        {
            return 0;
        }

        for (var i = 2; i < length; i++)
        {
            if (rest[i] is < 0x80 or > 0xBF)
            {
                return 0;
            }
        }

        return length;
    }
}

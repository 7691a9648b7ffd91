using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>Text whose characters are all below 256, one byte each: how ids are kept in memory.</summary>
internal static class NarrowText
{
    private const int Four = sizeof(ulong) / sizeof(char);

    /// <summary>Writes the text as bytes; false, with no valid result, if a character is wider.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">At least as long.</param>
    internal static bool TryWrite(ReadOnlySpan<char> text, Span<byte> to)
    {
        var at = 0;
        for (; BitConverter.IsLittleEndian && at + Four <= text.Length; at += Four)
        {
            // Four characters as one number: their upper bytes are zero, their lower bytes are moved together.
            var four = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, Four)));
            if ((four & 0xFF00_FF00_FF00_FF00) != 0)
            {
                return false;
            }

            var pairs = (four | (four >> 8)) & 0x0000_FFFF_0000_FFFF;
            BinaryPrimitives.WriteUInt32LittleEndian(to.Slice(at, Four), unchecked((uint)(pairs | (pairs >> 16))));
        }

        for (; at < text.Length; at++)
        {
            if (text[at] > byte.MaxValue)
            {
                return false;
            }

            to[at] = unchecked((byte)text[at]);
        }

        return true;
    }
}

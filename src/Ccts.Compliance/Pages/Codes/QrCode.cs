using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Pages.Codes;

/// <summary>
/// A QR code (ISO/IEC 18004) of a short text: byte mode, error correction M, versions 1 to 6. A digest needs version 5. The available library
/// depends on System.Drawing, which servers and plug-ins should not need; a test compares every code with that library's.
/// </summary>
internal static class QrCode
{
    // Data codewords of each block, and codewords of correction for each; versions 1 to 6 at level M have blocks of one size.
    private static readonly (int Blocks, int Data, int Correction)[] Versions = [(1, 16, 10), (1, 28, 16), (1, 44, 26), (2, 32, 18), (2, 43, 24), (4, 27, 16)];

    /// <summary>The modules, row by row; true is dark. Without the quiet zone.</summary>
    /// <param name="bytes">At most 106 bytes.</param>
    /// <exception cref="ArgumentException">The text is longer.</exception>
    internal static bool[,] Of(byte[] bytes)
    {
        // Four bits say byte mode, eight the length.
        var version = Array.FindIndex(Versions, v => (v.Blocks * v.Data) - 2 >= bytes.Length) + 1;
        if (version == 0)
        {
            throw new ArgumentException($"{bytes.Length} bytes are more than a code of version {Versions.Length} holds.", nameof(bytes));
        }

        var codewords = Interleaved(Data(bytes, Versions[version - 1]), Versions[version - 1]);
        var masked = Enumerable.Range(0, QrMatrix.Masks).Select(mask => QrMatrix.Of(version, codewords, mask)).ToList();
        return masked.OrderBy(QrPenalty.Of).First();
    }

    private static byte[] Data(byte[] bytes, (int Blocks, int Data, int Correction) version)
    {
        var bits = new List<bool>();
        Add(bits, 0b0100, 4);
        Add(bits, bytes.Length, 8);
        foreach (var b in bytes)
        {
            Add(bits, b, 8);
        }

        var room = version.Blocks * version.Data * 8;
        Add(bits, 0, Math.Min(4, room - bits.Count));
        Add(bits, 0, (8 - (bits.Count % 8)) % 8);
        for (var pad = 0xEC; bits.Count < room; pad ^= 0xEC ^ 0x11)
        {
            Add(bits, pad, 8);
        }

        return [.. Enumerable.Range(0, room / 8).Select(i => (byte)Enumerable.Range(0, 8).Aggregate(0, (value, bit) => (value << 1) | (bits[(i * 8) + bit] ? 1 : 0)))];
    }

    private static void Add(List<bool> bits, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            bits.Add(((value >> i) & 1) == 1);
        }
    }

    private static byte[] Interleaved(byte[] data, (int Blocks, int Data, int Correction) version)
    {
        var blocks = Enumerable.Range(0, version.Blocks).Select(i => data.Skip(i * version.Data).Take(version.Data).ToArray()).ToList();
        var corrections = blocks.Select(b => ReedSolomon.Remainder(b, version.Correction)).ToList();
        return [.. Enumerable.Range(0, version.Data).SelectMany(i => blocks.Select(b => b[i])), .. Enumerable.Range(0, version.Correction).SelectMany(i => corrections.Select(c => c[i]))];
    }
}

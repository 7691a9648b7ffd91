using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Records of bytes, one after the other, that never move, so that millions of them need no objects. Chunks double up to a mebibyte; a
/// record is within one chunk. An address is the chunk and the place within it. Not thread-safe.
/// </summary>
internal sealed class ByteChunks
{
    private const int PlaceBits = 20;
    private const int SmallestChunk = 1 << 9;
    private const int LargestChunk = 1 << PlaceBits;

    private readonly List<byte[]> _chunks = [];
    private readonly List<int> _used = [];

    /// <summary>The address of the first record, or -1.</summary>
    internal long First => _chunks.Count == 0 ? -1 : 0;

    /// <summary>Room for one record.</summary>
    internal Span<byte> Take(int length, out long address)
    {
        var last = _chunks.Count - 1;
        if (last < 0 || _used[last] + length > _chunks[last].Length)
        {
            _chunks.Add(Chunk(Math.Max(length, (int)Math.Min(LargestChunk, (long)SmallestChunk << Math.Min(_chunks.Count, PlaceBits)))));
            _used.Add(0);
            last++;
        }

        var place = _used[last];
        address = ((long)last << PlaceBits) | (uint)place;
        _used[last] = place + length;
        return _chunks[last].AsSpan(place, length);
    }

    /// <summary>The bytes from a record on, to the end of its chunk.</summary>
    internal ReadOnlySpan<byte> From(long address) => _chunks[(int)(address >> PlaceBits)].AsSpan(PlaceOf(address));

    /// <summary>The address after a record of a length, or -1 when it was the last.</summary>
    internal long After(long address, int length)
    {
        var chunk = (int)(address >> PlaceBits);
        return PlaceOf(address) + length < _used[chunk] ? address + length : chunk + 1 < _chunks.Count ? (long)(chunk + 1) << PlaceBits : -1;
    }

    /// <summary>The chunks as they are now, to be read while records are added.</summary>
    internal byte[][] ToArray() => _chunks.ToArray();

    // The caller writes the whole record, so it need not be cleared first.
    private static byte[] Chunk(int length) =>
#if NET
        GC.AllocateUninitializedArray<byte>(length);
#else
        new byte[length];
#endif

    /// <summary>The chunk of an address.</summary>
    internal static int ChunkOf(long address) => (int)(address >> PlaceBits);

    /// <summary>The place of an address within its chunk.</summary>
    internal static int PlaceOf(long address) => (int)(address & (LargestChunk - 1));
}

using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <content>
/// A record is its hash, print, position and second, the length of the key and whether its characters are wide, and the characters: one
/// byte each where all are below 256. Chunks double up to a mebibyte; a record lies within one.
/// </content>
internal sealed partial class KeyBook
{
    private const int OffsetBits = 20;
    private const int SmallestChunk = 1 << 9;
    private const int LargestChunk = 1 << OffsetBits;
    private const int Fixed = 4 * sizeof(ulong) + sizeof(ushort);

    private List<Chunk> _chunks = [];

    private sealed class Chunk(int size)
    {
        internal byte[] Bytes { get; } = new byte[size];

        internal int Used { get; set; }
    }

    private long Write(ulong hash, ReadOnlySpan<char> key, in KeyMark mark)
    {
        var wide = IsWide(key);
        var length = Fixed + (wide ? key.Length * 2 : key.Length);
        if (_chunks.Count == 0 || _chunks[_chunks.Count - 1] is { } full && full.Used + length > full.Bytes.Length)
        {
            _chunks.Add(new Chunk(Math.Max(length, (int)Math.Min(LargestChunk, (long)SmallestChunk << Math.Min(_chunks.Count, OffsetBits)))));
        }

        var chunk = _chunks[_chunks.Count - 1];
        var record = chunk.Bytes.AsSpan(chunk.Used, length);
        BinaryPrimitives.WriteUInt64LittleEndian(record, hash);
        BinaryPrimitives.WriteUInt64LittleEndian(record.Slice(8), mark.Print);
        BinaryPrimitives.WriteInt64LittleEndian(record.Slice(16), mark.Position);
        BinaryPrimitives.WriteInt64LittleEndian(record.Slice(24), mark.Second);
        BinaryPrimitives.WriteUInt16LittleEndian(record.Slice(32), (ushort)((key.Length << 1) | (wide ? 1 : 0)));
        var text = record.Slice(Fixed);
        if (wide)
        {
            for (var i = 0; i < key.Length; i++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(text.Slice(i * 2), key[i]);
            }
        }
        else
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (byte)key[i];
            }
        }

        var address = ((long)(_chunks.Count - 1) << OffsetBits) | (uint)chunk.Used;
        chunk.Used += length;
        return address;
    }

    private ReadOnlySpan<byte> RecordAt(long address)
    {
        var chunk = _chunks[(int)(address >> OffsetBits)].Bytes;
        return chunk.AsSpan((int)(address & (LargestChunk - 1)));
    }

    private ulong HashAt(long address) => BinaryPrimitives.ReadUInt64LittleEndian(RecordAt(address));

    private KeyMark MarkAt(long address)
    {
        var record = RecordAt(address);
        return new KeyMark(
            BinaryPrimitives.ReadUInt64LittleEndian(record.Slice(8)),
            BinaryPrimitives.ReadInt64LittleEndian(record.Slice(16)),
            BinaryPrimitives.ReadInt64LittleEndian(record.Slice(24)));
    }

    private bool IsKey(long address, ulong hash, ReadOnlySpan<char> key)
    {
        var record = RecordAt(address);
        var form = BinaryPrimitives.ReadUInt16LittleEndian(record.Slice(32));
        if (BinaryPrimitives.ReadUInt64LittleEndian(record) != hash || form >> 1 != key.Length)
        {
            return false;
        }

        for (var i = 0; i < key.Length; i++)
        {
            if (CharAt(record.Slice(Fixed), i, (form & 1) != 0) != key[i])
            {
                return false;
            }
        }

        return true;
    }

    private string KeyAt(long address)
    {
        var record = RecordAt(address);
        var form = BinaryPrimitives.ReadUInt16LittleEndian(record.Slice(32));
        var key = new char[form >> 1];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = CharAt(record.Slice(Fixed), i, (form & 1) != 0);
        }

        return new string(key);
    }

    private static char CharAt(ReadOnlySpan<byte> text, int index, bool wide) =>
        wide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(text.Slice(index * 2)) : (char)text[index];

    private long First() => _chunks.Count == 0 ? -1 : 0;

    private long After(long address)
    {
        var form = BinaryPrimitives.ReadUInt16LittleEndian(RecordAt(address).Slice(32));
        var next = address + Fixed + ((form >> 1) << (form & 1));
        var chunk = (int)(address >> OffsetBits);
        return next - ((long)chunk << OffsetBits) < _chunks[chunk].Used ? next : chunk + 1 < _chunks.Count ? (long)(chunk + 1) << OffsetBits : -1;
    }

    private void TakeRecordsOf(KeyBook other) => _chunks = other._chunks;

    private static bool IsWide(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (c > 255)
            {
                return true;
            }
        }

        return false;
    }
}

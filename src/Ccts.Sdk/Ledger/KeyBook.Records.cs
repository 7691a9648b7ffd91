using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Ccts.Sdk.Ledger;

/// <content>
/// A record is its print, position and second, the length of the key and whether its characters are wide, and the characters: one byte
/// each where all are below 256. Records begin at every eighth byte, so that an address is kept without its lowest bits.
/// </content>
internal sealed partial class KeyBook
{
    private const int EighthBits = 3;
    private const int FormAt = 3 * sizeof(ulong);
    private const int TextAt = FormAt + sizeof(ushort);

    private ByteChunks _records = new();

    private long Write(ReadOnlySpan<char> key, in KeyMark mark)
    {
        Span<byte> narrow = stackalloc byte[CommandForm.LongestName];
        var wide = key.Length > narrow.Length || !NarrowText.TryWrite(key, narrow);
        var record = _records.Take(LengthOf(wide ? key.Length * 2 : key.Length), out var address);
        BinaryPrimitives.WriteUInt64LittleEndian(record, mark.Print);
        BinaryPrimitives.WriteInt64LittleEndian(record.Slice(8), mark.Position);
        BinaryPrimitives.WriteInt64LittleEndian(record.Slice(16), mark.Second);
        BinaryPrimitives.WriteUInt16LittleEndian(record.Slice(FormAt), (ushort)((key.Length << 1) | (wide ? 1 : 0)));
        var text = record.Slice(TextAt);
        if (wide)
        {
            for (var i = 0; i < key.Length; i++)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(text.Slice(i * 2), key[i]);
            }
        }
        else
        {
            narrow.Slice(0, key.Length).CopyTo(text);
        }

        return address;
    }

    private static int LengthOf(int text) => (TextAt + text + sizeof(ulong) - 1) >> EighthBits << EighthBits;

    private KeyMark MarkAt(long address)
    {
        var record = _records.From(address);
        return new KeyMark(
            BinaryPrimitives.ReadUInt64LittleEndian(record),
            BinaryPrimitives.ReadInt64LittleEndian(record.Slice(8)),
            BinaryPrimitives.ReadInt64LittleEndian(record.Slice(16)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsKey(long address, ReadOnlySpan<char> key)
    {
        var record = _records.From(address);
        var form = BinaryPrimitives.ReadUInt16LittleEndian(record.Slice(FormAt));
        if (form >> 1 != key.Length)
        {
            return false;
        }

        for (var i = 0; i < key.Length; i++)
        {
            if (CharAt(record.Slice(TextAt), i, (form & 1) != 0) != key[i])
            {
                return false;
            }
        }

        return true;
    }

    private string KeyAt(long address)
    {
        var record = _records.From(address);
        var form = BinaryPrimitives.ReadUInt16LittleEndian(record.Slice(FormAt));
        var key = new char[form >> 1];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = CharAt(record.Slice(TextAt), i, (form & 1) != 0);
        }

        return new string(key);
    }

    private static char CharAt(ReadOnlySpan<byte> text, int index, bool wide) =>
        wide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(text.Slice(index * 2)) : (char)text[index];

    private long After(long address)
    {
        var form = BinaryPrimitives.ReadUInt16LittleEndian(_records.From(address).Slice(FormAt));
        return _records.After(address, LengthOf((form >> 1) << (form & 1)));
    }
}

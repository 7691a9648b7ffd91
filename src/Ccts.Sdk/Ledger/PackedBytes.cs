using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Writes numbers and texts in as few bytes as they need.</summary>
internal sealed class PackedOutput
{
    private const int LongestNumber = 10;

    private byte[] _bytes = new byte[4096];
    private int _length;

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    internal byte[] ToArray() => Bytes.ToArray();

    internal void Clear() => _length = 0;

    /// <summary>Always eight bytes.</summary>
    internal void Fixed(ulong value)
    {
        Room(sizeof(ulong));
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(ulong);
    }

    /// <summary>Any text or null, exactly: one byte for each character if all are below 256, otherwise two in this machine's order.</summary>
    internal void Exact(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        var form = ((ulong)text.Length << 1) + 1;
        Room(LongestNumber + (text.Length * 2));
        var before = _length;
        Number(form);
        if (NarrowText.TryWrite(text.AsSpan(), _bytes.AsSpan(_length)))
        {
            _length += text.Length;
            return;
        }

        _length = before;
        Number(form + 1);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(_bytes.AsSpan(_length));
        _length += text.Length * 2;
    }

    internal void Number(ulong value)
    {
        Room(LongestNumber);
        var (bytes, at) = (_bytes, _length);
        for (; value >= 0x80; value >>= 7)
        {
            bytes[at++] = (byte)((value & 0x7F) | 0x80);
        }

        bytes[at++] = (byte)value;
        _length = at;
    }

    // Zigzag: small negative numbers stay short too.
    internal void Signed(long value) => Number(unchecked((ulong)((value << 1) ^ (value >> 63))));

    internal void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    internal void Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Number((ulong)utf8.Length);
        Room(utf8.Length);
        utf8.CopyTo(_bytes, _length);
        _length += utf8.Length;
    }

    internal void Block(BlockNumber value)
    {
        Number(value.High);
        Number(value.Low);
    }

    /// <summary>To the nanosecond.</summary>
    internal void Time(Instant value)
    {
        var ticks = value.ToUnixTimeTicks();
        Signed(ticks);
        Number((ulong)(value - Instant.FromUnixTimeTicks(ticks)).SubsecondNanoseconds);
    }

    private void Byte(byte value)
    {
        Room(1);
        _bytes[_length++] = value;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + more, (int)Math.Min(int.MaxValue - 64, _bytes.Length * 2L)));
        }
    }
}

/// <summary>Reads what <see cref="PackedOutput"/> has written.</summary>
internal sealed class PackedInput(byte[] bytes, int start, int length)
{
    private int _at = start;

    internal PackedInput(byte[] bytes, int length)
        : this(bytes, 0, length)
    {
    }

    internal bool IsAtEnd => _at == length;

    internal ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= unchecked((ulong)(next & 0x7F) << shift);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }

    internal long Signed()
    {
        var value = Number();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    /// <summary>A number of things that follow, each of at least one byte: a damaged count cannot fill the memory.</summary>
    internal int Count()
    {
        var count = Number();
        return count <= (ulong)(length - _at) ? (int)count : throw Damaged();
    }

    internal bool Flag() => Byte() != 0;

    internal string Text()
    {
        var count = Count();
        var text = Encoding.UTF8.GetString(bytes, _at, count);
        _at += count;
        return text;
    }

    /// <summary>The same into a reused buffer; plain characters allocate no string.</summary>
    internal ReadOnlySpan<char> Text(char[] room)
    {
        var count = Count();
        var at = 0;
        for (; at < count && at < room.Length && bytes[_at + at] < 0x80; at++)
        {
            room[at] = (char)bytes[_at + at];
        }

        _at += count;
        return at == count ? room.AsSpan(0, count) : Encoding.UTF8.GetString(bytes, _at - count, count).AsSpan();
    }

    internal static ulong Fixed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    internal ulong Fixed()
    {
        _at += sizeof(ulong);
        return Fixed(bytes.AsSpan(_at - sizeof(ulong)));
    }

    internal string? Exact()
    {
        var form = Number();
        if (form == 0)
        {
            return null;
        }

        var (length, wide) = ((int)((form - 1) >> 1), ((form - 1) & 1) != 0);
        Span<char> room = length <= CommandForm.LongestName ? stackalloc char[CommandForm.LongestName] : new char[length];
        room = room.Slice(0, length);
        var packed = bytes.AsSpan(_at, wide ? length * 2 : length);
        _at += packed.Length;
        if (wide)
        {
            packed.CopyTo(MemoryMarshal.AsBytes(room));
            return room.ToString();
        }

        for (var i = 0; i < length; i++)
        {
            room[i] = (char)packed[i];
        }

        return room.ToString();
    }

    internal Instant Time()
    {
        var ticks = Instant.FromUnixTimeTicks(Signed());
        return ticks.PlusNanoseconds((long)Number());
    }

    internal BlockNumber Block()
    {
        var high = Number();
        return new BlockNumber(high, Number());
    }

    internal static CctsDataException Damaged() => new(
        [new Problem("snapshot-damaged", Severity.Error, "The snapshot is damaged.", default) { Expected = "the bytes exactly as they were kept", Hint = "Rebuild the ledger from its journal." }]);

    private byte Byte() => _at < length ? bytes[_at++] : throw Damaged();
}

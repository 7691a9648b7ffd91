using System;
using System.IO;
using System.IO.Compression;

namespace Ccts.Unpacking;

/// <summary>
/// The content of a gzip archive with any number of members (RFC 1952, 2.2), and whether it is complete. For .NET Framework, whose own reader
/// silently stops after the first member.
/// </summary>
internal sealed class GzipMembers(Stream packed) : ForwardStream(packed)
{
    private const int Deflated = 8;
    private static readonly uint[] s_table = Table();
    private readonly SingleBytes _bytes = new(packed);
    private DeflateStream? _member;
    private uint _sum;
    private uint _length;

    /// <exception cref="InvalidDataException">A member was cut off or changed, or is followed by something else.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        while (count > 0 && (_member ??= Begin()) is { } member)
        {
            var read = member.Read(buffer, offset, count);
            if (read > 0)
            {
                Add(buffer, offset, read);
                return read;
            }

            End();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            _bytes.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Reads the head of the next member; null where the archive ends.</summary>
    private DeflateStream? Begin()
    {
        const int check = 2, extra = 4, name = 8, comment = 16, reserved = 0xE0;
        var first = _bytes.ReadByte();
        if (first < 0)
        {
            return null;
        }

        if (first != 0x1F || Next() != 0x8B || Next() != Deflated)
        {
            throw Broken();
        }

        var flags = Next();
        Skip(6);
        if ((flags & reserved) != 0)
        {
            throw Broken();
        }

        if ((flags & extra) != 0)
        {
            Skip(Next() | (Next() << 8));
        }

        SkipText((flags & name) != 0);
        SkipText((flags & comment) != 0);
        Skip((flags & check) != 0 ? 2 : 0);
        (_sum, _length) = (uint.MaxValue, 0);
        return new DeflateStream(_bytes, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Compares what was unpacked with the checksum and the length that follow it.</summary>
    private void End()
    {
        _member!.Dispose();
        _member = null;
        if (Number() != ~_sum || Number() != _length)
        {
            throw Broken();
        }
    }

    private void Add(byte[] buffer, int offset, int count)
    {
        for (var i = offset; i < offset + count; i++)
        {
            _sum = s_table[(_sum ^ buffer[i]) & 0xFF] ^ (_sum >> 8);
        }

        _length = unchecked(_length + (uint)count);
    }

    private uint Number() => (uint)(Next() | (Next() << 8) | (Next() << 16)) | ((uint)Next() << 24);

    private void SkipText(bool isThere)
    {
        while (isThere && Next() != 0)
        {
        }
    }

    private void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Next();
        }
    }

    private int Next() => _bytes.ReadByte() is >= 0 and var next ? next : throw Broken();

    private static InvalidDataException Broken() => new("It was cut off or changed.");

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            table[i] = i;
            for (var bit = 0; bit < 8; bit++)
            {
                table[i] = (table[i] & 1) != 0 ? 0xEDB88320u ^ (table[i] >> 1) : table[i] >> 1;
            }
        }

        return table;
    }

    /// <summary>Gives one byte at a time, so that the decompressor of a member takes nothing of what follows it.</summary>
    private sealed class SingleBytes(Stream inner) : ForwardStream(inner)
    {
        private readonly byte[] _buffer = new byte[16 * 1024];
        private int _at;
        private int _end;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (count == 0 || ReadByte() is not (>= 0 and var next))
            {
                return 0;
            }

            buffer[offset] = (byte)next;
            return 1;
        }

        public override int ReadByte()
        {
            if (_at == _end)
            {
                (_at, _end) = (0, Inner.Read(_buffer, 0, _buffer.Length));
            }

            return _at < _end ? _buffer[_at++] : -1;
        }
    }
}

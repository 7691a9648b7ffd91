using System;
using System.IO;
using System.IO.Compression;

namespace Ccts.Unpacking;

/// <summary>
/// The content of a gzip archive with any number of members (RFC 1952, 2.2), and whether it is complete. .NET silently unpacks an archive that was cut off,
/// so a known member is read after the last one: in an incomplete archive it takes the place of the missing part,
/// and does not come out again.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    private const string Broken = "It was cut off or changed.";
    private static readonly byte[] Mark = [0x1D, 0x07, 0xC3, 0x5B, 0xF0, 0x99, 0x3E, 0x81, 0x62, 0xB4, 0x0B, 0xD7, 0x48, 0xEE, 0x15, 0xA6];
    private static readonly byte[] PackedMark = Pack(Mark);
    private readonly byte[] _held = new byte[Mark.Length];
    private int _count;

    internal WholeGzip(Stream packed)
        : base(new GZipStream(new Followed(packed, PackedMark), CompressionMode.Decompress))
    {
    }

    /// <exception cref="InvalidDataException">The archive ended and is incomplete.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0)
        {
            return 0;
        }

        // The last bytes stay here until it is known whether they are the mark.
        var given = 0;
        while (given == 0)
        {
            var read = Unpack(buffer, offset, count);
            if (read == 0)
            {
                return _count == Mark.Length && _held.AsSpan().SequenceEqual(Mark) ? 0 : throw new InvalidDataException(Broken);
            }

            given = Hold(buffer.AsSpan(offset, count), read);
        }

        return given;
    }

    // .NET reports the method of compression where a byte of a header was changed.
    private int Unpack(byte[] buffer, int offset, int count)
    {
        try
        {
            return Inner.Read(buffer, offset, count);
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException(Broken, damaged);
        }
    }

    /// <summary>Puts the bytes held back in front of those read, and holds back the last of both.</summary>
    private int Hold(Span<byte> buffer, int read)
    {
        var all = new byte[_count + read];
        _held.AsSpan(0, _count).CopyTo(all);
        buffer.Slice(0, read).CopyTo(all.AsSpan(_count));
        _count = Math.Min(all.Length, Mark.Length);
        all.AsSpan(all.Length - _count).CopyTo(_held);
        all.AsSpan(0, all.Length - _count).CopyTo(buffer);
        return all.Length - _count;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression))
        {
            gzip.Write(bytes, 0, bytes.Length);
        }

        return packed.ToArray();
    }

    /// <summary>A stream, followed by bytes.</summary>
    private sealed class Followed(Stream inner, byte[] rest) : ForwardStream(inner)
    {
        private int _next;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Inner.Read(buffer, offset, count);
            if (read == 0)
            {
                read = Math.Min(count, rest.Length - _next);
                Array.Copy(rest, _next, buffer, offset, read);
                _next += read;
            }

            return read;
        }
    }
}

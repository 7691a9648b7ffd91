using System;
using System.Buffers.Binary;
using System.IO;

namespace Ccts.Cli.Input;

/// <summary>A stream that remembers the last four bytes that were read of it: there a gzip archive says how long it is unpacked (RFC 1952, ISIZE).</summary>
internal sealed class LastBytes(Stream inner) : ForwardStream(inner)
{
    private readonly byte[] _last = new byte[sizeof(uint)];

    internal uint Size => BinaryPrimitives.ReadUInt32LittleEndian(_last);

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Inner.Read(buffer, offset, count);
        var kept = Math.Min(read, _last.Length);
        Array.Copy(_last, kept, _last, 0, _last.Length - kept);
        Array.Copy(buffer, offset + read - kept, _last, _last.Length - kept, kept);
        return read;
    }
}

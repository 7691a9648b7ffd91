using System;
using System.IO;
using System.IO.Hashing;
using Ccts.Unpacking;

namespace Ccts.Cli.Input;

/// <summary>
/// What an entry of a zip unpacks to, compared with what the zip says of it. .NET unpacks a damaged entry silently, and rows that
/// are not there would read as units that are not there.
/// </summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="isWhole">Whether this many bytes with this checksum (CRC-32) are what was packed; asked at the end.</param>
internal sealed class WholeStream(Stream inner, Func<long, uint, bool> isWhole) : ForwardStream(inner)
{
    private readonly Crc32 _checksum = new();
    private long _length;

    /// <exception cref="InvalidDataException">The end came, and it is not what was packed.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Inner.Read(buffer, offset, count);
        _length += read;
        _checksum.Append(buffer.AsSpan(offset, read));
        return read > 0 || count == 0 || isWhole(_length, _checksum.GetCurrentHashAsUInt32())
            ? read
            : throw new InvalidDataException("It does not unpack to what was packed: it was cut off or changed.");
    }
}

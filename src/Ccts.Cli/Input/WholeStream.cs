using System;
using System.IO;
using System.IO.Hashing;
using Ccts.Unpacking;

namespace Ccts.Cli.Input;

/// <summary>
/// The content of a zip entry, compared with the size and checksum in the zip. .NET unpacks a damaged entry silently, and rows that
/// are lost would look like units that do not exist.
/// </summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="isWhole">Whether this size and checksum (CRC-32) match the entry; called at the end.</param>
internal sealed class WholeStream(Stream inner, Func<long, uint, bool> isWhole) : ForwardStream(inner)
{
    private readonly Crc32 _checksum = new();
    private long _length;

    /// <exception cref="InvalidDataException">The content differs from what was packed.</exception>
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

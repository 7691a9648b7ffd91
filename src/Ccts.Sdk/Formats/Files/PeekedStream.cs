using System;
using System.IO;

namespace Ccts.Sdk.Formats.Files;

/// <summary>A stream whose first bytes were looked at but not yet read. It reads forward only, and closes the stream below it.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class PeekedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _count;
    private int _next;

    /// <summary>Reads the head of a stream.</summary>
    /// <param name="inner">The stream, which this one now owns.</param>
    public PeekedStream(Stream inner)
    {
        _inner = Require.NotNull(inner);
        _head = new byte[FileContent.HeadBytes];
        int read;
        while (_count < _head.Length && (read = inner.Read(_head, _count, _head.Length - _count)) > 0)
        {
            _count += read;
        }

        Content = FileContent.Of(Head);
    }

    /// <summary>What the head says the file is.</summary>
    public FileContent Content { get; }

    /// <summary>The first bytes; all of them when there are fewer than <see cref="FileContent.HeadBytes"/>.</summary>
    public ReadOnlySpan<byte> Head => new(_head, 0, _count);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Require.NotNull(buffer);
        if (_next == _count)
        {
            return _inner.Read(buffer, offset, count);
        }

        var taken = Math.Min(count, _count - _next);
        Array.Copy(_head, _next, buffer, offset, taken);
        _next += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

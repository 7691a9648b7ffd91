using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace Ccts.Ingestion.Rows;

/// <summary>Reads a stream forward once and keeps the digest of what went by, so that what was read and what is proved are the same bytes.</summary>
internal sealed class DigestedStream(Stream inner) : Stream
{
    private const string Digits = "0123456789abcdef";
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _rest = new byte[16 * 1024];

    internal long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
        Count += read;
        return read;
    }

    /// <summary>Reads what is left and gives the digest of all.</summary>
    internal string Finish()
    {
        while (Read(_rest, 0, _rest.Length) > 0)
        {
        }

        var text = new StringBuilder(64);
        foreach (var b in _hash.GetHashAndReset())
        {
            text.Append(Digits[b >> 4]).Append(Digits[b & 15]);
        }

        return text.ToString();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Ccts.Unpacking;

namespace Ccts.Ingestion.Rows;

/// <summary>Reads a stream forward once and computes its digest on the way, so that the bytes read are the bytes proved.</summary>
internal sealed class DigestedStream(Stream inner) : ForwardStream(inner)
{
    private const string Digits = "0123456789abcdef";
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _rest = new byte[16 * 1024];

    internal long Count { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Inner.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
        Count += read;
        return read;
    }

    /// <summary>Reads the rest and returns the digest of the whole stream.</summary>
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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}

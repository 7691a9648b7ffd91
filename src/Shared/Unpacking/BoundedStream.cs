using System;
using System.IO;

namespace Ccts.Unpacking;

/// <summary>A stream that refuses to give more than its limit, since an archive can be made to unpack without end.</summary>
internal sealed class BoundedStream(Stream inner, long most, Func<Exception> refusal) : ForwardStream(inner)
{
    private long _given;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Inner.Read(buffer, offset, count);
        _given += read;
        return _given <= most ? read : throw refusal();
    }
}

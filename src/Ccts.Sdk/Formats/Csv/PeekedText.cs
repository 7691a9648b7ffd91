using System;
using System.IO;
using Ccts.Sdk.Formats.Files;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>A text whose first characters were looked at but not yet read.</summary>
internal sealed class PeekedText : TextReader
{
    private readonly TextReader _rest;
    private int _next;

    internal PeekedText(TextReader text)
    {
        _rest = text;
        var head = new char[FileContent.HeadBytes];
        Head = new string(head, 0, text.ReadBlock(head, 0, head.Length));
    }

    /// <summary>The first characters; all of them when they are few.</summary>
    internal string Head { get; }

    public override int Read(char[] buffer, int index, int count)
    {
        if (_next == Head.Length)
        {
            return _rest.Read(buffer, index, count);
        }

        var taken = Math.Min(count, Head.Length - _next);
        Head.CopyTo(_next, buffer, index, taken);
        _next += taken;
        return taken;
    }

    public override int Peek() => _next < Head.Length ? Head[_next] : _rest.Peek();

    public override int Read() => _next < Head.Length ? Head[_next++] : _rest.Read();
}

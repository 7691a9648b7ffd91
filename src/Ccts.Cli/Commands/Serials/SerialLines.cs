using System;
using System.IO;
using System.Text;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Commands.Serials;

/// <summary>
/// Lines of a stream in bounded memory: a line longer than <see cref="MostBytes"/> is cut, the rest of it skipped. Any byte may come:
/// what is not UTF-8 becomes U+FFFD, and a byte-order mark is no part of a line. A line ends with LF, CR or both.
/// </summary>
internal sealed class SerialLines
{
    internal const int MostBytes = 4 * SerialGrammars.MaxSerialLength;
    private const int EchoedCharacters = 256;

    private readonly Stream _input;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly byte[] _line = new byte[MostBytes];
    private int _position;
    private int _filled;
    private bool _isFirst = true;
    private bool _isAfterCr;

    internal SerialLines(Stream input) => _input = input;

    internal static SerialError TooLong { get; } = new(
        "too-long", SerialGrammars.MaxSerialLength, $"A serial has at most {SerialGrammars.MaxSerialLength} characters; this line has more, and only its beginning is shown.");

    /// <summary>The next line, or false at the end. Calls <paramref name="beforeWaiting"/> before every read that may wait.</summary>
    internal bool TryRead(out SerialLine line, Action beforeWaiting)
    {
        var length = 0;
        var any = false;
        var cut = false;
        while (Fill(beforeWaiting))
        {
            if (_isAfterCr && _buffer[_position] == '\n')
            {
                (_isAfterCr, _position) = (false, _position + 1);
                continue;
            }

            (any, _isAfterCr) = (true, false);
            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var part = end < 0 ? rest : rest[..end];
            var taken = Math.Min(part.Length, MostBytes - length);
            part[..taken].CopyTo(_line.AsSpan(length));
            length += taken;
            cut |= taken < part.Length;
            _position += end < 0 ? part.Length : end + 1;
            if (end >= 0)
            {
                _isAfterCr = rest[end] == '\r';
                break;
            }
        }

        line = any ? Line(_line.AsSpan(0, length), cut) : default;
        return any;
    }

    private SerialLine Line(ReadOnlySpan<byte> bytes, bool cut)
    {
        if (_isFirst && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        _isFirst = false;
        var text = Encoding.UTF8.GetString(bytes);
        return cut || text.Length > SerialGrammars.MaxSerialLength
            ? new SerialLine(string.Concat(text.AsSpan(0, Math.Min(EchoedCharacters, text.Length)), "…"), IsCut: true)
            : new SerialLine(text, IsCut: false);
    }

    private bool Fill(Action beforeWaiting)
    {
        if (_position < _filled)
        {
            return true;
        }

        beforeWaiting();
        _position = 0;
        _filled = _input.Read(_buffer, 0, _buffer.Length);
        return _filled > 0;
    }
}

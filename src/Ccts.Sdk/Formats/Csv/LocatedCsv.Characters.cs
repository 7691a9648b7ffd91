using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <content>Characters one after another, with the line and column of each.</content>
public sealed partial class LocatedCsv
{
    private void TakeLineEnd()
    {
        if (Peek() == '\r')
        {
            _next++;
            if (Peek() != '\n')
            {
                NewLine();
                return;
            }
        }

        if (Peek() == '\n')
        {
            Take();
        }
    }

    private bool IsAtFieldEnd() => Peek() is End or '\r' or '\n' || Peek() == _separator;

    private int Peek()
    {
        if (_next == _filled)
        {
            (_next, _filled) = (0, _text.Read(_buffer, 0, _buffer.Length));
        }

        return _filled <= 0 ? End : _buffer[_next];
    }

    private int Take()
    {
        var c = Peek();
        _next++;
        _column++;
        if (c == '\n')
        {
            NewLine();
        }

        return c;
    }

    private void NewLine() => (_line, _column) = (_line + 1, 1);

    private void Complain(string code, string message, string hint) =>
        _problems.Error(code, new SourcePlace(_file, _line, _column, ""), message, "fields as in RFC 4180", hint);

    private void Stop(string code, int line, int column, string message, string expected, string hint)
    {
        _stopped = true;
        _problems.Error(code, new SourcePlace(_file, line, column, ""), message, expected, hint);
    }
}

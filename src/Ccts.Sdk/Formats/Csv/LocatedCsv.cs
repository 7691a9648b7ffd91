using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>
/// Reads CSV by RFC 4180, row after row, and knows the line and column of every field. The double quote is fixed, and so is the comma
/// in this product's own files; rows end with CRLF, LF or CR; a leading byte order mark and wholly empty lines are skipped.
/// Fields are bounded in number and length, so that a forgotten quote cannot swallow a large file.
/// </summary>
public sealed partial class LocatedCsv
{
    /// <summary>The most characters of a field: 32,768.</summary>
    public const int MaxFieldLength = 32 * 1024;
    internal const int MaxFields = 512;
    private const int End = -1;
    private const int BufferSize = 4096;
    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly TextReader _text;
    private readonly char _separator;
    private readonly CsvSpecials _special;
    private readonly string? _file;
    private readonly ProblemList _problems;
    private readonly char[] _buffer;
    private readonly StringBuilder _field = new();
    private readonly List<CsvField> _fields = [];
    private CsvField[] _above = [];
    private int _next;
    private int _filled;
    private int _line = 1;
    private int _column = 1;
    private int _row;
    private bool _stopped;

    /// <summary>Reads rows as they come.</summary>
    /// <param name="text">The text, read forward once; the caller closes it.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="bufferSize">Characters read at a time.</param>
    /// <param name="separator">What parts the fields.</param>
    public LocatedCsv(TextReader text, string? file, ProblemList problems, int bufferSize = BufferSize, char separator = ',')
    {
        Require.NotNull(text);
        Require.NotNull(problems);
        (_text, _file, _problems, _buffer, _separator, _special) = (text, file, problems, new char[bufferSize], separator, CsvSpecials.Of(separator));
        if (Peek() == '\uFEFF')
        {
            _next++;
        }
    }

    /// <summary>Opens bytes that must be UTF-8 with commas, as this product's own files are; null with the reason in <paramref name="problems"/> when they are not.</summary>
    public static LocatedCsv? Open(byte[] utf8, string? file, ProblemList problems, int maxBytes = LocatedJson.DefaultMaxBytes)
    {
        Require.NotNull(utf8);
        Require.NotNull(problems);
        if (!CsvBytes.AreText(utf8, file, problems, maxBytes) || !Utf8Text.TryStrip(utf8, file, problems, out var bytes))
        {
            return null;
        }

        if (CsvBytes.NotUtf8(bytes, file) is { } bad)
        {
            problems.Add(bad);
            return null;
        }

        var size = Math.Min(BufferSize, bytes.Length + 1);
        return new LocatedCsv(new StreamReader(new MemoryStream(bytes, writable: false), Strict, detectEncodingFromByteOrderMarks: false, size), file, problems, size);
    }

    /// <summary>
    /// Opens a table as people save it: in UTF-8 or UTF-16, separated by comma, semicolon, tab or bar, with title lines above the header or a line
    /// such as <c>sep=;</c>; null with the reason in <paramref name="problems"/> when it is none.
    /// </summary>
    internal static LocatedCsv? OpenFound(byte[] bytes, string? file, ProblemList problems, int maxBytes, Func<string, bool> isKnownColumn)
    {
        return CsvBytes.AreText(bytes, file, problems, maxBytes) && CsvBytes.Decode(bytes, file, problems) is { } text ? OpenFound(text, file, problems, isKnownColumn) : null;
    }

    /// <summary>The same over text.</summary>
    internal static LocatedCsv OpenFound(TextReader text, string? file, ProblemList problems, Func<string, bool> isKnownColumn)
    {
        var whole = new PeekedText(text);
        var head = TableHead.Find(whole.Head, cells => cells.Count(c => isKnownColumn(c.Trim())));
        var csv = new LocatedCsv(whole, file, problems, separator: head is { Fits: > 0 } ? head.Separator : ',');
        csv.SkipTo(head is { Fits: > 0 } ? head.Line : 1);
        return csv;
    }

    /// <summary>The next row, or null at the end. After an error that hides where rows end, this is the end.</summary>
    public CsvRow? ReadRow()
    {
        while (!_stopped && Peek() != End)
        {
            var line = _line;
            var fields = ReadFields();
            _row++;
            if (_stopped)
            {
                return null;
            }

            if (fields.Length > 1 || fields[0].Text.Length > 0 || fields[0].Quoted)
            {
                return new CsvRow(_file, _row, line, fields);
            }
        }

        return null;
    }

    // Title lines are not rows, but a spreadsheet numbers them.
    private void SkipTo(int line)
    {
        while (_line < line && Peek() != End)
        {
            if (Peek() is '\r' or '\n')
            {
                TakeLineEnd();
                _row++;
            }
            else
            {
                Take();
            }
        }
    }

    private CsvField[] ReadFields()
    {
        _fields.Clear();
        while (true)
        {
            _fields.Add(Peek() == '"' ? ReadQuoted() : ReadBare(_fields.Count < _above.Length ? _above[_fields.Count].Text : null));
            if (_stopped || Peek() is End or '\r' or '\n')
            {
                TakeLineEnd();
                return _above = _fields.ToArray();
            }

            Take();
            if (_fields.Count == MaxFields)
            {
                Stop("csv-too-many-fields", _line, _column, $"This row has more than {MaxFields} fields.", $"at most {MaxFields}", "Check that this is the right file.");
                return [];
            }
        }
    }

    private CsvField ReadBare(string? before)
    {
        var (line, column) = (_line, _column);
        if (TryReadPlain(before) is { } plain)
        {
            return new CsvField(plain, line, column, quoted: false);
        }

        _field.Clear();
        while (!_stopped && !IsAtFieldEnd())
        {
            if (Peek() == '"')
            {
                Complain("csv-stray-quote", "A field that does not begin with a double quote has one inside.", "Put the whole field in quotes and double the quotes in it.");
            }

            Keep(line, column);
        }

        return new CsvField(_field.ToString(), line, column, quoted: false);
    }

    /// <summary>
    /// A field that ends within the buffer and needs no check, as nearly all do. Columns repeat themselves,
    /// so the string of the row above is reused if it is equal.
    /// </summary>
    private string? TryReadPlain(string? above)
    {
        var rest = new ReadOnlySpan<char>(_buffer, _next, Math.Max(0, _filled - _next));
        var length = _special.IndexIn(rest);
        if (length is < 0 or > MaxFieldLength || rest[length] is '"' or '\0')
        {
            return null;
        }

        _next += length;
        _column += length;
        var field = rest.Slice(0, length);
        return above is not null && field.SequenceEqual(above.AsSpan()) ? above : field.ToString();
    }

    private CsvField ReadQuoted()
    {
        var (line, column) = (_line, _column);
        _field.Clear();
        Take();
        while (!_stopped)
        {
            if (Peek() == End)
            {
                Stop("csv-unclosed-quote", line, column, "The quote opened here is never closed.", "a closing double quote", "Close the quote, or double it if it belongs to the text.");
            }
            else if (Peek() != '"')
            {
                Keep(line, column);
            }
            else
            {
                Take();
                if (Peek() != '"')
                {
                    break;
                }

                Keep(line, column);
            }
        }

        if (!_stopped && !IsAtFieldEnd())
        {
            Complain("csv-text-after-quote", "Text follows the closing quote of a field.", "A separator or the end of the line must follow; double the quote if it belongs to the text.");
            while (!_stopped && !IsAtFieldEnd())
            {
                Keep(line, column);
            }
        }

        return new CsvField(_field.ToString(), line, column, quoted: true);
    }

    private void Keep(int line, int column)
    {
        if (Peek() == 0)
        {
            Complain("csv-control-character", "This field has a NUL character.", "Save the file again as UTF-8 text.");
        }

        if (_field.Length == MaxFieldLength)
        {
            Stop("csv-field-too-long", line, column, $"The field that begins here is longer than {MaxFieldLength} characters.", $"at most {MaxFieldLength} characters", "Look for a double quote that is not closed.");
            return;
        }

        _field.Append((char)Take());
    }
}

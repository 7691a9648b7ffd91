using System;

namespace Ccts.Sdk.Formats.Files;

/// <summary>The first characters of a text, as far as ASCII goes: enough to tell JSON, a page and plain text apart.</summary>
internal readonly ref struct FirstCharacters
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _width;
    private readonly int _at;

    internal FirstCharacters(ReadOnlySpan<byte> bytes, TextForm form)
    {
        _bytes = bytes;
        (_width, _at) = form switch
        {
            TextForm.Utf16LittleEndian => (2, 0),
            TextForm.Utf16BigEndian => (2, 1),
            TextForm.Utf32LittleEndian => (4, 0),
            TextForm.Utf32BigEndian => (4, 3),
            _ => (1, 0),
        };
    }

    private int Count => _bytes.Length / _width;

    /// <summary>Whether there is more than a stray character that text does not have.</summary>
    internal bool HasControls
    {
        get
        {
            var controls = 0;
            for (var i = 0; i < Count; i++)
            {
                controls += this[i] is < ' ' and not ('\t' or '\r' or '\n' or '\f' or '\v') ? 1 : 0;
            }

            return controls > 2 && controls * 100 > Count;
        }
    }

    /// <summary>The character if it is ASCII, otherwise a letter in its place.</summary>
    private char this[int i]
    {
        get
        {
            for (var b = 0; b < _width; b++)
            {
                if (b != _at && _bytes[(i * _width) + b] != 0)
                {
                    return 'x';
                }
            }

            var value = _bytes[(i * _width) + _at];
            return value < 0x80 ? (char)value : 'x';
        }
    }

    internal ContentKind Kind()
    {
        var first = AfterBlanks(_width == 1 && _bytes.Begins(0xEF, 0xBB, 0xBF) ? 3 : _width > 1 && Count > 0 && IsMark() ? 1 : 0);
        if (first == Count)
        {
            return ContentKind.Empty;
        }

        return this[first] switch
        {
            '{' when AfterBlanks(first + 1) is var next && (next == Count || this[next] is '"' or '}') => ContentKind.Json,
            '[' when AfterBlanks(first + 1) is var next && (next == Count || this[next] is '{' or '[' or ']' or '"' or '-' or (>= '0' and <= '9')) => ContentKind.Json,
            '<' => KindOfTags(first),
            _ => ContentKind.Text,
        };
    }

    private bool IsMark() => (_bytes[0] is 0xFF or 0xFE) || (_width == 4 && _bytes[3] == 0xFF);

    private ContentKind KindOfTags(int first)
    {
        foreach (var tag in s_page)
        {
            if (Stands(first, tag))
            {
                return ContentKind.Html;
            }
        }

        return !Stands(first, "<?xml") ? ContentKind.Text : Mentions("<html") ? ContentKind.Html : ContentKind.Xml;
    }

    private static readonly string[] s_page = ["<!doctype", "<html", "<head", "<body", "<table", "<script", "<meta", "<div", "<!--"];

    private bool Stands(int at, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (at + i >= Count || char.ToLowerInvariant(this[at + i]) != word[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool Mentions(string word)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Stands(i, word))
            {
                return true;
            }
        }

        return false;
    }

    private int AfterBlanks(int at)
    {
        while (at < Count && this[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }
}

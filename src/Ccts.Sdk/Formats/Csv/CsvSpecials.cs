using System;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>The characters that end an unquoted field or need a closer look, for one separator.</summary>
internal sealed class CsvSpecials
{
    private static readonly CsvSpecials s_comma = new(',');

#if NET
    private readonly System.Buffers.SearchValues<char> _characters;

    private CsvSpecials(char separator) => _characters = System.Buffers.SearchValues.Create([separator, '\n', '\r', '"', '\0']);
#else
    private readonly char[] _characters;

    private CsvSpecials(char separator) => _characters = [separator, '\n', '\r', '"', '\0'];
#endif

    internal static CsvSpecials Of(char separator) => separator == ',' ? s_comma : new CsvSpecials(separator);

    internal int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(_characters);
}
